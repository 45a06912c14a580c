package org.bellbuoy.port.protocol.bacnet;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Datagrams spoiled by a seeded hand: nothing throws, and what follows is read. */
class SpoiledBacnetTest {
  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      Datagrams datagrams = new Datagrams(40000, 47808).send(true, BacnetFuzz.start(0));
      for (int i = 0; i < 6; i++) {
        byte[] datagram = BacnetFuzz.start(random.nextInt(BacnetFuzz.starts()));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          datagram[random.nextInt(datagram.length)] = (byte) random.nextInt(256);
        }
        byte[] cut = Arrays.copyOf(datagram, 1 + random.nextInt(datagram.length + 4));
        datagrams.send(random.nextBoolean(), random.nextInt(4) == 0 ? cut : BacnetFuzz.mended(cut));
      }
      // Behind the last bad one, a good one is read.
      byte[] good = BacnetFuzz.mended(BacnetFuzz.start(0));
      good[8] = 0x33;
      Recorded recorded = BacnetFuzz.check(datagrams.send(true, good).bytes());
      Upright.readsFrom(recorded, 8);
    }
  }
}
