package org.bellbuoy.port.protocol.iec104;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Talk;

class Iec104FuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheDecoderThrow(FuzzedDataProvider data) {
    byte[] first = Iec104Fuzz.start(0);
    Talk talk = new Talk(2404).open().ask(1001, 5001, first);
    int asked = 1001 + first.length;
    int answered = 5001;
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      boolean mend = data.consumeBoolean();
      byte[] bytes = data.consumeBytes(data.consumeInt(0, Apci.LONGEST_BYTES));
      byte[] payload = mend ? Iec104Fuzz.mended(bytes) : bytes;
      talk.segment(ask, ask ? asked : answered, ask ? answered : asked, 24, payload);
      asked += ask ? payload.length : 0;
      answered += ask ? 0 : payload.length;
    }
    Iec104Fuzz.check(talk.bytes());
  }
}
