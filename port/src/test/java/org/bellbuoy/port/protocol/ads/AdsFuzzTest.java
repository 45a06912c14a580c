package org.bellbuoy.port.protocol.ads;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Datagrams;

class AdsFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheDecodersThrow(FuzzedDataProvider data) {
    AdsMessages talk = new AdsMessages().send(true, AdsFuzz.start(0));
    Datagrams datagrams = new Datagrams(48899, 48899).send(true, AdsFuzz.datagram(0));
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      boolean mend = data.consumeBoolean();
      byte[] bytes = data.consumeBytes(data.consumeInt(1, 300));
      talk.send(ask, mend ? AdsFuzz.mended(bytes) : bytes);
      datagrams.send(ask, bytes);
    }
    AdsFuzz.check(talk.bytes());
    AdsFuzz.check(datagrams.bytes());
  }
}
