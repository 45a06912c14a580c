package org.bellbuoy.sea.cable;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.AssetRef.Span;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what of a cable is within reach down to what ways round land allow. Each piece is asked for
 * at its middle, with half its length added to the band: so a piece stays when any place in it can
 * be reached, and what is cut off cannot.
 */
final class CableByWater {
  private static final double LEAST_STEP_METRES = 500;

  /** Lengths nearer than this are the same. */
  private static final double SAME_METRES = 1;

  private final Reach reach;
  private final Ways ways;
  private final double budgetMetres;

  private double bestMetres = Double.POSITIVE_INFINITY;
  private Position bestPlace = new Position(0, 0);
  private double bestKilometres;

  private CableByWater(Reach reach, Ways ways) {
    this.reach = reach;
    this.ways = ways;
    budgetMetres = reach.budgetMetres() + Reach.TOLERANCE_METRES;
  }

  /** What is left of it, or null when all of it lies behind land. */
  static @Nullable CableWithinReach of(CableWithinReach hit, Reach reach, Ways ways) {
    return new CableByWater(reach, ways).cut(hit);
  }

  private @Nullable CableWithinReach cut(CableWithinReach hit) {
    double band = hit.cable().uncertaintyMetres();
    List<Span> spans = new ArrayList<>();
    for (Span span : hit.alongKilometres()) {
      cut(hit.cable(), span, band, spans);
    }
    if (spans.isEmpty()) {
      return null;
    }
    double straight = way(hit.closestLatitude(), hit.closestLongitude(), band, true);
    double water = way(hit.closestLatitude(), hit.closestLongitude(), band, false);
    if (water - straight < SAME_METRES) {
      bestMetres = straight;
      bestPlace = new Position(hit.closestLongitude(), hit.closestLatitude());
      bestKilometres = hit.closestKilometres();
    }
    // Half a piece was added to the band: that must not make the way shorter than the straight one.
    bestMetres = Math.max(bestMetres, straight);
    double duration = reach.durationSeconds();
    double most = reach.budgetMetres();
    return new CableWithinReach(
        hit.cable(),
        spans,
        most <= 0 ? duration : duration * Math.max(0, 1 - bestMetres / most),
        Math.max(bestMetres, ways.directMetres()) / duration / Sphere.METRES_PER_SECOND_PER_KNOT,
        bestPlace.latitudeDegrees(),
        bestPlace.longitudeDegrees(),
        bestKilometres,
        hit.crossesStraightPath(),
        hit.nearestMetres());
  }

  private void cut(Cable cable, Span span, double band, List<Span> spans) {
    double from = span.fromKilometres();
    double length = span.toKilometres() - from;
    double step = Math.max(LEAST_STEP_METRES, ways.stepMetres()) / 1000;
    int pieces = Math.max(1, (int) Math.ceil(length / step));
    boolean joins = false;
    for (int i = 0; i < pieces; i++) {
      double kilometres = from + length * (i + 0.5) / pieces;
      Position place = cable.at(kilometres);
      double within = band + length * 1000 / pieces / 2;
      double metres = way(place.latitudeDegrees(), place.longitudeDegrees(), within, false);
      if (metres > budgetMetres) {
        joins = false;
        continue;
      }
      if (metres < bestMetres) {
        bestMetres = metres;
        bestPlace = place;
        bestKilometres = kilometres;
      }
      double end = i + 1 == pieces ? span.toKilometres() : from + length * (i + 1) / pieces;
      double start = joins ? spans.removeLast().fromKilometres() : from + length * i / pieces;
      spans.add(new Span(start, end));
      joins = true;
    }
  }

  private double way(double latitude, double longitude, double within, boolean straight) {
    if (!straight) {
      return ways.thereMetres(latitude, longitude, within)
          + ways.onMetres(latitude, longitude, within);
    }
    Reach.Fix start = reach.start();
    Reach.Fix end = reach.end();
    double there = Sphere.distanceMetres(start.latitude(), start.longitude(), latitude, longitude);
    double on =
        end == null
            ? 0
            : Sphere.distanceMetres(latitude, longitude, end.latitude(), end.longitude());
    return Math.max(0, there - within) + (end == null ? 0 : Math.max(0, on - within));
  }
}
