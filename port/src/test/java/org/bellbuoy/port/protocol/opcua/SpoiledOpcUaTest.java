package org.bellbuoy.port.protocol.opcua;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledOpcUaTest {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      Talk talk = new Talk(4840).open();
      int asked = 1001;
      int answered = 5001;
      for (int i = 0; i < 8; i++) {
        byte[] message = UaFuzz.start(random.nextInt(UaFuzz.STARTS));
        for (int changes = random.nextInt(6); changes > 0; changes--) {
          message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        message = Arrays.copyOf(message, 1 + random.nextInt(message.length + 8));
        message = random.nextInt(4) == 0 ? message : UaFuzz.mended(message);
        if (random.nextBoolean()) {
          talk.ask(asked, answered, message);
          asked += message.length;
        } else {
          talk.answer(answered, asked, message);
          answered += message.length;
        }
      }
      boolean on = round % 50 == 0;
      for (int i = 0; on && i < 60; i++) {
        byte[] good = Upright.often(UaFuzz.start(0), 1400);
        talk.ask(asked, answered, good);
        asked += good.length;
      }
      Recorded recorded = UaFuzz.check(talk);
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
    }
  }
}
