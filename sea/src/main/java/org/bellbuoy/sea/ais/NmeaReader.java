package org.bellbuoy.sea.ais;

import java.util.Arrays;

/**
 * Reads the lines of one NMEA source in whatever chunks they come, and hands messages and rejects
 * to a handler. Nothing in the bytes makes it throw. Every line is counted once: as part of a
 * message, as part of a reject, as context (a tag block, {@code $PGHP} or {@code $--RMC} line that
 * says something of later messages), or as ignored.
 */
public final class NmeaReader {
  /** Bytes of the longest line that is read. */
  public static final int LINE_LIMIT = 4096;

  private final SentenceReader sentences;
  private final NmeaHandler handler;
  private byte[] carried = new byte[256];
  private int carriedLength;
  private long carriedTotal;
  private long offset;
  private long lines;
  private long firstLine = 1;

  /** A reader of one source. */
  public NmeaReader(NmeaHandler handler) {
    this.handler = handler;
    this.sentences = new SentenceReader(handler);
  }

  /** Numbers what follows from here: the byte offset and the line number of the next byte. */
  public void at(long nextOffset, long nextLine) {
    offset = nextOffset;
    firstLine = nextLine - lines;
  }

  /** Reads the next bytes of the source. */
  public void read(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Ascii.newline(buffer, at, to);
      if (end == to) {
        carry(buffer, at, to);
        return;
      }
      if (carriedTotal == 0) {
        line(buffer, at, end, end - at, 1);
      } else {
        carry(buffer, at, end);
        flush(1);
      }
      at = end + 1;
    }
  }

  /** The source has ended: a last line without its end is read, open messages are given up. */
  public void finish() {
    if (carriedTotal > 0) {
      flush(0);
    }
    sentences.finish();
  }

  /** Lines read. */
  public long lines() {
    return lines;
  }

  /** Lines that are empty, comments, or sentences of other kinds. */
  public long ignoredLines() {
    return sentences.ignoredLines;
  }

  /** Lines that only said something of later messages. */
  public long contextLines() {
    return sentences.contextLines;
  }

  /** Lines whose parts made the messages. */
  public long messageLines() {
    return sentences.messageLines;
  }

  /** Lines in rejects. */
  public long rejectedLines() {
    return sentences.rejectedLines;
  }

  private void carry(byte[] buffer, int from, int to) {
    int room = Math.min(to - from, LINE_LIMIT + 2 - carriedLength);
    if (carriedLength + room > carried.length) {
      carried = Arrays.copyOf(carried, LINE_LIMIT + 2);
    }
    System.arraycopy(buffer, from, carried, carriedLength, room);
    carriedLength += room;
    carriedTotal += to - from;
  }

  private void flush(int lineEnd) {
    int kept = carriedLength;
    long total = carriedTotal;
    carriedLength = 0;
    carriedTotal = 0;
    line(carried, 0, kept, total, lineEnd);
  }

  /** One line, of which {@code from} to {@code to} is at hand and {@code total} bytes came. */
  private void line(byte[] buffer, int from, int to, long total, int lineEnd) {
    long line = firstLine + lines;
    long start = offset;
    lines++;
    offset += total + lineEnd;
    if (total > LINE_LIMIT + 1) {
      sentences.rejectedLines++;
      int length = (int) Math.min(Integer.MAX_VALUE, total);
      String detail = "line of " + total + " bytes, the limit is " + LINE_LIMIT;
      handler.reject(NmeaReject.LINE_TOO_LONG, start, length, line, detail);
      return;
    }
    int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    sentences.line(buffer, from, end, start, line);
  }
}
