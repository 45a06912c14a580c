package org.bellbuoy.port.protocol.iec104;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledIec104Test {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      Talk talk = new Talk(2404).open();
      int asked = 1001;
      int answered = 5001;
      for (int i = 0; i < 8; i++) {
        byte[] message = Iec104Fuzz.start(random.nextInt(Iec104Fuzz.starts()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(message, 1 + random.nextInt(message.length + 4));
        byte[] payload = random.nextInt(4) == 0 ? cut : Iec104Fuzz.mended(cut);
        boolean ask = random.nextBoolean();
        talk.segment(ask, ask ? asked : answered, ask ? answered : asked, 24, payload);
        asked += ask ? payload.length : 0;
        answered += ask ? 0 : payload.length;
      }
      boolean on = round % 20 == 0;
      for (int i = 0; on && i < 3; i++) {
        byte[] good = Upright.often(Iec104Fuzz.start(0), 600);
        talk.ask(asked, answered, good);
        asked += good.length;
      }
      Recorded recorded = Iec104Fuzz.check(talk.bytes());
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
    }
  }
}
