package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.track.Trail;
import org.jspecify.annotations.Nullable;

/** The part of the sea that one map is about; longitudes run on without a break from its middle. */
record Box(double south, double west, double north, double east) {
  private static final double MARGIN = 0.15;

  /** Around a silence: the area within reach and the ways before and after. */
  static Box around(SeaEvent.Silence silence, Geometry outline) {
    double middle = silence.before().longitude();
    double[] edges = {90, 360, -90, -360};
    List<Position> all = new ArrayList<>();
    collect(outline, all);
    all.add(new Position(middle, silence.before().latitude()));
    SeaEvent.End after = silence.after();
    if (after != null) {
      all.add(new Position(after.longitude(), after.latitude()));
    }
    addTrail(silence.trailBefore(), all);
    addTrail(silence.trailAfter(), all);
    for (Position at : all) {
      double longitude = middle + Sphere.wrapLongitude(at.longitudeDegrees() - middle);
      edges[0] = Math.min(edges[0], at.latitudeDegrees());
      edges[1] = Math.min(edges[1], longitude);
      edges[2] = Math.max(edges[2], at.latitudeDegrees());
      edges[3] = Math.max(edges[3], longitude);
    }
    double high = (edges[2] - edges[0]) * MARGIN + 0.05;
    double wide = (edges[3] - edges[1]) * MARGIN + 0.05;
    return new Box(
        Math.max(-90, edges[0] - high),
        edges[1] - wide,
        Math.min(90, edges[2] + high),
        edges[3] + wide);
  }

  /** Whether a place lies in it. */
  boolean contains(double latitude, double longitude) {
    double middle = (west + east) / 2;
    double at = middle + Sphere.wrapLongitude(longitude - middle);
    return latitude >= south && latitude <= north && at >= west && at <= east;
  }

  private static void addTrail(@Nullable Trail trail, List<Position> all) {
    if (trail == null) {
      return;
    }
    for (int i = 0; i < trail.size(); i++) {
      all.add(new Position(trail.longitudeE7(i) * 1e-7, trail.latitudeE7(i) * 1e-7));
    }
  }

  private static void collect(Geometry geometry, List<Position> all) {
    switch (geometry) {
      case Geometry.Point point -> all.add(point.at());
      case Geometry.Line line -> all.addAll(line.positions());
      case Geometry.MultiLine lines -> lines.lines().forEach(line -> collect(line, all));
      case Geometry.Polygon polygon -> polygon.rings().forEach(all::addAll);
      case Geometry.MultiPolygon polygons ->
          polygons.polygons().forEach(polygon -> collect(polygon, all));
    }
  }

  /** Reception cells in the box, at most that many: none for a box too large for them. */
  Set<Integer> cells(int most) {
    Set<Integer> cells = new LinkedHashSet<>();
    double step = Cells.DEGREES / 2;
    if ((north - south) / step * ((east - west) / step) > 16.0 * most) {
      return cells;
    }
    for (double latitude = south; latitude <= north; latitude += step) {
      for (double longitude = west; longitude <= east; longitude += step) {
        cells.add(Cells.of(latitude, Sphere.wrapLongitude(longitude)));
        if (cells.size() > most) {
          return Set.of();
        }
      }
    }
    return cells;
  }

  /** The runs of a route that touch the box, each with one position beyond on either side. */
  List<Geometry.Line> clip(Geometry geometry) {
    List<Geometry.Line> lines = new ArrayList<>();
    if (geometry instanceof Geometry.MultiLine all) {
      for (Geometry.Line line : all.lines()) {
        clip(line.positions(), lines);
      }
    } else if (geometry instanceof Geometry.Line line) {
      clip(line.positions(), lines);
    }
    return lines;
  }

  private void clip(List<Position> positions, List<Geometry.Line> lines) {
    double middle = (west + east) / 2;
    List<Position> run = new ArrayList<>();
    for (int i = 0; i + 1 < positions.size(); i++) {
      Position a = near(middle, positions.get(i));
      Position b0 = positions.get(i + 1);
      Position b =
          new Position(
              a.longitudeDegrees()
                  + Sphere.wrapLongitude(b0.longitudeDegrees() - a.longitudeDegrees()),
              b0.latitudeDegrees());
      boolean touches =
          Math.max(a.latitudeDegrees(), b.latitudeDegrees()) >= south
              && Math.min(a.latitudeDegrees(), b.latitudeDegrees()) <= north
              && Math.max(a.longitudeDegrees(), b.longitudeDegrees()) >= west
              && Math.min(a.longitudeDegrees(), b.longitudeDegrees()) <= east;
      if (touches) {
        if (run.isEmpty()) {
          run.add(a);
        }
        run.add(b);
      } else if (!run.isEmpty()) {
        lines.add(new Geometry.Line(run));
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      lines.add(new Geometry.Line(run));
    }
  }

  private static Position near(double middle, Position at) {
    return new Position(
        middle + Sphere.wrapLongitude(at.longitudeDegrees() - middle), at.latitudeDegrees());
  }
}
