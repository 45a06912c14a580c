package org.bellbuoy.sea.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of ITU-R M.1371-6, Annex 1, tables 1 and 2, at both its edges. */
class ReportingIntervalTest {
  @ParameterizedTest(name = "class A, status {0}, {1} tenths of a knot: {2} ms")
  @CsvSource({
    // At anchor or moored and not faster than 3 knots: 3 minutes.
    "1,0,180000",
    "1,30,180000",
    "5,0,180000",
    "5,30,180000",
    // At anchor or moored and faster than 3 knots: 10 s, at whatever speed.
    "1,31,10000",
    "5,31,10000",
    "1,140,10000",
    "5,200,10000",
    "1,240,10000",
    // 0 to 14 knots: 10 s.
    "0,0,10000",
    "0,5,10000",
    "0,140,10000",
    "7,30,10000",
    "2,0,10000",
    "15,0,10000",
    // 14 to 23 knots: 6 s.
    "0,141,6000",
    "0,230,6000",
    "8,180,6000",
    // Above 23 knots: 2 s; 102.2 knots or more is above too.
    "0,231,2000",
    "0,400,2000",
    "0,1022,2000",
  })
  void classAOnASteadyCourse(int status, int speedDeciknots, int millis) {
    assertThat(ReportingInterval.millis(EquipmentClass.A, status, speedDeciknots, false))
        .isEqualTo(millis);
  }

  @ParameterizedTest(name = "class A turning, status {0}, {1} tenths of a knot: {2} ms")
  @CsvSource({
    "0,0,3333", "0,140,3333",
    "0,141,2000", "0,230,2000",
    "0,231,2000", "0,500,2000",
    // The table has no faster row for those at anchor or moored.
    "1,0,180000", "5,40,10000",
  })
  void classAChangingCourse(int status, int speedDeciknots, int millis) {
    assertThat(ReportingInterval.millis(EquipmentClass.A, status, speedDeciknots, true))
        .isEqualTo(millis);
  }

  @ParameterizedTest(name = "class B SO, {0} tenths of a knot: {1} ms")
  @CsvSource({
    "0,180000",
    "20,180000",
    "21,30000",
    "140,30000",
    "141,15000",
    "230,15000",
    "231,5000",
    "1022,5000"
  })
  void classBSelfOrganisingAtItsNominalRate(int speedDeciknots, int millis) {
    assertThat(ReportingInterval.millis(EquipmentClass.B_SO, -1, speedDeciknots, false))
        .isEqualTo(millis);
  }

  @ParameterizedTest(name = "class B CS, {0} tenths of a knot: {1} ms")
  @CsvSource({"0,180000", "20,180000", "21,30000", "140,30000", "231,30000", "1022,30000"})
  void classBCarrierSense(int speedDeciknots, int millis) {
    assertThat(ReportingInterval.millis(EquipmentClass.B_CS, -1, speedDeciknots, false))
        .isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 3, 4, 6, 7, 8, 9, 11, 12, 14, 15})
  void aShipThatLiesStillWithoutSayingSoMustGoOnEveryTenSeconds(int status) {
    assertThat(ReportingInterval.millis(EquipmentClass.A, status, 0, false)).isEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B_SO", "B_CS"})
  void theStatusOfClassBIsNotAsked(EquipmentClass equipment) {
    assertThat(ReportingInterval.millis(equipment, 1, 100, false)).isEqualTo(30_000);
  }

  @ParameterizedTest
  @CsvSource({"A,10000", "OTHER,10000", "B_SO,30000", "B_CS,30000"})
  void withoutASpeedAShipIsTakenToBeUnderWayAndSlow(EquipmentClass equipment, int millis) {
    assertThat(ReportingInterval.millis(equipment, 0, -1, false)).isEqualTo(millis);
  }
}
