package org.bellbuoy.register.ftm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class FtmFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyLineIsKeptOrTold(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(FtmTest.MADE_UP);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    FtmTest.keptOrTold(text.toString().getBytes(StandardCharsets.UTF_8));
    FtmTest.keptOrTold(data.consumeRemainingAsBytes());
  }
}
