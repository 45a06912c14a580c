package org.bellbuoy.port.protocol.profinet;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.junit.jupiter.api.Test;

/** Frames and calls spoiled by a seeded hand: nothing throws. */
class SpoiledProfinetTest {
  @Test
  void framesAndCallsSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      LinkFrames frames = new LinkFrames();
      Datagrams calls = new Datagrams(50000, 34964).send(true, ProfinetFuzz.call(0));
      for (int i = 0; i < 6; i++) {
        boolean ask = random.nextBoolean();
        byte[] frame = ProfinetFuzz.frame(random.nextInt(ProfinetFuzz.frames()));
        frames.frame(ask ? 1 : 2, ask ? 2 : 1, spoiled(random, frame, 0));
        byte[] call = ProfinetFuzz.call(random.nextInt(ProfinetFuzz.calls()));
        calls.send(ask, spoiled(random, call, random.nextInt(4) == 0 ? 0 : Rpc.BYTES));
      }
      ProfinetFuzz.check(frames.bytes());
      ProfinetFuzz.check(calls.bytes());
    }
  }

  private static byte[] spoiled(Random random, byte[] bytes, int from) {
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(bytes, from + 1 + random.nextInt(bytes.length - from + 4));
  }
}
