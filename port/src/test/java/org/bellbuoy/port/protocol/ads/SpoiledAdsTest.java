package org.bellbuoy.port.protocol.ads;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: what can be read around the damage is read. */
class SpoiledAdsTest {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      AdsMessages talk = new AdsMessages().send(true, AdsFuzz.start(0));
      Datagrams datagrams = new Datagrams(48899, 48899).send(true, AdsFuzz.datagram(0));
      for (int i = 0; i < 5; i++) {
        byte[] message = spoiled(random, AdsFuzz.start(random.nextInt(AdsFuzz.starts())));
        boolean ask = random.nextBoolean();
        talk.send(ask, random.nextInt(4) == 0 ? message : AdsFuzz.mended(message));
        datagrams.send(ask, spoiled(random, AdsFuzz.datagram(random.nextInt(2))));
      }
      boolean on = round % 50 == 0;
      for (int i = 0; on && i < 60; i++) {
        talk.send(true, Upright.often(AdsFuzz.start(0), 1400));
      }
      Recorded recorded = AdsFuzz.check(talk.bytes());
      if (on) {
        Upright.readsFrom(recorded, recorded.result.health().packets());
      }
      AdsFuzz.check(datagrams.bytes());
    }
  }

  private static byte[] spoiled(Random random, byte[] bytes) {
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length + 4));
  }
}
