package org.bellbuoy.register.cables;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.bellbuoy.register.exchange.Staged;

class CablesFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyFileIsReadOrToldOf(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(CableTest.MADE_UP_CABLES);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    Staged.bytes(
            CableReader::of,
            text.toString().getBytes(StandardCharsets.UTF_8),
            data.consumeRemainingAsBytes())
        .register();
  }
}
