package org.bellbuoy.sea.cable;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Draws a reach. Seen from the middle of the straight way a reach is star-shaped: below half the
 * world's girth it is convex, above it what is out of reach is convex around the antipode. So each
 * bearing leaves it once, and that place is found by bisection.
 */
final class ReachOutline {
  private static final double HALF_GIRTH_METRES = Math.PI * Sphere.RADIUS_METRES;
  private static final int BISECTIONS = 44;

  private ReachOutline() {}

  static Geometry of(Reach reach, int points) {
    if (points < 8) {
      throw new IllegalArgumentException("An outline needs 8 points at least.");
    }
    boolean closed = reach.end() != null;
    double budget = reach.budgetMetres();
    double farthest = closed ? 2 * HALF_GIRTH_METRES - reach.directMetres() : HALF_GIRTH_METRES;
    double[] middle = middle(reach);
    double latitude = Arcs.latitude(middle);
    double longitude = Arcs.longitude(middle);
    if (budget >= farthest) {
      return new Geometry.Polygon(List.of(world(longitude)));
    }
    List<Position> ring = new ArrayList<>(points + 4);
    double last = longitude;
    for (int i = 0; i < points; i++) {
      // Bearings fall, so that the area lies on the left as GeoJSON wants it.
      double bearing = 360.0 * (points - i) / points;
      double in = 0;
      double out = HALF_GIRTH_METRES;
      for (int step = 0; step < BISECTIONS; step++) {
        double metres = (in + out) / 2;
        double way =
            reach.wayMetres(
                Sphere.destinationLatitude(latitude, bearing, metres),
                Sphere.destinationLongitude(latitude, longitude, bearing, metres));
        if (way <= budget) {
          in = metres;
        } else {
          out = metres;
        }
      }
      double at = Sphere.destinationLongitude(latitude, longitude, bearing, in);
      last += Sphere.wrapLongitude(at - last);
      ring.add(new Position(last, Sphere.destinationLatitude(latitude, bearing, in)));
    }
    double first = ring.getFirst().longitudeDegrees();
    double turn = last + Sphere.wrapLongitude(first - last) - first;
    double firstLatitude = ring.getFirst().latitudeDegrees();
    if (Math.abs(turn) > 180) {
      // The edge runs round the world: the pole on its left belongs to the area.
      double pole = turn > 0 ? 90 : -90;
      ring.add(new Position(first + turn, firstLatitude));
      ring.add(new Position(first + turn, pole));
      ring.add(new Position(first, pole));
    }
    ring.add(ring.getFirst());
    boolean bothPoles = Math.abs(turn) <= 180 && (closed ? budget : 2 * budget) > HALF_GIRTH_METRES;
    if (!bothPoles) {
      return new Geometry.Polygon(List.of(ring));
    }
    double west = ring.stream().mapToDouble(Position::longitudeDegrees).min().orElse(0);
    double east = ring.stream().mapToDouble(Position::longitudeDegrees).max().orElse(0);
    return new Geometry.Polygon(List.of(world((west + east) / 2), ring));
  }

  private static List<Position> world(double middleLongitude) {
    double west = middleLongitude - 180;
    double east = middleLongitude + 180;
    return List.of(
        new Position(west, -90),
        new Position(east, -90),
        new Position(east, 90),
        new Position(west, 90),
        new Position(west, -90));
  }

  private static double[] middle(Reach reach) {
    double[] middle = new double[3];
    Arcs.unit(reach.start().latitude(), reach.start().longitude(), middle);
    Reach.Fix end = reach.end();
    if (end != null) {
      double[] frame = new double[CableEdges.STRIDE];
      double length =
          Arcs.frame(
              frame,
              0,
              reach.start().latitude(),
              reach.start().longitude(),
              end.latitude(),
              end.longitude());
      Arcs.pointOn(frame, 0, length / 2, middle);
    }
    return middle;
  }
}
