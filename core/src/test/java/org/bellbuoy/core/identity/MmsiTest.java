package org.bellbuoy.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MmsiTest {
  @ParameterizedTest
  @CsvSource({
    "518998865,SHIP,518", // Eagle S
    "613003889,SHIP,613", // Shunxing 39
    "2655001,COAST_STATION,265",
    "23012345,GROUP,230",
    "111265001,SAR_AIRCRAFT,265",
    "992651234,AID_TO_NAVIGATION,265",
    "982651234,AUXILIARY_CRAFT,265",
    "826512345,HANDHELD,265",
    "970123456,DISTRESS_DEVICE,0",
    "974123456,DISTRESS_DEVICE,0",
    "0,INVALID,0",
    "123456,INVALID,0",
    "1073741823,INVALID,0",
    "973000000,INVALID,0"
  })
  void anMmsiTellsWhatKindOfStationItNamesAndOfWhichState(int mmsi, Mmsi.Kind kind, int mid) {
    assertThat(Mmsi.kind(mmsi)).isEqualTo(kind);
    assertThat(Mmsi.mid(mmsi)).isEqualTo(mid);
  }

  @ParameterizedTest
  @ValueSource(ints = {9313204, 9224984, 9329760, 8358427, 9250397, 9247053, 9248100})
  void imoNumbersOfRealShipsHaveTheirCheckDigit(int imo) {
    // Newnew Polar Bear, Yi Peng 3, Eagle S, Shunxing 39, Fitburg, two cable ships.
    assertThat(Mmsi.isImoNumber(imo)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {9313205, 0, 1234567 + 1, 999_999, 10_000_000, -9313204, 1073741823})
  void otherNumbersAreNoImoNumbers(int imo) {
    assertThat(Mmsi.isImoNumber(imo)).isFalse();
  }
}
