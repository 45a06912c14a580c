package org.bellbuoy.port.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.port.detect.PairTable;
import org.jspecify.annotations.Nullable;

/** Draws up the page of a network: findings with their frames first, then who commands whom. */
final class PortPage {
  private static final int MOST_TOLD = 200;
  private static final int MOST_PAIRS = 300;
  private static final int MOST_FRAMES = 6;
  private static final int MOST_LANES = 16;

  private final Run run;
  private final CaptureHealth health;

  PortPage(Run run, CaptureHealth health) {
    this.run = run;
    this.health = health;
  }

  Document of(List<Finding> findings, List<PairTable.Line> pairs) {
    List<Section> sections = new ArrayList<>();
    List<Document.Block> told = new ArrayList<>(findings(findings));
    Timeline timeline = timeline(findings);
    if (timeline != null) {
      told.add(1, timeline);
    }
    sections.add(new Section("Findings", told));
    sections.add(new Section("Who commands whom", pairs(pairs)));
    sections.add(new Section("What could not be seen", unseen()));
    sections.add(new Section("What was judged", List.of(rules())));
    return new Document(
        run.simulated() ? "Port watch (SIMULATED)" : "Port watch", lead(findings), sections);
  }

  private static String lead(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "Nothing was found in what these captures show; that is no all-clear for what they do"
          + " not show.";
    }
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = findings.stream().filter(f -> f.assessment().level() == level).count();
      if (count > 0) {
        parts.add(count + " " + level.word().replace('-', ' '));
      }
    }
    return (findings.size() == 1 ? "1 finding: " : findings.size() + " findings: ")
        + String.join(", ", parts)
        + ".";
  }

  private static List<Document.Block> findings(List<Finding> findings) {
    List<Finding> gravest =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::severity)
                    .reversed()
                    .thenComparing(f -> f.assessment().level())
                    .thenComparing(Finding::from)
                    .thenComparing(Finding::id))
            .limit(MOST_TOLD)
            .toList();
    if (gravest.isEmpty()) {
      return List.of(Paragraph.of("None."));
    }
    List<List<String>> rows = new ArrayList<>();
    List<Document.Entry> entries = new ArrayList<>();
    for (Finding finding : gravest) {
      rows.add(
          List.of(
              String.valueOf(finding.subject().name()),
              finding.subject().ids().getOrDefault("act", ""),
              finding.rule(),
              finding.severity().name().toLowerCase(Locale.ROOT),
              finding.assessment().level().word(),
              when(finding),
              targets(finding)));
      entries.add(entry(finding));
    }
    String all =
        gravest.size() < findings.size()
            ? "The gravest %d of %d; findings.jsonl has all.".formatted(MOST_TOLD, findings.size())
            : "The gravest first.";
    return List.of(
        new Table(
            all,
            List.of(
                Column.text("who"),
                Column.text("what"),
                Column.text("rule"),
                Column.text("severity"),
                Column.text("level"),
                Column.text("when"),
                Column.text("to whom")),
            rows),
        new Document.Story("Why, with the packets that show it.", entries));
  }

  /** When each kind of thing was done; null where there is nothing to draw. */
  private @Nullable Timeline timeline(List<Finding> findings) {
    Instant from = run.from();
    Instant to = run.to();
    if (from == null || to == null || !from.isBefore(to) || findings.isEmpty()) {
      return null;
    }
    Map<String, List<Timeline.Bar>> lanes = new TreeMap<>();
    for (Finding finding : findings) {
      Instant until = finding.to();
      lanes
          .computeIfAbsent(
              finding.subject().ids().getOrDefault("act", finding.rule()), k -> new ArrayList<>())
          .add(new Timeline.Bar(finding.from(), until == null ? finding.from() : until, 1));
    }
    return new Timeline(
        "When",
        from,
        to,
        List.of(),
        lanes.entrySet().stream()
            .limit(MOST_LANES)
            .map(
                one ->
                    new Timeline.Lane(
                        one.getKey(), Timeline.Kind.SPANS, "findings", one.getValue()))
            .toList());
  }

  private static Document.Entry entry(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.subject().name())
        .append(", ")
        .append(finding.subject().ids().getOrDefault("act", ""))
        .append('.');
    for (Reason reason : finding.reasons()) {
      text.append(' ').append(reason.text());
    }
    List<Document.Line> lines = new ArrayList<>();
    for (Evidence one : finding.evidence()) {
      if (lines.size() < MOST_FRAMES) {
        String quote = one.quote();
        lines.add(
            new Document.Line(
                "%s, %s %d, byte %d"
                    .formatted(
                        one.name(),
                        one.frame() > 0 ? "frame" : "line",
                        Math.max(one.frame(), one.line()),
                        one.offset()),
                quote == null ? "" : quote));
      }
    }
    return new Document.Entry(when(finding), finding.assessment().level(), text.toString(), lines);
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
    List<String> names = finding.assets().stream().limit(3).map(a -> a.id()).toList();
    int more = finding.assets().size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private static List<Document.Block> pairs(List<PairTable.Line> pairs) {
    if (pairs.isEmpty()) {
      return List.of(
          new Paragraph(
              "No operation of a protocol that is read was seen; nothing can be said of commands.",
              Tone.WARNING));
    }
    List<List<String>> rows =
        pairs.stream()
            .limit(MOST_PAIRS)
            .map(
                line ->
                    List.of(
                        line.actor(),
                        line.target(),
                        String.join(", ", line.protocols()),
                        number(line.asked()),
                        number(line.commands()),
                        number(line.refused()),
                        line.did().isEmpty() ? "reads only" : line.did()))
            .toList();
    return List.of(
        new Table(
            pairs.size() > MOST_PAIRS
                ? "The first %d of %,d pairs, those that command most first."
                    .formatted(MOST_PAIRS, pairs.size())
                : "Each pair in one row, those that command most first.",
            List.of(
                Column.text("who asks"),
                Column.text("whom"),
                Column.text("in"),
                Column.number("operations"),
                Column.number("commands"),
                Column.number("refused"),
                Column.text("kinds of commands")),
            rows));
  }

  private List<Document.Block> unseen() {
    List<Document.Block> blocks = new ArrayList<>();
    List<String> faults = CaptureCoverage.faults(health);
    blocks.add(
        faults.isEmpty()
            ? Paragraph.of("No loss shows in the captures.")
            : new Paragraph("What was missed: " + String.join("; ", faults) + ".", Tone.WARNING));
    for (String blind : CaptureCoverage.BLIND_SPOTS) {
      blocks.add(new Paragraph(blind, Tone.PLAIN));
    }
    return blocks;
  }

  private static Table rules() {
    return new Table(
        "Rules, what each claims and what it does not.",
        List.of(Column.text("rule"), Column.text("claims"), Column.text("does not claim")),
        PortJudging.rules().stream()
            .map(
                rule ->
                    List.of(rule.id() + " " + rule.version(), rule.claims(), rule.doesNotClaim()))
            .toList());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
