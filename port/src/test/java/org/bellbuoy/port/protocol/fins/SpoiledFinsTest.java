package org.bellbuoy.port.protocol.fins;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Frames spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledFinsTest {
  @Test
  void framesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 1500; round++) {
      Datagrams datagrams = new Datagrams(40000, 9600).send(true, FinsFuzz.start(0));
      Talk talk = new Talk(9600).open();
      int sequence = 1001;
      for (int i = 0; i < 5; i++) {
        byte[] frame = FinsFuzz.start(random.nextInt(FinsFuzz.starts()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(frame, 1 + random.nextInt(frame.length + 4));
        datagrams.send(random.nextBoolean(), cut);
        byte[] sent = random.nextInt(4) == 0 ? cut : FinsFuzz.tcp(cut);
        talk.ask(sequence, 5001, sent);
        sequence += sent.length;
      }
      FinsFuzz.check(datagrams.bytes());
      boolean on = round % 20 == 0;
      for (int i = 0; on && i < 5; i++) {
        byte[] good = Upright.often(FinsFuzz.tcp(FinsFuzz.start(0)), 1400);
        talk.ask(sequence, 5001, good);
        sequence += good.length;
      }
      Recorded recorded = FinsFuzz.check(talk.bytes());
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
    }
  }
}
