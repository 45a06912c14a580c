package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.CoverageMap;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.reception.CoverageShare;
import org.bellbuoy.sea.reception.CoverageShare.Verdict;
import org.jspecify.annotations.Nullable;

/** The answer in sentences. */
public final class CoverageAnswer {
  private static final int MOST_OUTAGES = 3;

  private final SeaCoverage.Result result;
  private final CoverageMap map;

  /** Puts that into words. */
  public CoverageAnswer(SeaCoverage.Result result) {
    this.result = result;
    this.map = result.map();
  }

  /** One sentence for each class asked for, then those on receivers that were down. */
  public List<String> sentences() {
    List<String> all = new ArrayList<>();
    for (boolean classB : map.classes()) {
      all.add(sentence(classB));
    }
    all.addAll(receivers());
    return all;
  }

  /** What is known of one class, at the place or over the area. */
  public String sentence(boolean classB) {
    String mark = result.simulated() ? "SIMULATED. " : "";
    if (!result.hasRecords()) {
      return mark + "Cannot tell: no record was read.";
    }
    CoverageQuestion.Around around = map.question().around();
    return mark + (around == null ? everywhere(classB) : at(classB));
  }

  /** Where and when, such as {@code At 33.90, -119.50 on 2018-06-03 09:00 to 10:00 UTC}. */
  public String whereAndWhen() {
    CoverageQuestion.Around around = map.question().around();
    return (around == null ? "In the whole area heard" : "At " + place(around)) + " " + when();
  }

  private String at(boolean classB) {
    CoverageShare share = map.whole(classB);
    String start = whereAndWhen() + ": ";
    String unseen = unseen(classB);
    if (unseen != null) {
      return start + unseen;
    }
    if (share.ships() == 0) {
      boolean ever = map.cells(classB).stream().anyMatch(CoverageMap.Cell::ever);
      return start
          + "cannot tell for "
          + ships(classB)
          + ": none was there"
          + (result.asked().window() == null
              ? " at any time."
              : ever ? " then, only at other times." : " then.");
    }
    return start
        + ships(classB)
        + " were heard"
        + by()
        + " in "
        + percent(share)
        + " of their ten-minute slots ("
        + counts(share)
        + "): "
        + meaning(share);
  }

  /** Why the records cannot show it, whatever ships were there; null where they can. */
  private @Nullable String unseen(boolean classB) {
    String start = "cannot tell for " + ships(classB) + ": the records run ";
    if (!result.windowHasRecords()) {
      return start + span(result.startMillis(), result.endMillis()) + ".";
    }
    long millis = result.endMillis() - result.startMillis();
    return millis < CoverageMap.LEAST_RECORDS_MILLIS
        ? start + "only " + Words.span(millis) + ", too short for a ship to be missed in."
        : null;
  }

  private String everywhere(boolean classB) {
    List<CoverageMap.Cell> cells = map.cells(classB);
    String start = whereAndWhen() + ": ";
    String unseen = unseen(classB);
    if (unseen != null) {
      return start + unseen;
    }
    CoverageShare share = map.whole(classB);
    if (share.ships() == 0) {
      return start + "cannot tell for " + ships(classB) + ": none was there.";
    }
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = cells.stream().filter(cell -> cell.share().verdict() == verdict).count();
      parts.add(String.format(Locale.ROOT, "%,d %s", count, verdict.word()));
    }
    return start
        + ships(classB)
        + " were heard"
        + by()
        + " in "
        + percent(share)
        + " of their ten-minute slots ("
        + counts(share)
        + "). Of "
        + Words.count(cells.size(), "cell", "cells")
        + " with ships: "
        + String.join(", ", parts)
        + ".";
  }

  /** By one receiver where one was asked for. */
  private String by() {
    String receiver = result.asked().receiver();
    return receiver == null ? "" : " by receiver " + SafeText.visible(receiver);
  }

  private String meaning(CoverageShare share) {
    return switch (share.verdict()) {
      case HEARD -> "a ship silent there for half an hour could have been heard.";
      case PARTLY_HEARD ->
          "a ship there could have been missed for half an hour though it transmitted.";
      case NOT_HEARD ->
          result.asked().receiver() == null
              ? "ships were there and were not heard, so silence there says nothing."
              : "ships were there and this receiver did not hear them.";
      case CANNOT_TELL -> "cannot tell: " + tooLittle(share);
    };
  }

  private String tooLittle(CoverageShare share) {
    if (share.known() == CoverageShare.Known.NOT) {
      return "that is too few to know.";
    }
    return "too few ships for so wide an interval to be told from its opposite.";
  }

  /** Receivers that were down in the time asked for, in one sentence each; empty for none. */
  public List<String> receivers() {
    long from = Math.max(map.question().fromMillis(), result.startMillis());
    long to = Math.min(map.question().toMillis(), result.endMillis());
    record Down(String name, Outages.Outage outage) {}
    List<Down> downs = new ArrayList<>();
    long receivers = 0;
    for (Receiver receiver : result.receivers()) {
      boolean down = false;
      for (Outages.Outage outage : receiver.outages()) {
        if (outage.toMillis() > from && outage.fromMillis() < to) {
          downs.add(new Down(receiver.name(), outage));
          down = true;
        }
      }
      receivers += down ? 1 : 0;
    }
    if (downs.isEmpty()) {
      return List.of();
    }
    downs.sort(
        Comparator.comparingLong((Down d) -> d.outage().fromMillis() - d.outage().toMillis())
            .thenComparingLong(d -> d.outage().fromMillis())
            .thenComparing(Down::name));
    List<String> sentences = new ArrayList<>();
    String mark = result.simulated() ? "SIMULATED. " : "";
    for (Down down : downs.stream().limit(MOST_OUTAGES).toList()) {
      Outages.Outage outage = down.outage();
      String name = SafeText.visible(down.name());
      sentences.add(
          mark
              + (name.equals(SeaWatch.UNNAMED_RECEIVER) ? "The receiver" : "Receiver " + name)
              + " gave nothing for "
              + Words.span(outage.toMillis() - outage.fromMillis())
              + ", "
              + span(outage.fromMillis(), outage.toMillis())
              + (outage.open() ? ", when the data end" : "")
              + ": what it alone could hear was not heard then.");
    }
    if (downs.size() > MOST_OUTAGES) {
      sentences.add(
          mark
              + Words.count(downs.size() - MOST_OUTAGES, "more outage", "more outages")
              + " fell into that time"
              + (result.receivers().size() == 1
                  ? "."
                  : ". "
                      + Words.count(receivers, "receiver", "receivers")
                      + " of "
                      + result.receivers().size()
                      + " had any."));
    }
    return sentences;
  }

  static String percent(CoverageShare share) {
    return String.format(
        Locale.ROOT,
        "%.0f %% (%.0f to %.0f %%)",
        100 * share.share(),
        100 * share.interval().low(),
        100 * share.interval().high());
  }

  static String counts(CoverageShare share) {
    return Words.count(share.ships(), "ship", "ships")
        + ", "
        + Words.count(share.slots(), "slot", "slots");
  }

  private static String ships(boolean classB) {
    return "class " + (classB ? "B" : "A") + " ships";
  }

  private static String place(CoverageQuestion.Around around) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f (within %s nm)",
        around.latitude(),
        around.longitude(),
        miles(around.radiusMetres()));
  }

  private static String miles(double metres) {
    double miles = metres / Sphere.METRES_PER_NAUTICAL_MILE;
    return Words.number(miles, miles == Math.rint(miles) ? 0 : 1);
  }

  private String when() {
    if (result.asked().window() == null && result.hasRecords()) {
      return span(result.startMillis(), result.endMillis());
    }
    return span(map.question().fromMillis(), map.question().toMillis());
  }

  /** Such as {@code on 2018-06-03 09:00 to 10:00 UTC}. */
  static String span(long fromMillis, long toMillis) {
    String from = minute(fromMillis);
    String to = minute(toMillis);
    String fromDay = from.substring(0, 10);
    boolean midnight = to.endsWith("00:00") && minute(toMillis - 60_000).startsWith(fromDay);
    if (to.startsWith(fromDay) || midnight) {
      return "on "
          + fromDay
          + " "
          + from.substring(11)
          + " to "
          + (midnight ? "24:00" : to.substring(11))
          + " UTC";
    }
    return "from " + from + " to " + to + " UTC";
  }

  static String minute(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString().substring(0, 16).replace('T', ' ');
  }
}
