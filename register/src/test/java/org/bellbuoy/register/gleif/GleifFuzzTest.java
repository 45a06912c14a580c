package org.bellbuoy.register.gleif;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.bellbuoy.register.exchange.Staged;

class GleifFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyFileIsReadOrToldOf(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(GleifTest.LEVEL_2);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    GleifTest.keptOrTold(text.toString().getBytes(StandardCharsets.UTF_8));
    Staged.bytes(GleifReader::of, data.consumeRemainingAsBytes()).register();
  }
}
