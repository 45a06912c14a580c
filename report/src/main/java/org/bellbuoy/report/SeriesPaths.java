package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.bellbuoy.core.exhibit.Chart.Mark;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Series;

/** The series of a chart: lines broken where nothing is known, steps, points, and intervals. */
final class SeriesPaths {
  /** Places along a line at which its name is tried, and how far apart at least. */
  private static final int PLACES = 40;

  private static final double SPACING = 25;

  private final Html out;
  private final Labels labels;
  private final Predicate<Point> shown;
  private final DoubleUnaryOperator px;
  private final DoubleUnaryOperator py;

  SeriesPaths(
      Html out,
      Labels labels,
      Predicate<Point> shown,
      DoubleUnaryOperator px,
      DoubleUnaryOperator py) {
    this.out = out;
    this.labels = labels;
    this.shown = shown;
    this.px = px;
    this.py = py;
  }

  private static boolean hasInterval(Point point) {
    return Double.isFinite(point.low()) && Double.isFinite(point.high());
  }

  /** Draws the intervals of a series: a band along lines, a bar through each point. */
  void spread(Series series, int number) {
    if (series.mark() == Mark.POINTS) {
      bars(series, number);
      return;
    }
    List<Point> run = new ArrayList<>();
    for (Point point : series.points()) {
      if (shown.test(point) && hasInterval(point)) {
        run.add(point);
      } else {
        band(run, series.mark(), number);
        run.clear();
      }
    }
    band(run, series.mark(), number);
  }

  private void band(List<Point> run, Mark mark, int number) {
    if (run.size() < 2) {
      return;
    }
    double[] upper = corners(run.stream().map(p -> Point.of(p.x(), p.high())).toList(), mark);
    double[] lower = corners(run.stream().map(p -> Point.of(p.x(), p.low())).toList(), mark);
    double[] ring = Arrays.copyOf(upper, upper.length + lower.length);
    for (int i = 0; i < lower.length; i += 2) {
      ring[upper.length + i] = lower[lower.length - 2 - i];
      ring[upper.length + i + 1] = lower[lower.length - 1 - i];
    }
    out.raw("<path class=\"band ").raw(ChartStyle.series(number)).raw("\" d=\"");
    new SvgPath(out.builder()).add(ring, true);
    out.raw("\"/>");
  }

  private void bars(Series series, int number) {
    Html data = new Html();
    for (Point point : series.points()) {
      if (shown.test(point) && hasInterval(point)) {
        double x = px.applyAsDouble(point.x());
        data.raw("M").tenth(x - 5).raw(" ").tenth(py.applyAsDouble(point.high())).raw("h10m-5 0V");
        data.tenth(py.applyAsDouble(point.low())).raw("m-5 0h10");
        labels.guard(
            new double[] {x, py.applyAsDouble(point.high()), x, py.applyAsDouble(point.low())});
      }
    }
    if (!data.builder().isEmpty()) {
      out.raw("<path class=\"whisker ").raw(ChartStyle.series(number)).raw("\" d=\"");
      out.raw(data.builder().toString()).raw("\"/>");
    }
  }

  /** Draws a series, and keeps labels off it. */
  void draw(Series series, int number) {
    if (series.mark() == Mark.POINTS) {
      for (double[] at : places(series)) {
        out.raw("<path class=\"m ").raw(ChartStyle.series(number)).raw("\" d=\"M");
        out.tenth(at[0]).raw(" ").tenth(at[1]).raw(ChartStyle.mark(number)).raw("\"/>");
        labels.reserve(at[0] - 5, at[1] - 5, at[0] + 5, at[1] + 5);
      }
      return;
    }
    Html data = new Html();
    SvgPath path = new SvgPath(data.builder());
    for (double[] run : runs(series)) {
      path.add(Drawn.thin(run), false);
      labels.guard(run);
    }
    if (!data.builder().isEmpty()) {
      out.raw("<path class=\"c ").raw(ChartStyle.series(number)).raw("\" d=\"");
      out.raw(data.builder().toString()).raw("\"/>");
    }
  }

  private List<double[]> places(Series series) {
    return series.points().stream()
        .filter(shown)
        .map(p -> new double[] {px.applyAsDouble(p.x()), py.applyAsDouble(p.y())})
        .toList();
  }

  /** Unbroken stretches of a line as corners. */
  private List<double[]> runs(Series series) {
    List<double[]> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : series.points()) {
      if (shown.test(point)) {
        run.add(point);
        continue;
      }
      // A step holds until the next value is known not to be known.
      if (series.mark() == Mark.STEPS && !run.isEmpty()) {
        Point held = Point.of(point.x(), run.getLast().y());
        if (shown.test(held)) {
          run.add(held);
        }
      }
      flush(runs, run, series.mark());
    }
    flush(runs, run, series.mark());
    return runs;
  }

  private void flush(List<double[]> runs, List<Point> run, Mark mark) {
    if (!run.isEmpty()) {
      runs.add(corners(run, mark));
      run.clear();
    }
  }

  private double[] corners(List<Point> run, Mark mark) {
    double[] corners = new double[4 * run.size()];
    int used = 0;
    for (Point point : run) {
      double x = px.applyAsDouble(point.x());
      if (mark == Mark.STEPS && used > 0) {
        corners[used] = x;
        corners[used + 1] = corners[used - 1];
        used += 2;
      }
      corners[used++] = x;
      corners[used++] = py.applyAsDouble(point.y());
    }
    return Arrays.copyOf(corners, used);
  }

  /** Writes the name of a series beside it, at the first of many places where there is room. */
  void label(Series series, int number) {
    List<double[]> places = series.mark() == Mark.POINTS ? places(series) : along(series);
    int tries = Math.min(PLACES, places.size());
    String style = "lb sr " + ChartStyle.colour(number);
    // The same corner of every curve, so that a name between two of them belongs to the upper one.
    for (int pass = 0; pass < 4; pass++) {
      for (int i = 0; i < tries; i++) {
        // From the middle outwards: lines meet at their ends more often than there.
        int place = Math.floorMod(tries / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2), tries);
        double[] at = places.get((int) ((long) place * places.size() / tries));
        boolean done =
            switch (pass) {
              case 0, 1 ->
                  labels.placeAtCorner(out, series.label(), at[0], at[1], 4, style, pass == 1);
              case 2 -> labels.place(out, series.label(), at[0], at[1], 10, style);
              default -> labels.placeOverLines(out, series.label(), at[0], at[1], 10, style);
            };
        if (done) {
          return;
        }
      }
    }
  }

  /** Places at equal distances along the line. */
  private List<double[]> along(Series series) {
    List<double[]> places = new ArrayList<>();
    for (double[] run : runs(series)) {
      for (int i = 0; i + 3 < run.length; i += 2) {
        double dx = run[i + 2] - run[i];
        double dy = run[i + 3] - run[i + 1];
        int pieces = (int) Math.clamp(Math.hypot(dx, dy) / SPACING, 1, PLACES);
        for (int j = 0; j < pieces; j++) {
          double t = (j + 0.5) / pieces;
          places.add(new double[] {run[i] + t * dx, run[i + 1] + t * dy});
        }
      }
    }
    return places;
  }
}
