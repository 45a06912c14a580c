package org.bellbuoy.atlas.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sews together what map editors cut apart. Land that meets the antimeridian from both sides, such
 * as Chukotka and Taveuni, comes as two rings with an artificial edge along it. Rings have
 * directions, so artificial edges run both ways and cancel; what does not cancel is true coast.
 */
final class Antimeridian {
  /** 180 degrees, which is also -180. */
  private static final int LINE = Integer.MIN_VALUE;

  private final List<Ring> rings = new ArrayList<>();
  private final List<Ring> pieces = new ArrayList<>();

  /** How many more edges run north than south, as changes at latitudes. */
  private final TreeMap<Integer, Integer> northward = new TreeMap<>();

  private Antimeridian() {}

  static List<Ring> sewn(List<Ring> rings) {
    Antimeridian work = new Antimeridian();
    rings.forEach(work::cut);
    work.keepTrueCoast();
    work.sew();
    return work.rings;
  }

  private static boolean onLine(Ring ring, int edge) {
    return ring.lon()[edge] == LINE && ring.lon()[edge + 1] == LINE && ring.size() > 2;
  }

  private void cut(Ring ring) {
    int edges = ring.size() - 1;
    int start = -1;
    for (int e = 0; e < edges; e++) {
      if (onLine(ring, e)) {
        start = e;
        int from = ring.lat()[e];
        int to = ring.lat()[e + 1];
        int way = to > from ? 1 : -1;
        northward.merge(Math.min(from, to), way, Integer::sum);
        northward.merge(Math.max(from, to), -way, Integer::sum);
      }
    }
    if (start < 0) {
      rings.add(ring);
      return;
    }
    // Once around from an artificial edge, so that no piece spans the ring's own start.
    int from = start + 1;
    for (int e = start + 1; e <= start + edges; e++) {
      if (onLine(ring, e % edges)) {
        if (e > from) {
          pieces.add(piece(ring, from, e));
        }
        from = e + 1;
      }
    }
  }

  private static Ring piece(Ring ring, int from, int to) {
    int edges = ring.size() - 1;
    int[] lon = new int[to - from + 1];
    int[] lat = new int[to - from + 1];
    for (int i = from; i <= to; i++) {
      lon[i - from] = ring.lon()[i % edges];
      lat[i - from] = ring.lat()[i % edges];
    }
    return new Ring(lon, lat);
  }

  private void keepTrueCoast() {
    int ways = 0;
    int before = 0;
    for (var change : northward.entrySet()) {
      int here = change.getKey();
      for (int k = 0; k < Math.abs(ways); k++) {
        int[] lat = ways > 0 ? new int[] {before, here} : new int[] {here, before};
        pieces.add(new Ring(new int[] {LINE, LINE}, lat));
      }
      ways += change.getValue();
      before = here;
    }
  }

  private void sew() {
    SortedMap<Integer, Deque<Ring>> byStart = new TreeMap<>();
    for (Ring piece : pieces) {
      byStart.computeIfAbsent(piece.lat()[0], lat -> new ArrayDeque<>()).add(piece);
    }
    while (!byStart.isEmpty()) {
      Ring line = take(byStart, byStart.firstKey());
      while (!line.isClosed()) {
        line = joined(line, take(byStart, line.lat()[line.size() - 1]));
      }
      rings.add(Ring.of(line.lon(), line.lat()));
    }
  }

  private static Ring take(SortedMap<Integer, Deque<Ring>> byStart, int latitude) {
    Deque<Ring> candidates = byStart.get(latitude);
    if (candidates == null) {
      throw new IllegalStateException("rings cut at the antimeridian do not fit together");
    }
    Ring piece = candidates.remove();
    if (candidates.isEmpty()) {
      byStart.remove(latitude);
    }
    return piece;
  }

  private static Ring joined(Ring first, Ring second) {
    int n = first.size();
    int[] lon = Arrays.copyOf(first.lon(), n + second.size());
    int[] lat = Arrays.copyOf(first.lat(), n + second.size());
    System.arraycopy(second.lon(), 0, lon, n, second.size());
    System.arraycopy(second.lat(), 0, lat, n, second.size());
    return Ring.of(lon, lat);
  }
}
