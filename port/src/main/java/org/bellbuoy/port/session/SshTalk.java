package org.bellbuoy.port.session;

import org.bellbuoy.port.packet.Bytes;

/**
 * Who works whom over SSH. The key exchange tells who is SSH's client (RFC 4253, 8; RFC 5656, 7.1;
 * RFC 4419, 3): a server that opens the TCP connection itself is reverse access. Within a session
 * that was opened the usual way, small packets after short silence that come from the called side
 * and are answered at once look like somebody who types through a forwarded port; that is an
 * estimate.
 */
final class SshTalk {
  private static final int KEX_INIT = 20;
  private static final int MOST_PACKET_BYTES = 35000;
  private static final int SMALL_BYTES = 160;
  private static final long SILENCE_NANOS = 80_000_000L;
  private static final long PAUSE_NANOS = 5_000_000_000L;
  private static final int NEEDED_STROKES = 12;
  private static final int RATIO = 4;

  private final long[] skip = new long[2];
  private final boolean[] banner = new boolean[2];
  private final boolean[] sealed = new boolean[2];
  private final String[] versions = {"", ""};
  private final int[] strokes = new int[2];
  private int client = Sign.UNKNOWN;
  private long lastNanos;
  private int waiting = Sign.UNKNOWN;

  SshTalk() {}

  /** Looks at the next bytes of one side. */
  void segment(int side, byte[] b, int o, int n, long nanos) {
    if (client == Sign.UNKNOWN && !sealed[side]) {
      exchange(side, b, o, n);
    }
    if (sealed[0] && sealed[1]) {
      typing(side, n, nanos);
    }
    lastNanos = nanos;
  }

  private void exchange(int side, byte[] b, int o, int n) {
    int at = o;
    int end = o + n;
    if (!banner[side]) {
      while (at < end && b[at] != '\n') {
        at++;
      }
      versions[side] = Text.line(b, o, n, 255);
      banner[side] = true;
      at++;
    }
    if (skip[side] > 0) {
      long skipped = Math.min(skip[side], Math.max(0, end - at));
      skip[side] -= skipped;
      at += (int) skipped;
    }
    while (at + 6 <= end) {
      long length = Bytes.u32(b, at);
      int type = Bytes.u8(b, at + 5);
      if (length < 2 || length > MOST_PACKET_BYTES || type < 1 || type > 49) {
        // Encrypted, or not from its beginning: nothing more to learn here.
        sealed[side] = true;
        return;
      }
      if (type > 29 && type < 35) {
        boolean asks = type % 2 == 0;
        client = asks ? side : 1 - side;
        sealed[0] = true;
        sealed[1] = true;
        return;
      }
      sealed[side] |= type > KEX_INIT;
      long next = at + 4 + length;
      if (next > end) {
        skip[side] = next - end;
        return;
      }
      at = (int) next;
    }
  }

  private void typing(int side, int n, long nanos) {
    long silence = nanos - lastNanos;
    if (waiting == 1 - side && silence < SILENCE_NANOS * 4) {
      strokes[waiting]++;
    }
    boolean begins = n <= SMALL_BYTES && silence >= SILENCE_NANOS && silence <= PAUSE_NANOS;
    waiting = begins ? side : Sign.UNKNOWN;
  }

  /** Banner of that side, empty where it was not seen. */
  String version(int side) {
    return versions[side];
  }

  /** Side that is SSH's client by the key exchange, {@link Sign#UNKNOWN} where not seen. */
  int client() {
    return client;
  }

  /** Exchanges that side began by a small packet. */
  int strokes(int side) {
    return strokes[side];
  }

  /** Whether the called side seems to type although the other is SSH's client. */
  boolean typedFrom(int side) {
    return strokes[side] >= NEEDED_STROKES && strokes[side] >= RATIO * strokes[1 - side];
  }
}
