package org.bellbuoy.sea.cable;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * A cable's charted route. Kilometres run along the parts in the order of the file and never jump:
 * where a part does not join the one before, the count goes on from the same kilometre on a new
 * stretch, so gaps between parts have no length and at such a break one kilometre names two places.
 *
 * @param id unique within its file
 * @param name for people, null where the file gives none
 * @param parts at least one
 * @param uncertaintyMetres half-width of the band in which the cable really lies
 * @param lengthKilometres of all parts together
 */
public record Cable(
    String id,
    @Nullable String name,
    List<CablePart> parts,
    double uncertaintyMetres,
    double lengthKilometres) {
  /** Ends of parts nearer than this are the same place, in metres. */
  static final double JOIN_METRES = 100;

  public Cable {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("Cable " + id + " has no route.");
    }
    if (!(uncertaintyMetres >= 0 && uncertaintyMetres <= CableOptions.MAXIMUM_UNCERTAINTY_METRES)) {
      throw new IllegalArgumentException(
          "Cable " + id + " has an impossible uncertainty of " + uncertaintyMetres + " m.");
    }
  }

  /** A cable along the given runs of places, two or more places each. */
  public static Cable of(
      String id, @Nullable String name, double uncertaintyMetres, List<List<Position>> runs) {
    RouteBuilder route = new RouteBuilder();
    for (List<Position> run : runs) {
      if (run.size() < 2) {
        throw new IllegalArgumentException("A run of cable " + id + " has fewer than two places.");
      }
      for (Position place : run) {
        if (!(Math.abs(place.latitudeDegrees()) <= 90
            && Math.abs(place.longitudeDegrees()) <= 360)) {
          throw new IllegalArgumentException("Cable " + id + " has a place outside the world.");
        }
        route.point(place.latitudeDegrees(), place.longitudeDegrees());
      }
      route.endRun();
    }
    return route.build(id, name, uncertaintyMetres);
  }

  /**
   * The place that many kilometres from the start; the nearer end beyond the route's ends, the
   * earlier stretch's end at a break.
   */
  public Position at(double kilometres) {
    CablePart on = parts.getFirst();
    for (CablePart part : parts) {
      on = part;
      if (kilometres <= part.toKilometres()) {
        break;
      }
    }
    int point = on.pointBefore(kilometres);
    double length = on.kilometresAt(point + 1) - on.kilometresAt(point);
    double metres = Math.clamp(kilometres - on.kilometresAt(point), 0, length) * 1000;
    double course =
        Sphere.courseDegrees(
            on.latitude(point),
            on.longitude(point),
            on.latitude(point + 1),
            on.longitude(point + 1));
    return new Position(
        Sphere.destinationLongitude(on.latitude(point), on.longitude(point), course, metres),
        Sphere.destinationLatitude(on.latitude(point), course, metres));
  }

  /** The route for maps, one line a part, longitudes continuous within each line. */
  public Geometry geometry() {
    List<Geometry.Line> lines = new ArrayList<>(parts.size());
    for (CablePart part : parts) {
      List<Position> places = new ArrayList<>(part.size());
      double longitude = part.longitude(0);
      for (int i = 0; i < part.size(); i++) {
        longitude += Sphere.wrapLongitude(part.longitude(i) - longitude);
        places.add(new Position(longitude, part.latitude(i)));
      }
      lines.add(new Geometry.Line(places));
    }
    return new Geometry.MultiLine(lines);
  }
}
