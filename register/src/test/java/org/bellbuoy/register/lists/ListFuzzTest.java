package org.bellbuoy.register.lists;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class ListFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void everyRowIsKeptOrTold(FuzzedDataProvider data) {
    StringBuilder text =
        new StringBuilder(data.consumeBoolean() ? ListTest.MADE_UP_1260H : ListTest.MADE_UP_ANNEX);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      int at = data.consumeInt(0, text.length() - 1);
      text.replace(at, at + 1, data.consumeString(4));
    }
    ListTest.keptOrTold(text.toString().getBytes(StandardCharsets.UTF_8));
    ListTest.keptOrTold(data.consumeRemainingAsBytes());
  }
}
