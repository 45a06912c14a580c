package org.bellbuoy.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();

  private String told() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shareRateAndTimeLeftFollowFromWhatWasReadInTheTimeTaken() {
    Progress progress = new Progress(true, out, clock::get, 1000);
    clock.set(2_000_000_000L);
    progress.advance(250, 5000);
    // A quarter in 2 s: 6 s are left, at 2500 a second.
    assertThat(told()).contains(" 25 %").contains("6 s left").contains("2,500 a second");
  }

  @Test
  void moreBytesThanAnnouncedAreNeverMoreThanAll() {
    Progress progress = new Progress(true, out, clock::get, 1000);
    clock.set(1_000_000_000L);
    progress.advance(5000, 1);
    assertThat(told()).contains("100 %").contains("0 s left");
  }

  @Test
  void itIsToldAtMostFourTimesASecond() {
    Progress progress = new Progress(true, out, clock::get, 1000);
    for (int i = 0; i < 1000; i++) {
      clock.addAndGet(1_000_000);
      progress.advance(i, i);
    }
    assertThat(told().chars().filter(c -> c == '\r').count()).isEqualTo(4);
  }

  @Test
  void nothingIsWrittenWhereNobodyLooks() {
    Progress progress = new Progress(false, out, clock::get, 1000);
    clock.set(5_000_000_000L);
    progress.advance(500, 10);
    progress.done();
    assertThat(told()).isEmpty();
  }
}
