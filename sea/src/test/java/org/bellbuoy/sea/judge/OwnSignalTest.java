package org.bellbuoy.sea.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.reception.HearingSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnSignalTest {
  private static final long SLOT = HearingSeries.SLOT_MILLIS;

  private static HearingSeries series(List<Long> times) {
    HearingSeries series = new HearingSeries(1, 1, false);
    times.forEach(time -> series.add(time, 550_000_000, 200_000_000, 10_000));
    return series;
  }

  private static List<Long> every(long step, long from, long to) {
    List<Long> times = new ArrayList<>();
    for (long time = from; time <= to; time += step) {
      times.add(time);
    }
    return times;
  }

  @Test
  void whoIsHeardEveryTimeHasARateOfOneAndNoGap() {
    long edge = 100 * SLOT + 65_000;
    List<Long> times = every(10_000, 5_000, edge);
    OwnSignal own = OwnSignal.before(series(times), edge);
    assertThat(own.intervalMillis()).isEqualTo(10_000);
    for (int window = 0; window < 6; window++) {
      assertThat(own.rate(window, Long.MAX_VALUE)).isCloseTo(0, within(0.06));
    }
    for (int k = 0; k < 5; k++) {
      assertThat(own.last(k, times)).isCloseTo(0, within(1e-9));
    }
    assertThat(own.longestGap(15)).isZero();
    assertThat(own.gaps(180, 5)).isZero();
    assertThat(own.followedMillis()).isEqualTo(edge);
  }

  @Test
  void theRateIsHeardOverDueWithALittleDoubt() {
    // The window of two minutes: the slot before and what is over of the last, 60 s. Three fixes
    // heard; 180 s at 10 s are 18 due. By hand ln(3.3 / 18.3).
    long edge = 100 * SLOT + 60_000;
    List<Long> times = List.of(50 * SLOT, 99 * SLOT, 99 * SLOT + 119_999, edge);
    OwnSignal own = OwnSignal.before(series(times), edge);
    assertThat(own.rate(0, Long.MAX_VALUE)).isCloseTo(-1.712979, within(1e-6));
    // Followed for no more than two minutes, it was due 12 times only: ln(4.3 / 12.3).
    assertThat(own.rate(5, 1)).isCloseTo(Math.log(4.3 / 12.3), within(1e-9));
  }

  @Test
  void theLastFixesTookAsLongAsTheyTook() {
    long edge = 10_000_000;
    List<Long> fixes = List.of(edge - 90_000, edge - 40_000, edge - 20_000, edge);
    OwnSignal own = OwnSignal.before(series(fixes), edge);
    // Two fixes back are 40 s, 20 s each; three are 90 s; of five there are three.
    assertThat(own.last(0, fixes)).isCloseTo(Math.log(2), within(1e-12));
    assertThat(own.last(1, fixes)).isCloseTo(Math.log(3), within(1e-12));
    assertThat(own.last(2, fixes)).isCloseTo(Math.log(3), within(1e-12));
    assertThat(own.last(0, List.of(edge)))
        .as("one alone: 10 min")
        .isCloseTo(Math.log(60), within(1e-12));
    assertThat(own.last(4, List.of())).isCloseTo(Math.log(60), within(1e-12));
  }

  @Test
  void gapsAreTheSlotsBetween() {
    // Heard in slots 0, 10, 11, 30 and, at the edge, 31: gaps of 9 and 18 slots.
    List<Long> times = List.of(0L, 10 * SLOT, 11 * SLOT, 30 * SLOT, 31 * SLOT);
    OwnSignal own = OwnSignal.before(series(times), 31 * SLOT + 1);
    assertThat(own.longestGap(180)).isCloseTo(Math.log1p(36), within(1e-12));
    assertThat(own.gaps(180, 5)).isEqualTo(2);
    assertThat(own.gaps(180, 15)).isEqualTo(1);
    assertThat(own.gaps(20, 5)).as("slot 11 and later").isEqualTo(1);
    assertThat(own.gaps(19, 5)).isZero();
  }

  @Test
  void whatLiesMoreThanTwelveHoursBackIsForgotten() {
    List<Long> times = new ArrayList<>(List.of(5_000L));
    times.addAll(every(10_000, 500 * SLOT, 520 * SLOT));
    OwnSignal own = OwnSignal.before(series(times), 520 * SLOT + 1);
    assertThat(own.followedMillis()).isEqualTo(20 * SLOT + 1);
    assertThat(own.longestGap(360)).as("before the first reception is no gap").isZero();
  }

  @Test
  void aShipNeverHeardWithAPositionSurvives() {
    HearingSeries none = series(List.of());
    for (OwnSignal own :
        List.of(OwnSignal.before(none, 1_000_000), OwnSignal.after(none, 1_000_000))) {
      assertThat(own.followedMillis()).isZero();
      assertThat(own.rate(3, 0)).isFinite().isNegative();
      assertThat(own.longestGap(15)).isNotNegative();
      assertThat(own.intervalMillis()).isEqualTo(10_000);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void timeTurnedRoundGivesTheSameAfterAsBefore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> before = new ArrayList<>();
    // Never on the edge of a slot, which belongs to one side alone.
    long time = 1;
    while (time < 400 * SLOT) {
      time += random.nextInt(8) == 0 ? random.nextLong(4_000_000) : random.nextLong(1, 30_000);
      if (time % SLOT != 0) {
        before.add(time);
      }
    }
    long edge = before.getLast();
    long turn = 2_000 * SLOT;
    List<Long> after = before.reversed().stream().map(t -> turn - t).toList();
    OwnSignal own = OwnSignal.before(series(before), edge);
    OwnSignal back = OwnSignal.after(series(after), turn - edge);
    for (int window = 0; window < 6; window++) {
      assertThat(back.rate(window, Long.MAX_VALUE)).isEqualTo(own.rate(window, Long.MAX_VALUE));
    }
    for (int k = 0; k < 5; k++) {
      assertThat(back.last(k, after)).isEqualTo(own.last(k, before));
    }
    for (int slots : new int[] {15, 30, 90}) {
      assertThat(back.longestGap(slots)).isEqualTo(own.longestGap(slots));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsHeardLaterChangesNothingOfBefore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> times = new ArrayList<>();
    long time = 1;
    for (int i = 0; i < 800; i++) {
      times.add(time += random.nextInt(9) == 0 ? random.nextLong(3_000_000) : 10_000);
    }
    for (int n = 50; n < 800; n += 50) {
      // A silence begins after a fix and is two slots long at least.
      long edge = times.get(n);
      List<Long> known = times.subList(0, n + 1);
      List<Long> all = new ArrayList<>(known);
      times.stream().filter(t -> t > edge + 3 * SLOT).forEach(all::add);
      assertThat(told(OwnSignal.before(series(all), edge), known))
          .isEqualTo(told(OwnSignal.before(series(known), edge), known));
    }
  }

  private static List<Double> told(OwnSignal own, List<Long> fixes) {
    List<Double> all = new ArrayList<>();
    all.add((double) own.followedMillis());
    all.add((double) own.intervalMillis());
    for (int i = 0; i < 6; i++) {
      all.add(own.rate(i, own.followedMillis()));
      all.add(own.last(Math.min(i, 4), fixes));
      all.add(own.longestGap(1 + 60 * i));
      all.add((double) own.gaps(1 + 60 * i, 5));
    }
    return all;
  }
}
