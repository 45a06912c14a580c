package org.bellbuoy.port.protocol.dnp3;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledDnp3Test {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      Datagrams datagrams = new Datagrams(40000, 20000);
      Talk talk = new Talk(20000).open();
      int sequence = 1001;
      for (int i = 0; i < 6; i++) {
        byte[] message = Dnp3Fuzz.start(random.nextInt(Dnp3Fuzz.starts()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(message, 1 + random.nextInt(message.length + 4));
        boolean ask = random.nextBoolean();
        byte[] frame = Dnp3Frames.frame(ask ? 0xc4 : 0x44, ask ? 10 : 1, ask ? 1 : 10, cut);
        if (random.nextInt(4) == 0) {
          frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        datagrams.send(ask, frame);
        talk.ask(sequence, 5001, frame);
        sequence += frame.length + (random.nextInt(8) == 0 ? 3 : 0);
      }
      Dnp3Fuzz.check(datagrams.bytes());
      boolean on = round % 20 == 0;
      for (int i = 0; on && i < 3; i++) {
        byte[] good = Upright.often(Dnp3Frames.frame(0xc4, 10, 1, Dnp3Fuzz.start(0)), 600);
        talk.ask(sequence, 5001, good);
        sequence += good.length;
      }
      Recorded recorded = Dnp3Fuzz.check(talk.bytes());
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
    }
  }
}
