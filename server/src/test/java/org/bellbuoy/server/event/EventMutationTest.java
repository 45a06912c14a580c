package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMutationTest {
  @ParameterizedTest
  @CsvSource({"EVTX, 2500", "JSON, 3000", "XML, 3000"})
  void everyMutationOfAGoodContentEndsAndIsAccountedFor(EventFormat format, int rounds) {
    byte[] good =
        switch (format) {
          case EVTX -> EventFuzz.log();
          case JSON -> EventFuzz.json();
          case XML -> EventFuzz.xml();
        };
    assertThat(EventFuzz.check(good, format).rejects.size()).isLessThan(2);
    SplittableRandom random = new SplittableRandom(20260101);
    int[] told = new int[2];
    Assertions.assertTimeout(
        Duration.ofMinutes(2),
        () -> {
          for (int round = 0; round < rounds; round++) {
            KeptEvents kept = EventFuzz.check(mutated(good, format, random), format);
            told[0] += kept.events.size();
            told[1] += kept.rejects.size();
          }
        });
    assertThat(told[0]).isGreaterThan(rounds);
    assertThat(told[1]).isGreaterThan(rounds / 2);
  }

  private static byte[] mutated(byte[] good, EventFormat format, SplittableRandom random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      // Most of a chunk is free space, where changes do nothing.
      int at =
          format == EventFormat.EVTX && random.nextInt(8) > 0
              ? 4096 + random.nextInt(14_000)
              : random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> {
          int n = Math.min(1 + random.nextInt(16), bytes.length - at);
          int from = random.nextInt(bytes.length - n + 1);
          System.arraycopy(good, from, bytes, at, n);
        }
        default ->
            Arrays.fill(
                bytes,
                at,
                Math.min(bytes.length, at + 1 + random.nextInt(8)),
                (byte) (random.nextInt(2) * 0xff));
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }
}
