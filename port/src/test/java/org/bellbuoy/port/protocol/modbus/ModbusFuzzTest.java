package org.bellbuoy.port.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Modbus over TCP, and UMAS within its function 0x5A. */
class ModbusFuzzTest {
  private static final int UMAS = 0x5a;

  /** A whole message: header of seven bytes (MBAP), function and what follows. */
  private static byte[] message(int transaction, int unit, int function, byte[] rest) {
    return ByteBuffer.allocate(8 + rest.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (2 + rest.length))
        .put((byte) unit)
        .put((byte) function)
        .put(rest)
        .array();
  }

  @FuzzTest(maxDuration = "10m")
  void noMessagesMakeTheDecoderThrow(FuzzedDataProvider data) {
    Talk talk = new Talk(502).open();
    int asked = 1001;
    int answered = 5001;
    for (int i = 0; i < 12 && data.remainingBytes() > 0; i++) {
      boolean ask = data.consumeBoolean();
      int function = data.consumeBoolean() ? UMAS : data.consumeInt(0, 255);
      byte[] rest = data.consumeBytes(data.consumeInt(0, 260));
      byte[] sent =
          data.consumeBoolean() || rest.length == 0 ? message(i, 1, function, rest) : rest;
      if (ask) {
        talk.ask(asked, answered, sent);
        asked += sent.length;
      } else {
        talk.answer(answered, asked, sent);
        answered += sent.length;
      }
    }
    Upright.check(List.of(new ModbusProtocol()), List.of(), talk.bytes());
  }

  @Test
  void oneBadMessageNeverSilencesWhatComesAfterIt() {
    Random random = new Random(7);
    byte[] write = message(9, 1, 5, new byte[] {0, 20, (byte) 0xff, 0});
    for (int round = 0; round < 300; round++) {
      byte[] bad = new byte[random.nextInt(1, 200)];
      random.nextBytes(bad);
      Talk talk = new Talk(502).open();
      int asked = 1001;
      for (byte[] sent : List.of(write, message(3, 1, random.nextInt(256), bad), write, write)) {
        talk.ask(asked, 5001, sent);
        asked += sent.length;
      }
      assertThat(Upright.check(List.of(new ModbusProtocol()), List.of(), talk.bytes()).operations)
          .filteredOn(operation -> operation.functionName().equals("write-single-coil"))
          .as("round %d", round)
          .hasSizeGreaterThanOrEqualTo(3);
    }
  }
}
