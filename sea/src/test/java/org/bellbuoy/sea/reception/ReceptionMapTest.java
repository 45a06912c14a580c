package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionMapTest {
  private static final int VESSELS = 12;

  private record Count(int cell, long slot, boolean classB, int mmsi, double due, int heard) {}

  private static List<Count> counts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      counts.add(
          new Count(
              Cells.of(55 + random.nextInt(3) * 0.25, 20 + random.nextInt(3) * 0.5),
              2_900_000 + random.nextInt(10),
              random.nextBoolean(),
              1 + random.nextInt(VESSELS),
              random.nextDouble(60),
              random.nextInt(60)));
    }
    return counts;
  }

  private static ReceptionMap map(List<Count> counts) {
    ReceptionMap map = new ReceptionMap();
    for (Count c : counts) {
      map.add(c.cell(), c.slot(), c.classB(), c.mmsi(), c.due(), c.heard());
    }
    return map;
  }

  /** All that a map can be asked. */
  private static List<String> told(ReceptionMap map) {
    List<String> told = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        int cell = Cells.of(55 + row * 0.25, 20 + column * 0.5);
        for (int mmsi = 0; mmsi <= VESSELS; mmsi++) {
          for (long slot = 2_900_000; slot < 2_900_010; slot++) {
            for (boolean classB : new boolean[] {false, true}) {
              ReceptionMap.Sum sum = map.others(cell, slot, classB, mmsi, 1, 2, 6);
              told.add(
                  sum.vesselCount()
                      + " "
                      + sum.vesselSlots
                      + " "
                      + sum.heardVesselSlots
                      + " "
                      + Math.round(sum.expected * 1000)
                      + " "
                      + sum.received);
            }
          }
        }
      }
    }
    return told;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoeverMergesThePartsInWhateverOrderHasTheMapOfTheWhole(long seed) {
    List<Count> counts = counts(seed);
    List<String> whole = told(map(counts));
    List<Count> shuffled = new ArrayList<>(counts);
    Collections.shuffle(shuffled, new Random(seed));
    List<ReceptionMap> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(map(shuffled.subList(i * 1000, (i + 1) * 1000)));
    }
    // ((a + b) + c) + d
    ReceptionMap left = new ReceptionMap();
    parts.forEach(left::merge);
    // d + (c + (b + a)), none of the parts touched before
    ReceptionMap right = new ReceptionMap();
    for (ReceptionMap part : parts.reversed()) {
      ReceptionMap inner = new ReceptionMap();
      inner.merge(part);
      inner.merge(right);
      right = inner;
    }
    assertThat(told(left)).isEqualTo(whole);
    assertThat(told(right)).isEqualTo(whole);
    assertThat(left.size()).isEqualTo(right.size()).isEqualTo(map(counts).size());
  }

  @Test
  void leavingAVesselOutIsAsIfItHadNeverSailed() {
    List<Count> counts = counts(5);
    for (int mmsi = 1; mmsi <= VESSELS; mmsi++) {
      int left = mmsi;
      ReceptionMap without = map(counts.stream().filter(c -> c.mmsi() != left).toList());
      ReceptionMap all = map(counts);
      for (long slot = 2_900_000; slot < 2_900_010; slot++) {
        ReceptionMap.Sum asked = all.others(Cells.of(55, 20), slot, false, mmsi, 2, 2, 6);
        ReceptionMap.Sum never = without.others(Cells.of(55, 20), slot, false, 0, 2, 2, 6);
        assertThat(asked.vesselCount()).isEqualTo(never.vesselCount());
        assertThat(asked.expected).isCloseTo(never.expected, within(1e-6));
        assertThat(asked.received).isEqualTo(never.received);
      }
    }
  }

  @Test
  void aMergedMapIsLeftAsItWas() {
    ReceptionMap part = map(counts(6));
    List<String> before = told(part);
    ReceptionMap sum = new ReceptionMap();
    sum.merge(part);
    sum.add(Cells.of(55, 20), 2_900_000, false, 1, 1000, 1000);
    assertThat(told(part)).isEqualTo(before);
  }

  @Test
  void theCellsAroundAreAskedOnlyWhenTheCellItselfHoldsTooFew() {
    ReceptionMap map = new ReceptionMap();
    int here = Cells.of(55.1, 20.1);
    int next = Cells.of(55.3, 20.1);
    for (int mmsi = 1; mmsi <= 2; mmsi++) {
      for (long slot = 98; slot <= 102; slot++) {
        map.add(here, slot, false, mmsi, 60, 60);
        map.add(next, slot, false, 10 + mmsi, 60, 0);
      }
    }
    assertThat(map.others(here, 100, false, 0, 2, 2, 6).shareHeard())
        .isCloseTo(10.5 / 11, within(1e-9));
    // Without vessel 1 only one is left here: those next door, of whom nothing is heard, count too.
    assertThat(map.others(here, 100, false, 1, 2, 2, 6).shareHeard())
        .isCloseTo(5.5 / 16, within(1e-9));
    assertThat(map.others(here, 100, true, 0, 2, 2, 6).vesselCount()).isZero();
    assertThat(map.others(here, 200, false, 0, 2, 2, 6).vesselCount()).isZero();
  }

  @Test
  void timesBefore1970AndCellsAtBothEndsOfTheGlobeAreKeptApart() {
    ReceptionMap map = new ReceptionMap();
    int[] cells = {Cells.of(-90, -180), Cells.of(0, 0), Cells.of(90, 179.9)};
    for (int cell : cells) {
      for (long slot : new long[] {-3, 0, 5_000_000}) {
        map.add(cell, slot, false, 7, 2, 1);
        map.add(cell, slot, true, 7, 2, 1);
      }
    }
    assertThat(map.size()).isEqualTo(18);
    Map<Long, double[]> history = map.histories(mmsi -> mmsi == 7).getOrDefault(7, Map.of());
    assertThat(history.keySet()).containsExactly(-3L, 0L, 5_000_000L);
    assertThat(history.get(-3L)).containsExactly(12, 6);
  }
}
