package org.bellbuoy.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Feature;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.*;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;

/** A made-up strait with two cables, and ships that fall silent in it. */
final class Samples {
  static final Instant START = Instant.parse("2026-03-14T18:40:00Z");

  private Samples() {}

  static Backdrop strait() {
    double[] northShore = {
      9, 60, 9, 57.9, 10.2, 57.95, 10.9, 58.22, 11.35, 58.12, 11.6, 58.4, 12.4, 58.33, 14, 58.9, 14,
      60, 9, 60
    };
    double[] southShore = {
      9, 55, 14, 55, 14, 57.6, 12.6, 57.3, 12.1, 57.5, 11.5, 57.28, 10.8, 57.38, 10.3, 57.05, 9,
      57.2, 9, 55
    };
    double[] island = {
      11.42, 57.8, 11.5, 57.85, 11.58, 57.82, 11.55, 57.76, 11.46, 57.75, 11.42, 57.8
    };
    return (west, south, east, north, tolerance) -> List.of(northShore, southShore, island);
  }

  static Run run(long records, boolean simulated) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", records);
    counts.put("positions", records * 8 / 10);
    counts.put("subjects", 412L);
    return new Run(
        "5d1c0c5e-0000-5000-8000-00000000beef",
        "0.1.0",
        "sea watch",
        Map.of("silence-min", "30m", "reach-speed", "14 kn"),
        Map.of("sea.silence", 1),
        List.of(
            new SourceInfo(
                "strait-2026-03-14.nmea",
                "in/strait-2026-03-14.nmea.gz",
                "nmea",
                41_000_000,
                null,
                312_000_000,
                "9f2c".repeat(16),
                null),
            new SourceInfo(
                "east-station.nmea",
                "in/east-station.nmea",
                "nmea",
                9_000_000,
                null,
                9_000_000,
                "11aa".repeat(16),
                "the compressed stream ends early at byte 9000000")),
        counts,
        Map.of("bad-checksum", 1204L, "no-time", 37L),
        12.5,
        simulated);
  }

  static Finding finding(int number, Level level, String name) {
    Subject subject =
        new Subject(
            "vessel",
            Map.of("mmsi", "" + (219_000_000 + number), "imo", "" + (9_100_000 + number)),
            name);
    Instant from = START.plus(Duration.ofMinutes(37L * (number % 40)));
    double shift = number % 25 * 0.05;
    return new Finding(
        FindingIds.of("sea.silence", subject, from),
        "sea.silence",
        1,
        State.FINAL,
        List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO).get(number % 4),
        subject,
        List.of(
            new AssetRef(
                "cable",
                "c-17",
                "Skagen–Marstrand 2",
                "within-reach",
                List.of(new AssetRef.Span(38.2, 61.75)),
                JsonNodeFactory.instance.objectNode()),
            AssetRef.of("cable", "c-18", "Northern Ring", "crossed")),
        from,
        from.plus(Duration.ofMinutes(225)),
        Geometry.point(57.72 + shift / 4, 11.05 + shift),
        new Assessment(
            level,
            level == Level.CANNOT_TELL ? null : 0.93,
            List.of(
                new Hypothesis("switched-off", 0.93),
                new Hypothesis("not-received", 0.05),
                new Hypothesis("left-the-area", 0.02))),
        List.of(
            Reason.of(
                "heard-before",
                "In the two hours before, the vessel was heard as often as others of its class here.",
                118,
                "messages"),
            Reason.of(
                "others-heard",
                "Thirty others were heard within 10 nm while it was silent.",
                30,
                "vessels"),
            Reason.of("speed", "It came back slower than it would have needed to be.", 4.35, "kn")),
        new Coverage(
            "Reception along the way was good except for the last third, where one station was down.",
            0.87,
            JsonNodeFactory.instance.objectNode()),
        List.of(
            new Evidence(
                "sha256:" + "9f2c".repeat(16),
                "strait-2026-03-14.nmea",
                18_220_114L + number,
                74,
                402_113,
                0,
                "!AIVDM,1,1,,A,13P;Kb0000PFQ4@NkP;0S1l0000,0*5C"),
            new Evidence(
                "sha256:" + "9f2c".repeat(16),
                "strait-2026-03-14.nmea",
                44_100_871L,
                74,
                871_990,
                0,
                "!AIVDM,1,1,,B,13P;Kb0P00PFQ0hNkR=0d?vN0000,0*11")),
        List.of(
            new PartyRef(
                "Example Shipping Ltd",
                "owner",
                List.of("Example State Holding"),
                "register of 2026-01")),
        "5d1c0c5e-0000-5000-8000-00000000beef");
  }

  private static Feature feature(Geometry geometry, String label) {
    return new Feature(geometry, label, null);
  }

  private static Geometry.Line line(double... lonLat) {
    List<Geometry.Position> positions = new ArrayList<>();
    for (int i = 0; i < lonLat.length; i += 2) {
      positions.add(new Geometry.Position(lonLat[i], lonLat[i + 1]));
    }
    return new Geometry.Line(positions);
  }

  private static Geometry.Line track(double lon, double lat, double dLon, double dLat) {
    double[] points = new double[240];
    for (int i = 0; i < 120; i++) {
      points[2 * i] = lon + dLon * i / 120 + 0.004 * Math.sin(i / 7.0);
      points[2 * i + 1] = lat + dLat * i / 120 + 0.006 * Math.sin(i / 11.0);
    }
    return line(points);
  }

  static List<MapLayer> layers() {
    List<Feature> cells = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 6; j++) {
        double west = 10 + i * 0.25;
        double south = 57 + j * 0.25;
        double share = Math.max(0, Math.min(1, 1.02 - i * 0.11 + 0.04 * j));
        Geometry cell =
            new Geometry.Polygon(
                List.of(
                    line(
                            west,
                            south,
                            west + 0.25,
                            south,
                            west + 0.25,
                            south + 0.25,
                            west,
                            south + 0.25,
                            west,
                            south)
                        .positions()));
        cells.add(new Feature(cell, Math.round(share * 100) + " % heard", share));
      }
    }
    List<Feature> others = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double lon = 10.4 + (i * 0.618 % 1) * 1.5;
      double lat = 57.5 + (i * 0.381 % 1) * 0.45;
      others.add(feature(Geometry.point(lat, lon), "OTHER " + i));
    }
    double[] lens = new double[130];
    for (int i = 0; i <= 64; i++) {
      double angle = 2 * Math.PI * i / 64;
      double c = Math.cos(angle);
      double s = Math.sin(angle) * (1 - 0.35 * Math.abs(c));
      lens[2 * i] = 11.12 + 0.42 * c - 0.03 * s;
      lens[2 * i + 1] = 57.72 + 0.17 * s + 0.05 * c;
    }
    Geometry south = line(10.3, 57.3, 10.7, 57.5, 11.0, 57.66, 11.2, 57.9, 11.3, 58.12);
    Geometry north = line(8, 57.9, 10.2, 57.78, 11.0, 57.84, 11.9, 57.7, 14, 57.9);
    return List.of(
        new MapLayer(Role.RECEPTION, "Share of messages heard in the hour", cells),
        new MapLayer(
            Role.REACH,
            "Where it could have been at up to 14 kn",
            List.of(feature(new Geometry.Polygon(List.of(line(lens).positions())), "reach"))),
        new MapLayer(
            Role.ASSET,
            "Cables",
            List.of(feature(south, "Skagen–Marstrand 2"), feature(north, "Northern Ring"))),
        new MapLayer(
            Role.ASSET_REACHED,
            "Cable within reach",
            List.of(feature(line(10.92, 57.617, 11.0, 57.66, 11.2, 57.9), "km 38–62"))),
        new MapLayer(Role.OTHERS, "Others heard meanwhile", others),
        new MapLayer(
            Role.TRACK_BEFORE,
            "Track before",
            List.of(feature(track(10.35, 57.62, 0.4, 0.06), "before"))),
        new MapLayer(
            Role.TRACK_AFTER,
            "Track after",
            List.of(feature(track(11.5, 57.74, 0.32, -0.12), "after"))),
        new MapLayer(
            Role.ENDPOINT,
            "Last heard and first heard again",
            List.of(
                feature(Geometry.point(57.68, 10.75), "last 18:40"),
                feature(Geometry.point(57.74, 11.5), "first 22:25"))),
        new MapLayer(
            Role.RECEIVER,
            "Receivers",
            List.of(
                feature(Geometry.point(57.45, 10.9), "South station"),
                feature(Geometry.point(58.17, 11.1), "North station"))));
  }

  static Exhibit exhibit(Finding finding) {
    Instant left = finding.from().minus(Duration.ofHours(3));
    Instant right = finding.from().plus(Duration.ofMinutes(400));
    List<Timeline.Bar> expected = new ArrayList<>();
    List<Timeline.Bar> heard = new ArrayList<>();
    List<Timeline.Bar> speed = new ArrayList<>();
    List<Timeline.Bar> ticks = new ArrayList<>();
    int i = 0;
    for (Instant t = left; t.isBefore(right); t = t.plusSeconds(600), i++) {
      Instant end = t.plusSeconds(600);
      boolean silent =
          !t.isBefore(finding.from()) && t.isBefore(finding.from().plusSeconds(13_500));
      double value = 14 + 4 * Math.sin(i / 5.0);
      expected.add(new Timeline.Bar(t, end, value));
      heard.add(new Timeline.Bar(t, end, silent ? 0 : Math.max(0, value - 2 - i % 3)));
      if (!silent) {
        speed.add(new Timeline.Bar(t, end, 11.5 + Math.sin(i / 3.0)));
        ticks.add(new Timeline.Bar(t, t, 1));
      }
    }
    Timeline messages =
        new Timeline(
            "Expected against heard, per 10 minutes",
            left,
            right,
            List.of(
                new Timeline.Mark(
                    "silent 3 h 45 min", finding.from(), finding.from().plusSeconds(13_500))),
            List.of(
                new Timeline.Lane("Expected", Timeline.Kind.BARS, "messages", expected),
                new Timeline.Lane("Heard", Timeline.Kind.BARS, "messages", heard),
                new Timeline.Lane("Speed over ground", Timeline.Kind.LINE, "kn", speed),
                new Timeline.Lane("Static reports", Timeline.Kind.TICKS, "", ticks),
                new Timeline.Lane(
                    "Stations up",
                    Timeline.Kind.SPANS,
                    "share",
                    List.of(
                        new Timeline.Bar(left, left.plusSeconds(16_000), 1),
                        new Timeline.Bar(left.plusSeconds(16_000), right, 0.4)))));
    return new Exhibit(
        finding.id(),
        layers(),
        List.of(messages),
        List.of(
            new Exhibit.Fact("Silent for", "3 h 45 min"),
            new Exhibit.Fact("Distance between", "24.6 nm"),
            new Exhibit.Fact("Speed needed", "6.6 kn"),
            new Exhibit.Fact("Usual speed", "11.4 kn")),
        null);
  }

  static ReportInput report(int findings, boolean simulated, int maxDetailed) {
    List<Finding> list = new ArrayList<>();
    Map<UUID, Exhibit> exhibits = new LinkedHashMap<>();
    for (int i = 0; i < findings; i++) {
      Finding finding = finding(i, Page.ORDER.get(i % 4), "EXAMPLE " + i);
      list.add(finding);
      exhibits.put(finding.id(), exhibit(finding));
    }
    return new ReportInput(
        run(2_400_311, simulated),
        list,
        exhibits,
        "Strait watch, 14 March 2026",
        strait(),
        maxDetailed);
  }
}
