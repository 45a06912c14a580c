package org.bellbuoy.report;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A span of time laid over the width of a drawing, with ticks at round times in UTC. */
final class TimeAxis {
  private static final long[] STEPS_SECONDS = {
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
    30 * 86_400,
    90 * 86_400,
    365 * 86_400
  };
  private static final int MOST_TICKS = 6;
  private static final DateTimeFormatter CLOCK = Words.format("HH:mm");
  private static final DateTimeFormatter SECOND = Words.format("HH:mm:ss");
  private static final DateTimeFormatter DAY = Words.format("d MMM");

  /**
   * A tick.
   *
   * @param x where
   * @param label the time of day, or the day where ticks are days apart
   * @param day the day where it begins to hold, else empty
   */
  record Tick(double x, String label, String day) {}

  private final Instant from;
  private final double seconds;

  TimeAxis(Instant from, Instant to) {
    this.from = from;
    this.seconds = seconds(Duration.between(from, to));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  boolean isEmpty() {
    return !(seconds > 0);
  }

  /** Where a time lies; times outside lie on the nearer edge. */
  double x(Instant time) {
    double share = seconds(Duration.between(from, time)) / seconds;
    return Math.clamp(share, 0, 1) * Projection.WIDTH;
  }

  boolean meets(Instant start, Instant end) {
    return seconds(Duration.between(from, end)) >= 0
        && seconds(Duration.between(from, start)) <= seconds;
  }

  List<Tick> ticks() {
    long step = (long) Math.ceil(seconds / MOST_TICKS);
    for (long candidate : STEPS_SECONDS) {
      if (seconds / candidate <= MOST_TICKS) {
        step = candidate;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    String lastDay = "";
    DateTimeFormatter format = step >= 86_400 ? DAY : step < 60 ? SECOND : CLOCK;
    long time = Math.ceilDiv(from.getEpochSecond(), step) * step;
    for (int i = 0; i <= MOST_TICKS + 1; i++, time += step) {
      Instant at = Instant.ofEpochSecond(time);
      if (!meets(at, at)) {
        continue;
      }
      String day = step >= 86_400 ? "" : DAY.format(at);
      ticks.add(new Tick(x(at), format.format(at), day.equals(lastDay) ? "" : day));
      lastDay = day;
    }
    return ticks;
  }
}
