package org.bellbuoy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineTest {
  private static final long TICK = 1000;

  private static List<String> found(List<Tally.Line> lines, int threads, int batch) {
    try (Engine<Tally.Item, Tally.State, String> engine = engine(threads)) {
      Tally.feed(engine, lines, batch);
      return engine.finish(Comparator.naturalOrder());
    }
  }

  private static Engine<Tally.Item, Tally.State, String> engine(int threads) {
    return new Engine<>(threads, TICK, Tally::new, Tally.Item::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyNumberOfThreadsFindsTheSame(long seed) {
    List<Tally.Line> lines = Tally.stream(seed, 20_000);
    List<String> alone = found(lines, 1, 512);
    assertThat(alone)
        .anyMatch(s -> s.contains(" gap "))
        .anyMatch(s -> s.contains(" late "))
        .anyMatch(s -> s.contains(" tick "));
    for (int threads : new int[] {2, 3, 8}) {
      assertThat(found(lines, threads, 512)).as("%d threads", threads).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 4096})
  void whereBatchesEndChangesNothing(int batch) {
    List<Tally.Line> lines = Tally.stream(4, 5_000);
    assertThat(found(lines, 2, batch)).isEqualTo(found(lines, 1, 5_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void eventTimeIsToldBetweenTheTwoRecordsThatItPassesBetween(int threads) {
    // Subject 5 is heard at 100 and 2600: by the second, other records have passed 1000 and 2000.
    List<Tally.Line> lines =
        List.of(
            new Tally.Line(5, 100, 1),
            new Tally.Line(6, 999, 10),
            new Tally.Line(6, 1000, 10),
            new Tally.Line(6, 1500, 10),
            // Older than what was seen: time does not go back, so nothing is told again.
            new Tally.Line(6, 900, 10),
            new Tally.Line(6, 3400, 10),
            new Tally.Line(5, 3500, 2));
    for (int batch = 1; batch <= lines.size(); batch++) {
      assertThat(found(lines, threads, batch))
          .as("batches of %d", batch)
          .containsExactlyInAnyOrder(
              "5 tick 1000 1 1",
              "6 tick 1000 1 10",
              // 2000 was passed together with 3000: one call tells of both.
              "5 tick 3000 2 1",
              "6 tick 3000 1 40",
              "6 late 900 10",
              "6 gap 1500 3400",
              "5 gap 100 3500",
              "5 end 3500 3",
              "6 end 3500 50");
    }
  }

  @Test
  void theWatermarkIsTheNewestEventTimeAndSubjectsAreCounted() {
    try (Engine<Tally.Item, Tally.State, String> engine = engine(2)) {
      assertThat(engine.watermark()).isEqualTo(Long.MIN_VALUE);
      Tally.feed(engine, List.of(new Tally.Line(1, 70, 0), new Tally.Line(2, 50, 0)), 1);
      assertThat(engine.watermark()).isEqualTo(70);
      assertThat(engine.subjects()).isEqualTo(2);
      assertThat(engine.detectors()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,8", "2,3", "8,1", "8,2"})
  void aSnapshotTakenMidwayGoesOnWithAnyNumberOfThreads(int before, int after) throws IOException {
    List<Tally.Line> lines = Tally.stream(9, 6_000);
    for (int cut : new int[] {0, 1, 2_999, 6_000}) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      List<String> told = new ArrayList<>();
      try (Engine<Tally.Item, Tally.State, String> engine = engine(before)) {
        Tally.feed(engine, lines.subList(0, cut), 100);
        engine.snapshot(new DataOutputStream(kept));
        // What it would say only at the end is no part of what it had found.
        told.addAll(engine.finish(Comparator.naturalOrder()));
        told.removeIf(s -> s.contains(" end "));
      }
      try (Engine<Tally.Item, Tally.State, String> engine = engine(after)) {
        engine.restore(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
        Tally.feed(engine, lines.subList(cut, lines.size()), 77);
        told.addAll(engine.finish(Comparator.naturalOrder()));
      }
      told.sort(Comparator.naturalOrder());
      assertThat(told).as("cut at %d", cut).isEqualTo(found(lines, 1, 512));
    }
  }

  @Test
  void theSnapshotIsTheSameBytesWithAnyNumberOfThreads() throws IOException {
    List<Tally.Line> lines = Tally.stream(9, 3_000);
    List<String> kept = new ArrayList<>();
    for (int threads : new int[] {1, 2, 8}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Engine<Tally.Item, Tally.State, String> engine = engine(threads)) {
        Tally.feed(engine, lines, 100);
        engine.snapshot(new DataOutputStream(bytes));
      }
      kept.add(java.util.HexFormat.of().formatHex(bytes.toByteArray()));
    }
    assertThat(kept).containsOnly(kept.getFirst());
  }

  /** Fails at one record. */
  private static final class Broken extends Tally {
    @Override
    public void record(Tally.State state, Tally.Item item, Consumer<? super String> out) {
      if (item.value == -1) {
        throw new IllegalArgumentException("a bug in the detector");
      }
      super.record(state, item, out);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void aBugInADetectorReachesTheCallerAndNobodyWaitsForEver(int threads) {
    List<Tally.Line> lines = new ArrayList<>(Tally.stream(1, 500));
    lines.add(new Tally.Line(200_000_000L, lines.getLast().epochMillis(), -1));
    // Far more batches than may wait for a worker.
    lines.addAll(Tally.stream(2, 20_000));
    assertThatThrownBy(
            () -> {
              try (Engine<Tally.Item, Tally.State, String> engine =
                  new Engine<>(threads, TICK, Broken::new, Tally.Item::new)) {
                Tally.feed(engine, lines, 50);
                engine.finish(Comparator.naturalOrder());
              }
            })
        .hasStackTraceContaining("IllegalArgumentException: a bug in the detector");
  }

  @Test
  void thereIsNoEngineWithoutThreadsOrTicks() {
    assertThatThrownBy(() -> engine(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Engine<>(1, 0, Tally::new, Tally.Item::new))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
