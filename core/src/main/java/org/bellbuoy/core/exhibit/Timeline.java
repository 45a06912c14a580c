package org.bellbuoy.core.exhibit;

import java.time.Instant;
import java.util.List;

/**
 * What happened when.
 *
 * @param title heading
 * @param from left edge
 * @param to right edge
 * @param marks a span drawn behind all lanes, such as the silence itself
 * @param lanes rows
 */
public record Timeline(String title, Instant from, Instant to, List<Mark> marks, List<Lane> lanes)
    implements Document.Block {
  public Timeline {
    marks = List.copyOf(marks);
    lanes = List.copyOf(lanes);
  }

  /** A named span. */
  public record Mark(String label, Instant from, Instant to) {}

  /**
   * One row: equal bins or single ticks.
   *
   * @param label what is counted
   * @param kind how to draw it
   * @param unit of the values
   * @param bars in order of time
   */
  public record Lane(String label, Kind kind, String unit, List<Bar> bars) {
    public Lane {
      bars = List.copyOf(bars);
    }
  }

  /** How a lane is drawn. */
  public enum Kind {
    /** Bars as high as the value. */
    BARS,
    /** Values as a line. */
    LINE,
    /** Ticks at {@code from}; the value is ignored. */
    TICKS,
    /** Spans from {@code from} to {@code to}; the value 0 to 1 is shown as strength. */
    SPANS
  }

  /** A value over a span of time. */
  public record Bar(Instant from, Instant to, double value) {}
}
