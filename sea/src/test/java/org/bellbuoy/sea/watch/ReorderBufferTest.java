package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Reports;
import org.junit.jupiter.api.Test;

class ReorderBufferTest {
  private final List<Long> times = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private final List<Integer> sources = new ArrayList<>();

  private ReorderBuffer buffer(long lateness) {
    AisRecord r = new AisRecord();
    return new ReorderBuffer(
        lateness,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            batch.load(i, r);
            times.add(r.epochMillis);
            order.add(r.mmsi);
            sources.add(r.source);
          }
        });
  }

  private static AisRecord at(int number, long sinceStart) {
    return Reports.position(number, START + sinceStart, 55, 20, 0, 0);
  }

  @Test
  void whatIsOutOfOrderByLessThanTheLatenessComesOutInOrder() {
    SplittableRandom random = new SplittableRandom(1);
    ReorderBuffer buffer = buffer(60_000);
    int count = 50_000;
    for (int i = 0; i < count; i++) {
      buffer.add(at(i, i * 100L - random.nextLong(60_000)), i % 3);
    }
    buffer.finish();
    assertThat(times).hasSize(count).isSorted();
    assertThat(order).doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      assertThat(sources.get(i)).isEqualTo(order.get(i) % 3);
    }
  }

  @Test
  void equalTimesKeepTheOrderOfTheStream() {
    ReorderBuffer buffer = buffer(60_000);
    for (int i = 0; i < 30_000; i++) {
      buffer.add(at(i, i / 1000 * 1000L), 0);
    }
    buffer.finish();
    assertThat(order).isSorted();
  }

  @Test
  void whatComesLaterThanThatIsHandedOnAllTheSame() {
    ReorderBuffer buffer = buffer(60_000);
    for (int i = 0; i < 20_000; i++) {
      buffer.add(at(i, i * 1000L), 0);
    }
    buffer.add(at(99_999, 0), 0);
    buffer.finish();
    assertThat(times).hasSize(20_001);
    assertThat(order).contains(99_999);
    assertThat(order.indexOf(99_999)).isGreaterThan(8_000);
  }

  @Test
  void manyRecordsOfOneMomentAreNoProblem() {
    ReorderBuffer buffer = buffer(60_000);
    for (int i = 0; i < 100_000; i++) {
      buffer.add(at(i, 0), 0);
    }
    buffer.finish();
    assertThat(order).hasSize(100_000).isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void anEmptyStreamGivesNothing() {
    buffer(60_000).finish();
    assertThat(times).isEmpty();
  }
}
