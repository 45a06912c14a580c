package org.bellbuoy.port.protocol.enip;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;

class EnipFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noMessagesMakeTheDecoderThrow(FuzzedDataProvider data) {
    Talk talk = new Talk(44818).open();
    Datagrams datagrams = new Datagrams(40000, 44818);
    int asked = 1001;
    int answered = 5001;
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      byte[] message = data.consumeBytes(data.consumeInt(0, 300));
      message = data.consumeBoolean() ? message : EnipFuzz.mended(message);
      if (ask) {
        talk.ask(asked, answered, message);
        asked += message.length;
      } else {
        talk.answer(answered, asked, message);
        answered += message.length;
      }
      datagrams.send(ask, message);
    }
    EnipFuzz.check(talk, datagrams);
  }
}
