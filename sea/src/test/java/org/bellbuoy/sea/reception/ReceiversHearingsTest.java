package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each receiver's reception is its own. */
class ReceiversHearingsTest {
  private static final int SLOT = 1_000_000;
  private static final int FAST = 10_000;
  private static final int JUDGED = 9;
  private static final int LOW = 0;
  private static final int HIGH = 1;
  private static final int[] BY_LOW = {LOW};
  private static final int[] BY_HIGH = {HIGH};
  private static final int[] BY_BOTH = {LOW, HIGH};
  private static final int[] BY_ANY = {};

  private final HearingLog log = new HearingLog();

  /** A fix at 55 N 20 E, heard by some receivers, the first of which brings it. */
  private void heard(int mmsi, int slot, int... stations) {
    long millis = slot * HearingSeries.SLOT_MILLIS + 5_000;
    int first = stations.length == 0 ? -1 : stations[0];
    log.add(mmsi, 1, false, millis, 550_000_000, 200_000_000, FAST, first);
    for (int i = 1; i < stations.length; i++) {
      log.alsoHeard(mmsi, 1, millis + 100, stations[i]);
    }
  }

  private NearbyShare ask(int fromSlot, int toSlot, int[] stations) {
    Hearings hearings = Hearings.of(HearingLog.union(List.of(log)));
    NearbyShare sum = new NearbyShare();
    for (int slot = fromSlot; slot < toSlot; slot++) {
      hearings.addTo(sum, slot, 55, 20, 20_000, false, JUDGED, stations);
    }
    return sum;
  }

  @Test
  void aReceiverThatGoesDeafIsNotExcusedByABetterOneThatHearsOn() {
    for (int slot = 0; slot < 30; slot++) {
      // Heard by both for half an hour, then by the high antenna alone.
      heard(1, SLOT + slot, slot < 15 ? BY_BOTH : BY_HIGH);
    }
    assertThat(ask(SLOT, SLOT + 15, BY_LOW).share(0)).isGreaterThan(0.97);
    assertThat(ask(SLOT + 15, SLOT + 30, BY_LOW).share(0))
        .as("for a ship that only the low antenna heard, nothing was to be heard")
        .isLessThan(0.03);
    assertThat(ask(SLOT + 15, SLOT + 30, BY_ANY).share(0))
        .as("all receivers taken as one would call it an excellent reception")
        .isGreaterThan(0.97);
    assertThat(ask(SLOT + 15, SLOT + 30, BY_BOTH).share(0))
        .as("a ship that both heard would have been heard by the high one")
        .isGreaterThan(0.97);
  }

  @Test
  void whomAReceiverDidNotHearForFortyMinutesIsNoWitnessOfIts() {
    heard(1, SLOT, BY_BOTH);
    for (int slot = 1; slot <= 30; slot++) {
      heard(1, SLOT + slot, BY_HIGH);
    }
    assertThat(ask(SLOT + 20, SLOT + 21, BY_LOW).ships(0)).isCloseTo(1, within(1e-9));
    assertThat(ask(SLOT + 21, SLOT + 22, BY_LOW).ships(0)).isZero();
    assertThat(ask(SLOT + 21, SLOT + 22, BY_HIGH).ships(0)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aShipThatOnlyTheOtherReceiverHearsIsNoWitness() {
    heard(1, SLOT, BY_HIGH);
    assertThat(ask(SLOT, SLOT + 1, BY_LOW).ships(0)).isZero();
    assertThat(ask(SLOT, SLOT + 1, BY_LOW).share(0)).as("nobody there says a half").isEqualTo(0.5);
  }

  @Test
  void whereOneFeedNamesNoReceiverItsShipsAreNoWitnessesOfNamedOnes() {
    heard(1, SLOT);
    heard(2, SLOT, BY_LOW);
    assertThat(ask(SLOT, SLOT + 1, BY_LOW).ships(0)).isCloseTo(1, within(1e-9));
    assertThat(ask(SLOT, SLOT + 1, BY_ANY).ships(0)).isCloseTo(2, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void withOneReceiverItsNameChangesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HearingLog named = new HearingLog();
    HearingLog unnamed = new HearingLog();
    for (int i = 0; i < 400; i++) {
      int mmsi = 1 + random.nextInt(8);
      long millis = (SLOT + i / 4L) * HearingSeries.SLOT_MILLIS + random.nextInt(60_000);
      int latitude = 550_000_000 + random.nextInt(2_000_000);
      named.add(mmsi, 1, false, millis, latitude, 200_000_000, FAST, 5);
      unnamed.add(mmsi, 1, false, millis, latitude, 200_000_000, FAST, -1);
    }
    assertThat(answers(named, new int[] {5})).isEqualTo(answers(unnamed, BY_ANY));
    assertThat(answers(named, BY_ANY)).isEqualTo(answers(unnamed, BY_ANY));
  }

  private static List<Double> answers(HearingLog log, int[] stations) {
    Hearings hearings = Hearings.of(HearingLog.union(List.of(log)));
    List<Double> all = new ArrayList<>();
    for (int slot = SLOT; slot < SLOT + 110; slot++) {
      NearbyShare sum = new NearbyShare();
      hearings.addTo(sum, slot, 55.1, 20, 20_000, false, JUDGED, stations);
      all.add(sum.share(0));
      all.add(sum.ships(2));
    }
    return all;
  }

  @Test
  void aSecondReceptionOfAnEarlierSlotChangesNothing() {
    heard(1, SLOT, BY_LOW);
    heard(1, SLOT + 1, BY_LOW);
    log.alsoHeard(1, 1, SLOT * HearingSeries.SLOT_MILLIS + 6_000, HIGH);
    assertThat(ask(SLOT, SLOT + 1, BY_HIGH).ships(0))
        .as("a slot that is over stays as it was judged")
        .isZero();
  }
}
