package org.bellbuoy.port.protocol.fins;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;

class FinsFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noFramesMakeTheDecodersThrow(FuzzedDataProvider data) {
    Datagrams datagrams = new Datagrams(40000, 9600).send(true, FinsFuzz.start(0));
    Talk talk = new Talk(9600).open();
    int sequence = 1001;
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean raw = data.consumeBoolean();
      byte[] frame = data.consumeBytes(data.consumeInt(1, 200));
      datagrams.send(data.consumeBoolean(), frame);
      byte[] sent = raw ? frame : FinsFuzz.tcp(frame);
      talk.ask(sequence, 5001, sent);
      sequence += sent.length;
    }
    FinsFuzz.check(datagrams.bytes());
    FinsFuzz.check(talk.bytes());
  }
}
