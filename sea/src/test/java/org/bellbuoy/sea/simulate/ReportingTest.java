package org.bellbuoy.sea.simulate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, false, 180000",
    "5, 3.0, false, 180000",
    "1, 3.1, false, 10000",
    "0, 0.0, false, 10000",
    "0, 14.0, false, 10000",
    "0, 14.0, true, 3333",
    "0, 14.1, false, 6000",
    "0, 23.0, true, 2000",
    "0, 23.1, false, 2000",
    "7, 2.0, false, 10000"
  })
  void classAReportsByStatusSpeedAndTurn(
      int status, double knots, boolean turning, long expectedMillis) {
    assertThat(Reporting.classAMillis(status, knots, turning)).isEqualTo(expectedMillis);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, 180000, 180000",
    "2.1, 30000, 30000",
    "14.1, 30000, 15000",
    "23.1, 30000, 5000"
  })
  void classBReportsBySpeed(double knots, long carrierSense, long selfOrganising) {
    assertThat(Reporting.classBCarrierSenseMillis(knots)).isEqualTo(carrierSense);
    assertThat(Reporting.classBSelfOrganisingMillis(knots)).isEqualTo(selfOrganising);
  }

  @ParameterizedTest
  @CsvSource({
    "2000, false",
    "3333, false",
    "6000, false",
    "10000, false",
    "30000, true",
    "180000, true"
  })
  void transmissionsJitterAboutTheNominalIntervalWithoutDrifting(
      long nominal, boolean carrierSense) {
    Emitter emitter = new Emitter(9, Emitter.Stream.POSITION, null, 4, 0, nominal);
    long half = Reporting.halfWindowMillis(nominal, carrierSense);
    long slot = 27;
    List<Long> intervals = new ArrayList<>();
    long first = emitter.nextMillis;
    long last = first;
    for (int i = 0; i < 5000; i++) {
      emitter.advance(nominal, half);
      intervals.add(emitter.nextMillis - last);
      last = emitter.nextMillis;
    }
    assertThat(intervals)
        .allMatch(millis -> Math.abs(millis - nominal) <= 2 * half + slot)
        .anyMatch(millis -> Math.abs(millis - nominal) > half);
    assertThat((last - first) / 5000.0).isBetween(nominal - 3.0, nominal + 3.0);
  }

  @Test
  void aShipNearAStationIsHeardAtTheRateOfTheTable() throws Exception {
    Scenario scenario = Scenario.defaults().withVessels(0).unstaged();
    // The ship of the first act, abeam of Hanko, sails straight on at 12.4 kn.
    List<Long> seconds = new ArrayList<>();
    long from = scenario.start().getEpochSecond() + 140 * 60;
    int mmsi = requireNonNull(Simulation.of(Scenario.defaults()).truth().acts().getFirst().mmsi());
    for (Heard h : Heard.all(scenario)) {
      boolean report = h.type() == 1 || h.type() == 3;
      if (report && h.mmsi() == mmsi && h.epochSeconds() > from && h.epochSeconds() < from + 2400) {
        if (seconds.isEmpty() || seconds.getLast() != h.epochSeconds()) {
          seconds.add(h.epochSeconds());
        }
      }
    }
    long shortOnes = 0;
    for (int i = 1; i < seconds.size(); i++) {
      long interval = seconds.get(i) - seconds.get(i - 1);
      assertThat(interval).isGreaterThanOrEqualTo(2);
      shortOnes += interval <= 13 ? 1 : 0;
    }
    assertThat(shortOnes).isGreaterThan(seconds.size() * 9 / 10);
    assertThat(seconds.size()).isBetween(220, 300);
  }
}
