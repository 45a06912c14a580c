package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.PacketView;

/**
 * Packets for each address and second, and times without any packet. Keeps 16,384 addresses and 64
 * gaps, under 4 MB. Not thread safe.
 */
final class RateBook implements PortDetector, PacketListener {
  private static final int MOST = 1 << 14;
  private static final int MOST_GAPS = 64;
  private static final int MOST_TRACES = 4;
  private static final long SECOND = 1_000_000_000L;

  private static final class Rate {
    long second = Long.MIN_VALUE;
    long packets;
  }

  /** An address with too many packets in at least one second. */
  static final class Flood {
    final List<PortTrace> traces = new ArrayList<>();
    long seconds;
    long most;
  }

  /**
   * A time without any packet.
   *
   * @param before the last packet before it
   * @param after the first one behind it
   */
  record Gap(long nanos, PortTrace before, PortTrace after) {}

  private final int floodPackets;
  private final long leastGapNanos;
  private final Map<IpAddress, Rate> rates = new HashMap<>();
  private final Map<IpAddress, Flood> floods = new LinkedHashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final FrameMark last = new FrameMark();
  private boolean any;
  private long longestNanos;
  private long gapCount;
  private long most;

  RateBook(EvidenceOptions options) {
    floodPackets = options.floodPackets();
    leastGapNanos = options.mostGapNanos();
  }

  @Override
  public PacketListener packets() {
    return this;
  }

  @Override
  public void packet(PacketView view, FrameMark mark) {
    gap(mark);
    if (!view.isIp()) {
      return;
    }
    IpAddress to = new IpAddress(view.destinationHigh(), view.destinationLow());
    Rate rate = rates.get(to);
    if (rate == null) {
      if (rates.size() == MOST) {
        return;
      }
      rate = new Rate();
      rates.put(to, rate);
    }
    long second = Math.floorDiv(mark.epochNanos(), SECOND);
    if (second != rate.second) {
      rate.second = second;
      rate.packets = 0;
    }
    rate.packets++;
    most = Math.max(most, rate.packets);
    if (rate.packets >= floodPackets) {
      flood(to, rate.packets, mark);
    }
  }

  private void flood(IpAddress to, long packets, FrameMark mark) {
    Flood flood = floods.computeIfAbsent(to, key -> new Flood());
    flood.most = Math.max(flood.most, packets);
    if (packets == floodPackets) {
      flood.seconds++;
      if (flood.traces.size() < MOST_TRACES) {
        flood.traces.add(PortTrace.of(mark));
      }
    }
  }

  private void gap(FrameMark mark) {
    if (any) {
      long nanos = mark.epochNanos() - last.epochNanos();
      longestNanos = Math.max(longestNanos, nanos);
      if (nanos > leastGapNanos) {
        gapCount++;
        if (gaps.size() < MOST_GAPS) {
          gaps.add(new Gap(nanos, PortTrace.of(last), PortTrace.of(mark)));
        }
      }
    }
    // A clock that goes back must not make a gap when it goes on.
    if (!any || mark.epochNanos() > last.epochNanos()) {
      last.set(mark);
    }
    any = true;
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  Map<IpAddress, Flood> floods() {
    return floods;
  }

  /** Most packets to one address in one second. */
  long most() {
    return most;
  }

  long longestNanos() {
    return longestNanos;
  }

  /** Times without any packet that are longer than asked for; the first 64. */
  List<Gap> gaps() {
    return gaps;
  }

  long gapCount() {
    return gapCount;
  }
}
