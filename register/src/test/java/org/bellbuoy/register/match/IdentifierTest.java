package org.bellbuoy.register.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.register.match.Identifier.Reading;
import org.bellbuoy.register.match.Identifier.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentifierTest {
  @ParameterizedTest
  @CsvSource({
    "IMO,IMO 9074729,9074729",
    "IMO,9329760,9329760",
    "MMSI,412 345 678,412345678",
    "LEI,506700GE1G29325QX363,506700GE1G29325QX363", // GLEIF itself
    "LEI,lei: 5067-00GE-1G29-325Q-X363,506700GE1G29325QX363",
    "REGISTRATION,00012345,12345",
    "REGISTRATION,HRB 1234-b,HRB1234B"
  })
  void goodNumbersHaveOneForm(Scheme scheme, String text, String value) {
    assertThat(Identifier.read(scheme, "", text))
        .isEqualTo(new Reading.Good(new Identifier(scheme, "", value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IMO|9074728|\"9074728\" is no IMO number: its last digit does not check the others.",
        "IMO|907472|\"907472\" is no IMO number: it has seven digits.",
        "MMSI|123456789|\"123456789\" is no MMSI: no station has numbers that begin so.",
        "LEI|506700GE1G29325QX364|\"506700GE1G29325QX364\" is no LEI: its last two digits do not"
            + " check the others.",
        "LEI|5067|\"5067\" is no LEI: it has twenty letters and digits.",
        "REGISTRATION|--|\"--\" is no registration number: nothing is left of it."
      })
  void badNumbersAreToldInASentenceAndNotPutRight(Scheme scheme, String text, String problem) {
    assertThat(Identifier.read(scheme, "", text)).isEqualTo(new Reading.Bad(problem));
  }

  @Test
  void anMmsiNamesItsAdministration() {
    assertThat(IdentifierReader.administration(new Identifier(Scheme.MMSI, "", "412345678")))
        .hasValueSatisfying(flag -> assertThat(flag.code()).isEqualTo("CN"));
    assertThat(IdentifierReader.administration(new Identifier(Scheme.IMO, "", "9074729")))
        .isEmpty();
  }

  @Test
  void everySingleWrongDigitOfAnLeiIsSeen() {
    String good = "506700GE1G29325QX363";
    for (int i = 0; i < good.length(); i++) {
      if (!Character.isDigit(good.charAt(i))) {
        continue; // A digit for a letter moves the digits before it and may fall on 1 again.
      }
      for (char c = '0'; c <= '9'; c++) {
        String other = good.substring(0, i) + c + good.substring(i + 1);
        assertThat(IdentifierReader.isLei(other)).isEqualTo(other.equals(good));
      }
    }
  }
}
