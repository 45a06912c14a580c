package org.bellbuoy.port.detect;

import java.util.HashMap;
import java.util.Map;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.TargetPart;
import org.jspecify.annotations.Nullable;

/**
 * What one wrote to another in a capture that is known to be good: which points, and between which
 * values. Bounded; beyond the bound nothing is called new. Not thread safe.
 */
final class UsualWrites {
  private static final int MOST_POINTS = 1 << 12;
  private static final double MARGIN = 0.1;

  /** Values of one point. */
  private static final class Interval {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    long count;
  }

  private final LongSet points = new LongSet(MOST_POINTS);
  private final Map<Long, Interval> intervals = new HashMap<>();
  private long writes;

  void add(Operation operation) {
    writes++;
    long point = Points.point(operation);
    points.add(point);
    double value = value(operation);
    if (Double.isNaN(value)) {
      return;
    }
    Interval interval = intervals.get(point);
    if (interval == null) {
      if (intervals.size() >= MOST_POINTS) {
        return;
      }
      interval = new Interval();
      intervals.put(point, interval);
    }
    interval.count++;
    interval.least = Math.min(interval.least, value);
    interval.most = Math.max(interval.most, value);
  }

  /** Whether a point was never written although enough was to know. */
  boolean isNewPoint(Operation operation, int leastWrites) {
    return writes >= leastWrites && !points.isFull() && !points.contains(Points.point(operation));
  }

  /** Whether a value lies outside of what was written there, by a tenth of its span and more. */
  boolean isNewValue(Operation operation, int leastWrites) {
    double value = value(operation);
    if (Double.isNaN(value)) {
      return false;
    }
    @Nullable Interval interval = intervals.get(Points.point(operation));
    if (interval == null || interval.count < leastWrites) {
      return false;
    }
    double margin = MARGIN * (interval.most - interval.least);
    return value < interval.least - margin || value > interval.most + margin;
  }

  /** The value where it is one number, else not a number. */
  private static double value(Operation operation) {
    boolean one = !operation.hasNumber(TargetPart.COUNT) || operation.number(TargetPart.COUNT) == 1;
    return switch (operation.valueKind()) {
      case NUMBER -> (double) operation.valueNumber();
      case REAL -> operation.valueReal();
      case BITS -> one && operation.valueLength() == 1 ? operation.valueByte(0) & 1 : Double.NaN;
      case WORDS ->
          operation.valueLength() == 2
              ? operation.valueByte(0) << 8 | operation.valueByte(1)
              : Double.NaN;
      case WORDS_LITTLE ->
          operation.valueLength() == 2
              ? operation.valueByte(1) << 8 | operation.valueByte(0)
              : Double.NaN;
      case NONE, BYTES, TEXT -> Double.NaN;
    };
  }
}
