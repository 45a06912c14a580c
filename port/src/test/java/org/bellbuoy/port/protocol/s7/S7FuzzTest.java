package org.bellbuoy.port.protocol.s7;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class S7FuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheDecoderThrow(FuzzedDataProvider data) {
    S7Talk talk = new S7Talk().send(true, S7Fuzz.start(0));
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      byte[] bytes = data.consumeBytes(data.consumeInt(1, 300));
      talk.send(ask, data.consumeBoolean() ? bytes : S7Fuzz.mended(bytes));
    }
    S7Fuzz.check(talk.bytes());
  }
}
