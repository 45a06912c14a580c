package org.bellbuoy.port.protocol.s7;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledS7Test {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 3000; round++) {
      S7Talk talk = new S7Talk().send(true, S7Fuzz.start(0));
      for (int i = 0; i < 6; i++) {
        byte[] message = S7Fuzz.start(random.nextInt(S7Fuzz.starts()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(message, 1 + random.nextInt(message.length + 4));
        if (random.nextInt(8) == 0) {
          talk.lose(random.nextInt(20));
        }
        talk.send(random.nextBoolean(), random.nextInt(4) == 0 ? cut : S7Fuzz.mended(cut));
      }
      boolean on = round % 50 == 0;
      // A bad length may wait for as many bytes as a message may have; what follows is read.
      for (int i = 0; on && i < 50; i++) {
        talk.send(true, Upright.often(S7Fuzz.start(0), 1400));
      }
      Recorded recorded = S7Fuzz.check(talk.bytes());
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
    }
  }
}
