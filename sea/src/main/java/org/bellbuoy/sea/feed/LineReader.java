package org.bellbuoy.sea.feed;

import java.util.Arrays;

/**
 * Cuts content into lines, whole within a piece without copying. Line ends are LF or CR LF and are
 * not part of the line; a byte order mark at the start is passed over.
 */
abstract class LineReader implements FeedReader {
  static final int LONGEST_LINE = 1 << 16;

  final FeedSink sink;

  private byte[] carry = new byte[1024];
  private int carried;
  private long carriedLength;
  private long lineOffset;
  private long lines;

  LineReader(FeedSink sink) {
    this.sink = sink;
  }

  /** Takes one line, which is not empty. */
  abstract void line(byte[] buffer, int from, int to, long offset, long line);

  @Override
  public final void read(byte[] buffer, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        if (carriedLength == 0) {
          end(buffer, start, i, i - start);
          lineOffset += i - start + 1;
        } else {
          carry(buffer, start, i);
          endCarried(1);
        }
        start = i + 1;
      }
    }
    if (start < to) {
      carry(buffer, start, to);
    }
  }

  @Override
  public final void finish() {
    if (carriedLength > 0) {
      endCarried(0);
    }
  }

  @Override
  public final long lines() {
    return lines;
  }

  private void carry(byte[] buffer, int from, int to) {
    int length = to - from;
    carriedLength += length;
    int kept = Math.min(length, LONGEST_LINE + 2 - carried);
    if (carried + kept > carry.length) {
      carry = Arrays.copyOf(carry, Math.max(carry.length * 2, carried + kept));
    }
    System.arraycopy(buffer, from, carry, carried, kept);
    carried += kept;
  }

  private void endCarried(int endLength) {
    long length = carriedLength;
    int kept = carried;
    carriedLength = 0;
    carried = 0;
    end(carry, 0, kept, length);
    lineOffset += length + endLength;
  }

  private void end(byte[] buffer, int from, int to, long length) {
    lines++;
    int start = from;
    int stop = to;
    if (lines == 1 && hasMark(buffer, from, to)) {
      start += 3;
    }
    if (stop > start && stop - from == length && buffer[stop - 1] == '\r') {
      stop--;
    }
    if (length > LONGEST_LINE + 1 || stop - start > LONGEST_LINE) {
      int told = (int) Math.min(length, Integer.MAX_VALUE);
      sink.reject(
          "line-too-long", lineOffset, told, lines, "line of " + length + " bytes, limit 65536");
    } else if (start < stop) {
      line(buffer, start, stop, lineOffset + (start - from), lines);
    }
  }

  private static boolean hasMark(byte[] buffer, int from, int to) {
    return to - from >= 3
        && buffer[from] == (byte) 0xef
        && buffer[from + 1] == (byte) 0xbb
        && buffer[from + 2] == (byte) 0xbf;
  }
}
