package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.event.BinPart.event;
import static org.bellbuoy.server.event.BinPart.named;
import static org.bellbuoy.server.event.BinPart.str;
import static org.bellbuoy.server.event.BinPart.sub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

class EvtxDamageTest {
  private static final int SECOND = 4096 + EvtxChunk.BYTES;

  /** Two chunks of three records each, numbered from 1; where the records begin. */
  private final List<Integer> starts = new ArrayList<>();

  private final byte[] log = log();

  private byte[] log() {
    EvtxWriter writer = new EvtxWriter();
    long id = 1;
    for (int c = 0; c < 2; c++) {
      EvtxWriter.Chunk chunk = writer.chunk();
      for (int i = 0; i < 3; i++) {
        starts.add(4096 + c * EvtxChunk.BYTES + chunk.position());
        chunk.record(
            id++, event(named("Image", sub(2, 1))), BinPart.Value.text("C:\\w3wp.exe " + i));
      }
    }
    return writer.bytes();
  }

  private KeptEvents read() {
    return KeptEvents.of(log, "log.evtx");
  }

  private static List<Long> ids(KeptEvents kept) {
    return kept.events.stream().map(WindowsEvent::recordId).toList();
  }

  @Test
  void aWholeLogHasNoRejects() {
    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(kept.rejects).isEmpty();
    assertThat(kept.problem()).isNull();
    assertThat(kept.events.stream().map(e -> (int) e.offset())).isEqualTo(starts);
  }

  @Test
  void aWrongChecksumIsToldAndTheRecordsAreRead() {
    log[log.length - EvtxChunk.BYTES + 52]++;
    log[4096 + 53]++;
    log[124]++;

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(kept.reasons())
        .contains("evtx-checksum")
        .allMatch(reason -> reason.equals("evtx-checksum"));
    assertThat(kept.rejects.stream().map(Reject::offset))
        .contains(124L, 4096L + 52, (long) SECOND + 52);
    assertThat(kept.problem()).as("nothing was lost").isNull();
  }

  @Test
  void aTruncatedLogGivesTheRecordsBeforeItsEnd() {
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(log, starts.get(4) + 10), "log.evtx");

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(kept.reasons()).contains("evtx-truncated");
    assertThat(kept.rejects.getLast().offset()).isEqualTo(SECOND);
    assertThat(kept.problem())
        .startsWith("log.evtx is damaged at byte " + SECOND + ", chunk 2: The file ends after ")
        .endsWith("4 events were kept (records 1 to 4); fetch the file again.");
  }

  @Test
  void aLogThatEndsBetweenItsChunksIsTold() {
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(log, SECOND), "log.evtx");

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L);
    assertThat(kept.reasons()).containsExactly("evtx-count");
    assertThat(kept.problem())
        .isEqualTo(
            "log.evtx is damaged at byte %d, after chunk 1: The file ends, but its header tells of 2 chunks. 3 events were kept (records 1 to 3); fetch the file again."
                .formatted(SECOND));
  }

  @Test
  void aRealLogThatIsCutIsToldWithPlaceAndWhatWasKept() throws Exception {
    Path file = SharedData.file("evtx/discovery_sysmon_1_iis_pwd_and_config_discovery_appcmd.evtx");
    byte[] whole = Files.readAllBytes(file);
    assertThat(KeptEvents.of(whole, "whole.evtx").problem()).isNull();
    int end = EvtxReader.HEADER_BYTES + 20_000;
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(whole, end), "cut.evtx");
    assertThat(kept.events).isNotEmpty().hasSizeLessThan(40);
    assertThat(kept.problem())
        .startsWith("cut.evtx is damaged at byte 4096, chunk 1: The file ends after 20000 bytes")
        .contains(kept.events.size() + " events were kept");
  }

  @Test
  void noWholeRealLogIsCalledDamaged() throws Exception {
    try (Stream<Path> all = Files.list(SharedData.file("evtx"))) {
      for (Path file : all.toList()) {
        assertThat(KeptEvents.of(Files.readAllBytes(file), file.toString()).problem())
            .as(file.toString())
            .isNull();
      }
    }
  }

  @Test
  void aLogThatEndsWithinItsHeaderIsTold() {
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(log, 300), "log.evtx");

    assertThat(kept.events).isEmpty();
    assertThat(kept.reasons()).containsExactly("evtx-truncated");
  }

  @Test
  void aLogThatEndsWithinAChunksHeaderIsToldOnce() {
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(log, SECOND + 100), "log.evtx");

    assertThat(kept.events).hasSize(3);
    assertThat(kept.rejects)
        .singleElement()
        .satisfies(reject -> assertThat(reject.offset()).isEqualTo(SECOND));
  }

  @Test
  void aChunkWithoutItsSignatureIsSearchedAndTheNextIsRead() {
    Arrays.fill(log, 4096, 4096 + 512, (byte) 0x55);

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(kept.reasons()).containsExactly("evtx-chunk");
  }

  @Test
  void bytesLostWithinALogDoNotTakeTheNextChunk() {
    byte[] shorter = new byte[log.length - 1000];
    System.arraycopy(log, 0, shorter, 0, 30_000);
    System.arraycopy(log, 31_000, shorter, 30_000, shorter.length - 30_000);
    // The first chunk's signature is gone too, so that it cannot be told from other bytes.
    shorter[4096] = 0;

    KeptEvents kept = KeptEvents.of(shorter, "log.evtx");

    assertThat(ids(kept)).contains(4L, 5L, 6L);
    assertThat(kept.rejects.getFirst().detail()).contains("before the next chunk");
  }

  @Test
  void aRecordWithABadSizeIsPassedOver() {
    put32(starts.get(1) + 4, 0x00ffffff);
    EvtxWriter.seal(log, 0);

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 3L, 4L, 5L, 6L);
    Reject only = kept.rejects.getFirst();
    assertThat(kept.rejects).hasSize(1);
    assertThat(only.offset()).isEqualTo((long) starts.get(1));
    assertThat(only.length()).isEqualTo(starts.get(2) - starts.get(1));
    assertThat(only.detail()).contains("16777215 bytes");
    assertThat(kept.problem())
        .startsWith("log.evtx is damaged at byte " + starts.get(1) + ", chunk 1: ")
        .contains("5 events were kept (records 1 to 6)");
  }

  @Test
  void aRecordWhoseXmlIsBrokenIsToldWithItsNumber() {
    log[starts.get(1) + 24 + 4] = 0x3e;
    EvtxWriter.seal(log, 0);

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 3L, 4L, 5L, 6L);
    assertThat(kept.events.get(1).frame()).isEqualTo(3);
    assertThat(kept.rejects)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.reason()).isEqualTo("evtx-xml");
              assertThat(reject.offset()).isEqualTo((long) starts.get(1));
              assertThat(reject.detail()).startsWith("Record 2: ").contains("0x3e");
            });
  }

  @Test
  void recordsThatTheHeadersDoNotKnowOfYetAreRead() {
    // As in a log that was copied while Windows had it open.
    put32(4096 + 48, starts.get(1) - 4096);
    EvtxWriter.seal(log, 0);
    log[42] = 1;

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(kept.reasons()).contains("evtx-unflushed", "evtx-checksum");
  }

  @Test
  void aCountOfChunksThatIsWrongIsTold() {
    byte[] longer = Arrays.copyOf(log, log.length + EvtxChunk.BYTES);
    System.arraycopy(log, SECOND, longer, log.length, EvtxChunk.BYTES);

    KeptEvents kept = KeptEvents.of(longer, "log.evtx");

    assertThat(kept.events).hasSize(9);
    assertThat(kept.rejects)
        .singleElement()
        .satisfies(
            reject -> assertThat(reject.detail()).contains("2 chunks").contains("3 are in use"));
  }

  @Test
  void chunksThatWereNeverWrittenAreNothing() {
    KeptEvents kept = KeptEvents.of(Arrays.copyOf(log, log.length + 70_000), "log.evtx");

    assertThat(kept.events).hasSize(6);
    assertThat(kept.rejects).isEmpty();
  }

  @Test
  void whatIsLeftOfEarlierUseInFreeSpaceIsNotRead() {
    put32(4096 + 48, starts.get(1) - 4096);
    ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putLong(starts.get(1) + 8, 9000);
    EvtxWriter.seal(log, 0);

    KeptEvents kept = read();

    assertThat(ids(kept)).containsExactly(1L, 4L, 5L, 6L);
    assertThat(kept.rejects).isEmpty();
  }

  @Test
  void aTemplateThatHoldsItselfEnds() {
    EvtxWriter writer = new EvtxWriter();
    EvtxWriter.Chunk chunk = writer.chunk();
    int definition = chunk.position() + 24 + 4 + 10;
    chunk.raw(
        1,
        () -> {
          chunk.bytes(0x0c, 1, 0, 0, 0, 0);
          chunk.int32(definition);
          chunk.bytes(new int[20]);
          chunk.int32(10 + 4);
          chunk.bytes(0x0c, 1, 0, 0, 0, 0);
          chunk.int32(definition);
          chunk.int32(0);
          chunk.int32(0);
        });
    chunk.record(2, event(named("a", str("b"))));

    KeptEvents kept = KeptEvents.of(writer.bytes(), "log.evtx");

    assertThat(ids(kept)).containsExactly(2L);
    assertThat(kept.rejects.getFirst().detail()).contains("nested more than 64 deep");
  }

  @Test
  void elementsNestedWithoutEndAreGivenUp() {
    BinPart.El deep = BinPart.el("X", str("v"));
    for (int i = 0; i < 200; i++) {
      deep = BinPart.el("X", deep);
    }
    byte[] bytes = new EvtxWriter().chunk(1, event(deep)).bytes();

    KeptEvents kept = KeptEvents.of(bytes, "log.evtx");

    assertThat(kept.events).isEmpty();
    assertThat(kept.rejects.getFirst().detail()).contains("nested more than 64 deep");
  }

  @Test
  void aValueThatIsUsedTooOftenIsGivenUp() {
    BinPart[] data = new BinPart[1000];
    Arrays.fill(data, sub(2, 1));
    byte[] bytes =
        new EvtxWriter()
            .chunk(1, event(BinPart.el("Data", data)), BinPart.Value.text("x".repeat(5000)))
            .bytes();

    KeptEvents kept = KeptEvents.of(bytes, "log.evtx");

    assertThat(kept.events).isEmpty();
    assertThat(kept.rejects.getFirst().detail()).contains("unfolds to more than 1048576");
  }

  private void put32(int at, int value) {
    ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
  }
}
