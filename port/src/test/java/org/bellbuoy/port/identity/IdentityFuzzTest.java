package org.bellbuoy.port.identity;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;

class IdentityFuzzTest {
  private static final int[] TYPES = {0x88cc, 0x0806, 0x0800, 0x86dd};
  private static final int[] PORTS = {53, 67, 137, 161, 1900, 3702, 5353, 5355};

  @FuzzTest(maxDuration = "10m")
  void noBytesMakeAReaderThrow(FuzzedDataProvider data) {
    switch (data.consumeInt(0, 3)) {
      case 0 -> {
        byte[] payload = data.consumeBytes(1500);
        IdentityFuzz.check(frame(data.consumeInt(0, 1) == 0 ? payload.length : 0x88cc, payload));
      }
      case 1 -> {
        int type = TYPES[data.consumeInt(0, TYPES.length - 1)];
        IdentityFuzz.check(frame(type, data.consumeRemainingAsBytes()));
      }
      case 2 -> {
        Datagrams datagrams = new Datagrams(40000, PORTS[data.consumeInt(0, PORTS.length - 1)]);
        for (int i = 0; i < 4 && data.remainingBytes() > 0; i++) {
          boolean ask = data.consumeBoolean();
          datagrams.send(ask, data.consumeBytes(data.consumeInt(1, 1400)));
        }
        IdentityFuzz.check(datagrams.bytes());
      }
      default -> {
        Talk talk = new Talk(443).open();
        int asked = 1001;
        int answered = 5001;
        for (int i = 0; i < 6 && data.remainingBytes() > 0; i++) {
          boolean ask = data.consumeBoolean();
          byte[] bytes = data.consumeBytes(data.consumeInt(1, 1400));
          talk.segment(ask, ask ? asked : answered, ask ? answered : asked, 24, bytes);
          asked += ask ? bytes.length : 0;
          answered += ask ? 0 : bytes.length;
        }
        IdentityFuzz.check(talk.bytes());
      }
    }
  }

  private static byte[] frame(int type, byte[] payload) {
    byte[] whole = Arrays.copyOf(payload, Math.max(1, payload.length));
    return Captures.pcap().packet(1_700_000_000_000_000_000L, Frames.ethernet(type, whole)).bytes();
  }
}
