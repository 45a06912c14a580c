package org.bellbuoy.port.policy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class PolicyFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyTextIsAPolicyOrRefusedWithASentence(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(PolicyReaderTest.WHOLE);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    PolicyReaderTest.readOrSentence(text.toString());
    PolicyReaderTest.readOrSentence(data.consumeRemainingAsString());
  }
}
