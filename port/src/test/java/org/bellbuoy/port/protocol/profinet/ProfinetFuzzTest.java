package org.bellbuoy.port.protocol.profinet;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.bellbuoy.port.stream.Datagrams;

class ProfinetFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noFramesAndCallsMakeTheDecodersThrow(FuzzedDataProvider data) {
    LinkFrames frames = new LinkFrames();
    Datagrams calls = new Datagrams(50000, 34964);
    for (int i = 0; i < 8 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      byte[] head = ProfinetFuzz.call(data.consumeInt(0, ProfinetFuzz.calls() - 1));
      byte[] bytes = data.consumeBytes(data.consumeInt(0, 200));
      frames.frame(ask ? 1 : 2, ask ? 2 : 1, bytes);
      // Behind a good header, for none of its bytes would be guessed.
      byte[] call = Arrays.copyOf(head, Rpc.BYTES + bytes.length);
      System.arraycopy(bytes, 0, call, Rpc.BYTES, bytes.length);
      calls.send(ask, call);
    }
    ProfinetFuzz.check(frames.bytes());
    ProfinetFuzz.check(calls.bytes());
  }
}
