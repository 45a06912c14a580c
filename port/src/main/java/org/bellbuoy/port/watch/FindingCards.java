package org.bellbuoy.port.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.port.detect.PortWords;
import org.jspecify.annotations.Nullable;

/**
 * Findings as cards: who did what to whom, why it is told, what speaks against it, which frames.
 */
final class FindingCards {
  /** The gravest stand as cards, the next in a table of rows. */
  static final int MOST_CARDS = 15;

  static final int MOST_ROWS = 100;

  private static final int MOST_LANES = 16;
  private static final int MOST_FRAMES = 2;
  private static final int MOST_TARGETS = 3;
  private static final int MOST_REASONS = 5;
  private static final int MOST_EXPLANATIONS = 2;
  private static final String AGAINST = "against";

  private FindingCards() {}

  /** Cards, rows and times of findings that are given the gravest first. */
  static List<Document.Block> of(List<Finding> gravest, Run run) {
    if (gravest.isEmpty()) {
      return List.of(Paragraph.of("None."));
    }
    List<Document.Block> blocks = new ArrayList<>();
    boolean all = gravest.size() <= MOST_CARDS;
    blocks.add(
        new Document.Story(
            all ? "The gravest first." : "The gravest %d first.".formatted(MOST_CARDS),
            gravest.stream().limit(MOST_CARDS).map(FindingCards::card).toList()));
    if (!all) {
      List<List<String>> rows =
          gravest.stream().skip(MOST_CARDS).limit(MOST_ROWS).map(FindingCards::row).toList();
      int left = gravest.size() - MOST_CARDS - rows.size();
      blocks.add(
          new Table(
              left == 0
                  ? "The others."
                  : "The next %d; findings.jsonl has %,d more.".formatted(rows.size(), left),
              List.of(
                  Column.text("who"),
                  Column.text("what"),
                  Column.text("to whom"),
                  Column.text("severity"),
                  Column.text("level"),
                  Column.text("when")),
              rows));
    }
    Timeline times = timeline(gravest, run);
    if (times != null) {
      blocks.add(times);
    }
    return blocks;
  }

  /** When each kind of thing was done; null where there is nothing to draw. */
  private static @Nullable Timeline timeline(List<Finding> findings, Run run) {
    Instant from = run.from();
    Instant to = run.to();
    if (from == null || to == null || !from.isBefore(to)) {
      return null;
    }
    Map<String, List<Timeline.Bar>> lanes = new TreeMap<>();
    for (Finding finding : findings) {
      Instant until = finding.to();
      lanes
          .computeIfAbsent(act(finding), k -> new ArrayList<>())
          .add(new Timeline.Bar(finding.from(), until == null ? finding.from() : until, 1));
    }
    int left = lanes.size() - MOST_LANES;
    return new Timeline(
        left > 0 ? "When; %d more kinds are not drawn.".formatted(left) : "When",
        from,
        to,
        List.of(),
        lanes.entrySet().stream()
            .sorted(Comparator.comparingInt(lane -> -lane.getValue().size()))
            .limit(MOST_LANES)
            .map(
                one ->
                    new Timeline.Lane(
                        one.getKey(), Timeline.Kind.SPANS, "findings", one.getValue()))
            .toList());
  }

  private static String act(Finding finding) {
    return ActWords.of(finding);
  }

  private static List<String> row(Finding finding) {
    return List.of(
        String.valueOf(finding.subject().name()),
        act(finding) + " (" + finding.rule() + ")",
        targets(finding),
        severity(finding),
        finding.assessment().level().word(),
        when(finding));
  }

  private static Document.Entry card(Finding finding) {
    List<Document.Line> lines = new ArrayList<>();
    for (Evidence one : finding.evidence()) {
      if (lines.size() < MOST_FRAMES) {
        String quote = one.quote();
        lines.add(
            new Document.Line(
                "%s, %s %,d, byte %,d"
                    .formatted(
                        one.name(),
                        one.frame() > 0 ? "frame" : "line",
                        Math.max(one.frame(), one.line()),
                        one.offset()),
                quote == null ? "" : quote));
      }
    }
    int more = finding.evidence().size() - lines.size();
    if (more > 0) {
      lines.add(new Document.Line("and " + more + " more frames in findings.jsonl", ""));
    }
    String targets = targets(finding);
    return new Document.Entry(
        when(finding),
        finding.assessment().level(),
        finding.subject().name() + ": " + act(finding) + (targets.isEmpty() ? "" : " → " + targets),
        "Severity " + severity(finding) + ", " + finding.rule() + ". " + reasons(finding, false),
        against(finding),
        lines);
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  /** What was seen against it, else what could explain it. */
  private static String against(Finding finding) {
    String seen = reasons(finding, true);
    String known =
        PortJudging.rules().stream()
            .filter(rule -> rule.id().equals(finding.rule()))
            .findFirst()
            .map(rule -> innocent(rule, finding))
            .filter(all -> !all.isEmpty())
            .map(all -> all.stream().limit(MOST_EXPLANATIONS).collect(Collectors.joining("; ")))
            .map(all -> "Nothing that was seen. It could also be: " + all + ".")
            .orElse("");
    return seen.isEmpty() ? known : seen;
  }

  /** Of a call from outside other things are innocent than of a call to it. */
  private static List<String> innocent(Rule rule, Finding finding) {
    boolean inward = act(finding).startsWith("ingress");
    return inward ? BorderRuleTexts.INNOCENT_CALLS_IN : rule.innocentExplanations();
  }

  private static String reasons(Finding finding, boolean against) {
    List<Reason> all =
        finding.reasons().stream().filter(reason -> isAgainst(reason) == against).toList();
    int more = all.size() - MOST_REASONS;
    return all.stream()
            .limit(MOST_REASONS)
            .map(FindingCards::sentence)
            .collect(Collectors.joining(" "))
        + (more > 0 ? " And %d more in findings.jsonl, on: %s.".formatted(more, rest(all)) : "");
  }

  /** What the reasons that are not shown are about. */
  private static String rest(List<Reason> all) {
    return all.stream()
        .skip(MOST_REASONS)
        .map(reason -> reason.code().replace('-', ' '))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean isAgainst(Reason reason) {
    return reason.code().startsWith(AGAINST) || reason.code().equals("approved");
  }

  /** The sentence, with its number where it does not name it itself. */
  private static String sentence(Reason reason) {
    Double measured = reason.measured();
    String unit = reason.unit();
    String text = reason.text().strip();
    String open = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (measured == null || unit == null || measured != Math.rint(measured)) {
      return open + ".";
    }
    String number = String.format(Locale.ROOT, "%,.0f", measured);
    String plain = String.format(Locale.ROOT, "%.0f", measured);
    boolean said = text.matches(".*(?<![0-9])(" + number + "|" + plain + ")(?![0-9]).*");
    return open + (said ? "." : " (" + number + " " + PortWords.unit(measured, unit) + ").");
  }

  private static String when(Finding finding) {
    String from = finding.from().truncatedTo(ChronoUnit.SECONDS).toString();
    Instant to = finding.to();
    if (to == null || to.minusSeconds(1).isBefore(finding.from())) {
      return from.replace('T', ' ');
    }
    return (from + " to " + to.truncatedTo(ChronoUnit.SECONDS)).replace('T', ' ');
  }

  private static String targets(Finding finding) {
    List<String> names = finding.assets().stream().limit(MOST_TARGETS).map(a -> a.id()).toList();
    int more = finding.assets().size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
