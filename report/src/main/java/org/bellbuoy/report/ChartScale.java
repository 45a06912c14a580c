package org.bellbuoy.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Chart.Scale;

/**
 * One axis of a chart over the values it has to show: where a value lies, and what it is called.
 */
final class ChartScale {
  private static final double[] SECONDS = {
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1800,
    3600,
    7200,
    10_800,
    21_600,
    43_200,
    86_400,
    2 * 86_400,
    5 * 86_400,
    10 * 86_400,
    30 * 86_400
  };

  /** Room for values that are on the edge but for rounding. */
  private static final double SLACK = 1e-9;

  /** Longest unit, in characters: it stands beside every number. */
  private static final int MAX_UNIT = 30;

  /** A place on the axis, from 0 to 1, and its name. */
  record Tick(double share, String label) {}

  private final Scale scale;
  private final String unit;
  private final double low;
  private final double high;

  private ChartScale(Scale scale, String unit, double low, double high) {
    this.scale = scale;
    this.unit = unit;
    this.low = low;
    this.high = high;
  }

  /** The axis, its open ends taken from those of the values that it can show. */
  static ChartScale of(Chart.Axis axis, double[] values) {
    boolean log = axis.scale() == Scale.LOG;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value) && (!log || value > 0)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      least = log ? 1 : 0;
      most = log ? 10 : 1;
    }
    double low = Double.isNaN(axis.low()) ? opened(least, most, log, -1) : axis.low();
    double high = Double.isNaN(axis.high()) ? opened(most, least, log, 1) : axis.high();
    if (!(low < high)) {
      // A given end may lie beyond all values.
      high = Double.isNaN(axis.high()) ? (log ? low * 10 : low + 1) : high;
      low = low < high ? low : log ? high / 10 : high - 1;
    }
    return new ChartScale(axis.scale(), SafeText.visible(axis.unit(), MAX_UNIT), low, high);
  }

  /** An end taken from the values with a little room, so that none is lost on the frame. */
  private static double opened(double end, double other, boolean log, int side) {
    if (log) {
      double decade = Math.log10(end);
      return Math.pow(10, side < 0 ? Math.floor(decade + SLACK) : Math.ceil(decade - SLACK));
    }
    double span = Math.abs(end - other);
    double room = span > 0 ? span * 0.04 : Math.max(Math.abs(end) * 0.1, 0.5);
    double opened = end + side * room;
    // Counts and sizes begin at zero and do not seem to go below it.
    return end >= 0 && opened < 0 ? 0 : opened;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /** Whether a value can be drawn. */
  boolean shows(double value) {
    if (!Double.isFinite(value) || (scale == Scale.LOG && value <= 0)) {
      return false;
    }
    double share = share(value);
    return share >= -SLACK && share <= 1 + SLACK;
  }

  /** Where a value lies, 0 at the low end and 1 at the high end. */
  double share(double value) {
    if (scale == Scale.LOG) {
      return Math.log(value / low) / Math.log(high / low);
    }
    return (value - low) / (high - low);
  }

  /** The same, moved to the nearer end where it lies outside. */
  double clamped(double value) {
    double share = scale == Scale.LOG && value <= 0 ? 0 : share(value);
    return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
  }

  /** At most so many round values, or the whole decades of a logarithmic axis. */
  List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>();
    if (scale == Scale.LOG) {
      decades(ticks, most);
      return ticks;
    }
    double step = step((high - low) / most);
    for (long i = (long) Math.ceil(low / step - SLACK); i * step <= high + step * SLACK; i++) {
      ticks.add(new Tick(share(i * step), tick(i * step)));
    }
    return ticks;
  }

  private void decades(List<Tick> ticks, int most) {
    int first = (int) Math.ceil(Math.log10(low) - SLACK);
    int last = (int) Math.floor(Math.log10(high) + SLACK);
    int every = Math.max(1, Math.ceilDiv(last - first + 1, most));
    for (int i = first; i <= last; i += every) {
      double value = Math.pow(10, i);
      ticks.add(new Tick(share(value), tick(value)));
    }
  }

  private double step(double atLeast) {
    if (scale == Scale.DURATION) {
      for (double step : SECONDS) {
        if (step >= atLeast) {
          return step;
        }
      }
    }
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double step : new double[] {1, 2, 5}) {
      if (step * power >= atLeast * (1 - SLACK)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private String tick(double value) {
    return switch (scale) {
      case SHARE -> Words.number(value * 100) + " %";
      case DURATION -> value == 0 ? "0" : duration(value);
      case LINEAR, LOG -> Words.number(value);
    };
  }

  /** A value in words, with its unit. */
  String say(double value) {
    if (!Double.isFinite(value)) {
      return "not known";
    }
    return switch (scale) {
      case SHARE -> percent(value);
      case DURATION -> duration(value);
      case LINEAR, LOG -> Words.number(value) + (unit.isEmpty() ? "" : " " + unit);
    };
  }

  /** Percent to a tenth: what is read off a chart is compared more finely than a judgement. */
  private static String percent(double share) {
    double percent = share * 100;
    return percent > 0 && percent < 0.05 || percent > 99.95 && percent < 100
        ? Words.percent(share)
        : Words.number(Math.rint(percent * 10) / 10) + " %";
  }

  private static String duration(double seconds) {
    return Math.abs(seconds) < 1e12
        ? Words.duration(Duration.ofSeconds(Math.round(seconds)))
        : Words.number(seconds) + " s";
  }
}
