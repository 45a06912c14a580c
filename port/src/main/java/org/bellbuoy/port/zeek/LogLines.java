package org.bellbuoy.port.zeek;

import java.util.Arrays;
import org.bellbuoy.core.source.Content;

/**
 * Cuts content into lines. Lines longer than {@link #MOST_BYTES} are told as such and passed by.
 */
final class LogLines {
  static final int MOST_BYTES = 1 << 20;

  /** Takes lines. */
  interface Sink {
    /** A line without its end; the buffer is valid during the call only. */
    void line(byte[] buffer, int from, int length, long offset, long number);

    /** A line that was too long to be read. */
    void tooLong(long offset, long bytes, long number);
  }

  private LogLines() {}

  static void read(Content content, Sink sink) {
    byte[] buffer = new byte[1 << 16];
    int held = 0;
    long start = content.offset();
    long number = 1;
    long skipped = 0;
    int n = content.read(buffer, 0, buffer.length);
    while (n > 0) {
      int end = held + n;
      int from = 0;
      for (int i = held; i < end; i++) {
        if (buffer[i] != '\n') {
          continue;
        }
        if (skipped > 0) {
          sink.tooLong(start - skipped, skipped + i - from, number);
          skipped = 0;
        } else {
          give(sink, buffer, from, i, start, number);
        }
        start += i + 1 - from;
        from = i + 1;
        number++;
      }
      held = end - from;
      System.arraycopy(buffer, from, buffer, 0, held);
      if (held == buffer.length && held < MOST_BYTES) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      } else if (held == buffer.length || skipped > 0) {
        skipped += held;
        start += held;
        held = 0;
      }
      n = content.read(buffer, held, buffer.length - held);
    }
    if (skipped > 0) {
      sink.tooLong(start - skipped, skipped, number);
    } else if (held > 0) {
      give(sink, buffer, 0, held, start, number);
    }
  }

  private static void give(Sink sink, byte[] b, int from, int end, long offset, long number) {
    int last = end > from && b[end - 1] == '\r' ? end - 1 : end;
    if (last > from) {
      sink.line(b, from, last - from, offset, number);
    }
  }
}
