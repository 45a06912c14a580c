package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.PacketView;

/**
 * Looks for several machines behind one address, by the openings of TCP connections that it sends:
 * hop limits that began at different values, and several counters of IPv4 identification (S.
 * Bellovin, A Technique for Counting NATted Hosts, 2002). Keeps the first 2,048 addresses.
 */
final class Stacks {
  private static final int MOST = 2048;
  private static final int MOST_LINES = 8;
  private static final int STEP = 64;
  private static final int LINE = 6;
  private static final int MOST_TRACES = 8;
  private static final int NEEDED = 3;

  /** What one address sent. */
  static final class Stack {
    final IpAddress address;
    final long mac;
    final long[] openings = new long[4];
    final int[] shortest = {255, 255, 255, 255};
    final int[] next = new int[MOST_LINES];
    final int[] length = new int[MOST_LINES];
    final List<PortTrace> traces = new ArrayList<>();
    int lines;
    long firstNanos;
    long lastNanos;

    Stack(IpAddress address, long mac, long nanos) {
      this.address = address;
      this.mac = mac;
      this.firstNanos = nanos;
    }

    /** Different initial hop limits of which each was seen several times. */
    int classes() {
      int classes = 0;
      for (long count : openings) {
        classes += count >= NEEDED ? 1 : 0;
      }
      return classes;
    }

    /** Counters of identification that went on for some time. */
    int counters() {
      int counters = 0;
      for (int i = 0; i < lines; i++) {
        counters += length[i] >= LINE ? 1 : 0;
      }
      return counters;
    }

    /** Whether packets had come over a hop before they were seen. */
    boolean forwarded() {
      int[] initial = {32, 64, 128, 255};
      for (int i = 0; i < 4; i++) {
        if (openings[i] >= NEEDED && shortest[i] < initial[i]) {
          return true;
        }
      }
      return false;
    }
  }

  private final Networks networks;
  private final Map<IpAddress, Stack> stacks = new LinkedHashMap<>();

  Stacks(Networks networks) {
    this.networks = networks;
  }

  void packet(PacketView view, FrameMark mark) {
    boolean opens =
        view.kind() == PacketView.Kind.TCP
            && (view.flags() & (PacketView.SYN | PacketView.ACK)) == PacketView.SYN;
    if (!opens || !networks.isInside(view.sourceHigh(), view.sourceLow())) {
      return;
    }
    IpAddress address = new IpAddress(view.sourceHigh(), view.sourceLow());
    Stack stack = stacks.get(address);
    if (stack == null) {
      if (stacks.size() == MOST) {
        return;
      }
      stack = new Stack(address, view.sourceMac(), mark.epochNanos());
      stacks.put(address, stack);
    }
    int ttl = view.ttl();
    int initial = ttl <= 32 ? 0 : ttl <= 64 ? 1 : ttl <= 128 ? 2 : 3;
    if (stack.openings[initial]++ < 2 && stack.traces.size() < MOST_TRACES) {
      stack.traces.add(PortTrace.of(mark));
    }
    stack.shortest[initial] = Math.min(stack.shortest[initial], ttl);
    stack.lastNanos = mark.epochNanos();
    if (view.ipId() > 0) {
      identification(stack, view.ipId());
    }
  }

  private static void identification(Stack stack, int id) {
    for (int i = 0; i < stack.lines; i++) {
      int step = id - stack.next[i] & 0xffff;
      if (step < STEP) {
        stack.next[i] = id + 1;
        stack.length[i]++;
        return;
      }
    }
    // The shortest line makes room, for identifications at random make many short ones.
    int at = stack.lines;
    if (at == MOST_LINES) {
      at = 0;
      for (int i = 1; i < MOST_LINES; i++) {
        at = stack.length[i] < stack.length[at] ? i : at;
      }
    } else {
      stack.lines++;
    }
    stack.next[at] = id + 1;
    stack.length[at] = 1;
  }

  /** Addresses behind which several machines seem to be. */
  List<Stack> several() {
    return stacks.values().stream().filter(stack -> stack.classes() > 1).toList();
  }
}
