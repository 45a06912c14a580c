package org.bellbuoy.port.protocol.bacnet;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.bellbuoy.port.stream.Datagrams;

class BacnetFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noDatagramsMakeTheDecoderThrow(FuzzedDataProvider data) {
    Datagrams datagrams = new Datagrams(40000, 47808).send(true, BacnetFuzz.start(0));
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      byte[] datagram = data.consumeBytes(data.consumeInt(0, 300));
      datagrams.send(ask, data.consumeBoolean() ? datagram : BacnetFuzz.mended(datagram));
    }
    BacnetFuzz.check(datagrams.bytes());
  }
}
