package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingSeriesTest {
  @Test
  void allFixesOfTwoMinutesAreOneEntryWithTheLastPlace() {
    HearingSeries series = new HearingSeries(1, 1, false);
    series.add(0, 10, 20, 6_000);
    series.add(119_999, 11, 21, 10_000);
    series.add(120_000, 12, 22, 2_000);
    assertThat(series.size()).isEqualTo(2);
    assertThat(series.slotAt(0)).isZero();
    assertThat(series.heardAt(0)).isEqualTo(2);
    assertThat(series.latitudeAt(0)).isEqualTo(11e-7);
    assertThat(series.longitudeAt(0)).isEqualTo(21e-7);
    assertThat(series.intervalAt(0)).isEqualTo(10_000);
    assertThat(series.slotAt(1)).isEqualTo(1);
  }

  @Test
  void slotsBefore1970AreCountedDownwards() {
    assertThat(HearingSeries.slot(-1)).isEqualTo(-1);
    assertThat(HearingSeries.slot(-120_000)).isEqualTo(-1);
    assertThat(HearingSeries.slot(-120_001)).isEqualTo(-2);
  }

  @Test
  void aFixOfAnEarlierSlotCountsForTheLast() {
    HearingSeries series = new HearingSeries(1, 1, false);
    series.add(600_000, 10, 20, 6_000);
    series.add(400_000, 11, 21, 6_000);
    assertThat(series.size()).isEqualTo(1);
    assertThat(series.slotAt(0)).isEqualTo(5);
    assertThat(series.heardAt(0)).isEqualTo(2);
  }

  @Test
  void aSlotNeverCountsMoreThanItCanHold() {
    HearingSeries series = new HearingSeries(1, 1, false);
    for (int i = 0; i < 70_000; i++) {
      series.add(1_000, 1, 1, 2_000);
    }
    assertThat(series.heardAt(0)).isEqualTo(Short.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void askedForSpansItCountsAsAPlainLoopDoes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HearingSeries series = new HearingSeries(1, 1, false);
    List<Long> times = new ArrayList<>();
    long time = random.nextLong(-1_000_000, 1_000_000);
    for (int i = 0; i < 300; i++) {
      time += random.nextInt(5) == 0 ? random.nextLong(2_000_000) : random.nextLong(20_000);
      times.add(time);
      series.add(time, 1, 1, 10_000);
    }
    for (int n = 0; n < 500; n++) {
      int from = random.nextInt(-20, 1_000);
      int to = from + random.nextInt(200);
      assertThat(series.heardIn(from, to))
          .isEqualTo(
              (int)
                  times.stream()
                      .mapToLong(t -> Math.floorDiv(t, 120_000L))
                      .filter(s -> s >= from && s < to)
                      .count());
      int last = series.lastAtOrBefore(from);
      assertThat(last < 0 || series.slotAt(last) <= from).isTrue();
      assertThat(last + 1 >= series.size() || series.slotAt(last + 1) > from).isTrue();
    }
  }

  @Test
  void logsOfSeveralWorkersAreOneListInOrder() {
    HearingLog a = new HearingLog();
    HearingLog b = new HearingLog();
    a.add(7, 2, false, 0, 1, 1, 10_000, -1);
    b.add(5, 1, true, 0, 1, 1, 10_000, -1);
    a.add(7, 1, false, 0, 1, 1, 10_000, -1);
    a.add(7, 1, false, 120_000, 1, 1, 10_000, -1);
    List<HearingSeries> union = HearingLog.union(List.of(a, b));
    assertThat(union).extracting(s -> s.mmsi + "/" + s.hull).containsExactly("5/1", "7/1", "7/2");
    assertThat(union).extracting(HearingSeries::size).containsExactly(1, 2, 1);
    assertThat(union).extracting(s -> s.classB).containsExactly(true, false, false);
    assertThat(a.of(7, 1)).isSameAs(union.get(1));
    assertThat(a.of(5, 1).size()).as("never heard by this one").isZero();
  }
}
