package org.bellbuoy.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Chart.Axis;
import org.bellbuoy.core.exhibit.Chart.Bin;
import org.bellbuoy.core.exhibit.Chart.Histogram;
import org.bellbuoy.core.exhibit.Chart.Mark;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Reference;
import org.bellbuoy.core.exhibit.Chart.Series;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.MapPicture;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.LiveCourse;
import org.bellbuoy.core.exhibit.LiveCourse.Moment;
import org.bellbuoy.core.exhibit.LiveCourse.Threshold;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Feature;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;

/** Made-up charts, maps of coverage and pages that hold them. */
final class DocumentSamples {
  private DocumentSamples() {}

  /** Curves of known shape: y is x to a power below one, in twenty steps. */
  static Chart roc() {
    List<Series> series = new ArrayList<>();
    double[] powers = {0.08, 0.2, 0.35, 0.7};
    String[] names = {"Weighing", "Share of slots", "Gap above two hours", "Coin"};
    for (int i = 0; i < powers.length; i++) {
      List<Point> points = new ArrayList<>();
      for (int j = 0; j <= 40; j++) {
        double x = j * j / 1600.0;
        points.add(Point.of(x, Math.pow(x, powers[i])));
      }
      series.add(new Series(names[i], i == 2 ? Mark.STEPS : Mark.LINE, points));
    }
    return Chart.of(
            "Deliberate silences found against others taken for one",
            "Weighing lies above the other three everywhere.",
            Axis.share("Others taken for deliberate"),
            Axis.share("Deliberate silences found"),
            series)
        .withReferences(List.of(new Reference.Diagonal("no better than chance")))
        .squared();
  }

  /** Ten classes with Wilson intervals as a table of them gives, one class without any case. */
  static Chart reliability() {
    List<Point> points = new ArrayList<>();
    List<Bin> bins = new ArrayList<>();
    int[] counts = {240, 80, 33, 20, 11, 0, 9, 22, 64, 310};
    for (int i = 0; i < 10; i++) {
      bins.add(new Bin(i / 10.0, (i + 1) / 10.0, counts[i]));
      double y = counts[i] == 0 ? Double.NaN : Math.min(1, i / 10.0 + (i % 3) * 0.04);
      double half = 1 / Math.sqrt(counts[i] + 1.0);
      points.add(new Point(i / 10.0 + 0.05, y, Math.max(0, y - half), Math.min(1, y + half)));
    }
    return Chart.of(
            "Said against happened",
            "What was said with 90 % or more was deliberate in 98 of 100 cases.",
            Axis.share("Probability given"),
            Axis.share("Share that was deliberate"),
            List.of(new Series("silences, with 95 % interval", Mark.POINTS, points)))
        .withReferences(List.of(new Reference.Diagonal("said as often as it happened")))
        .withBeneath(new Histogram("Silences", bins))
        .squared();
  }

  static Chart delay() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double y = 3 + 400 / (1.0 + i);
      points.add(new Point(i, y, y * 0.8, y * 1.25));
    }
    return Chart.of(
            "Reports lost by range",
            "Fewer are lost near the receiver.",
            Axis.linear("Range from the receiver", "nm"),
            Axis.log("Reports lost", "in a million"),
            List.of(new Series("all receivers", Mark.LINE, points)))
        .withReferences(List.of(new Reference.Vertical("horizon", 22)));
  }

  /** A small chart on which the name stands wherever a chart has words. */
  static Chart named(String name) {
    Axis x = Axis.linear(name, name).between(0, 10);
    Axis y = Axis.share(name);
    return Chart.of(
            name,
            name,
            x,
            y,
            List.of(
                new Series(name, Mark.LINE, List.of(Point.of(1, 0.2), new Point(9, 0.8, 0.7, 0.9))),
                new Series(name, Mark.POINTS, List.of(Point.of(5, 0.5)))))
        .withReferences(List.of(new Reference.Diagonal(name), new Reference.Span(name, 1, 2)))
        .withBeneath(new Histogram(name, List.of(new Bin(0, 5, 3))));
  }

  /** A page on which the name stands wherever a page has words. */
  static Document hostile(String name) {
    return new Document(
        name,
        name,
        List.of(
            new Section(
                name,
                List.of(
                    Paragraph.of(name),
                    new Table(name, List.of(Column.text(name)), List.of(List.of(name))),
                    new Document.Story(
                        name,
                        List.of(
                            new Document.Entry(
                                name,
                                Level.POSSIBLE,
                                name,
                                List.of(new Document.Line(name, name))))),
                    named(name),
                    new MapPicture(
                        name,
                        name,
                        List.of(
                            new MapLayer(Role.RECEPTION, name, reception(4).features()),
                            new MapLayer(
                                Role.OTHERS,
                                name,
                                List.of(new Feature(Geometry.point(57.5, 10.5), name, 0.0)))))))));
  }

  static LiveCourse course() {
    return new LiveCourse(
        List.of(
            new Moment(Duration.ofMinutes(10), Level.CANNOT_TELL, null),
            new Moment(Duration.ofMinutes(20), Level.CANNOT_TELL, null),
            new Moment(Duration.ofMinutes(30), Level.UNLIKELY, 0.31),
            new Moment(Duration.ofMinutes(50), Level.POSSIBLE, 0.62),
            new Moment(Duration.ofMinutes(80), Level.POSSIBLE, 0.84),
            new Moment(Duration.ofMinutes(110), Level.LIKELY, 0.93),
            new Moment(Duration.ofMinutes(170), Level.LIKELY, 0.97)),
        List.of(new Threshold(Level.POSSIBLE, 0.5), new Threshold(Level.LIKELY, 0.9)),
        Duration.ofMinutes(225));
  }

  private static Geometry cell(double west, double south, double size) {
    return new Geometry.Polygon(
        List.of(
            List.of(
                new Geometry.Position(west, south),
                new Geometry.Position(west + size, south),
                new Geometry.Position(west + size, south + size),
                new Geometry.Position(west, south + size),
                new Geometry.Position(west, south))));
  }

  static MapLayer reception(int across) {
    List<Feature> cells = new ArrayList<>();
    double size = 2.4 / across;
    for (int i = 0; i < across; i++) {
      for (int j = 0; j < across * 2 / 3; j++) {
        double far = Math.hypot(i - across * 0.3, j - across * 0.35) / across;
        double share = Math.clamp(1.1 - 1.5 * far, 0, 1);
        double known = Math.clamp(1.2 - 1.7 * Math.abs(j - across * 0.3) / across * 1.6, 0, 1);
        boolean none = i > across * 0.8 && j < across * 0.2;
        cells.add(
            new Feature(
                cell(10 + i * size, 57 + j * size, size),
                Math.round(share * 100) + " % heard",
                none ? null : share,
                known));
      }
    }
    return new MapLayer(Role.RECEPTION, "Share of due reports heard, 18:00 to 19:00", cells);
  }

  static MapLayer witnesses(int count) {
    List<Feature> others = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double longitude = 10.4 + (i * 0.618034 % 1) * 1.5;
      double latitude = 57.42 + (i * 0.381966 * 1.7 % 1) * 0.55;
      double share = longitude < 11.2 ? 1 : i % 3 == 0 ? 0.3 : i % 5 == 0 ? 0 : 0.8;
      others.add(new Feature(Geometry.point(latitude, longitude), "OTHER " + i, share));
    }
    return new MapLayer(Role.OTHERS, "Ships heard there before, during the silence", others);
  }

  static MapLayer witnessWays() {
    List<Feature> ways = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ways.add(
          new Feature(
              new Geometry.Line(
                  List.of(
                      new Geometry.Position(10.5, 57.45 + i * 0.08),
                      new Geometry.Position(11.1, 57.52 + i * 0.07),
                      new Geometry.Position(11.8, 57.5 + i * 0.09))),
              "WAY " + i,
              i % 3 == 0 ? 0.0 : i % 3 == 1 ? 0.4 : 1.0));
    }
    return new MapLayer(Role.OTHERS, "Ways of ships heard there", ways);
  }

  /** A finding with all that a silence may come with. */
  static Finding finding(Level level) {
    Finding model = Samples.finding(level == Level.LIKELY ? 1 : 2, level, "EXAMPLE");
    List<Reason> reasons = new ArrayList<>(model.reasons());
    if (level == Level.CANNOT_TELL) {
      reasons.add(
          Reason.of(
              Reason.WHY_CANNOT_TELL + "-few",
              "Only two other ships were near enough to say how well this place was heard, and the"
                  + " nearest receiver was down for half of the time.",
              2,
              "ships"));
    } else {
      reasons.add(
          Reason.of(
              Reason.WHY_NOT_RECEPTION,
              "While it was silent, 31 other ships within 10 nm of where it could have been were"
                  + " heard in 97 % of their ten-minute slots, by the same receivers.",
              97,
              "%"));
    }
    return new Finding(
        model.id(),
        model.rule(),
        1,
        model.state(),
        model.severity(),
        model.subject(),
        model.assets(),
        model.from(),
        model.to(),
        model.place(),
        new Assessment(
            level,
            level == Level.CANNOT_TELL ? null : 0.9934,
            List.of(
                new Hypothesis("switched-off", level == Level.CANNOT_TELL ? 0.41 : 0.9934),
                new Hypothesis("out-of-range", level == Level.CANNOT_TELL ? 0.38 : 0.004),
                new Hypothesis("receiver-down", level == Level.CANNOT_TELL ? 0.21 : 0.0016),
                new Hypothesis("identity-handed-over", 0),
                new Hypothesis("late-data", Double.NaN),
                new Hypothesis("other", 0.001))),
        reasons,
        model.coverage(),
        model.evidence(),
        model.parties(),
        model.run());
  }

  static Exhibit exhibit(Finding finding) {
    Exhibit model = Samples.exhibit(finding);
    List<MapLayer> layers = new ArrayList<>();
    layers.add(reception(12));
    layers.addAll(
        model.layers().stream()
            .filter(l -> l.role() != Role.RECEPTION && l.role() != Role.OTHERS)
            .toList());
    layers.add(3, witnesses(200));
    return new Exhibit(
        finding.id(),
        layers,
        model.timelines(),
        model.facts(),
        "Reception, and others heard, while it was silent",
        List.of(course().chart()));
  }

  static ReportInput report(boolean simulated) {
    Finding likely = finding(Level.LIKELY);
    Finding untold = finding(Level.CANNOT_TELL);
    return ReportInput.of(
        Samples.run(2_400_311, simulated),
        List.of(likely, untold),
        Map.of(likely.id(), exhibit(likely), untold.id(), exhibit(untold)),
        "Silences, 14 March 2026",
        Samples.strait());
  }

  static Timeline timeline() {
    return Samples.exhibit(finding(Level.LIKELY)).timelines().getFirst();
  }

  static Document document() {
    Table table =
        new Table(
            "How each method did on the same 789 silences",
            List.of(
                Column.text("Method"),
                Column.number("Area under the curve"),
                Column.number("Found at 1 % false"),
                Column.number("Brier score"),
                Column.number("Could not tell"),
                Column.text("What it uses")),
            List.of(
                List.of("Weighing", "0.981", "88 %", "0.041", "112", "other ships, receivers, due"),
                List.of("Share of slots", "0.902", "51 %", "0.097", "0", "other ships"),
                List.of("Gap above two hours", "0.744", "12 %", "0.204", "0", "the gap alone")));
    List<Block> coverage =
        List.of(
            Paragraph.of("What was known of reception in the hour from 18:00 UTC."),
            new MapPicture(
                "Reception from 18:00 to 19:00 UTC",
                "Best in the west; nothing is known in the south-east.",
                List.of(
                    reception(30),
                    new MapLayer(
                        Role.RECEIVER,
                        "Receivers",
                        List.of(new Feature(Geometry.point(57.9, 10.7), "North station", null))))),
            timeline());
    return new Document(
        "How well silences are told apart",
        "Of 406 silences that were staged, 357 were found while 4 of 383 others were taken for one.",
        List.of(
            new Section(
                "Methods compared",
                List.of(
                    new Paragraph(
                        "Staged silences are made up. They say how well the method tells what it was"
                            + " told, not how often ships switch off.",
                        Tone.WARNING),
                    Paragraph.of("All methods were given the same bytes."),
                    table,
                    roc())),
            new Section(
                "Reliability",
                List.of(
                    new Paragraph(
                        "What it says happens about as often as it says.", Tone.STATEMENT),
                    reliability(),
                    delay())),
            new Section("Coverage", coverage)));
  }
}
