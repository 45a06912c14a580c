package org.bellbuoy.sea.cable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * The cables that a silent ship can have come to.
 *
 * <p>With u the cable's uncertainty, a place x of its route costs the way g(x) = max(0, d(p0,x) −
 * u) + max(0, d(x,p1) − u); it is within reach when g(x) is at most the budget. Going one metre
 * along the cable changes g by two metres at most, so the values at the ends of a piece bound all
 * values between them: pieces are decided whole or halved, and nothing is missed between samples.
 */
public final class CableReach {
  /**
   * Weight of the unclipped way when the best place is sought: where the band makes many places
   * equally good, the one nearest to the ship's own way is named. Costs 0.2 % of the band.
   */
  private static final double TIE = 1e-3;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double BEST_PLACE_METRES = 25;
  private static final Comparator<CableWithinReach> LONGEST_STAY_FIRST =
      Comparator.comparingDouble(CableWithinReach::longestStaySeconds)
          .reversed()
          .thenComparing(hit -> hit.cable().id());

  private final CableEdges edges;
  private final Reach reach;
  private final boolean closed;
  private final double[] p0 = new double[3];
  private final double[] p1 = new double[3];
  private final double[] leg = new double[CableEdges.STRIDE];
  private final double legLength;

  /** All lengths from here on are radians, until a result is written. */
  private final double budget;

  private final double direct;
  private final double resolution;

  private double band;
  private double bestScore;
  private int bestEdge;
  private double bestAlong;
  private double bestWay;

  /** Set by {@link #score} beside its answer. */
  private double way;

  private boolean convex;

  /** Edges that may hold the best place, complemented where the way is not convex on them. */
  private int[] candidateEdges = new int[64];

  private double[] candidateScores = new double[128];
  private int candidates;

  private final List<AssetRef.Span> spans = new ArrayList<>();
  private int spanStretch;

  private CableReach(CableEdges edges, Reach reach, CableReachOptions options) {
    this.edges = edges;
    this.reach = reach;
    Reach.Fix start = reach.start();
    Reach.Fix end = reach.end();
    closed = end != null;
    Reach.Fix last = end == null ? start : end;
    Arcs.unit(start.latitude(), start.longitude(), p0);
    Arcs.unit(last.latitude(), last.longitude(), p1);
    legLength =
        Arcs.frame(leg, 0, start.latitude(), start.longitude(), last.latitude(), last.longitude());
    budget = (reach.budgetMetres() + Reach.TOLERANCE_METRES) / Sphere.RADIUS_METRES;
    direct = reach.directMetres() / Sphere.RADIUS_METRES;
    resolution = options.resolutionMetres() / Sphere.RADIUS_METRES;
  }

  /**
   * The cables within reach, the longest possible stay first, then by id. Any number of threads may
   * ask of one index; its radius does not matter here.
   */
  public static List<CableWithinReach> of(
      CableIndex index, Reach reach, CableReachOptions options) {
    CableReach search = new CableReach(index.edges, reach, options);
    List<CableWithinReach> found = new ArrayList<>();
    List<Cable> cables = index.cables();
    for (int cable = 0; cable < cables.size(); cable++) {
      CableWithinReach hit = search.cable(cables.get(cable), cable);
      if (hit != null) {
        found.add(hit);
      }
    }
    found.sort(LONGEST_STAY_FIRST);
    return found;
  }

  /**
   * Those of the given cables that can be reached by ways round land, with stretches, stay and
   * speed by those ways; in the same order as {@link #of}.
   */
  public static List<CableWithinReach> byWater(
      List<CableWithinReach> straight, Reach reach, Ways ways) {
    List<CableWithinReach> found = new ArrayList<>();
    for (CableWithinReach hit : straight) {
      CableWithinReach left = CableByWater.of(hit, reach, ways);
      if (left != null) {
        found.add(left);
      }
    }
    found.sort(LONGEST_STAY_FIRST);
    return found;
  }

  private @Nullable CableWithinReach cable(Cable cable, int number) {
    band = cable.uncertaintyMetres() / Sphere.RADIUS_METRES;
    // Every place within reach lies in a circle around the middle of the way (or the last fix).
    double radius = (closed ? budget / 2 : budget) + band;
    double cosRadius = Math.cos(Math.min(Math.PI, radius));
    double sinRadius = Math.sin(Math.min(Math.PI, radius));
    double[] middle = new double[3];
    Arcs.pointOn(leg, 0, legLength / 2, middle);
    bestEdge = -1;
    bestScore = Double.POSITIVE_INFINITY;
    spans.clear();
    candidates = 0;
    boolean prune = radius < Math.PI / 2;
    for (int c = edges.cableChunks[number]; c < edges.cableChunks[number + 1]; c++) {
      int cap = c * 5;
      double cosCap = edges.caps[cap + 3];
      double toCap =
          middle[0] * edges.caps[cap]
              + middle[1] * edges.caps[cap + 1]
              + middle[2] * edges.caps[cap + 2];
      if (prune
          && cosCap > 0
          && toCap < cosRadius * cosCap - sinRadius * edges.caps[cap + 4] - 1e-12) {
        continue;
      }
      for (int edge = edges.chunkStart[c]; edge < edges.chunkStart[c + 1]; edge++) {
        edge(edge);
      }
    }
    searchCandidates();
    return bestEdge < 0 || bestWay > budget ? null : result(cable, number);
  }

  private void edge(int edge) {
    double length = edges.lengths[edge];
    double scoreStart = score(edge, 0);
    double start = way;
    boolean convexStart = convex;
    double scoreEnd = score(edge, length);
    double end = way;
    if ((start + end) / 2 - length <= budget) {
      span(edge, 0, length, start, end, convexStart && convex);
    }
    if (bound(start, end, length) <= budget) {
      later(edge, scoreStart, scoreEnd, convexStart && convex);
    }
  }

  /** Notes an edge whose inside is searched once the ends of all edges have been seen. */
  private void later(int edge, double start, double end, boolean convexPiece) {
    if (candidates == candidateEdges.length) {
      candidateEdges = Arrays.copyOf(candidateEdges, candidates * 2);
      candidateScores = Arrays.copyOf(candidateScores, candidates * 4);
    }
    candidateScores[2 * candidates] = start;
    candidateScores[2 * candidates + 1] = end;
    candidateEdges[candidates++] = convexPiece ? edge : ~edge;
  }

  private void searchCandidates() {
    for (int i = 0; i < candidates; i++) {
      boolean convexPiece = candidateEdges[i] >= 0;
      int edge = convexPiece ? candidateEdges[i] : ~candidateEdges[i];
      best(
          edge,
          0,
          edges.lengths[edge],
          candidateScores[2 * i],
          candidateScores[2 * i + 1],
          convexPiece);
    }
  }

  /** No place between two values, that far apart, can have a shorter way than this. */
  private double bound(double start, double end, double length) {
    return Math.max((start + end) / 2 - length, closed ? direct - 2 * band : 0);
  }

  /** What is minimized; a place within reach that is better than the best so far is kept. */
  private double score(int edge, double along) {
    int at = edge * CableEdges.STRIDE;
    double cos = Math.cos(along);
    double sin = Math.sin(along);
    double[] f = edges.frames;
    double x = f[at] * cos + f[at + 3] * sin;
    double y = f[at + 1] * cos + f[at + 4] * sin;
    double z = f[at + 2] * cos + f[at + 5] * sin;
    double d0 = Arcs.angle(x, y, z, p0[0], p0[1], p0[2]);
    double d1 = closed ? Arcs.angle(x, y, z, p1[0], p1[1], p1[2]) : 0;
    // Distance to a place is convex along a great circle within a quarter of the world.
    convex = Math.max(d0, d1) + edges.lengths[edge] < Math.PI / 2;
    way = Math.max(0, d0 - band) + Math.max(0, d1 - band);
    double score = way + TIE * (d0 + d1);
    if (score < bestScore && way <= budget) {
      bestScore = score;
      bestEdge = edge;
      bestAlong = along;
      bestWay = way;
    }
    return score;
  }

  private void span(
      int edge, double from, double to, double start, double end, boolean convexPiece) {
    double length = to - from;
    double middle = (start + end) / 2;
    boolean whole = middle + length <= budget || (convexPiece && start <= budget && end <= budget);
    if (whole) {
      addSpan(edge, from, to);
      return;
    }
    if (middle - length > budget) {
      return;
    }
    score(edge, (from + to) / 2);
    double half = way;
    if (length <= resolution) {
      if (half <= budget) {
        addSpan(edge, from, to);
      }
      return;
    }
    double cut = (from + to) / 2;
    span(edge, from, cut, start, half, convexPiece);
    span(edge, cut, to, half, end, convexPiece);
  }

  private void addSpan(int edge, double from, double to) {
    double start = edges.fromKilometres[edge] + from * Sphere.RADIUS_METRES / 1000;
    double end = edges.fromKilometres[edge] + to * Sphere.RADIUS_METRES / 1000;
    int stretch = edges.stretchOf[edge];
    if (!spans.isEmpty()
        && spanStretch == stretch
        && start - spans.getLast().toKilometres() < 1e-6) {
      start = spans.removeLast().fromKilometres();
    }
    spans.add(new AssetRef.Span(start, end));
    spanStretch = stretch;
  }

  private void best(
      int edge, double from, double to, double start, double end, boolean convexPiece) {
    double length = to - from;
    double slack = 0.1 / Sphere.RADIUS_METRES;
    double least = Math.max(0, direct - 2 * band) + TIE * direct;
    if (Math.max(least, (start + end) / 2 - (1 + TIE) * length) >= bestScore - slack) {
      return;
    }
    double step = Math.max(250 / Sphere.RADIUS_METRES, budget / 400);
    if (!convexPiece && length > step) {
      double cut = (from + to) / 2;
      double half = score(edge, cut);
      best(edge, from, cut, start, half, false);
      best(edge, cut, to, half, end, false);
      return;
    }
    double low = from;
    double high = to;
    double a = high - GOLDEN * (high - low);
    double b = low + GOLDEN * (high - low);
    double scoreA = score(edge, a);
    double scoreB = score(edge, b);
    while (high - low > BEST_PLACE_METRES / Sphere.RADIUS_METRES) {
      if (scoreA <= scoreB) {
        high = b;
        b = a;
        scoreB = scoreA;
        a = high - GOLDEN * (high - low);
        scoreA = score(edge, a);
      } else {
        low = a;
        a = b;
        scoreA = scoreB;
        b = low + GOLDEN * (high - low);
        scoreB = score(edge, b);
      }
    }
  }

  private CableWithinReach result(Cable cable, int number) {
    double duration = reach.durationSeconds();
    double metres = bestWay * Sphere.RADIUS_METRES;
    double most = reach.budgetMetres();
    double stay = most <= 0 ? duration : duration * Math.max(0, 1 - metres / most);
    double least =
        Math.max(metres, reach.directMetres()) / duration / Sphere.METRES_PER_SECOND_PER_KNOT;
    double kilometres = edges.fromKilometres[bestEdge] + bestAlong * Sphere.RADIUS_METRES / 1000;
    if (spans.isEmpty()) {
      spans.add(new AssetRef.Span(kilometres, kilometres));
    }
    double nearest = nearestToLeg(number) * Sphere.RADIUS_METRES;
    double[] place = new double[3];
    Arcs.pointOn(edges.frames, bestEdge * CableEdges.STRIDE, bestAlong, place);
    return new CableWithinReach(
        cable,
        spans,
        stay,
        least,
        Arcs.latitude(place),
        Arcs.longitude(place),
        kilometres,
        nearest <= cable.uncertaintyMetres(),
        nearest);
  }

  /** The distance between the straight way and the cable. */
  private double nearestToLeg(int number) {
    double nearest = Math.PI;
    double[] end = new double[3];
    double[] legEnd = new double[3];
    Arcs.pointOn(leg, 0, legLength, legEnd);
    for (int c = edges.cableChunks[number]; c < edges.cableChunks[number + 1]; c++) {
      int cap = c * 5;
      double toCentre =
          Arcs.angleOfChord(
              Arcs.chordSquared(leg, 0, edges.caps[cap], edges.caps[cap + 1], edges.caps[cap + 2]));
      if (toCentre - Math.atan2(edges.caps[cap + 4], edges.caps[cap + 3]) > nearest) {
        continue;
      }
      for (int edge = edges.chunkStart[c]; edge < edges.chunkStart[c + 1]; edge++) {
        int at = edge * CableEdges.STRIDE;
        double[] f = edges.frames;
        if (legLength > 0 && edges.lengths[edge] > 0 && Arcs.cross(f, at, leg, 0)) {
          return 0;
        }
        // Arcs that do not cross are nearest to each other at an end of one of them.
        double chord =
            Math.min(
                Arcs.chordSquared(f, at, leg[0], leg[1], leg[2]),
                Arcs.chordSquared(f, at, legEnd[0], legEnd[1], legEnd[2]));
        for (int side = 0; side < 2; side++) {
          Arcs.pointOn(f, at, side * edges.lengths[edge], end);
          chord = Math.min(chord, Arcs.chordSquared(leg, 0, end[0], end[1], end[2]));
        }
        nearest = Math.min(nearest, Arcs.angleOfChord(chord));
      }
    }
    return nearest;
  }
}
