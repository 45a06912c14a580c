package org.bellbuoy.sea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Whatever the bytes, nothing throws, every line is counted once, and chunks do not matter. */
final class NmeaReaderFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyBytes(byte[] bytes) {
    List<String> whole = read(bytes, Math.max(1, bytes.length));
    assertThat(read(bytes, 7)).isEqualTo(whole);
    assertThat(read(bytes, 1)).isEqualTo(whole);
  }

  private static List<String> read(byte[] bytes, int chunk) {
    List<String> told = new ArrayList<>();
    Checker checker = new Checker(told, bytes.length);
    NmeaReader reader = new NmeaReader(checker);
    for (int at = 0; at < bytes.length; at += chunk) {
      reader.read(bytes, at, Math.min(bytes.length, at + chunk));
    }
    reader.finish();
    long counted =
        reader.messageLines()
            + reader.rejectedLines()
            + reader.contextLines()
            + reader.ignoredLines();
    assertThat(counted).isEqualTo(reader.lines());
    return told;
  }

  private static final class Checker implements NmeaHandler {
    private final List<String> told;
    private final int size;
    private final AisJson scaled = AisJson.scaled();
    private final AisJson raw = AisJson.raw();
    private long lastOffset = -1;

    Checker(List<String> told, int size) {
      this.told = told;
      this.size = size;
    }

    @Override
    public void message(AisMessage message, NmeaContext context) {
      assertThat(context.offset()).isGreaterThan(lastOffset);
      assertThat(context.offset() + context.length()).isLessThanOrEqualTo(size);
      lastOffset = context.offset();
      StringBuilder out = new StringBuilder();
      raw.write(message, context, out);
      scaled.write(message, context, out);
      told.add(out.toString());
    }

    @Override
    public void reject(NmeaReject reason, long offset, int length, long line, String detail) {
      assertThat(offset).isBetween(0L, (long) size);
      assertThat(offset + length).isLessThanOrEqualTo(size);
      assertThat(detail).isNotEmpty();
      told.add(reason + " " + offset + " " + length + " " + line + " " + detail);
    }
  }
}
