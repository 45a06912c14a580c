package org.bellbuoy.port.stream;

import java.util.function.Consumer;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * Conversations by their endpoints: open addressing, and a list by last use from which idle ones,
 * and the least used where there are too many, are taken out. Finding one makes no objects.
 */
final class FlowTable {
  private final int most;
  private final long idleNanos;
  private final Consumer<Flow> forgotten;
  private @Nullable Flow[] slots = new @Nullable Flow[1 << 10];
  private int size;
  private @Nullable Flow oldest;
  private @Nullable Flow newest;

  /** Which side sent the packet of the last call of {@link #find}. */
  int side;

  FlowTable(int most, long idleNanos, Consumer<Flow> forgotten) {
    this.most = most;
    this.idleNanos = idleNanos;
    this.forgotten = forgotten;
  }

  /** The conversation of a packet; made where it is new. */
  Flow find(Transport transport, PacketView view, FrameMark mark) {
    forgetIdle(mark.epochNanos());
    int hash = hash(transport, view);
    int mask = slots.length - 1;
    for (int i = hash & mask; ; i = i + 1 & mask) {
      Flow flow = slots[i];
      if (flow == null) {
        break;
      }
      if (flow.hash == hash && flow.transport == transport && matches(flow, view)) {
        touch(flow, mark.epochNanos());
        return flow;
      }
    }
    side = 0;
    Flow made = new Flow(hash, transport, view, mark);
    add(made);
    return made;
  }

  /** Puts another in the place of one that is over, with the packet's sender as side 0. */
  Flow replace(Flow old, PacketView view, FrameMark mark) {
    remove(old);
    forgotten.accept(old);
    side = 0;
    Flow made = new Flow(old.hash, old.transport, view, mark);
    add(made);
    return made;
  }

  /** Forgets all, the longest unused first. */
  void clear() {
    while (oldest != null) {
      forget(oldest);
    }
  }

  int size() {
    return size;
  }

  private static int hash(Transport transport, PacketView view) {
    long a;
    long b;
    long extra = transport.ordinal();
    if (transport == Transport.LINK) {
      a = view.sourceMac();
      b = view.destinationMac();
      extra |= (long) view.etherType() << 8;
    } else {
      a = view.sourceLow() ^ Long.rotateLeft(view.sourceHigh(), 21);
      b = view.destinationLow() ^ Long.rotateLeft(view.destinationHigh(), 21);
      if (transport == Transport.TCP || transport == Transport.UDP) {
        a ^= (long) view.sourcePort() << 40;
        b ^= (long) view.destinationPort() << 40;
      } else {
        extra |= (long) view.ipProtocol() << 8;
      }
    }
    // The same both ways.
    long mixed = scatter(a) + scatter(b) + extra * 0x9e3779b97f4a7c15L;
    return (int) (scatter(mixed) >>> 32);
  }

  private static long scatter(long value) {
    long x = (value ^ value >>> 32) * 0xd6e8feb86659fd93L;
    return (x ^ x >>> 32) * 0xd6e8feb86659fd93L;
  }

  private boolean matches(Flow flow, PacketView view) {
    if (flow.transport == Transport.LINK) {
      if (flow.etherType != view.etherType()) {
        return false;
      }
      if (flow.first.mac() == view.sourceMac() && flow.second.mac() == view.destinationMac()) {
        side = 0;
        return true;
      }
      side = 1;
      return flow.first.mac() == view.destinationMac() && flow.second.mac() == view.sourceMac();
    }
    boolean ports = flow.transport == Transport.TCP || flow.transport == Transport.UDP;
    if (!ports && flow.ipProtocol != view.ipProtocol()) {
      return false;
    }
    if (flow.firstLow == view.sourceLow()
        && flow.secondLow == view.destinationLow()
        && flow.firstHigh == view.sourceHigh()
        && flow.secondHigh == view.destinationHigh()
        && (!ports
            || (flow.firstPort == view.sourcePort()
                && flow.secondPort == view.destinationPort()))) {
      side = 0;
      return true;
    }
    side = 1;
    return flow.firstLow == view.destinationLow()
        && flow.secondLow == view.sourceLow()
        && flow.firstHigh == view.destinationHigh()
        && flow.secondHigh == view.sourceHigh()
        && (!ports
            || (flow.firstPort == view.destinationPort() && flow.secondPort == view.sourcePort()));
  }

  private void add(Flow flow) {
    while (size >= most && oldest != null) {
      forget(oldest);
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    place(slots, flow);
    size++;
    flow.older = newest;
    if (newest == null) {
      oldest = flow;
    } else {
      newest.newer = flow;
    }
    newest = flow;
  }

  private static void place(@Nullable Flow[] into, Flow flow) {
    int mask = into.length - 1;
    int i = flow.hash & mask;
    while (into[i] != null) {
      i = i + 1 & mask;
    }
    into[i] = flow;
  }

  private void grow() {
    @Nullable Flow[] larger = new @Nullable Flow[slots.length * 2];
    for (Flow flow : slots) {
      if (flow != null) {
        place(larger, flow);
      }
    }
    slots = larger;
  }

  private void touch(Flow flow, long now) {
    flow.lastNanos = Math.max(flow.lastNanos, now);
    if (flow != newest) {
      unlink(flow);
      flow.older = newest;
      flow.newer = null;
      if (newest == null) {
        oldest = flow;
      } else {
        newest.newer = flow;
      }
      newest = flow;
    }
  }

  private void forgetIdle(long now) {
    while (oldest != null && now - oldest.lastNanos > idleNanos) {
      forget(oldest);
    }
  }

  private void forget(Flow flow) {
    remove(flow);
    forgotten.accept(flow);
  }

  private void remove(Flow flow) {
    unlink(flow);
    flow.older = null;
    flow.newer = null;
    size--;
    int mask = slots.length - 1;
    int i = flow.hash & mask;
    while (slots[i] != flow) {
      i = i + 1 & mask;
    }
    // Moves up those behind it that would not be found any more.
    int hole = i;
    for (int j = i + 1 & mask; ; j = j + 1 & mask) {
      Flow next = slots[j];
      if (next == null) {
        break;
      }
      int home = next.hash & mask;
      if ((j - home & mask) >= (j - hole & mask)) {
        slots[hole] = next;
        hole = j;
      }
    }
    slots[hole] = null;
  }

  private void unlink(Flow flow) {
    if (flow.older == null) {
      oldest = flow.newer;
    } else {
      flow.older.newer = flow.newer;
    }
    if (flow.newer == null) {
      newest = flow.older;
    } else {
      flow.newer.older = flow.older;
    }
  }
}
