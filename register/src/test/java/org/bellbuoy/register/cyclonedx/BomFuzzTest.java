package org.bellbuoy.register.cyclonedx;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class BomFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyBillIsReadOrToldOf(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(BomTest.CRANE);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    BomTest.keptOrTold(text.toString().getBytes(StandardCharsets.UTF_8));
    BomTest.keptOrTold(data.consumeRemainingAsBytes());
  }
}
