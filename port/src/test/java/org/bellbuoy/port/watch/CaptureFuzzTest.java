package org.bellbuoy.port.watch;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class CaptureFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noCaptureMakesTheReadingThrowOrHang(FuzzedDataProvider data) {
    byte[] start = CaptureFuzz.start(data.consumeInt(0, CaptureFuzz.STARTS - 1));
    // Changes within a good capture get further than bytes of their own.
    int changes = data.consumeInt(0, 32);
    for (int i = 0; i < changes; i++) {
      start[data.consumeInt(0, start.length - 1)] = data.consumeByte();
    }
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] content = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, content, start.length, rest.length);
    CaptureFuzz.check(content);
    CaptureFuzz.check(rest);
  }
}
