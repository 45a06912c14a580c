package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file being written: large blocks, lines counted. Not thread safe. */
final class LineBuffer implements AutoCloseable {
  private static final int SIZE = 1 << 18;
  private static final int SLACK = 1 << 15;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE + SLACK];
  private int used;
  private long lines;

  LineBuffer(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    out = Files.newOutputStream(file);
  }

  /** Lines ended so far. */
  long lines() {
    return lines;
  }

  LineBuffer put(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  LineBuffer put(char one) {
    buffer[used++] = (byte) one;
    return this;
  }

  LineBuffer put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= SLACK) {
      flush();
      out.write(bytes);
      return this;
    }
    return put(bytes);
  }

  /** A number of zero or more, filled up with zeros. */
  LineBuffer padded(int number, int digits) {
    int rest = number;
    for (int i = used + digits - 1; i >= used; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += digits;
    return this;
  }

  LineBuffer number(int number) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return padded(number, digits);
  }

  /** {@code hh:mm:ss} of a second of the day. */
  LineBuffer clock(int second) {
    padded(second / 3600, 2).put(':');
    padded(second / 60 % 60, 2).put(':');
    return padded(second % 60, 2);
  }

  /** Ends the line as Windows does. */
  void end() throws IOException {
    buffer[used++] = '\r';
    buffer[used++] = '\n';
    lines++;
    if (used >= SIZE) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
