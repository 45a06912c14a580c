package org.bellbuoy.sea.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.reception.CoverageMap;
import org.bellbuoy.sea.reception.CoverageOptions;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.reception.CoverageShare;

/** Draws up the page: the answer, its map, its course over time, the receivers, how to read it. */
public final class CoveragePage {
  private static final double WELL = 1;
  private static final double LITTLE = 0.3;

  private final SeaCoverage.Result result;
  private final CoverageMap map;
  private final CoverageAnswer answer;

  private CoveragePage(SeaCoverage.Result result) {
    this.result = result;
    this.map = result.map();
    this.answer = new CoverageAnswer(result);
  }

  /** The page of a result. */
  public static Document of(SeaCoverage.Result result) {
    return new CoveragePage(result).document();
  }

  private Document document() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(new Document.Section("Could a ship have been heard?", answers()));
    if (result.hasRecords()) {
      sections.add(new Document.Section("Where", maps()));
      sections.add(new Document.Section("When", courses()));
      sections.add(
          new Document.Section("Receivers", new ReceiverBlocks(result.receivers()).blocks()));
    }
    sections.add(new Document.Section("How to read this", explanation()));
    return new Document("Reception", "", sections);
  }

  private List<Block> answers() {
    List<Block> blocks = new ArrayList<>();
    for (boolean classB : map.classes()) {
      boolean told = map.whole(classB).verdict() != CoverageShare.Verdict.CANNOT_TELL;
      blocks.add(new Paragraph(answer.sentence(classB), told ? Tone.STATEMENT : Tone.WARNING));
    }
    for (String sentence : answer.receivers()) {
      blocks.add(new Paragraph(sentence, Tone.WARNING));
    }
    blocks.add(table());
    return blocks;
  }

  private Block table() {
    List<List<String>> rows = new ArrayList<>();
    for (boolean classB : map.classes()) {
      CoverageShare share = map.whole(classB);
      boolean any = share.slots() > 0;
      rows.add(
          List.of(
              "Class " + CoverageFiles.word(classB),
              any ? CoverageAnswer.percent(share) : "–",
              whole(share.ships()),
              whole(share.slots()),
              Words.number(share.effective(), 1),
              Words.number(share.expected(), 0),
              whole(share.received()),
              share.known().word(),
              map.question().around() == null ? "see map" : share.verdict().word()));
    }
    return new Document.Table(
        answer.whereAndWhen(),
        List.of(
            Document.Column.text("Class"),
            Document.Column.number("Slots heard (95 %)"),
            Document.Column.number("Ships"),
            Document.Column.number("Slots"),
            Document.Column.number("Worth"),
            Document.Column.number("Reports due"),
            Document.Column.number("Reports heard"),
            Document.Column.text("Known"),
            Document.Column.text("Verdict")),
        rows);
  }

  static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private List<Block> maps() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "A place without a cell is not a place without reception: no ship is known to have been"
                + " there, and nothing can be told. An empty outline had too few ships in this"
                + " time, or ships at other times only."
                + (map.question().around() == null
                    ? ""
                    : " The picture reaches further than the place asked for, to show what lies"
                        + " about it.")));
    for (boolean classB : map.classes()) {
      List<CoverageMap.Cell> cells = result.surroundings().cells(classB);
      String title = "Class " + CoverageFiles.word(classB);
      if (cells.stream().noneMatch(CoverageMap.Cell::ever)) {
        blocks.add(Paragraph.of(title + ": no ship was there at any time, so there is no map."));
        continue;
      }
      CoverageQuestion.Around around = map.question().around();
      List<CoverageMap.Cell> shown = around == null ? nearKnown(cells) : cells;
      List<MapLayer> layers = new ArrayList<>();
      layers.add(
          new MapLayer(
              MapLayer.Role.RECEPTION,
              "Share of ten-minute slots in which ships were heard",
              shown.stream().map(CoveragePage::feature).toList()));
      if (around != null) {
        layers.add(
            new MapLayer(
                MapLayer.Role.ENDPOINT,
                "The place asked for",
                List.of(
                    new MapLayer.Feature(
                        Geometry.point(around.latitude(), around.longitude()),
                        "the place asked for",
                        null))));
      }
      blocks.add(new Document.MapPicture(title, alternative(shown), layers));
      if (shown.size() < cells.size()) {
        blocks.add(
            Paragraph.of(
                "Left out of the picture, for nothing is known of them and they lie far from all that"
                    + " is known: "
                    + Words.count(cells.size() - shown.size(), "cell", "cells")
                    + ", perhaps made by garbled positions. The files have them."));
      }
    }
    return blocks;
  }

  /** Cells of which something is known, and those about them; all where nothing is known. */
  private static List<CoverageMap.Cell> nearKnown(List<CoverageMap.Cell> cells) {
    Set<Integer> near = new HashSet<>();
    for (CoverageMap.Cell cell : cells) {
      if (cell.share().known() != CoverageShare.Known.NOT) {
        for (int one : Cells.around(cell.cell())) {
          near.add(one);
        }
      }
    }
    return near.isEmpty()
        ? cells
        : cells.stream().filter(cell -> near.contains(cell.cell())).toList();
  }

  private static String alternative(List<CoverageMap.Cell> cells) {
    List<String> parts = new ArrayList<>();
    for (CoverageShare.Verdict verdict : CoverageShare.Verdict.values()) {
      parts.add(
          cells.stream().filter(cell -> cell.share().verdict() == verdict).count()
              + " cells "
              + verdict.word());
    }
    return String.join(", ", parts) + ".";
  }

  private static MapLayer.Feature feature(CoverageMap.Cell cell) {
    CoverageShare share = cell.share();
    String label =
        share.slots() == 0
            ? "no ship in this time: cannot tell"
            : CoverageAnswer.percent(share)
                + " of slots heard, "
                + CoverageAnswer.counts(share)
                + "; "
                + share.known().word()
                + ": "
                + share.verdict().word();
    double known =
        switch (share.known()) {
          case WELL -> WELL;
          case LITTLE -> LITTLE;
          case NOT -> 0;
        };
    return new MapLayer.Feature(
        Cells.box(cell.cell()), label, share.slots() == 0 ? null : share.share(), known);
  }

  private List<Block> courses() {
    List<Block> blocks = new ArrayList<>();
    for (boolean classB : map.classes()) {
      if (map.whole(classB).slots() > 0) {
        blocks.add(course(classB));
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(Paragraph.of("No ship was there in this time."));
    }
    return blocks;
  }

  private Timeline course(boolean classB) {
    List<Timeline.Bar> shares = new ArrayList<>();
    List<Timeline.Bar> lows = new ArrayList<>();
    List<Timeline.Bar> ships = new ArrayList<>();
    for (CoverageMap.Step step : map.steps(classB)) {
      Instant from = Instant.ofEpochMilli(step.fromMillis());
      Instant to = Instant.ofEpochMilli(step.toMillis());
      CoverageShare share = step.share();
      ships.add(new Timeline.Bar(from, to, share.ships()));
      if (share.slots() > 0) {
        shares.add(new Timeline.Bar(from, to, Math.rint(100 * share.share())));
        lows.add(new Timeline.Bar(from, to, Math.rint(100 * share.interval().low())));
      }
    }
    List<Timeline.Lane> lanes = new ArrayList<>();
    lanes.add(new Timeline.Lane("Slots heard", Timeline.Kind.LINE, "%", shares));
    lanes.add(new Timeline.Lane("Lower end of the 95 % interval", Timeline.Kind.LINE, "%", lows));
    lanes.add(new Timeline.Lane("Ships there", Timeline.Kind.BARS, "ships", ships));
    lanes.addAll(
        ReceiverBlocks.outages(
            result.receivers(), map.question().fromMillis(), map.question().toMillis()));
    return new Timeline(
        "Class " + CoverageFiles.word(classB) + ", " + steps(),
        Instant.ofEpochMilli(map.question().fromMillis()),
        Instant.ofEpochMilli(map.question().toMillis()),
        List.of(),
        lanes);
  }

  private String steps() {
    int slots = map.question().stepSlots();
    return slots == 1 ? "every ten minutes" : slots == 6 ? "hour by hour" : "day by day";
  }

  private List<Block> explanation() {
    CoverageOptions options = result.options();
    return List.of(
        Paragraph.of(
            "A slot is one ship in one cell of about a quarter degree for ten minutes in which it"
                + " had to transmit. It counts as heard when anything of it was heard. The ships"
                + " themselves are the measure; no antenna or terrain is modelled."),
        Paragraph.of(
            String.format(
                Locale.ROOT,
                "Misses come in runs, so the slots of one ship are not independent. They are worth"
                    + " n = ships + %.2f × (slots − ships) tries. The 95 %% interval is the middle"
                    + " of a Beta distribution with parameters ½ + n × share and ½ + n × (1 −"
                    + " share): Jeffreys' interval, which assumes that ships are independent of"
                    + " each other. Over a long time it is about the mean, not about each hour.",
                options.independence())),
        Paragraph.of(
            String.format(
                Locale.ROOT,
                "Well known: at least %d ships and an interval no wider than %.0f %%. Little known:"
                    + " at least %d ships and %d slots. Otherwise not known.",
                options.wellShips(),
                100 * options.wellWidth(),
                options.littleShips(),
                options.littleSlots())),
        Paragraph.of(
            String.format(
                Locale.ROOT,
                "Heard: a share of %.0f %% or more. Not heard: %.0f %% or less. Each only where the"
                    + " interval stays on that side of %.0f %%. Partly heard: between. Cannot tell:"
                    + " not known, or an interval that leaves it open.",
                100 * options.heard(),
                100 * options.notHeard(),
                50 * (options.heard() + options.notHeard()))),
        new Paragraph(
            "A ship that was never heard is not counted, for nobody knows of it. Ships that"
                + " switched off, or left without being heard again, count as missed for an hour. Heard does not mean that every ship there was heard: a low or weak set"
                + " may be missed where others are not.",
            Tone.WARNING));
  }
}
