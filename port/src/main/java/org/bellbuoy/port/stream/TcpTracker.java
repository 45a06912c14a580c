package org.bellbuoy.port.stream;

import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.packet.PacketView;

/**
 * Puts the segments of TCP connections in order. A hole is waited for until it is clear that the
 * capture does not hold it: the other side has acknowledged it, too much waits behind it, or it has
 * lasted too long. Then a gap is told and the stream goes on behind it.
 */
final class TcpTracker {
  /** Sequence numbers further away belong to another connection, or to nonsense. */
  private static final int FAR = 1 << 26;

  private static final int MOST_HELD_SEGMENTS = 128;
  private static final int MOST_HELD_BYTES = 1 << 18;
  private static final long MOST_HELD_BYTES_OF_ALL = 48L << 20;

  /** A mirror port delivers packets late by less than this. */
  private static final long DISORDER_NANOS = 1_000_000;

  private static final long HOLE_NANOS = 2_000_000_000L;

  private final StreamFeeder feeder;
  private long heldBytes;

  TcpTracker(StreamFeeder feeder) {
    this.feeder = feeder;
  }

  /** Whether a packet opens a connection that cannot be the one before it on the same ports. */
  static boolean opensAnother(Flow flow, int side, PacketView view) {
    if (!opens(view.flags()) || view.hasFlags(PacketView.ACK)) {
      return false;
    }
    Half half = flow.half(side);
    return flow.over || (half.started && half.next != view.sequence() + 1);
  }

  /** Whether the flags are those of an opening; with others beside SYN they are nonsense. */
  private static boolean opens(int flags) {
    return (flags & (PacketView.SYN | PacketView.FIN | PacketView.RST)) == PacketView.SYN;
  }

  void packet(Flow flow, int side, PacketView view, FrameMark mark) {
    Half half = flow.half(side);
    int flags = view.flags();
    int sequence = view.sequence();
    if (opens(flags)) {
      opening(flow, side, half, flags, sequence);
      sequence++;
    } else if (flow.state == ConnectionState.ATTEMPTED && (flags & PacketView.RST) == 0) {
      flow.state = ConnectionState.ESTABLISHED;
    }
    Half other = flow.half(1 - side);
    if ((flags & PacketView.ACK) != 0) {
      acknowledge(other, view.acknowledgment());
    }
    // What the other side was seen to receive comes before what it answers.
    if (!other.held.isEmpty()) {
      settle(flow, 1 - side, other, mark.epochNanos(), false);
    }
    int length = view.payloadLength();
    int missing = view.payloadMissing();
    if (length + missing > 0 && (flags & PacketView.RST) == 0) {
      segment(
          flow, side, half, sequence, view.buffer(), view.payloadOffset(), length, missing, mark);
    }
    if (!half.held.isEmpty()) {
      settle(flow, side, half, mark.epochNanos(), false);
    }
    ending(flow, half, other, flags);
  }

  private static void opening(Flow flow, int side, Half half, int flags, int sequence) {
    boolean answer = (flags & PacketView.ACK) != 0;
    flow.orient((side == 0) != answer, Orientation.HANDSHAKE);
    if (!half.started) {
      half.started = true;
      half.next = sequence + 1;
    }
    if (answer) {
      flow.state = ConnectionState.ESTABLISHED;
    } else if (flow.state == ConnectionState.MIDSTREAM && flow.packets[1 - side] == 0) {
      flow.state = ConnectionState.ATTEMPTED;
    }
  }

  private static void ending(Flow flow, Half half, Half other, int flags) {
    if ((flags & PacketView.RST) != 0) {
      if (!flow.over) {
        flow.state =
            flow.state == ConnectionState.ATTEMPTED
                ? ConnectionState.REJECTED
                : ConnectionState.RESET;
        flow.over = true;
      }
    } else if ((flags & PacketView.FIN) != 0) {
      half.finished = true;
      if (other.finished && !flow.over) {
        flow.state = ConnectionState.CLOSED;
        flow.over = true;
      }
    }
  }

  private static void acknowledge(Half half, int to) {
    if (!half.acknowledged || to - half.acknowledgedTo > 0) {
      half.acknowledged = true;
      half.acknowledgedTo = to;
    }
  }

  private void segment(
      Flow flow,
      int side,
      Half half,
      int sequence,
      byte[] buffer,
      int offset,
      int length,
      int missing,
      FrameMark mark) {
    if (!half.started) {
      half.started = true;
      half.next = sequence;
    }
    int ahead = sequence - half.next;
    if (ahead > FAR || ahead < -FAR) {
      settle(flow, side, half, mark.epochNanos(), true);
      gap(flow, side, -1);
      half.next = sequence;
      ahead = 0;
    }
    if (ahead > 0) {
      flow.outOfOrder[side]++;
      boolean room = heldBytes + length <= MOST_HELD_BYTES_OF_ALL;
      if (room && half.hold(sequence, buffer, offset, length, missing, mark)) {
        heldBytes += length;
      } else if (!room) {
        settle(flow, side, half, mark.epochNanos(), true);
        jump(flow, side, half, sequence);
        deliver(flow, side, half, sequence, buffer, offset, length, missing, mark);
      }
      return;
    }
    deliver(flow, side, half, sequence, buffer, offset, length, missing, mark);
  }

  /** Hands on what is new of a segment that begins at or before its turn. */
  private void deliver(
      Flow flow,
      int side,
      Half half,
      int sequence,
      byte[] buffer,
      int offset,
      int length,
      int missing,
      FrameMark mark) {
    int old = half.next - sequence;
    if (old < 0 || old >= length + missing) {
      flow.retransmissions[side]++;
      return;
    }
    if (old > 0) {
      flow.retransmissions[side]++;
    }
    int captured = length - old;
    half.next = sequence + length + missing;
    if (captured > 0) {
      flow.payloadBytes[side] += captured;
      feeder.feed(flow, side, buffer, offset + old, captured, mark);
    }
    int lost = captured > 0 ? missing : missing + captured;
    if (lost > 0) {
      gap(flow, side, lost);
    }
  }

  /** Hands on what waited and is due now; where a hole will not be filled any more, jumps it. */
  private void settle(Flow flow, int side, Half half, long now, boolean all) {
    while (!half.held.isEmpty()) {
      Half.Held first = half.held.getFirst();
      if (first.sequence - half.next > 0) {
        if (!all && !hopeless(half, first, now)) {
          return;
        }
        jump(flow, side, half, first.sequence);
      }
      half.held.removeFirst();
      half.heldBytes -= first.bytes.length;
      heldBytes -= first.bytes.length;
      deliver(
          flow,
          side,
          half,
          first.sequence,
          first.bytes,
          0,
          first.bytes.length,
          first.missing,
          first.mark);
    }
  }

  private static boolean hopeless(Half half, Half.Held first, long now) {
    return (half.acknowledged
            && half.acknowledgedTo - first.sequence >= 0
            && now - first.mark.epochNanos() >= DISORDER_NANOS)
        || half.held.size() > MOST_HELD_SEGMENTS
        || half.heldBytes > MOST_HELD_BYTES
        || now - first.mark.epochNanos() > HOLE_NANOS;
  }

  private void jump(Flow flow, int side, Half half, int to) {
    int lost = to - half.next;
    if (lost > 0) {
      half.next = to;
      gap(flow, side, lost);
    }
  }

  private void gap(Flow flow, int side, long lost) {
    flow.gaps[side]++;
    flow.missingBytes[side] += Math.max(0, lost);
    feeder.gap(flow, side, lost);
  }

  /** The connection is forgotten: what waits is handed on. */
  void close(Flow flow) {
    for (int side = 0; side < 2; side++) {
      settle(flow, side, flow.half(side), flow.lastNanos, true);
    }
  }
}
