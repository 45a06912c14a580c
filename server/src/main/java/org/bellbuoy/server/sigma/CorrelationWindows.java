package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a correlation holds within one group's steps, which are in order of time.
 *
 * <p>Where more steps can only help (counts and sums bounded from below, proximity), a window of
 * the timespan slides over the steps; windows that hold and overlap are one match. Otherwise the
 * steps are cut into spans, each beginning with the first step after the one before, and each whole
 * span is measured.
 */
final class CorrelationWindows {
  private final CorrelationSpec spec;
  private final int parts;

  CorrelationWindows(CorrelationSpec spec, int parts) {
    this.spec = spec;
    this.parts = parts;
  }

  /**
   * Where it holds.
   *
   * @param first index of its first step
   * @param last index of its last step
   * @param events steps it rests on
   * @param measure what was measured, the greatest where windows were joined
   * @param value the value whose share was measured, null for other measures
   */
  record Match(int first, int last, int events, double measure, @Nullable String value) {
    boolean holds(Correlator.Step step) {
      return value == null || value.equals(step.measured().getFirst());
    }
  }

  List<Match> matches(List<Correlator.Step> steps) {
    boolean slides =
        spec.onlyFromBelow()
            && switch (spec.type()) {
              case EVENT_COUNT, VALUE_COUNT, VALUE_SUM, TEMPORAL -> true;
              case TEMPORAL_ORDERED, VALUE_AVG, VALUE_PERCENTILE, VALUE_MEDIAN -> false;
            };
    if (spec.type() == CorrelationSpec.Type.TEMPORAL_ORDERED) {
      return ordered(steps);
    }
    return slides ? sliding(steps) : spans(steps);
  }

  private List<Match> sliding(List<Correlator.Step> steps) {
    List<Match> matches = new ArrayList<>();
    Map<Object, Integer> distinct = new HashMap<>();
    double sum = 0;
    int from = 0;
    for (int i = 0; i < steps.size(); i++) {
      Correlator.Step step = steps.get(i);
      distinct.merge(key(step), 1, Integer::sum);
      sum += amount(step);
      while (time(step) - time(steps.get(from)) > spec.timespanMillis()) {
        Correlator.Step gone = steps.get(from++);
        distinct.computeIfPresent(key(gone), (k, n) -> n == 1 ? null : n - 1);
        sum -= amount(gone);
      }
      double measure =
          switch (spec.type()) {
            case EVENT_COUNT -> i - from + 1;
            case VALUE_SUM -> sum;
            default -> distinct.size();
          };
      if (spec.holds(measure)) {
        join(matches, from, i, measure);
      }
    }
    return matches;
  }

  private static void join(List<Match> matches, int from, int to, double measure) {
    Match before = matches.isEmpty() ? null : matches.getLast();
    if (before != null && from <= before.last()) {
      matches.removeLast();
      matches.add(
          new Match(
              before.first(),
              to,
              to - before.first() + 1,
              Math.max(measure, before.measure()),
              null));
    } else {
      matches.add(new Match(from, to, to - from + 1, measure, null));
    }
  }

  private List<Match> spans(List<Correlator.Step> steps) {
    List<Match> matches = new ArrayList<>();
    int from = 0;
    while (from < steps.size()) {
      int to = from;
      while (to < steps.size()
          && time(steps.get(to)) - time(steps.get(from)) < spec.timespanMillis()) {
        to++;
      }
      List<Correlator.Step> span = steps.subList(from, to);
      if (spec.type() == CorrelationSpec.Type.VALUE_PERCENTILE && Double.isNaN(spec.percentile())) {
        shares(span, from, matches);
      } else {
        double measure = measure(span);
        if (spec.holds(measure)) {
          matches.add(new Match(from, to - 1, to - from, measure, null));
        }
      }
      from = to;
    }
    return matches;
  }

  private double measure(List<Correlator.Step> span) {
    return switch (spec.type()) {
      case EVENT_COUNT -> span.size();
      case VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> {
        HashSet<Object> keys = new HashSet<>();
        span.forEach(step -> keys.add(key(step)));
        yield keys.size();
      }
      case VALUE_SUM -> span.stream().mapToDouble(CorrelationWindows::amount).sum();
      case VALUE_AVG -> {
        double[] numbers = numbers(span);
        yield numbers.length == 0 ? Double.NaN : Arrays.stream(numbers).sum() / numbers.length;
      }
      case VALUE_PERCENTILE, VALUE_MEDIAN -> {
        double[] numbers = numbers(span);
        Arrays.sort(numbers);
        int rank = (int) Math.ceil(spec.percentile() / 100 * numbers.length);
        yield numbers.length == 0 ? Double.NaN : numbers[Math.max(1, rank) - 1];
      }
    };
  }

  /** Values whose share of the span's steps, in percent, is as asked for. */
  private void shares(List<Correlator.Step> span, int from, List<Match> matches) {
    Map<String, int[]> byValue = new TreeMap<>();
    for (int i = 0; i < span.size(); i++) {
      int at = from + i;
      int[] seen =
          byValue.computeIfAbsent(span.get(i).measured().getFirst(), key -> new int[] {0, at, at});
      seen[0]++;
      seen[2] = at;
    }
    byValue.forEach(
        (value, seen) -> {
          double share = 100.0 * seen[0] / span.size();
          if (spec.holds(share)) {
            matches.add(new Match(seen[1], seen[2], seen[0], share, value));
          }
        });
  }

  /**
   * Chains of parts in the order written. Of each length and last part the chain that begins latest
   * is kept, which is the one most likely to fit into the timespan.
   */
  private List<Match> ordered(List<Correlator.Step> steps) {
    List<Match> matches = new ArrayList<>();
    int needed = needed();
    int[][] begins = new int[parts][parts + 1];
    for (int[] row : begins) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < steps.size(); i++) {
      int part = steps.get(i).part();
      begins[part][1] = i;
      for (int length = 2; length <= part + 1; length++) {
        for (int before = 0; before < part; before++) {
          begins[part][length] = Math.max(begins[part][length], begins[before][length - 1]);
        }
      }
      for (int length = parts; length >= needed; length--) {
        int from = begins[part][length];
        if (from >= 0 && time(steps.get(i)) - time(steps.get(from)) <= spec.timespanMillis()) {
          join(matches, from, i, length);
          break;
        }
      }
    }
    return matches;
  }

  /** How many different parts a chain must have. */
  private int needed() {
    double needed = 1;
    for (CorrelationSpec.Bound bound : spec.bounds()) {
      boolean more = bound.comparison() == Comparison.GT;
      needed = Math.max(needed, more ? Math.floor(bound.value()) + 1 : Math.ceil(bound.value()));
    }
    return (int) Math.min(needed, Integer.MAX_VALUE);
  }

  private Object key(Correlator.Step step) {
    return spec.type() == CorrelationSpec.Type.VALUE_COUNT ? step.measured() : step.part();
  }

  private static double amount(Correlator.Step step) {
    double number = step.measured().isEmpty() ? 0 : Comparison.number(step.measured().getFirst());
    return Double.isNaN(number) ? 0 : number;
  }

  private static double[] numbers(List<Correlator.Step> span) {
    return span.stream()
        .mapToDouble(step -> Comparison.number(step.measured().getFirst()))
        .filter(number -> !Double.isNaN(number))
        .toArray();
  }

  private static long time(Correlator.Step step) {
    return step.occurrence().millis();
  }
}
