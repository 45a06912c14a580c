package org.bellbuoy.port.protocol.dnp3;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Talk;

class Dnp3FuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheDecoderThrow(FuzzedDataProvider data) {
    byte[] first = Dnp3Frames.ask("c10d");
    Talk talk = new Talk(20000).open().ask(1001, 5001, first);
    int asked = 1001 + first.length;
    int answered = 5001;
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      boolean framed = data.consumeBoolean();
      byte[] bytes = data.consumeBytes(data.consumeInt(0, Link.MOST_DATA));
      // Good check sums let more than their test be reached.
      byte[] payload =
          framed ? Dnp3Frames.frame(ask ? 0xc4 : 0x44, ask ? 10 : 1, ask ? 1 : 10, bytes) : bytes;
      talk.segment(ask, ask ? asked : answered, ask ? answered : asked, 24, payload);
      asked += ask ? payload.length : 0;
      answered += ask ? 0 : payload.length;
    }
    Dnp3Fuzz.check(talk.bytes());
  }
}
