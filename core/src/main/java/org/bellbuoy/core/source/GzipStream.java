package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads gzip of one or many members. Unlike java.util.zip.GZIPInputStream it tells a stream that
 * ends early from one that is damaged, gives every byte that came before, and does not take a
 * broken second member for the end.
 */
final class GzipStream extends InputStream {
  private static final int TRAILER = 8;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private int at;
  private int end;
  private boolean inMember;
  private boolean anyMember;
  private boolean ended;
  private @Nullable IOException after;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (after != null) {
      throw after;
    }
    while (!ended) {
      if (!inMember && !startMember()) {
        ended = true;
        break;
      }
      if (inflater.needsInput()) {
        if (at == end && !fill()) {
          throw new StreamProblem("gzip", "ends early");
        }
        inflater.setInput(input, at, end - at);
      }
      int n = inflate(buffer, from, length);
      at = end - inflater.getRemaining();
      if (inflater.finished()) {
        crc.update(buffer, from, n);
        inMember = false;
        try {
          checkTrailer();
        } catch (IOException e) {
          if (n == 0) {
            throw e;
          }
          // The bytes inflated just now are given first.
          after = e;
        }
      } else if (n > 0) {
        crc.update(buffer, from, n);
      } else if (inflater.needsDictionary()) {
        throw new StreamProblem("gzip", "is damaged");
      }
      if (n > 0) {
        return n;
      }
    }
    return -1;
  }

  private int inflate(byte[] buffer, int from, int length) throws StreamProblem {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(buffer, from, length);
    } catch (DataFormatException e) {
      // What was inflated before the damage is content all the same; the next call fails again.
      int n = (int) (inflater.getBytesWritten() - before);
      if (n > 0) {
        return n;
      }
      throw new StreamProblem("gzip", "is damaged");
    }
  }

  /** False at the end of the stored bytes, padding with zeros included. */
  private boolean startMember() throws IOException {
    int first = next();
    while (anyMember && first == 0) {
      first = next();
    }
    if (first < 0) {
      if (!anyMember) {
        throw new StreamProblem("gzip", "ends early");
      }
      return false;
    }
    if (first != 0x1f || need() != 0x8b || need() != 8) {
      throw new StreamProblem("gzip", anyMember ? "has other bytes behind its end" : "is damaged");
    }
    int flags = need();
    skip(6);
    if ((flags & 4) != 0) {
      int length = need();
      length |= need() << 8;
      skip(length);
    }
    if ((flags & 8) != 0) {
      skipText();
    }
    if ((flags & 16) != 0) {
      skipText();
    }
    if ((flags & 2) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    inMember = true;
    anyMember = true;
    return true;
  }

  private void checkTrailer() throws IOException {
    long sum = 0;
    long size = 0;
    for (int i = 0; i < TRAILER; i++) {
      long b = need();
      if (i < 4) {
        sum |= b << (8 * i);
      } else {
        size |= b << (8 * (i - 4));
      }
    }
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new StreamProblem("gzip", "is damaged");
    }
  }

  private void skip(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      need();
    }
  }

  private void skipText() throws IOException {
    int b = need();
    while (b != 0) {
      b = need();
    }
  }

  private int need() throws IOException {
    int b = next();
    if (b < 0) {
      throw new StreamProblem("gzip", "ends early");
    }
    return b;
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return input[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    int n = in.read(input, 0, input.length);
    at = 0;
    end = Math.max(n, 0);
    return n > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
