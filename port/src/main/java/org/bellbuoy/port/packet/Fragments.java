package org.bellbuoy.port.packet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts IP fragments together. Bounded: so many datagrams at a time, each for so long; what finds no
 * room pushes out the oldest, and is counted. Where fragments overlap, the first one's bytes stay
 * (RFC 5722 would drop the datagram; a monitor wants to see it). Not thread safe.
 */
public final class Fragments {
  static final int WAITING = -1;

  private static final int MOST_DATAGRAMS = 256;
  private static final int LONGEST_BYTES = 1 << 16;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int UNITS = LONGEST_BYTES / 8;

  private static final class Datagram {
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int id;
    int protocol;
    long firstNanos;
    int total = -1;
    byte[] bytes = new byte[2048];
    final BitSet units = new BitSet();
  }

  private final List<Datagram> waiting = new ArrayList<>();
  private byte[] whole = new byte[0];
  private long completed;
  private long abandoned;
  private long impossible;

  Fragments() {}

  /** The datagram that the last call completed. */
  byte[] whole() {
    return whole;
  }

  /** Datagrams put together. */
  public long completed() {
    return completed;
  }

  /** Datagrams given up because fragments were missing. */
  public long abandoned() {
    return abandoned;
  }

  /** Fragments that reach beyond the longest datagram. */
  public long impossible() {
    return impossible;
  }

  /** Datagrams of which fragments wait. */
  public int waiting() {
    return waiting.size();
  }

  /** Adds a fragment; gives the length of the datagram it completes, or {@link #WAITING}. */
  int add(PacketView view, int protocol, int id, int from, boolean more, int offset, int length) {
    if (from + length > LONGEST_BYTES || (more && length % 8 != 0) || length == 0) {
      impossible++;
      return WAITING;
    }
    long now = view.packet.epochNanos();
    while (!waiting.isEmpty() && now - waiting.getFirst().firstNanos > PATIENCE_NANOS) {
      waiting.removeFirst();
      abandoned++;
    }
    Datagram datagram = find(view, protocol, id);
    if (datagram == null) {
      if (waiting.size() == MOST_DATAGRAMS) {
        waiting.removeFirst();
        abandoned++;
      }
      datagram = begin(view, protocol, id, now);
      waiting.add(datagram);
    }
    copy(datagram, view.buffer, offset, from, length);
    if (!more && datagram.total < 0) {
      datagram.total = from + length;
    }
    int total = datagram.total;
    if (total < 0 || datagram.units.nextClearBit(0) < (total + 7) / 8) {
      return WAITING;
    }
    waiting.remove(datagram);
    completed++;
    whole = datagram.bytes;
    return total;
  }

  private static void copy(Datagram to, byte[] buffer, int offset, int from, int length) {
    if (to.bytes.length < from + length) {
      byte[] larger =
          new byte[Math.min(LONGEST_BYTES, Math.max(from + length, to.bytes.length * 2))];
      System.arraycopy(to.bytes, 0, larger, 0, to.bytes.length);
      to.bytes = larger;
    }
    for (int done = 0; done < length; done += 8) {
      int unit = (from + done) / 8;
      if (unit < UNITS && !to.units.get(unit)) {
        System.arraycopy(buffer, offset + done, to.bytes, from + done, Math.min(8, length - done));
        to.units.set(unit);
      }
    }
  }

  private @Nullable Datagram find(PacketView view, int protocol, int id) {
    for (int i = 0; i < waiting.size(); i++) {
      Datagram d = waiting.get(i);
      if (d.id == id
          && d.protocol == protocol
          && d.sourceLow == view.sourceLow
          && d.destinationLow == view.destinationLow
          && d.sourceHigh == view.sourceHigh
          && d.destinationHigh == view.destinationHigh) {
        return d;
      }
    }
    return null;
  }

  private static Datagram begin(PacketView view, int protocol, int id, long now) {
    Datagram datagram = new Datagram();
    datagram.sourceHigh = view.sourceHigh;
    datagram.sourceLow = view.sourceLow;
    datagram.destinationHigh = view.destinationHigh;
    datagram.destinationLow = view.destinationLow;
    datagram.id = id;
    datagram.protocol = protocol;
    datagram.firstNanos = now;
    return datagram;
  }
}
