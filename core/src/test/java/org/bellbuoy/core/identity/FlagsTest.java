package org.bellbuoy.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlagsTest {
  @ParameterizedTest
  @CsvSource({
    "201,AL", "209,CY", "211,DE", "215,MT", "219,DK", "226,FR", "230,FI", "235,GB", "240,GR",
    "244,NL", "257,NO", "265,SE", "272,UA", "273,RU", "276,EE", "303,US", "306,NL", "311,BS",
    "338,US", "352,PA", "369,US", "412,CN", "416,TW", "422,IR", "445,KP", "477,HK", "503,AU",
    "511,PW", "518,CK", "538,MH", "550,TL", "563,SG", "577,VU", "613,CM", "620,KM", "629,GM",
    "636,LR", "668,ST", "677,TZ", "710,BR", "775,VE"
  })
  void wellKnownDigitsNameTheirFlag(int mid, String code) {
    assertThat(Flags.ofMid(mid)).map(Flag::code).contains(code);
  }

  @Test
  void digitsGivenToNobodyNameNoFlag() {
    assertThat(IntStream.of(0, 199, 200, 217, 260, 302, 415, 646, 776, 799, 800, 999))
        .allMatch(mid -> Flags.ofMid(mid).isEmpty());
  }

  @Test
  void theListOfItuGives292Digits() {
    assertThat(IntStream.range(0, 1000).filter(mid -> Flags.ofMid(mid).isPresent()).count())
        .isEqualTo(292);
  }

  @Test
  void everyCodeIsOneOfIso3166() {
    Set<String> iso = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    assertThat(IntStream.range(0, 1000).boxed().flatMap(mid -> Flags.ofMid(mid).stream()))
        .allMatch(flag -> iso.contains(flag.code()) && !flag.name().isBlank());
  }

  @Test
  void theEagleSaidItWasOfTheCookIslands() {
    assertThat(Flags.ofMmsi(518_998_865)).contains(new Flag("CK", "Cook Islands"));
  }

  @ParameterizedTest
  @CsvSource({"992351234,GB", "2241022,ES", "23012345,FI", "111265501,SE", "982191234,DK"})
  void stationsThatAreNoShipsNameAFlagToo(int mmsi, String code) {
    assertThat(Flags.ofMmsi(mmsi)).map(Flag::code).contains(code);
  }

  @Test
  void distressDevicesAndNonsenseNameNone() {
    assertThat(
            IntStream.of(970_123_456, 974_000_001, 0, -1, 123_456_789, 1_000_000_000, 646_123_456))
        .allMatch(mmsi -> Flags.ofMmsi(mmsi).isEmpty());
  }
}
