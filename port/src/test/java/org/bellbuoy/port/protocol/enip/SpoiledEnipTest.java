package org.bellbuoy.port.protocol.enip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Upright;
import org.junit.jupiter.api.Test;

/** Messages spoiled by a seeded hand: nothing throws, and what is whole is still read. */
class SpoiledEnipTest {
  @Test
  void aRealDownloadSpoiledManyTimesStillShowsMostOfItself() {
    byte[] whole = Recorded.bytes("enip/EIP-SoftwareDownload.pcap");
    int operations = Recorded.of(whole).operations.size();
    long rejected = Recorded.of(whole).rejects.counts().getOrDefault("cip-request", 0L);
    Random random = new Random(20261126);
    for (int round = 0; round < 20; round++) {
      byte[] capture = whole.clone();
      // Behind the file's header, so that it stays a capture; records may still break off.
      for (int changes = 1 + random.nextInt(40); changes > 0; changes--) {
        int at = 24 + random.nextInt(capture.length - 24);
        capture[at] = (byte) (capture[at] ^ 1 << random.nextInt(3));
      }
      assertThat(Recorded.of(capture).operations.size()).isLessThan(operations * 2);
    }
    // One message of each capture is spoiled in its service: it alone is lost.
    byte[] one = whole.clone();
    int at = one.length / 2;
    while (!(one[at] == 0x03 && one[at + 1] == 0x02 && one[at + 2] == 0x20)) {
      at++;
    }
    one[at + 1] = (byte) 0xff;
    assertThat(Recorded.of(one).operations).hasSize(operations);
    assertThat(Recorded.of(one).rejects.counts()).containsEntry("cip-request", rejected + 1);
  }

  @Test
  void messagesSpoiledManyTimes() {
    Random random = new Random(20261125);
    for (int round = 0; round < 2000; round++) {
      Talk talk = new Talk(44818).open();
      Datagrams datagrams = new Datagrams(40000, 2222);
      int asked = 1001;
      int answered = 5001;
      for (int i = 0; i < 8; i++) {
        byte[] message = EnipFuzz.start(random.nextInt(EnipFuzz.STARTS));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          message[random.nextInt(message.length)] = (byte) random.nextInt(256);
        }
        message = Arrays.copyOf(message, 1 + random.nextInt(message.length + 8));
        message = random.nextInt(4) == 0 ? message : EnipFuzz.mended(message);
        boolean ask = random.nextBoolean();
        if (ask) {
          talk.ask(asked, answered, message);
          asked += message.length;
        } else {
          talk.answer(answered, asked, message);
          answered += message.length;
        }
        datagrams.send(ask, message);
      }
      boolean on = round % 50 == 0;
      for (int i = 0; on && i < 60; i++) {
        byte[] good = Upright.often(EnipFuzz.start(0), 1400);
        talk.ask(asked, answered, good);
        asked += good.length;
      }
      Recorded recorded = EnipFuzz.check(talk, datagrams);
      if (on) {
        Upright.readsFrom(recorded, 3 + 8 + 60);
      }
    }
  }
}
