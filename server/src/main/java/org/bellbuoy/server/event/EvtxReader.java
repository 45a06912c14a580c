package org.bellbuoy.server.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads a binary log chunk by chunk. The header's count of chunks is compared, not trusted: a log
 * copied from a running machine is often behind. Not thread safe.
 */
final class EvtxReader {
  static final int HEADER_BYTES = 4096;

  private final int source;
  private final ZoneId zone;
  private final EventSink sink;

  /** What was read and is not yet used; never more than one chunk. */
  private final byte[] window = new byte[EvtxChunk.BYTES];

  private final byte[] piece = new byte[1 << 14];
  private int filled;
  private int pieceFrom;
  private int pieceTo;
  private long windowOffset;
  private long frame;
  private int chunks;
  private final EvtxDamage damage = new EvtxDamage();

  EvtxReader(int source, ZoneId zone, EventSink sink) {
    this.source = source;
    this.zone = zone;
    this.sink = sink;
  }

  /** Reads to the end; gives a sentence on what was lost of it, null where nothing was. */
  @Nullable String read(Content content) {
    fill(content, HEADER_BYTES);
    int told = header();
    while (fill(content, EvtxChunk.BYTES) > 0) {
      chunk();
    }
    if (told >= 0 && (chunks & 0xffff) != told) {
      reject(
          "evtx-count",
          42,
          2,
          "The file's header tells of %d chunks but %d are in use; all were read."
              .formatted(told, chunks));
      // A header that is behind is ordinary for a log that was open; one that is ahead is not.
      if (told > chunks) {
        damage.endsEarly(content.offset(), told, chunks);
      }
    }
    String problem = content.problem();
    if (problem != null) {
      reject("evtx-truncated", content.offset(), 0, problem);
    }
    return damage.sentence(content.path());
  }

  /** Checks the file's header and passes it over; gives its count of chunks, −1 where unusable. */
  private int header() {
    if (filled >= 8 && window[0] == 'E' && window[3] == 'C') {
      reject("evtx-header", 0, 0, "The file begins with a chunk, its header is missing.");
      return -1;
    }
    int length = Math.min(filled, HEADER_BYTES);
    boolean signed =
        length >= 128 && new String(window, 0, 8, StandardCharsets.ISO_8859_1).equals("ElfFile\0");
    int told = -1;
    if (length < HEADER_BYTES) {
      reject(
          "evtx-truncated",
          0,
          length,
          "The file ends after %d bytes, within its header of %d.".formatted(length, HEADER_BYTES));
    } else if (!signed) {
      reject("evtx-header", 0, 8, "The file does not begin with its signature ElfFile.");
    } else {
      CRC32 crc = new CRC32();
      crc.update(window, 0, 120);
      int checksum = number(124) | number(126) << 16;
      told = number(42);
      if ((int) crc.getValue() != checksum) {
        told = -1;
        reject(
            "evtx-checksum",
            124,
            4,
            "The checksum of the file's header is 0x%08x but its bytes give 0x%08x."
                .formatted(checksum, (int) crc.getValue()));
      }
      if (number(38) != 3) {
        reject(
            "evtx-header",
            36,
            4,
            "The format's version is %d.%d, only 3 is known; it was read as that."
                .formatted(number(38), number(36)));
      }
    }
    take(length);
    return told;
  }

  private void chunk() {
    byte[] bytes = Arrays.copyOf(window, EvtxChunk.BYTES);
    Arrays.fill(bytes, filled, bytes.length, (byte) 0);
    EvtxBytes in = new EvtxBytes(bytes);
    EvtxChunk chunk = new EvtxChunk(in, filled);
    if (chunk.isEmpty()) {
      take(filled);
      return;
    }
    if (!chunk.hasSignature()) {
      int shift = EvtxChunk.nextChunk(bytes, filled);
      if (shift > 0) {
        reject(
            "evtx-chunk",
            windowOffset,
            shift,
            "%d bytes before the next chunk belong to none.".formatted(shift));
        take(shift);
        return;
      }
    }
    chunks++;
    BinXml xml = new BinXml(in);
    chunk.walk(
        (at, size, id, fileTime) -> record(xml, at, size, id, fileTime),
        (reason, at, length, sentence) -> reject(reason, windowOffset + at, length, sentence));
    if (filled < EvtxChunk.BYTES) {
      reject(
          "evtx-truncated",
          windowOffset,
          filled,
          "The file ends after %d bytes of a chunk of %d; what is there was read."
              .formatted(filled, EvtxChunk.BYTES));
    }
    take(filled);
  }

  private void record(BinXml xml, int at, int size, long id, long fileTime) {
    frame++;
    long offset = windowOffset + at;
    XmlNode.Element root;
    try {
      root = xml.record(at + 24, at + size - 4);
    } catch (EvtxProblem e) {
      reject("evtx-xml", offset, size, "Record %d: %s".formatted(id, e.sentence()));
      return;
    }
    EventDraft draft = EventElements.draft(root, zone);
    if (draft.recordId < 0) {
      draft.recordId = id;
    }
    if (draft.epochMillis == WindowsEvent.NO_TIME) {
      Instant written = BinXmlValues.instant(fileTime);
      draft.epochMillis = written.toEpochMilli();
    }
    if (draft.isNothing()) {
      reject("evtx-xml", offset, size, "Record %d: it has no System element.".formatted(id));
      return;
    }
    damage.kept(draft.recordId);
    sink.event(draft.made(source, offset, size, frame), () -> XmlText.of(root));
  }

  /** Fills the window to a length or to the content's end; gives what is there. */
  private int fill(Content content, int length) {
    while (filled < length) {
      if (pieceFrom == pieceTo) {
        pieceFrom = 0;
        pieceTo = Math.max(0, content.read(piece));
        if (pieceTo == 0) {
          break;
        }
      }
      int n = Math.min(length - filled, pieceTo - pieceFrom);
      System.arraycopy(piece, pieceFrom, window, filled, n);
      pieceFrom += n;
      filled += n;
    }
    return filled;
  }

  private void take(int n) {
    System.arraycopy(window, n, window, 0, filled - n);
    filled -= n;
    windowOffset += n;
  }

  private int number(int at) {
    return window[at] & 0xff | (window[at + 1] & 0xff) << 8;
  }

  private void reject(String reason, long offset, int length, String sentence) {
    damage.note(reason, offset, chunks, sentence);
    sink.reject(new Reject(reason, source, offset, length, 0, sentence));
  }
}
