package org.bellbuoy.port.protocol.opcua;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Talk;

class OpcUaFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noMessagesMakeTheDecoderThrow(FuzzedDataProvider data) {
    Talk talk = new Talk(4840).open();
    int asked = 1001;
    int answered = 5001;
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      int start = data.consumeInt(-1, UaFuzz.STARTS - 1);
      byte[] message = start < 0 ? data.consumeBytes(data.consumeInt(0, 300)) : UaFuzz.start(start);
      for (int changes = start < 0 ? 0 : data.consumeInt(0, 8); changes > 0; changes--) {
        message[data.consumeInt(0, message.length - 1)] = data.consumeByte();
      }
      message = data.consumeBoolean() ? message : UaFuzz.mended(message);
      if (ask) {
        talk.ask(asked, answered, message);
        asked += message.length;
      } else {
        talk.answer(answered, asked, message);
        answered += message.length;
      }
    }
    UaFuzz.check(talk);
  }
}
