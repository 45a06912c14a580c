package org.bellbuoy.register.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 with their places. A line that is too long or not UTF-8 is a reject, and the
 * next one is read. Memory: one line.
 */
final class Lines {
  /** Longest line that is read, in bytes: the largest entities of public data have some 5 MB. */
  static final int LONGEST_BYTES = 16 << 20;

  private final InputStream in;
  private final String name;
  private final int source;
  private final Consumer<Reject> rejects;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int next;
  private long offset;
  private long line;
  private byte[] bytes = new byte[1 << 12];
  private int length;

  /**
   * A line.
   *
   * @param text without its end
   */
  record Line(String text, Entry entry) {}

  Lines(InputStream in, String name, int source, Consumer<Reject> rejects) {
    this.in = in;
    this.name = name;
    this.source = source;
    this.rejects = rejects;
  }

  /** The next line that can be read; null at the end. */
  @Nullable Line next() throws IOException {
    while (fill()) {
      long start = offset;
      boolean tooLong = take();
      line++;
      Entry entry =
          new Entry(name, source, start, (int) Math.min(Integer.MAX_VALUE, offset - start), line);
      if (tooLong) {
        bytes = new byte[1 << 12];
        rejects.accept(
            entry.reject(
                "line-too-long",
                "%s line %d is longer than %d bytes.".formatted(name, line, LONGEST_BYTES)));
        continue;
      }
      String text = text(entry);
      if (text != null) {
        return new Line(text, entry);
      }
    }
    return null;
  }

  /** Takes bytes up to and with the next line end; says whether they are too many. */
  private boolean take() throws IOException {
    length = 0;
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int end = next;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      ended = end < filled;
      int more = end - next;
      tooLong |= length + more > LONGEST_BYTES;
      if (!tooLong) {
        if (length + more > bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
        System.arraycopy(buffer, next, bytes, length, more);
        length += more;
      }
      offset += more + (ended ? 1 : 0);
      next = ended ? end + 1 : end;
    }
    return tooLong;
  }

  private @Nullable String text(Entry entry) {
    int from = line == 1 && length >= 3 && mark() ? 3 : 0;
    int to = length > from && bytes[length - 1] == '\r' ? length - 1 : length;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      rejects.accept(
          entry.reject("not-utf8", "%s line %d is not UTF-8.".formatted(name, entry.line())));
      return null;
    }
  }

  private boolean mark() {
    return bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
  }

  /** Whether there are bytes to take. */
  private boolean fill() throws IOException {
    while (next == filled) {
      next = 0;
      filled = in.read(buffer);
      if (filled < 0) {
        filled = 0;
        return false;
      }
    }
    return true;
  }
}
