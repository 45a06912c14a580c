package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/** What the page says of receivers. */
final class ReceiverBlocks {
  private static final int MOST_LANES = 8;
  private static final String NONE = "–";

  private final List<Receiver> receivers;

  ReceiverBlocks(List<Receiver> receivers) {
    this.receivers = receivers;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Over all that was read, whatever place and time were asked for. The range is the greatest"
                + " at which two ships were heard, where the feed tells ranges or the receiver's"
                + " place; beyond 1,000 nm they are taken for garbled positions. When it grows for"
                + " some hours, distant ships are heard that usually are not. Moved is how far it"
                + " went from its place in the first quarter; where its place is not told, how far"
                + " the middle of what it heard went, and then it may be the traffic that moved."));
    blocks.add(summary());
    Timeline timeline = hours();
    if (timeline != null) {
      blocks.add(timeline);
    }
    blocks.add(quarters());
    return blocks;
  }

  private Block summary() {
    List<List<String>> rows = new ArrayList<>();
    for (Receiver receiver : receivers) {
      long most = receiver.hours().stream().mapToLong(Receiver.Hour::receptions).max().orElse(0);
      rows.add(
          List.of(
              receiver.name(),
              CoveragePage.whole(receiver.receptions()),
              CoveragePage.whole(receiver.hours().size()),
              Words.number((double) receiver.receptions() / receiver.hours().size(), 0),
              CoveragePage.whole(most),
              CoveragePage.whole(receiver.outages().size()),
              receiver.outages().isEmpty()
                  ? NONE
                  : Words.span(receiver.downMillis(Long.MIN_VALUE, Long.MAX_VALUE)),
              miles(receiver.farthestMetres()),
              miles(receiver.movedMetres())));
    }
    return new Document.Table(
        "Receivers",
        List.of(
            Column.text("Receiver"),
            Column.number("Receptions"),
            Column.number("Hours with any"),
            Column.number("Per such hour"),
            Column.number("Most in an hour"),
            Column.number("Outages"),
            Column.number("Down"),
            Column.number("Range, nm"),
            Column.number("Moved, nm")),
        rows);
  }

  /** Receptions of the busiest receivers hour by hour, with the outages of all; null for none. */
  private @Nullable Timeline hours() {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Receiver receiver : receivers) {
      from = Math.min(from, receiver.hours().getFirst().fromMillis());
      to = Math.max(to, receiver.hours().getLast().fromMillis() + ReceiverMeter.HOUR_MILLIS);
    }
    if (from >= to) {
      return null;
    }
    List<Timeline.Lane> lanes = new ArrayList<>();
    receivers.stream()
        .sorted(Comparator.comparingLong(Receiver::receptions).reversed())
        .limit(MOST_LANES)
        .forEach(
            receiver ->
                lanes.add(
                    new Timeline.Lane(
                        receiver.name(),
                        Timeline.Kind.BARS,
                        "in an hour",
                        receiver.hours().stream()
                            .map(
                                hour ->
                                    bar(
                                        hour.fromMillis(),
                                        hour.fromMillis() + ReceiverMeter.HOUR_MILLIS,
                                        (double) hour.receptions()))
                            .toList())));
    lanes.addAll(outages(receivers, from, to));
    return new Timeline(
        receivers.size() > MOST_LANES
            ? "Receptions of the " + MOST_LANES + " busiest receivers, hour by hour"
            : "Receptions, hour by hour",
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(to),
        List.of(),
        lanes);
  }

  private Block quarters() {
    List<List<String>> rows = new ArrayList<>();
    for (Receiver receiver : receivers) {
      for (Receiver.Quarter quarter : receiver.quarters()) {
        rows.add(
            List.of(
                receiver.name(),
                CoverageAnswer.minute(quarter.fromMillis()),
                CoveragePage.whole(quarter.receptions()),
                miles(quarter.nearlyAllMetres()),
                miles(quarter.farthestMetres()),
                place(quarter.middle()),
                place(quarter.receiver())));
      }
    }
    return new Document.Table(
        "Receivers by quarter of the day, UTC",
        List.of(
            Column.text("Receiver"),
            Column.text("Six hours from"),
            Column.number("Receptions"),
            Column.number("99 % within, nm"),
            Column.number("Range, nm"),
            Column.text("Middle of what was heard"),
            Column.text("Its own place")),
        rows);
  }

  /** A lane for each of the receivers that were down longest in that span. */
  static List<Timeline.Lane> outages(List<Receiver> receivers, long fromMillis, long toMillis) {
    List<Timeline.Lane> lanes = new ArrayList<>();
    receivers.stream()
        .filter(receiver -> receiver.downMillis(fromMillis, toMillis) > 0)
        .sorted(
            Comparator.comparingLong((Receiver r) -> r.downMillis(fromMillis, toMillis)).reversed())
        .limit(MOST_LANES)
        .forEach(
            receiver -> {
              List<Timeline.Bar> bars = new ArrayList<>();
              for (Outages.Outage outage : receiver.outages()) {
                if (outage.toMillis() > fromMillis && outage.fromMillis() < toMillis) {
                  bars.add(
                      bar(
                          Math.max(fromMillis, outage.fromMillis()),
                          Math.min(toMillis, outage.toMillis()),
                          1));
                }
              }
              lanes.add(
                  new Timeline.Lane("Down: " + receiver.name(), Timeline.Kind.SPANS, "", bars));
            });
    return lanes;
  }

  private static Timeline.Bar bar(long fromMillis, long toMillis, double value) {
    return new Timeline.Bar(
        Instant.ofEpochMilli(fromMillis), Instant.ofEpochMilli(toMillis), value);
  }

  private static String miles(double metres) {
    return Double.isNaN(metres) ? NONE : Words.number(metres / Sphere.METRES_PER_NAUTICAL_MILE, 0);
  }

  private static String place(Geometry.@Nullable Position at) {
    return at == null
        ? NONE
        : String.format(Locale.ROOT, "%.2f, %.2f", at.latitudeDegrees(), at.longitudeDegrees());
  }
}
