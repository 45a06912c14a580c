package org.bellbuoy.core.exhibit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers against numbers. Values that are not finite are gaps: nothing is drawn through them.
 *
 * @param title heading
 * @param alternative what the picture shows, in sentences, for those who do not see it
 * @param x the axis along the bottom
 * @param y the axis up the side
 * @param series drawn in this order, told apart without colour
 * @param references lines and spans to hold the series against
 * @param beneath counts under the chart along the same x axis, null for none
 * @param square whether both axes are of one length, as a curve between two shares wants
 */
public record Chart(
    String title,
    String alternative,
    Axis x,
    Axis y,
    List<Series> series,
    List<Reference> references,
    @Nullable Histogram beneath,
    boolean square)
    implements Document.Block {
  public Chart {
    series = List.copyOf(series);
    references = List.copyOf(references);
  }

  /** A chart of series alone. */
  public static Chart of(String title, String alternative, Axis x, Axis y, List<Series> series) {
    return new Chart(title, alternative, x, y, series, List.of(), null, false);
  }

  /** The same with lines and spans to hold it against. */
  public Chart withReferences(List<Reference> lines) {
    return new Chart(title, alternative, x, y, series, lines, beneath, square);
  }

  /** The same with counts under it. */
  public Chart withBeneath(Histogram counts) {
    return new Chart(title, alternative, x, y, series, references, counts, square);
  }

  /** The same with both axes of one length. */
  public Chart squared() {
    return new Chart(title, alternative, x, y, series, references, beneath, true);
  }

  /** How values lie along an axis and are put into words. */
  public enum Scale {
    /** Equal steps. */
    LINEAR,
    /** Equal ratios; values that are not above zero cannot be shown. */
    LOG,
    /** Shares from 0 to 1, written in percent. */
    SHARE,
    /** Seconds, written as durations. */
    DURATION
  }

  /**
   * One axis.
   *
   * @param label what is measured
   * @param unit its unit, empty for none; shares and durations bring their own
   * @param scale how values lie along it
   * @param low where it begins; NaN to take that from the values
   * @param high where it ends; NaN to take that from the values
   */
  public record Axis(String label, String unit, Scale scale, double low, double high) {
    public Axis {
      if (low >= high) {
        throw new IllegalArgumentException("axis from " + low + " to " + high);
      }
      if (scale == Scale.LOG && low <= 0) {
        throw new IllegalArgumentException("logarithmic axis from " + low);
      }
    }

    /** Equal steps over whatever the values span. */
    public static Axis linear(String label, String unit) {
      return new Axis(label, unit, Scale.LINEAR, Double.NaN, Double.NaN);
    }

    /** Equal ratios over whatever the values span. */
    public static Axis log(String label, String unit) {
      return new Axis(label, unit, Scale.LOG, Double.NaN, Double.NaN);
    }

    /** Shares from 0 to 1. */
    public static Axis share(String label) {
      return new Axis(label, "", Scale.SHARE, 0, 1);
    }

    /** Seconds from 0 to the last. */
    public static Axis duration(String label) {
      return new Axis(label, "", Scale.DURATION, 0, Double.NaN);
    }

    /** The same between two values. */
    public Axis between(double from, double to) {
      return new Axis(label, unit, scale, from, to);
    }
  }

  /** How a series is drawn. */
  public enum Mark {
    /** Straight from point to point; an interval is a band. */
    LINE,
    /** Each value holds until the next; an interval is a band. */
    STEPS,
    /** Points by themselves; an interval is a bar. */
    POINTS
  }

  /**
   * Values that belong together.
   *
   * @param label its name in the legend and beside it
   * @param mark how it is drawn
   * @param points in order of x
   */
  public record Series(String label, Mark mark, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One value.
   *
   * @param x along the bottom
   * @param y up the side
   * @param low lower end of an interval around y, NaN for none
   * @param high upper end of an interval around y, NaN for none
   */
  public record Point(double x, double y, double low, double high) {
    /** A value without an interval. */
    public static Point of(double x, double y) {
      return new Point(x, y, Double.NaN, Double.NaN);
    }
  }

  /** What the series are held against. */
  public sealed interface Reference {
    /** Its name in the legend. */
    String label();

    /** Where y equals x. */
    record Diagonal(String label) implements Reference {}

    /** A value of y. */
    record Horizontal(String label, double y) implements Reference {}

    /** A value of x. */
    record Vertical(String label, double x) implements Reference {}

    /** A stretch of x. */
    record Span(String label, double from, double to) implements Reference {}
  }

  /**
   * Counts along the x axis.
   *
   * @param label what is counted
   * @param bins in order of x
   */
  public record Histogram(String label, List<Bin> bins) {
    public Histogram {
      bins = List.copyOf(bins);
    }
  }

  /** A count from one value of x to another. */
  public record Bin(double from, double to, long count) {}
}
