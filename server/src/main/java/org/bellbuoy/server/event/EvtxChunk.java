package org.bellbuoy.server.event;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * One chunk of a binary log: checks its header and finds its records, also after damage. Layout:
 * header of 512 bytes, records one after another, free space.
 */
final class EvtxChunk {
  static final int BYTES = 1 << 16;
  static final int HEADER_BYTES = 512;

  /** Signature, size, number, time and the size once more. */
  static final int SMALLEST_RECORD = 28;

  private static final long SIGNATURE = 0x006b6e6843666c45L;
  private static final int RECORD_SIGNATURE = 0x00002a2a;

  private final EvtxBytes in;

  /** Bytes that the file really holds of it. */
  private final int present;

  /** Takes what is wrong with the chunk. */
  interface Notes {
    void note(String reason, int at, int length, String sentence);
  }

  /** Takes the records, in order. */
  interface Records {
    /** One record; whether its binary XML makes sense is not known yet. */
    void record(int at, int size, long recordId, long fileTime);
  }

  EvtxChunk(EvtxBytes in, int present) {
    this.in = in;
    this.present = present;
  }

  boolean hasSignature() {
    return number64(0) == SIGNATURE;
  }

  /** Whether nothing was ever written to it. */
  boolean isEmpty() {
    for (byte one : in.bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a chunk with a right header begins inside, 0 where none does. */
  static int nextChunk(byte[] bytes, int length) {
    for (int at = 1; at + HEADER_BYTES <= length; at++) {
      if (bytes[at] == 'E'
          && bytes[at + 1] == 'l'
          && bytes[at + 2] == 'f'
          && bytes[at + 3] == 'C') {
        byte[] header = Arrays.copyOfRange(bytes, at, at + HEADER_BYTES);
        EvtxChunk chunk = new EvtxChunk(new EvtxBytes(header), HEADER_BYTES);
        if (chunk.hasSignature() && chunk.headerIsRight()) {
          return at;
        }
      }
    }
    return 0;
  }

  private boolean headerIsRight() {
    CRC32 crc = new CRC32();
    crc.update(in.bytes, 0, 120);
    crc.update(in.bytes, 128, HEADER_BYTES - 128);
    return (int) crc.getValue() == number32(124);
  }

  /** Walks the records. */
  void walk(Records records, Notes notes) {
    if (present < HEADER_BYTES) {
      return;
    }
    int free = freeSpace(notes);
    long before = -1;
    int at = HEADER_BYTES;
    while (at + SMALLEST_RECORD <= present) {
      boolean beyond = at >= free;
      if (isRecord(at)) {
        long id = number64(at + 8);
        if (beyond && (before < 0 || id != before + 1)) {
          // What is left of the chunk's earlier use.
          return;
        }
        if (beyond && free >= 0) {
          notes.note(
              "evtx-unflushed",
              at,
              0,
              "Records go on after chunk offset %d, where the header says that free space begins; they were read."
                  .formatted(free));
          free = Integer.MAX_VALUE;
        }
        int size = number32(at + 4);
        records.record(at, size, id, number64(at + 16));
        before = id;
        at += size;
      } else if (beyond) {
        return;
      } else {
        at = afterDamage(at, Math.min(free, present), notes);
      }
    }
    int end = Math.min(free, present);
    if (at < end && !isZero(at, end)) {
      notes.note(
          "evtx-record",
          at,
          end - at,
          "The last %d bytes of the chunk's records are too few for one.".formatted(end - at));
    }
  }

  /** Where free space begins, after the checks of the header. */
  private int freeSpace(Notes notes) {
    if (!hasSignature()) {
      notes.note(
          "evtx-chunk",
          0,
          HEADER_BYTES,
          "The chunk does not begin with its signature ElfChnk; records were looked for in it.");
      return BYTES;
    }
    boolean right = headerIsRight();
    if (!right) {
      notes.note(
          "evtx-checksum",
          124,
          4,
          "The checksum of the chunk's header is 0x%08x but its bytes differ; it was read."
              .formatted(number32(124)));
    }
    int free = number32(48);
    if (free < HEADER_BYTES || free > BYTES) {
      notes.note(
          "evtx-chunk",
          48,
          4,
          "Free space begins at %d in the chunk's header, which is outside it."
              .formatted(free & 0xffffffffL));
      return BYTES;
    }
    CRC32 crc = new CRC32();
    crc.update(in.bytes, HEADER_BYTES, free - HEADER_BYTES);
    if (free <= present && (int) crc.getValue() != number32(52)) {
      notes.note(
          "evtx-checksum",
          52,
          4,
          "The checksum of the chunk's records is 0x%08x but they give 0x%08x; they were read."
              .formatted(number32(52), (int) crc.getValue()));
    }
    // A damaged header may well be wrong about free space too.
    return right ? free : Math.max(free, lastRecordEnd());
  }

  private int lastRecordEnd() {
    int last = number32(44);
    return last >= HEADER_BYTES && last <= BYTES - SMALLEST_RECORD && isRecord(last)
        ? last + number32(last + 4)
        : HEADER_BYTES;
  }

  /** Passes over bytes that are no record, to the next that is one; tells them. */
  private int afterDamage(int from, int to, Notes notes) {
    int at = from + 1;
    while (at + SMALLEST_RECORD <= to && !isRecord(at)) {
      at++;
    }
    int end = at + SMALLEST_RECORD <= to ? at : to;
    if (end == to && isZero(from, to)) {
      // Archived logs count the zeros that fill the chunk as used.
      return to;
    }
    int size = number32(from + 4);
    notes.note(
        "evtx-record",
        from,
        end - from,
        number32(from) == RECORD_SIGNATURE
            ? "A record says that it takes %d bytes, which does not fit; %d bytes were passed over."
                .formatted(size & 0xffffffffL, end - from)
            : "No record begins where one should; %d bytes were passed over."
                .formatted(end - from));
    return end;
  }

  private boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (in.bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a record lies there whole: its size fits and is told again, or another follows it. */
  private boolean isRecord(int at) {
    if (at + SMALLEST_RECORD > present || number32(at) != RECORD_SIGNATURE) {
      return false;
    }
    int size = number32(at + 4);
    if (size < SMALLEST_RECORD || size > present - at) {
      return false;
    }
    int next = at + size;
    return number32(next - 4) == size
        || (next + 4 <= present && number32(next) == RECORD_SIGNATURE);
  }

  private int number32(int at) {
    byte[] b = in.bytes;
    return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | b[at + 3] << 24;
  }

  private long number64(int at) {
    return number32(at) & 0xffffffffL | (long) number32(at + 4) << 32;
  }
}
