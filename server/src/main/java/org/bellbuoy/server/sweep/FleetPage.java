package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/** Draws up the page of a fleet: a table first, then what to do, what is shared, each story. */
final class FleetPage {
  private static final int MOST_LINES = 60;

  private final boolean simulated;

  FleetPage(boolean simulated) {
    this.simulated = simulated;
  }

  /**
   * A server with its pictures.
   *
   * @param timeline of its days, null where nothing tells a time
   */
  record Shown(ServerVerdict verdict, @Nullable Timeline timeline) {}

  /**
   * A page.
   *
   * @param shared sections on what servers share: scripts, keys
   * @param after sections that stand last: rules, what was not read
   */
  Document of(List<Shown> servers, List<Section> shared, List<Section> after) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("The fleet", List.of(fleet(servers))));
    List<Document.Block> todo = todo(servers);
    if (!todo.isEmpty()) {
      sections.add(new Section("What to do first", todo));
    }
    sections.addAll(shared);
    for (Shown one : servers) {
      sections.add(story(one));
    }
    sections.addAll(after);
    return new Document(
        simulated ? "Server sweep (SIMULATED)" : "Server sweep", lead(servers), sections);
  }

  /** What it comes to, in numbers that add up. */
  static String lead(List<Shown> servers) {
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = servers.stream().filter(s -> s.verdict().level() == level).count();
      if (count > 0) {
        parts.add(count + " " + words(level));
      }
    }
    return (servers.size() == 1 ? "Of 1 server: " : "Of " + servers.size() + " servers: ")
        + String.join(", ", parts)
        + ". No sign of entry is said of covered days only and is no all-clear for the others.";
  }

  private static String words(Level level) {
    return switch (level) {
      case LIKELY -> "likely entered";
      case POSSIBLE -> "possibly entered";
      case UNLIKELY -> "with no sign of entry";
      case CANNOT_TELL -> "of which it cannot be told";
    };
  }

  private static Table fleet(List<Shown> servers) {
    List<List<String>> rows = new ArrayList<>();
    for (Shown one : servers) {
      ServerVerdict verdict = one.verdict();
      rows.add(
          List.of(
              verdict.identity().host(),
              dash(verdict.identity().organisation()),
              verdict.identity().product().title(),
              verdict.entered().word(),
              verdict.left().word(),
              verdict.patch().word(),
              verdict.key().word(),
              verdict.coverage().word()));
    }
    return new Table(
        "Each server in one row, the most urgent first.",
        List.of(
            Column.text("server"),
            Column.text("organisation"),
            Column.text("product"),
            Column.text("entered?"),
            Column.text("left behind"),
            Column.text("patch"),
            Column.text("machine key"),
            Column.text("days covered")),
        rows);
  }

  private static List<Document.Block> todo(List<Shown> servers) {
    List<List<String>> rows = new ArrayList<>();
    for (Shown one : servers) {
      for (String next : one.verdict().next()) {
        rows.add(List.of(one.verdict().identity().host(), next));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Table(
                "Steps in order of urgency for each server.",
                List.of(Column.text("server"), Column.text("step")),
                rows));
  }

  private static Section story(Shown one) {
    ServerVerdict verdict = one.verdict();
    List<Document.Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            verdict.entered().sentence(),
            verdict.entered().tone() == Cell.Tone.UNKNOWN ? Tone.WARNING : Tone.STATEMENT));
    for (Cell cell : List.of(verdict.left(), verdict.patch(), verdict.key())) {
      blocks.add(
          new Paragraph(
              cell.sentence(), cell.tone() == Cell.Tone.ALARM ? Tone.STATEMENT : Tone.PLAIN));
    }
    blocks.add(
        new Paragraph(
            verdict.coverage().sentence(),
            verdict.coverage().tone() == Cell.Tone.CALM ? Tone.PLAIN : Tone.WARNING));
    Timeline timeline = one.timeline();
    if (timeline != null) {
      blocks.add(timeline);
    }
    if (!verdict.story().isEmpty()) {
      blocks.add(told(verdict.story()));
    }
    return new Section(verdict.identity().host(), blocks);
  }

  private static Document.Story told(List<StoryLine> story) {
    List<Document.Entry> entries = new ArrayList<>();
    for (StoryLine line : story.subList(0, Math.min(MOST_LINES, story.size()))) {
      entries.add(
          new Document.Entry(
              when(line),
              line.level(),
              line.what(),
              line.lines().stream()
                  .map(one -> new Document.Line(one.where(), one.quote()))
                  .toList()));
    }
    return new Document.Story(
        story.size() > MOST_LINES
            ? "What happened, by time: the first "
                + MOST_LINES
                + " of "
                + story.size()
                + "; findings.jsonl has all."
            : "What happened, by time, with the first lines that show it.",
        entries);
  }

  private static String when(StoryLine line) {
    if (line.fromMillis() == StoryLine.NO_TIME) {
      return "no time";
    }
    String from = time(line.fromMillis());
    String times = line.count() > 1 ? ", " + line.count() + " times" : "";
    if (line.toMillis() - line.fromMillis() < 60_000) {
      return from + times;
    }
    return from + " to " + time(line.toMillis()) + times;
  }

  private static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis)
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ');
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
