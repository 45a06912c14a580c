package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.border.SecondGatewayDetector;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PairTable;
import org.bellbuoy.port.page.PageNotes;
import org.bellbuoy.port.page.SessionTable;
import org.bellbuoy.port.page.ZoneNames;
import org.bellbuoy.port.session.SessionRegister;

/** Draws up the page of a network: findings with their frames first, then who commands whom. */
final class PortPage {
  private static final int MOST_PAIRS = 300;

  private final Run run;
  private final CaptureHealth health;
  private final LogSight logs;

  PortPage(Run run, CaptureHealth health, LogSight logs) {
    this.run = run;
    this.health = health;
    this.logs = logs;
  }

  /** What is on the page beside findings and commands. */
  record Around(PageNotes notes, SessionRegister sessions, ZoneNames zones, Networks networks) {}

  Document of(List<Finding> findings, List<PairTable.Line> pairs, Around around) {
    List<Finding> gravest = gravest(findings);
    List<String> names = run.inputs().stream().map(SourceInfo::name).toList();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Findings", FindingCards.of(gravest, run)));
    sections.add(around.notes().network(gravest, around.zones(), around.networks()));
    List<Document.Block> commands = new ArrayList<>(around.notes().times());
    commands.addAll(pairs(pairs));
    sections.add(new Section("Who commands whom, and when", commands));
    sections.add(SessionTable.of(around.sessions()));
    sections.add(around.notes().devices(names));
    sections.add(new Section("What could not be seen", unseen()));
    sections.add(new Section("What was judged", List.of(rules())));
    return new Document(
        run.simulated() ? "Port watch (SIMULATED)" : "Port watch", lead(findings), sections);
  }

  private static List<Finding> gravest(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(f -> f.assessment().level())
                .thenComparing(Finding::from)
                .thenComparing(Finding::id))
        .toList();
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
    if (logs.any()) {
      blocks.add(new Paragraph(LogSight.BLIND, Tone.WARNING));
    }
    blocks.add(
        faults.isEmpty()
            ? Paragraph.of("No loss shows in the captures.")
            : new Paragraph("What was missed: " + String.join("; ", faults) + ".", Tone.WARNING));
    for (String blind : CaptureCoverage.BLIND_SPOTS) {
      blocks.add(new Paragraph(blind, Tone.PLAIN));
    }
    // The first of them stands above in other words.
    SecondGatewayDetector.blindSpots().stream()
        .skip(1)
        .forEach(blind -> blocks.add(new Paragraph(blind, Tone.PLAIN)));
    blocks.add(counts());
    return blocks;
  }

  private Table counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("packets read", health.packets());
    counts.put("conversations", health.conversations());
    if (logs.any()) {
      counts.put("lines of logs read", logs.lines());
      counts.put("connections in them", logs.connections());
    }
    counts.put("duplicates taken out, which a mirror port delivered again", health.duplicates());
    counts.put("bytes of TCP streams that are missing", health.missingBytes());
    counts.put("holes in TCP streams", health.gaps());
    counts.put("TCP conversations with one side only", health.oneSided());
    counts.put("TCP conversations without their beginning", health.midstream());
    counts.put("captures that break off", health.brokenOff());
    counts.put("bytes of captures that hold no packet that can be read", health.passedOverBytes());
    counts.put("packets cut short by the capture", health.cutPackets());
    counts.put("packets with headers that cannot be", health.malformed());
    counts.put("packets of links that are not read", health.unreadPackets());
    counts.put("packets that the capturing machine says it dropped", health.droppedPackets());
    counts.put("datagrams with missing fragments", health.fragmentsAbandoned());
    counts.put("steps back of the clock", health.backwardsPackets());
    return new Table(
        "The capture's health.",
        List.of(Column.text("what"), Column.number("how many")),
        counts.entrySet().stream().map(e -> List.of(e.getKey(), number(e.getValue()))).toList());
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
