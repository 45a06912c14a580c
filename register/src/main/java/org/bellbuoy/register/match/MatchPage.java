package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.register.match.MatchEvaluation.Counts;
import org.bellbuoy.register.match.MatchEvaluation.Judged;

/** Draws up how right the matcher is on labelled pairs. Pure. */
public final class MatchPage {
  private MatchPage() {}

  /**
   * The page.
   *
   * @param wrong whether to list pairs judged wrongly, of the part that may be looked at only
   * @param command by which the figures are made again
   */
  public static Document of(LabelledPairs read, boolean wrong, String command) {
    MatchOptions options = MatchOptions.defaults();
    List<Judged> judged = MatchEvaluation.judge(read.pairs(), options);
    List<Judged> strict = MatchEvaluation.judge(read.pairs(), options.withStrictNumbers());
    List<List<String>> parts = new ArrayList<>();
    parts.add(cells("all", MatchEvaluation.count(judged, one -> true)));
    parts.add(cells("looked at", MatchEvaluation.count(judged, one -> !one.pair().keptAside())));
    parts.add(cells("kept aside", MatchEvaluation.count(judged, one -> one.pair().keptAside())));
    parts.add(cells("all, only \"same\" told", MatchEvaluation.countSame(judged)));
    parts.add(cells("all, numbers strict", MatchEvaluation.count(strict, one -> true)));
    List<List<String>> types = new ArrayList<>();
    MatchEvaluation.byType(judged).forEach((type, counts) -> types.add(cells(type.text(), counts)));
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "How right",
            List.of(
                Paragraph.of(
                    "Names only, with their type; a possible match counts as told unless said"
                        + " otherwise. Made again by: "
                        + command),
                table("By part", "part", parts),
                table("By type, all pairs", "type", types))));
    if (!read.rejects().isEmpty()) {
      sections.add(rejects(read));
    }
    if (wrong) {
      sections.add(wrong(judged));
    }
    String lead =
        "%d pairs: F1 %s over all, %s over those kept aside."
            .formatted(judged.size(), parts.get(0).getLast(), parts.get(2).getLast());
    return new Document("Matching of names", lead, sections);
  }

  private static Section rejects(LabelledPairs read) {
    List<Block> told = new ArrayList<>();
    read.rejects()
        .forEach(
            reject -> told.add(Paragraph.of("Line " + reject.line() + ": " + reject.detail())));
    return new Section(read.rejects().size() + " rows that could not be read", told);
  }

  private static Section wrong(List<Judged> judged) {
    List<List<String>> rows = new ArrayList<>();
    for (Judged one : judged) {
      if (one.wrong() && !one.pair().keptAside()) {
        rows.add(
            List.of(
                one.pair().match() ? "missed" : "false",
                one.pair().first(),
                one.pair().second(),
                number(one.result().score()),
                String.join(" ", one.result().sentences())));
      }
    }
    return new Section(
        "Judged wrongly",
        List.of(
            new Table(
                "Of the part that was looked at",
                List.of(
                    Column.text("how"),
                    Column.text("first"),
                    Column.text("second"),
                    Column.number("score"),
                    Column.text("why")),
                rows)));
  }

  private static Table table(String caption, String first, List<List<String>> rows) {
    return new Table(
        caption,
        List.of(
            Column.text(first),
            Column.number("pairs"),
            Column.number("hits"),
            Column.number("false"),
            Column.number("missed"),
            Column.number("precision"),
            Column.number("recall"),
            Column.number("F1")),
        rows);
  }

  private static List<String> cells(String name, Counts counts) {
    return List.of(
        name,
        Integer.toString(counts.pairs()),
        Integer.toString(counts.hits()),
        Integer.toString(counts.falseMatches()),
        Integer.toString(counts.misses()),
        number(counts.precision()),
        number(counts.recall()),
        number(counts.f1()));
  }

  private static String number(Optional<Double> value) {
    return value.map(MatchPage::number).orElse("none");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
