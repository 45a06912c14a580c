package org.bellbuoy.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShipNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "518998865,SHIP,518",
    "200000000,SHIP,200",
    "799999999,SHIP,799",
    "982191234,AUXILIARY_CRAFT,219",
    "2241022,COAST_STATION,224",
    "23012345,GROUP,230",
    "111265501,SAR_AIRCRAFT,265",
    "992351234,AID_TO_NAVIGATION,235",
    "823512345,HANDHELD,235",
    "970123456,DISTRESS_DEVICE,0",
    "972123456,DISTRESS_DEVICE,0",
    "974123456,DISTRESS_DEVICE,0",
    "0,INVALID,0",
    "-5,INVALID,0",
    "1,INVALID,0",
    "123456789,INVALID,0",
    "1000000000,INVALID,0",
    "1073741823,INVALID,0"
  })
  void theFirstDigitsTellTheKindAndWhereTheFlagStands(int mmsi, Mmsi.Kind kind, int mid) {
    assertThat(Mmsi.kind(mmsi)).isEqualTo(kind);
    assertThat(Mmsi.mid(mmsi)).isEqualTo(mid);
  }

  @ParameterizedTest
  @ValueSource(ints = {9_074_729, 9_224_984, 9_329_760, 9_313_204})
  void imoNumbersOfKnownShipsHaveTheirCheckDigit(int imo) {
    assertThat(Mmsi.isImoNumber(imo)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        9_074_728,
        9_224_985,
        9_329_761,
        9_313_214,
        9_047_729,
        0,
        -9_074_729,
        907_472,
        90_747_290
      })
  void anAlteredOneHasNot(int imo) {
    assertThat(Mmsi.isImoNumber(imo)).isFalse();
  }
}
