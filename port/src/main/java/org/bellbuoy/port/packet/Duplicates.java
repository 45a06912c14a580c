package org.bellbuoy.port.packet;

/**
 * Finds packets that a mirror port delivered twice: the same headers and sequence numbers, or the
 * same identification, within a few milliseconds. Hop limit, hardware addresses and VLAN may
 * differ, for a mirror may see a packet before and behind a router. Packets without identification
 * (IPv6, zero) must come within half a millisecond, since honest repetition looks the same. A
 * retransmission that comes so soon counts as a duplicate too; it changes nothing of its stream.
 * Fixed memory, constant cost. Not thread safe.
 */
public final class Duplicates {
  private static final int SLOTS = 1 << 12;
  private static final int WAYS = 4;
  private static final long WINDOW_NANOS = 5_000_000;
  private static final long SHORT_WINDOW_NANOS = 500_000;
  private static final int LOOKED_AT_BYTES = 128;

  private final long[] hashes = new long[SLOTS * WAYS];
  private final long[] times = new long[SLOTS * WAYS];
  private final byte[] turn = new byte[SLOTS];
  private long found;

  /** A filter that has seen nothing. */
  public Duplicates() {}

  /** Duplicates found. */
  public long found() {
    return found;
  }

  /** Whether a packet is a duplicate of one before; remembers it where it is not. */
  public boolean isDuplicate(PacketView view) {
    long hash = hash(view);
    boolean identified = view.ip && !view.ipv6 && view.ipId != 0;
    long window = identified ? WINDOW_NANOS : SHORT_WINDOW_NANOS;
    long now = view.packet.epochNanos();
    int slot = (int) (hash >>> 40) & SLOTS - 1;
    for (int i = slot * WAYS; i < slot * WAYS + WAYS; i++) {
      if (hashes[i] == hash && Math.abs(now - times[i]) <= window) {
        found++;
        return true;
      }
    }
    int at = slot * WAYS + (turn[slot]++ & WAYS - 1);
    hashes[at] = hash;
    times[at] = now;
    return false;
  }

  private static long hash(PacketView view) {
    long hash = view.etherType;
    if (view.ip) {
      hash = mix(hash, view.sourceLow ^ Long.rotateLeft(view.sourceHigh, 17));
      hash = mix(hash, view.destinationLow ^ Long.rotateLeft(view.destinationHigh, 23));
      hash = mix(hash, (long) view.ipId << 32 | view.ipProtocol << 16 | view.tunnels);
      if (view.kind == PacketView.Kind.TCP) {
        hash =
            mix(
                hash,
                (long) view.sourcePort << 48
                    | (long) view.destinationPort << 32
                    | view.payloadLength + view.payloadMissing);
        hash = mix(hash, (long) view.sequence << 32 | view.acknowledgment & 0xffff_ffffL);
        return mix(hash, (long) view.flags << 32 | view.window << 16 | view.checksum);
      }
    }
    // Without sequence numbers the bytes have to tell.
    byte[] b = view.buffer;
    int from = view.ip ? view.payloadOffset : view.linkPayloadOffset;
    int end = view.ip ? from + view.payloadLength : view.linkPayloadEnd;
    hash = mix(hash, (long) view.sourcePort << 48 | (long) view.destinationPort << 32 | end - from);
    hash = mix(hash, view.ip ? view.checksum : view.sourceMac);
    int at = from;
    int until = Math.min(end, from + LOOKED_AT_BYTES);
    for (; at + 8 <= until; at += 8) {
      hash = mix(hash, Bytes.s64(b, at));
    }
    for (; at < until; at++) {
      hash = mix(hash, b[at]);
    }
    if (end - 8 >= at) {
      hash = mix(hash, Bytes.s64(b, end - 8));
    }
    return hash;
  }

  private static long mix(long hash, long value) {
    long x = (hash ^ value) * 0x9e3779b97f4a7c15L;
    return x ^ x >>> 29;
  }
}
