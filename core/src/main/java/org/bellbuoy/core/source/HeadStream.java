package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes can be looked at without taking them. */
final class HeadStream extends InputStream {
  private final InputStream in;
  private byte[] head = new byte[0];
  private int at;
  private int end;
  private boolean ended;
  private @Nullable IOException failure;

  HeadStream(InputStream in) {
    this.in = in;
  }

  /** Fills the head to n bytes if the stream has them; says how many there are. */
  int fill(int n) throws IOException {
    if (head.length - at < n) {
      byte[] larger = new byte[Math.max(n, 512)];
      System.arraycopy(head, at, larger, 0, end - at);
      end -= at;
      at = 0;
      head = larger;
    }
    while (!ended && end - at < n) {
      int got = take(head, end, n - (end - at));
      if (got < 0) {
        ended = true;
      } else {
        end += got;
      }
    }
    return Math.min(n, end - at);
  }

  /** Reads once, for at most n bytes in all, if no more than the known ones are there. */
  void more(int n, int known) throws IOException {
    fill(Math.min(known, n));
    if (ended || end - at > known || end - at >= n) {
      return;
    }
    if (head.length - at < n) {
      byte[] larger = new byte[n];
      System.arraycopy(head, at, larger, 0, end - at);
      end -= at;
      at = 0;
      head = larger;
    }
    int got = take(head, end, n - (end - at));
    if (got < 0) {
      ended = true;
    } else {
      end += got;
    }
  }

  /** Copies up to n bytes that {@link #fill} brought. */
  byte[] head(int n) {
    byte[] copy = new byte[Math.min(n, end - at)];
    System.arraycopy(head, at, copy, 0, copy.length);
    return copy;
  }

  /** The byte at an index of the head as an unsigned number; −1 behind its end. */
  int headAt(int index) {
    return at + index < end ? head[at + index] & 0xff : -1;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (end > at) {
      int n = Math.min(length, end - at);
      System.arraycopy(head, at, buffer, from, n);
      at += n;
      return n;
    }
    return ended ? -1 : take(buffer, from, length);
  }

  /** A stream that failed once fails the same way again, whatever it would do by itself. */
  private int take(byte[] buffer, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return in.read(buffer, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
