package org.bellbuoy.report;

import java.util.List;

/** What every map carries: land, graticule, scale and north. */
final class MapFurniture {
  private static final double[] STEPS_DEGREES = {
    45, 30, 20, 10, 5, 2, 1, 0.5, 1 / 3.0, 1 / 6.0, 1 / 12.0, 1 / 30.0, 1 / 60.0, 1 / 120.0
  };
  private static final double KILOMETRES_PER_NAUTICAL_MILE = 1.852;

  private final Html out;
  private final Projection projection;
  private final Labels labels;

  /** Words of the graticule, placed before all others and written above all layers. */
  private final Html degrees = new Html();

  MapFurniture(Html out, Projection projection, Labels labels) {
    this.out = out;
    this.projection = projection;
    this.labels = labels;
  }

  void land(Backdrop backdrop) {
    double west = projection.west();
    double east = projection.east();
    double tolerance = 0.4 / projection.unitsPerDegree;
    SvgPath path = null;
    for (double turn = 360 * Math.floor((west + 180) / 360); turn - 180 < east; turn += 360) {
      double from = Math.max(west - turn, -180);
      double to = Math.min(east - turn, 180);
      if (from >= to) {
        continue;
      }
      List<double[]> rings =
          backdrop.rings(from, projection.south(), to, projection.north(), tolerance);
      for (double[] ring : rings) {
        double[] cut =
            Drawn.area(projection.project(ring, turn), Projection.WIDTH, projection.height);
        if (cut.length == 0) {
          continue;
        }
        if (path == null) {
          out.raw("<path class=\"land\" d=\"");
          path = new SvgPath(out.builder());
        }
        path.add(cut, true);
      }
    }
    if (path != null) {
      out.raw("\"/>");
    }
  }

  void graticule() {
    double stepX = step((projection.east() - projection.west()) / 4);
    double stepY = step((projection.north() - projection.south()) / 3.5);
    long firstX = (long) Math.ceil(projection.west() / stepX);
    long lastX = (long) Math.floor(projection.east() / stepX);
    long firstY = (long) Math.ceil(projection.south() / stepY);
    long lastY = (long) Math.floor(projection.north() / stepY);
    out.raw("<path class=\"grid\" d=\"");
    for (long i = firstX; i <= lastX; i++) {
      out.raw("M").tenth(projection.x(i * stepX)).raw(" 0v").tenth(projection.height);
    }
    for (long i = firstY; i <= lastY; i++) {
      out.raw("M0 ").tenth(projection.y(i * stepY)).raw("h").tenth(Projection.WIDTH);
    }
    out.raw("\"/>");
    for (long i = firstX; i <= lastX; i++) {
      double longitude = i * stepX;
      double wrapped = longitude - 360 * Math.floor((longitude + 180) / 360);
      String text = degrees(wrapped, wrapped < 0 ? "W" : "E", stepX);
      labels.write(degrees, text, projection.x(longitude), 22, "middle", "gl");
    }
    for (long i = firstY; i <= lastY; i++) {
      double latitude = i * stepY;
      String text = degrees(latitude, latitude < 0 ? "S" : "N", stepY);
      labels.write(degrees, text, 6, projection.y(latitude) - 4, "start", "gl");
    }
  }

  private static double step(double atMost) {
    for (double step : STEPS_DEGREES) {
      if (step <= atMost) {
        return step;
      }
    }
    return STEPS_DEGREES[STEPS_DEGREES.length - 1];
  }

  private static String degrees(double value, String side, double step) {
    long halves = Math.round(Math.abs(value) * 120);
    long whole = halves / 120;
    double minutes = halves % 120 / 2.0;
    String text = whole + "°";
    if (step < 1) {
      String number = minutes == Math.rint(minutes) ? "" + (long) minutes : "" + minutes;
      text += (minutes < 10 ? "0" : "") + number + "′";
    }
    return halves == 0 || halves == 180 * 120 ? text : text + side;
  }

  /** Keeps the room of the scale and the arrow free; to be called before anything is labelled. */
  void reserve() {
    labels.reserve(0, projection.height - 66, 250, projection.height);
    labels.reserve(Projection.WIDTH - 44, 0, Projection.WIDTH, 60);
  }

  void scaleAndNorth() {
    double perUnit = projection.nauticalMilesPerUnit();
    double bottom = projection.height;
    out.raw(degrees.builder().toString());
    out.raw("<path class=\"plate\" d=\"M0 ").tenth(bottom - 62).raw("h244v62h-244z\"/>");
    bar(perUnit, "nm", bottom - 38);
    bar(perUnit * KILOMETRES_PER_NAUTICAL_MILE, "km", bottom - 12);
    double x = Projection.WIDTH - 22;
    out.raw("<path class=\"north\" d=\"M").tenth(x).raw(" 10l7 20-7-5-7 5z\"/>");
    out.raw("<text class=\"gl\" text-anchor=\"middle\"")
        .attribute("x", x)
        .raw(" y=\"50\">N</text>");
  }

  private void bar(double perUnit, String unit, double y) {
    double most = 130 * perUnit;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double size = most / power >= 5 ? 5 * power : most / power >= 2 ? 2 * power : power;
    double length = size / perUnit;
    out.raw("<path class=\"scale\" d=\"M12 ").tenth(y - 7).raw("v7h").tenth(length).raw("v-7\"/>");
    out.raw("<text class=\"sc\"").attribute("x", 20 + length).attribute("y", y).raw(">");
    out.text(Words.number(size) + " " + unit).raw("</text>");
  }
}
