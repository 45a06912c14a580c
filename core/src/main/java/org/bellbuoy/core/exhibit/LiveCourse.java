package org.bellbuoy.core.exhibit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.exhibit.Chart.Axis;
import org.bellbuoy.core.exhibit.Chart.Mark;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Reference;
import org.bellbuoy.core.exhibit.Chart.Series;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * How something was judged while it lasted, each time with what was known by then.
 *
 * @param moments the assessments; put in order of time
 * @param thresholds from which probability on each level holds
 * @param until how long it lasted, or how long it had lasted when the data ended
 */
public record LiveCourse(List<Moment> moments, List<Threshold> thresholds, Duration until) {
  /** More changes than these are left to the numbers. */
  private static final int MOST_TOLD = 12;

  public LiveCourse {
    moments = moments.stream().sorted(Comparator.comparing(Moment::afterOnset)).toList();
    thresholds = List.copyOf(thresholds);
  }

  /**
   * One assessment.
   *
   * @param afterOnset how long it had lasted by then
   * @param level what the assessment came to
   * @param probability of the claim, null where no number was justified
   */
  public record Moment(Duration afterOnset, Level level, @Nullable Double probability) {}

  /** The lowest probability of a level. */
  public record Threshold(Level level, double probability) {}

  /** The course as steps, with thresholds across it and what could not be told shaded. */
  public Chart chart() {
    List<Series> series = new ArrayList<>();
    series.add(new Series("probability of the claim", Mark.STEPS, steps()));
    for (Level level : Level.values()) {
      List<Point> turns = turns().stream().filter(m -> m.level() == level).map(this::at).toList();
      if (level != Level.CANNOT_TELL && !turns.isEmpty()) {
        series.add(new Series("became " + words(level), Mark.POINTS, turns));
      }
    }
    List<Reference> references = new ArrayList<>(unknown());
    for (Threshold threshold : thresholds) {
      references.add(
          new Reference.Horizontal(
              words(threshold.level()) + " from here on", threshold.probability()));
    }
    return Chart.of(
            "Probability while it lasted",
            told(),
            Axis.duration("Time since it began"),
            Axis.share("Probability of the claim"),
            series)
        .withReferences(references);
  }

  private static String words(Level level) {
    return level.word().replace('-', ' ');
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private Point at(Moment moment) {
    Double probability = moment.probability();
    return Point.of(seconds(moment.afterOnset()), probability == null ? Double.NaN : probability);
  }

  private List<Point> steps() {
    List<Point> points = new ArrayList<>(moments.stream().map(this::at).toList());
    if (!points.isEmpty() && seconds(until) > points.getLast().x()) {
      points.add(Point.of(seconds(until), points.getLast().y()));
    }
    return points;
  }

  /** The first assessment, and each that came to another level than the one before. */
  private List<Moment> turns() {
    List<Moment> turns = new ArrayList<>();
    for (Moment moment : moments) {
      if (turns.isEmpty() || turns.getLast().level() != moment.level()) {
        turns.add(moment);
      }
    }
    return turns;
  }

  private List<Reference> unknown() {
    List<Reference> spans = new ArrayList<>();
    List<Moment> turns = turns();
    for (int i = 0; i < turns.size(); i++) {
      Duration from = turns.get(i).afterOnset();
      Duration to = i + 1 < turns.size() ? turns.get(i + 1).afterOnset() : until;
      if (turns.get(i).level() == Level.CANNOT_TELL && to.compareTo(from) > 0) {
        spans.add(new Reference.Span(words(Level.CANNOT_TELL), seconds(from), seconds(to)));
      }
    }
    return spans;
  }

  private String told() {
    List<Moment> turns = turns();
    if (turns.isEmpty()) {
      return "It was not judged while it lasted.";
    }
    StringBuilder text = new StringBuilder();
    for (Moment turn : turns.stream().limit(MOST_TOLD).toList()) {
      text.append("After ").append(minutes(turn.afterOnset())).append(": ");
      text.append(words(turn.level()));
      Double probability = turn.probability();
      if (probability != null && Double.isFinite(probability)) {
        text.append(String.format(Locale.ROOT, ", probability %.3f", probability));
      }
      text.append(". ");
    }
    if (turns.size() > MOST_TOLD) {
      text.append(turns.size() - MOST_TOLD).append(" more changes. ");
    }
    return text.append("It lasted ").append(minutes(until)).append('.').toString();
  }

  private static String minutes(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
