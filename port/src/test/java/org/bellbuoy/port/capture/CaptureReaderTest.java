package org.bellbuoy.port.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureReaderTest {
  private static final long TIME = 1_700_000_000_123_456_789L;

  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void pcapOfBothByteOrdersAndBothUnitsOfTimeIsRead(boolean big, boolean nanos)
      throws SourceException {
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    readAll(
        Captures.pcap(order, nanos, 1)
            .packet(TIME, Captures.named("one"))
            .packet(TIME + 1000, Captures.named("two"), 90)
            .bytes());

    assertThat(read).containsExactly("1 one of 20", "2 two of 90");
    assertThat(times.getFirst()).isEqualTo(nanos ? TIME : TIME - 789);
    assertThat(rejects).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Units of the option: a millionth is what it is without the option.
    "-1, 1700000000123456, 1700000000123456000",
    "6, 1700000000123456, 1700000000123456000",
    "9, 1700000000123456789, 1700000000123456789",
    "3, 1700000000123, 1700000000123000000",
    "0, 1700000000, 1700000000000000000",
    // Half seconds, and seconds divided by 2^32.
    "129, 3400000001, 1700000000500000000",
    "160, 7301444403730242871, 1700000000123456789"
  })
  void timesOfPcapngFollowTheResolutionOfTheirInterface(int resolution, long units, long epochNanos)
      throws SourceException {
    readAll(
        Captures.pcapng(ByteOrder.LITTLE_ENDIAN)
            .face(1, 0, resolution)
            .enhanced(0, units, Captures.named("one"))
            .bytes());

    assertThat(times).hasSize(1);
    assertThat(times.getFirst()).isCloseTo(epochNanos, org.assertj.core.data.Offset.offset(1L));
  }

  @Test
  void eachSectionOfPcapngHasInterfacesOfItsOwnAndOtherBlocksArePassedOver()
      throws SourceException {
    readAll(
        Captures.pcapng(ByteOrder.BIG_ENDIAN)
            .face(1, 0, -1)
            .face(113, 0, 9)
            .enhanced(1, TIME, Captures.named("cooked"))
            .block(4, new byte[8])
            .block(0x0bad, new byte[400_000])
            .enhanced(0, TIME / 1000, Captures.named("ether"))
            .raw(
                Captures.pcapng(ByteOrder.LITTLE_ENDIAN)
                    .face(101, 10, -1)
                    .simple(Captures.named("raw"))
                    .bytes())
            .bytes());

    assertThat(read).containsExactly("1 cooked of 20", "2 ether of 20", "3 raw of 20");
    assertThat(rejects).isEmpty();
  }

  @Test
  void aCutCaptureGivesWhatCameBeforeAndSaysWhereItEnds() throws SourceException {
    byte[] whole =
        Captures.pcap()
            .packet(TIME, Captures.named("one"))
            .packet(TIME, Captures.named("two"))
            .bytes();
    for (int bytes = 0; bytes < whole.length; bytes++) {
      rejects.clear();
      read.clear();
      readAll(java.util.Arrays.copyOf(whole, bytes));
      boolean between = bytes == 24 || bytes == 24 + 36;
      assertThat(rejects).as("cut at " + bytes).hasSize(between ? 0 : 1);
      assertThat(read).hasSize(bytes < 60 ? 0 : 1);
    }
    assertThat(rejects.getFirst().detail())
        .isEqualTo(
            "the capture ends within packet 2: 35 of 36 bytes are there; what came before was"
                + " read.");
    assertThat(rejects.getFirst().offset()).isEqualTo(60);
  }

  @Test
  void behindAnImpossibleLengthTheNextPacketIsFound() throws SourceException {
    byte[] capture =
        Captures.pcap()
            .packet(TIME, Captures.named("one"))
            .packet(TIME, Captures.named("broken"))
            .packet(TIME, Captures.named("three"))
            .packet(TIME, Captures.named("four"))
            .bytes();
    capture[60 + 11] = 0x7f;
    readAll(capture);

    assertThat(read).containsExactly("1 one of 20", "2 three of 20", "3 four of 20");
    assertThat(rejects).extracting(Reject::reason).containsExactly("impossible-length");
    assertThat(rejects.getFirst().offset()).isEqualTo(60);
    assertThat(rejects.getFirst().length()).isEqualTo(36);
    assertThat(rejects.getFirst().detail()).contains("2130706452 bytes").contains("36 bytes on");
  }

  @Test
  void behindABlockWhoseLengthsDisagreeTheNextIsFound() throws SourceException {
    byte[] capture =
        Captures.pcapng(ByteOrder.LITTLE_ENDIAN)
            .face(1, 0, -1)
            .enhanced(0, 1, Captures.named("one"))
            .enhanced(0, 2, Captures.named("two"))
            .bytes();
    int second = capture.length - 52;
    capture[second - 4]++;
    readAll(capture);

    assertThat(read).containsExactly("1 two of 20");
    assertThat(rejects).extracting(Reject::reason).containsExactly("impossible-length");
  }

  @Test
  void whatIsNoCaptureOrOfAnUnknownLinkIsSaidInASentence() throws SourceException {
    readAll("GET / HTTP".getBytes(StandardCharsets.US_ASCII));
    readAll(Captures.pcap(ByteOrder.BIG_ENDIAN, false, 147).bytes());
    readAll(
        Captures.pcapng(ByteOrder.LITTLE_ENDIAN)
            .face(127, 0, -1)
            .face(1, 0, -1)
            .enhanced(0, 1, Captures.named("radio"))
            .enhanced(1, 2, Captures.named("wire"))
            .enhanced(7, 3, Captures.named("nobody"))
            .bytes());

    assertThat(rejects)
        .extracting(Reject::reason)
        .containsExactly("not-a-capture", "link-type", "link-type", "unknown-interface");
    assertThat(rejects.get(1).detail()).startsWith("link type 147 is not read");
    assertThat(read).containsExactly("2 wire of 20");
  }

  @Test
  void aRotatedSetIsReadInTheOrderOfItsTimesAndOverlappingCapturesAreMerged()
      throws SourceException, IOException {
    byte[] late = Captures.pcap().packet(TIME + 3_000_000, Captures.named("c")).bytes();
    byte[] early =
        Captures.pcap()
            .packet(TIME, Captures.named("a"))
            .packet(TIME + 5_000_000, Captures.named("e"))
            .bytes();
    byte[] middle =
        Captures.pcap()
            .packet(TIME + 1_000_000, Captures.named("b"))
            .packet(TIME + 4_000_000, Captures.named("d"))
            .bytes();
    readAll(late, gz(early), middle);

    assertThat(read)
        .containsExactly("1 a of 20", "1 b of 20", "1 c of 20", "2 d of 20", "2 e of 20");
    assertThat(rejects).isEmpty();
  }

  @Test
  void aLargeCaptureThatIsReadAheadIsReadWholeAndDigestedAsItIs() throws Exception {
    Captures written = Captures.pcap();
    for (int i = 0; i < 5_000; i++) {
      written.packet(TIME + i * 1000L, java.util.Arrays.copyOf(Captures.named("n" + i), 1400));
    }
    byte[] capture = written.bytes();
    assertThat(capture.length).isGreaterThan(4 << 20);
    Input input =
        new Input("x", "x", capture.length, true, () -> new ByteArrayInputStream(capture));
    long packets = 0;
    try (CaptureSet set = CaptureSet.of(List.of(input), rejects::add)) {
      for (Packet p = set.next(); p != null; p = set.next()) {
        String name = new String(p.buffer(), p.offset(), 20, StandardCharsets.US_ASCII);
        assertThat(name.trim()).isEqualTo("n" + packets++);
        assertThat(p.frame()).isEqualTo(packets);
        assertThat(p.fileOffset()).isEqualTo(24 + (packets - 1) * 1416);
      }
      assertThat(packets).isEqualTo(5_000);
      assertThat(set.sources().getFirst().contentSha256())
          .isEqualTo(
              java.util.HexFormat.of()
                  .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(capture)));
    }
    assertThat(rejects).isEmpty();
  }

  @Test
  void standardInputThatIsNoCaptureAndNeverEndsIsLetGo() throws SourceException {
    java.io.InputStream endless =
        new java.io.InputStream() {
          @Override
          public int read() {
            return 'y';
          }
        };
    Input input = new Input("standard input", "-", -1, true, () -> endless);
    try (CaptureSet set = CaptureSet.of(List.of(input), rejects::add)) {
      assertThat(set.next()).isNull();
      assertThat(set.problems()).hasSize(1);
    }
    assertThat(rejects).extracting(Reject::reason).containsExactly("not-a-capture");
  }

  @Test
  void whatOfACaptureWasNotReadIsSaidWithItsNameAndHowMuchItIs() throws SourceException {
    byte[] capture =
        Captures.pcap()
            .packet(TIME, Captures.named("one"))
            .packet(TIME, Captures.named("broken"))
            .packet(TIME, Captures.named("three"))
            .packet(TIME, Captures.named("four"))
            .bytes();
    byte[] cut = java.util.Arrays.copyOf(capture, capture.length - 1);
    byte[] broken = capture.clone();
    broken[60 + 11] = 0x7f;
    byte[] lost = java.util.Arrays.copyOf(broken, 60 + 36);

    String behind = ", and what was captured after that is not known";
    assertThat(breaks(capture)).isEmpty();
    assertThat(breaks(cut))
        .containsExactly(
            "x breaks off within packet 4, of which 35 of 36 bytes are there" + behind);
    assertThat(breaks(broken))
        .containsExactly(
            "x has one place of 36 bytes that was not read (packet 2 is said to have 2130706452"
                + " bytes; the next packet was found 36 bytes on)");
    assertThat(breaks(lost))
        .containsExactly(
            "x has one place of 36 bytes that was not read (packet 2 is said to have 2130706452"
                + " bytes, and no packet was found behind it; the rest was not read)");
  }

  @Test
  void theSentenceOnACaptureWithoutPacketsSaysWhy() throws SourceException {
    assertThat(problems("GET / HTTP".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(
            "x holds no packets that can be read: the file begins with 47455420, which is the"
                + " beginning of neither pcap nor pcapng; give a capture as tcpdump or Wireshark"
                + " write it.");
    assertThat(problems(Captures.pcap(ByteOrder.BIG_ENDIAN, false, 147).bytes()))
        .singleElement()
        .asString()
        .startsWith("x holds no packets that can be read: link type 147 is not read, and with it");
    assertThat(
            problems(
                Captures.pcapng(ByteOrder.LITTLE_ENDIAN)
                    .face(127, 0, -1)
                    .enhanced(0, 1, Captures.named("radio"))
                    .bytes()))
        .containsExactly(
            "x holds no packets that can be read: interface 0 has link type 127, which is not"
                + " read, and with it none of its packets.");
    assertThat(problems(Captures.pcap().bytes())).as("no packet yet is no fault").isEmpty();
  }

  private List<String> problems(byte[] capture) throws SourceException {
    return whole(capture).problems();
  }

  private List<String> breaks(byte[] capture) throws SourceException {
    CaptureSet set = whole(capture);
    assertThat(set.problems())
        .as("each is a problem too")
        .containsExactlyElementsOf(set.breaks().stream().map(one -> one + ".").toList());
    return set.breaks();
  }

  private CaptureSet whole(byte[] capture) throws SourceException {
    Input input =
        new Input("x", "x", capture.length, true, () -> new ByteArrayInputStream(capture));
    try (CaptureSet set = CaptureSet.of(List.of(input), rejects::add)) {
      while (set.next() != null) {
        // Only what is said at the end is asked for.
      }
      return set;
    }
  }

  private static byte[] gz(byte[] plain) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(to)) {
      gz.write(plain);
    }
    return to.toByteArray();
  }

  private void readAll(byte[]... captures) throws SourceException {
    List<Input> inputs = new ArrayList<>();
    for (byte[] capture : captures) {
      inputs.add(
          new Input("x", "x", capture.length, true, () -> new ByteArrayInputStream(capture)));
    }
    try (CaptureSet set = CaptureSet.of(inputs, rejects::add)) {
      for (Packet p = set.next(); p != null; p = set.next()) {
        String name = new String(p.buffer(), p.offset(), p.length(), StandardCharsets.US_ASCII);
        read.add(p.frame() + " " + name.trim() + " of " + p.originalLength());
        times.add(p.epochNanos());
      }
      assertThat(set.sources()).hasSize(captures.length);
    }
  }
}
