package org.bellbuoy.port.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * How many operations of each class there were when, over all and of each actor that changes
 * something. Counts lie in {@value #BINS} spans of one length, which doubles whenever they no
 * longer reach. Of actors the first {@value #MOST_ACTORS} are kept; at most 2 MB. Not thread safe.
 */
final class OperationTimes implements OperationSink {
  static final int BINS = 256;
  static final int MOST_ACTORS = 1024;
  private static final int SHOWN_ACTORS = 10;

  private final Map<OperationClass, long[]> classes = new EnumMap<>(OperationClass.class);
  private final Map<Peer, Actor> actors = new LinkedHashMap<>();

  /** One who changes something, with how much of it is more than writing values. */
  private static final class Actor {
    final long[] bins = new long[BINS];
    long graver;
  }

  private long firstNanos = Long.MAX_VALUE;
  private long widthNanos = 1_000_000_000L;
  private @Nullable Peer last;
  private @Nullable Actor lastActor;

  @Override
  public void operation(Operation operation) {
    long now = operation.epochNanos();
    if (firstNanos == Long.MAX_VALUE) {
      firstNanos = now;
    }
    while ((now - firstNanos) / widthNanos >= BINS) {
      widen();
    }
    // A clock that went back before the beginning counts there.
    int bin = (int) Math.max(0, (now - firstNanos) / widthNanos);
    OperationClass what = operation.operationClass();
    bins(classes, what)[bin]++;
    if (changes(what)) {
      Actor actor = actor(Peer.of(BlockFetch.actor(operation)));
      if (actor != null) {
        actor.bins[bin]++;
        actor.graver += what == OperationClass.WRITE ? 0 : 1;
      }
    }
  }

  private @Nullable Actor actor(Peer peer) {
    if (!peer.equals(last)) {
      last = peer;
      lastActor =
          actors.size() < MOST_ACTORS
              ? actors.computeIfAbsent(peer, key -> new Actor())
              : actors.get(peer);
    }
    return lastActor;
  }

  private static <K> long[] bins(Map<K, long[]> map, K key) {
    return map.computeIfAbsent(key, k -> new long[BINS]);
  }

  private static boolean changes(OperationClass what) {
    return switch (what) {
      case WRITE, CONTROL, PROGRAM, FIRMWARE, CONFIGURATION -> true;
      case READ, DIAGNOSTIC, DISCOVERY, AUTHENTICATION, OTHER -> false;
    };
  }

  private void widen() {
    widthNanos *= 2;
    classes.values().forEach(OperationTimes::fold);
    actors.values().forEach(actor -> fold(actor.bins));
  }

  private static void fold(long[] bins) {
    for (int i = 0; i < BINS; i++) {
      bins[i] = 2 * i + 1 < BINS ? bins[2 * i] + bins[2 * i + 1] : 0;
    }
  }

  /** Classes over time; null where there was no operation. */
  @Nullable Timeline byClass() {
    List<Timeline.Lane> lanes = new ArrayList<>();
    classes.forEach((what, bins) -> lanes.add(lane(what.word(), "per " + width(), bins, what)));
    return lanes.isEmpty() ? null : timeline("Operations by class", lanes);
  }

  /**
   * Those who change something, those first who do more than write values; null where there is
   * none.
   */
  @Nullable Timeline byActor() {
    List<Timeline.Lane> lanes =
        actors.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<Peer, Actor> e) -> -e.getValue().graver)
                    .thenComparingLong(e -> -sum(e.getValue().bins))
                    .thenComparing(e -> e.getKey().toString()))
            .limit(SHOWN_ACTORS)
            .map(e -> spans(e.getKey(), e.getValue()))
            .toList();
    if (lanes.isEmpty()) {
      return null;
    }
    String all =
        actors.size() > SHOWN_ACTORS
            ? "%d of %,d, controls and programs first".formatted(SHOWN_ACTORS, actors.size())
            : "everybody who did";
    return timeline("Writes, controls, programs and settings by who asked for them: " + all, lanes);
  }

  private static long sum(long[] bins) {
    long sum = 0;
    for (long bin : bins) {
      sum += bin;
    }
    return sum;
  }

  /** Each class has its own scale, for a stop is one among thousands of reads. */
  private Timeline.Lane lane(String label, String unit, long[] bins, OperationClass what) {
    List<Timeline.Bar> bars = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (bins[i] > 0) {
        bars.add(new Timeline.Bar(at(i), at(i + 1), bins[i]));
      }
    }
    String own = what == OperationClass.READ ? unit : what.word() + " " + unit;
    return new Timeline.Lane(label + ", " + sum(bins) + " in all", Timeline.Kind.BARS, own, bars);
  }

  private Timeline.Lane spans(Peer peer, Actor actor) {
    long[] bins = actor.bins;
    String graver = actor.graver == 0 ? "" : ", of them " + actor.graver + " more than writes";
    String label = peer + ", " + sum(bins) + " in all" + graver;
    List<Timeline.Bar> bars = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (bins[i] > 0) {
        bars.add(new Timeline.Bar(at(i), at(i + 1), 1));
      }
    }
    return new Timeline.Lane(label, Timeline.Kind.SPANS, "", bars);
  }

  private Timeline timeline(String title, List<Timeline.Lane> lanes) {
    int used = 1;
    for (long[] bins : classes.values()) {
      for (int i = used; i < BINS; i++) {
        used = bins[i] > 0 ? i + 1 : used;
      }
    }
    return new Timeline(title, at(0), at(used), List.of(), lanes);
  }

  private String width() {
    return PortWords.span(widthNanos);
  }

  private Instant at(int bin) {
    return PortWords.instant(firstNanos + bin * widthNanos);
  }
}
