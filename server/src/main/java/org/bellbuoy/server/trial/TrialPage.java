package org.bellbuoy.server.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.simulate.ActState;

/** Draws up what trials came to, with what such figures cannot show. Pure. */
public final class TrialPage {
  private static final int MOST_NOTES = 60;

  private TrialPage() {}

  /**
   * The page.
   *
   * @param command by which the figures are made again
   */
  public static Document of(TrialTable table, String command) {
    TrialTable.Row all = table.all();
    String lead =
        "%d of %d staged acts were found, %d told as far as they came, %d too far; of %d benign twins %d were called likely and %d possible."
            .formatted(
                all.found(),
                all.acts(),
                all.rightState(),
                all.farther(),
                all.twins(),
                all.twinsLikely(),
                all.twinsPossible());
    return new Document(
        "Trials of the server sweep (SIMULATED)",
        lead,
        List.of(meaning(table, command), acts(table, all), verdicts(table), notes(table)));
  }

  private static Section meaning(TrialTable table, String command) {
    return new Section(
        "What this shows, and what not",
        List.of(
            Paragraph.of(
                "%d farms, %d servers, %s rows of logs. Made again by: %s"
                    .formatted(
                        table.farms(),
                        table.servers(),
                        String.format(Locale.ROOT, "%,d", table.logRows()),
                        command)),
            new Paragraph(
                "All of it is simulated, and the generator is of the same house as the detectors: who"
                    + " wrote one knew the other. The figures show that the parts fit, and that a"
                    + " change did not break them. They are no rate at which real servers are judged"
                    + " rightly, and no interval is given, for acts of one kind are variants of few"
                    + " shapes and not independent.",
                Tone.WARNING)));
  }

  private static Section acts(TrialTable table, TrialTable.Row all) {
    List<List<String>> rows = new ArrayList<>();
    table.rows().forEach((kind, row) -> rows.add(cells(kind.word(), row)));
    rows.add(cells("all", all));
    return new Section(
        "Acts and their twins",
        List.of(
            new Table(
                "Acts are counted once for each server. Told as far: a finding says that it came as"
                    + " far as it did. Too far: one says that it came through, and it failed. A twin"
                    + " looks alike and means no harm.",
                List.of(
                    Column.text("act"),
                    Column.number("acts"),
                    Column.number("found"),
                    Column.number("told as far"),
                    Column.number("too far"),
                    Column.number("twins"),
                    Column.number("called likely"),
                    Column.number("called possible")),
                rows)));
  }

  private static List<String> cells(String word, TrialTable.Row row) {
    return Stream.concat(
            Stream.of(word),
            Stream.of(
                    row.acts(),
                    row.found(),
                    row.rightState(),
                    row.farther(),
                    row.twins(),
                    row.twinsLikely(),
                    row.twinsPossible())
                .map(String::valueOf))
        .toList();
  }

  private static Section verdicts(TrialTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (ActState truth : ActState.values()) {
      if (table.servers(truth) > 0) {
        List<String> cells = new ArrayList<>();
        cells.add(truth == ActState.BENIGN ? "not tried" : truth.word());
        cells.add(Long.toString(table.servers(truth)));
        for (Level level : Level.values()) {
          cells.add(Long.toString(table.verdicts(truth, level)));
        }
        rows.add(cells);
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("entry in truth"));
    columns.add(Column.number("servers"));
    for (Level level : Level.values()) {
      columns.add(Column.number(level.word()));
    }
    return new Section(
        "Verdicts",
        List.of(
            new Table(
                "Servers by how far entry came in truth, at worst, and by the level at which the"
                    + " sweep says that they were entered.",
                columns,
                rows)));
  }

  private static Section notes(TrialTable table) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Findings about servers that nobody entered which answer neither an act nor a twin: %d likely, %d possible."
                .formatted(table.ordinary(Level.LIKELY), table.ordinary(Level.POSSIBLE))));
    List<String> notes = table.notes();
    if (!notes.isEmpty()) {
      blocks.add(
          new Table(
              notes.size() > MOST_NOTES
                  ? "The first %d of %d.".formatted(MOST_NOTES, notes.size())
                  : "All of them.",
              List.of(Column.text("what was not right, or told without harm")),
              notes.stream().limit(MOST_NOTES).map(List::of).toList()));
    }
    return new Section("One by one", blocks);
  }
}
