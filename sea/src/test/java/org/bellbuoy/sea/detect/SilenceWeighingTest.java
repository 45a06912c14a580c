package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.detect.Silences.HOUR;
import static org.bellbuoy.sea.detect.Silences.at;
import static org.bellbuoy.sea.detect.Silences.silence;
import static org.bellbuoy.sea.detect.Silences.under;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.bellbuoy.sea.track.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceWeighingTest {
  private static final SilenceWeighing.Options OPTIONS = SilenceWeighing.Options.defaults();
  private static final ReceiverStates ALL_UP = new ReceiverStates(List.of());

  /** Three other ships in every cell along the way, of whose reports that share is heard. */
  private static ReceptionMap others(double share, boolean classB) {
    ReceptionMap map = new ReceptionMap();
    for (double latitude = 54; latitude <= 56; latitude += 0.25) {
      for (double longitude = 19; longitude <= 30; longitude += 0.2) {
        int cell = Cells.of(latitude, longitude);
        for (long slot = -12; slot < 12 * 6; slot++) {
          for (int ship = 0; ship < 3; ship++) {
            // Misses come by whole slots, spread evenly.
            boolean heard = Math.floorMod(slot * 3 + ship, 100L) * 37 % 100 < share * 100;
            map.add(
                cell,
                ReceptionMap.slot(START) + slot,
                classB,
                1000 + cell * 4 + ship,
                60,
                heard ? 50 : 0);
          }
        }
      }
    }
    return map;
  }

  private static SilenceWeighing.Result weigh(SeaEvent.Silence silence, ReceptionMap map) {
    return SilenceWeighing.weigh(silence, map, ALL_UP, OPTIONS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void silentAmongShipsThatAreAllHeardIsLikelySwitchedOff(boolean open) {
    SilenceWeighing.Result result = weigh(under(2 * HOUR, open), others(1, false));
    assertThat(result.level()).isEqualTo(Level.LIKELY);
    assertThat(result.observable()).isEqualTo(1);
    assertThat(result.meanShareHeard()).isCloseTo(0.97, within(0.01));
    // Two hours at a report every ten seconds.
    assertThat(result.expected()).isEqualTo(720);
    assertThat(result.slots()).hasSize(11);
  }

  @Test
  void theProbabilityIsTheSumOfTheEvidenceOverThePrior() {
    // By hand: prior odds 1:99; per slot -ln(1-q) with q the least of 0.95 and (10 + 1/2) / 11,
    // of which 0.35 counts; eleven whole slots in two hours.
    double q = 10.5 / 11;
    double odds = 1 / 99.0 * Math.exp(11 * 0.35 * -Math.log(1 - Math.min(0.95, q)));
    assertThat(weigh(under(2 * HOUR, true), others(1, false)).probabilityOff())
        .isCloseTo(odds / (1 + odds), within(1e-9));
  }

  @Test
  void whereNobodyElseIsItCannotBeTold() {
    SilenceWeighing.Result result = weigh(under(2 * HOUR, true), new ReceptionMap());
    assertThat(result.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(result.observable()).isZero();
    assertThat(result.meanShareHeard()).isNaN();
    assertThat(result.probabilityOff()).as("nothing was learnt").isCloseTo(0.01, within(1e-9));
  }

  @Test
  void oneOtherShipIsTooFewToKnow() {
    ReceptionMap map = new ReceptionMap();
    for (double longitude = 19; longitude <= 22; longitude += 0.2) {
      for (long slot = -6; slot < 24; slot++) {
        map.add(Cells.of(55, longitude), ReceptionMap.slot(START) + slot, false, 77, 60, 60);
      }
    }
    assertThat(weigh(under(2 * HOUR, true), map).level()).isEqualTo(Level.CANNOT_TELL);
  }

  @Test
  void aShipIsNoWitnessForItself() {
    ReceptionMap map = new ReceptionMap();
    for (double longitude = 19; longitude <= 22; longitude += 0.2) {
      for (long slot = -6; slot < 24; slot++) {
        long s = ReceptionMap.slot(START) + slot;
        map.add(Cells.of(55, longitude), s, false, 77, 60, 60);
        map.add(Cells.of(55, longitude), s, false, Silences.MMSI, 60, 60);
      }
    }
    assertThat(weigh(under(2 * HOUR, true), map).level()).isEqualTo(Level.CANNOT_TELL);
  }

  @Test
  void othersOfAnotherClassSayNothing() {
    assertThat(weigh(under(2 * HOUR, true), others(1, true)).level()).isEqualTo(Level.CANNOT_TELL);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3})
  void whereOthersVanishTooItIsNotLikely(double share) {
    SilenceWeighing.Result result = weigh(under(3 * HOUR, true), others(share, false));
    assertThat(result.level()).isIn(Level.CANNOT_TELL, Level.UNLIKELY);
    assertThat(result.observable()).isLessThan(0.5);
  }

  @Test
  void aShipThatWasHardlyHeardBeforeIsNotMissed() {
    SeaEvent.Silence faint = silence(3 * HOUR, true, at(0, 120, 0), 2, List.of());
    assertThat(weigh(faint, others(1, false)).level()).isEqualTo(Level.CANNOT_TELL);
  }

  @Test
  void whileItsReceiversAreDownThatIsTheMostProbable() {
    Place p = new Place(0, 0, 0, 0);
    ReceiverStates down =
        new ReceiverStates(
            List.of(new Outages.Outage(3, START, START + 2 * HOUR, false, 999, p, p)));
    SeaEvent.Silence silence = silence(2 * HOUR, false, at(0, 120, 0), 10, List.of(3));
    SilenceWeighing.Result result = SilenceWeighing.weigh(silence, others(1, false), down, OPTIONS);
    assertThat(result.level()).isEqualTo(Level.CANNOT_TELL);
    assertThat(result.downMillis()).isEqualTo(2 * HOUR);

    // Another receiver that had heard it too was up: then it is a silence like any other.
    SeaEvent.Silence two = silence(2 * HOUR, false, at(0, 120, 0), 10, List.of(2, 3));
    assertThat(SilenceWeighing.weigh(two, others(1, false), down, OPTIONS).level())
        .isEqualTo(Level.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "5,0", "5,30", "1,-1", "0,0", "0,4", "15,2"})
  void whoLayStillIsAtMostPossible(int status, int speedDeciknots) {
    SeaEvent.Silence silence =
        silence(3 * HOUR, true, at(0, speedDeciknots, status), 10, List.of());
    SilenceWeighing.Result result = weigh(silence, others(1, false));
    assertThat(result.probabilityOff()).isGreaterThan(0.9);
    assertThat(result.level()).isEqualTo(Level.POSSIBLE);
  }

  @ParameterizedTest
  @CsvSource({"0,5", "0,120", "1,31", "5,80", "0,-1", "8,-1"})
  void whoWasUnderWayOrToldNoSpeedIsNotSaidToHaveLainStill(int status, int speedDeciknots) {
    SeaEvent.Silence silence =
        silence(3 * HOUR, true, at(0, speedDeciknots, status), 10, List.of());
    assertThat(SilenceWeighing.isLyingStill(silence)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1,true", "1,false", "0.8,true", "0.6,true", "0.3,true", "0,true"})
  void aLongerSilenceAmongTheSameOthersIsNeverLessProbable(double share, boolean open) {
    ReceptionMap map = others(share, false);
    double last = 0;
    for (long minutes = 30; minutes <= 6 * 60; minutes += 7) {
      SilenceWeighing.Result result = weigh(under(minutes * 60_000, open), map);
      assertThat(result.probabilityOff()).as("%d minutes", minutes).isBetween(0.0, 1.0);
      if (share == 1) {
        assertThat(result.probabilityOff())
            .as("%d minutes", minutes)
            .isGreaterThanOrEqualTo(last - 1e-12);
      }
      if (open) {
        assertThat(result.probabilityOff()).isGreaterThanOrEqualTo(last - 1e-12);
      }
      last = result.probabilityOff();
    }
  }

  @Test
  void anOpenSilenceIsFollowedOnItsCourseAndAClosedOneOnTheStraightWay() {
    double[] on = SilenceWeighing.whereabouts(under(2 * HOUR, true), START + HOUR);
    double[] between = SilenceWeighing.whereabouts(under(2 * HOUR, false), START + HOUR);
    // Twelve miles east at 55 degrees north: 12 / cos 55 minutes of longitude.
    assertThat(on[1])
        .isCloseTo(20 + 12 * 1852 / 1853.25 / 60 / Math.cos(Math.toRadians(55)), within(1e-3));
    assertThat(between[0]).isCloseTo(on[0], within(0.01));
    assertThat(between[1]).isCloseTo(on[1], within(0.001));
  }

  @Test
  void acrossTheAntimeridianTheStraightWayIsTheShortOne() {
    SeaEvent.End west = new SeaEvent.End(START, 0, 1_799_000_000, 120, 900, 0);
    SeaEvent.End east = new SeaEvent.End(START + HOUR, 0, -1_799_000_000, 120, 900, 0);
    SeaEvent.Silence s = under(HOUR, false);
    SeaEvent.Silence across =
        new SeaEvent.Silence(
            s.mmsi(),
            1,
            START,
            START + HOUR,
            false,
            west,
            east,
            s.fromPlace(),
            s.fixPlace(),
            s.toPlace(),
            s.equipmentClass(),
            14,
            600,
            10,
            1,
            HOUR,
            Double.NaN,
            s.numberHeardMillis(),
            List.of(),
            s.trailBefore(),
            null,
            s.fixesBefore(),
            List.of());
    assertThat(SilenceWeighing.whereabouts(across, START + HOUR / 4)[1])
        .isCloseTo(179.95, within(1e-9));
    assertThat(SilenceWeighing.whereabouts(across, START + HOUR * 3 / 4)[1])
        .isCloseTo(-179.95, within(1e-9));
  }
}
