package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.reception.CoverageMap;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.reception.CoverageShare;
import org.jspecify.annotations.Nullable;

/** Coverage as GeoJSON, CSV and JSON. */
public final class CoverageFiles {
  private static final int SHARE_PLACES = 4;
  private static final String SCHEMA = "bellbuoy.coverage/1";

  private CoverageFiles() {}

  /** Cells as polygons with their properties; the writer is left open. */
  public static void writeGeoJson(SeaCoverage.Result result, Writer writer) throws IOException {
    try (JsonOut out = JsonOut.compact(writer)) {
      out.object().text("type", "FeatureCollection").array("features");
      for (CoverageMap.Cell cell : result.map().cells()) {
        out.object()
            .text("type", "Feature")
            .text("id", word(cell.classB()) + "/" + cell.cell())
            .name("geometry");
        GeoJson.write(Cells.box(cell.cell()), out);
        out.object("properties");
        fields(result, cell.classB(), cell.share(), out);
        out.endObject().endObject();
      }
      out.endArray().endObject();
    }
    writer.write('\n');
    writer.flush();
  }

  /** Cells as a table after RFC 4180; the writer is left open. */
  public static void writeCsv(SeaCoverage.Result result, Writer writer) throws IOException {
    writer.write(
        "class,south,west,north,east,from,to,ships,slots,heard_slots,effective_slots,share,low,high,"
            + "expected,received,known,verdict,simulated\r\n");
    for (CoverageMap.Cell cell : result.map().cells()) {
      CoverageShare share = cell.share();
      List<Geometry.Position> ring = ring(cell.cell());
      Geometry.Position southWest = ring.get(0);
      Geometry.Position northEast = ring.get(2);
      writer.write(
          String.format(
              Locale.ROOT,
              "%s,%.6f,%.6f,%.6f,%.6f,%s,%s,%d,%d,%d,%.2f,%s,%s,%s,%.1f,%d,%s,%s,%s\r\n",
              word(cell.classB()),
              southWest.latitudeDegrees(),
              southWest.longitudeDegrees(),
              northEast.latitudeDegrees(),
              northEast.longitudeDegrees(),
              time(result.map().question().fromMillis()),
              time(result.map().question().toMillis()),
              share.ships(),
              share.slots(),
              share.heardSlots(),
              share.effective(),
              number(share, share.share()),
              number(share, share.interval().low()),
              number(share, share.interval().high()),
              share.expected(),
              share.received(),
              share.known().word(),
              share.verdict().word(),
              result.simulated()));
    }
    writer.flush();
  }

  /** The answer, its course over time and the receivers as one object on one line. */
  public static void writeJson(SeaCoverage.Result result, Writer writer) throws IOException {
    CoverageMap map = result.map();
    CoverageAnswer answer = new CoverageAnswer(result);
    try (JsonOut out = JsonOut.compact(writer)) {
      out.object().text("schema", SCHEMA).flag("simulated", result.simulated());
      String asked = result.asked().receiver();
      if (asked != null) {
        out.text("receiver", asked);
      }
      CoverageQuestion.Around around = map.question().around();
      if (around != null) {
        out.object("place")
            .places("latitude", around.latitude(), 6)
            .places("longitude", around.longitude(), 6)
            .places("radiusMetres", around.radiusMetres(), 0)
            .endObject();
      }
      out.text("from", time(map.question().fromMillis()))
          .text("to", time(map.question().toMillis()))
          .array("answers");
      for (boolean classB : map.classes()) {
        out.object().text("sentence", answer.sentence(classB));
        fields(result, classB, map.whole(classB), out);
        out.array("course");
        for (CoverageMap.Step step : map.steps(classB)) {
          out.object().text("from", time(step.fromMillis())).text("to", time(step.toMillis()));
          share(step.share(), out);
          out.endObject();
        }
        out.endArray().endObject();
      }
      out.endArray().array("outagesThen");
      for (String sentence : answer.receivers()) {
        out.text(sentence);
      }
      out.endArray().array("receivers");
      for (Receiver receiver : result.receivers()) {
        receiver(receiver, out);
      }
      out.endArray().endObject();
    }
    writer.write('\n');
    writer.flush();
  }

  private static void receiver(Receiver receiver, JsonOut out) throws IOException {
    out.object()
        .text("name", receiver.name())
        .whole("receptions", receiver.receptions())
        .array("outages");
    for (Outages.Outage outage : receiver.outages()) {
      out.object()
          .text("from", time(outage.fromMillis()))
          .text("to", time(outage.toMillis()))
          .flag("open", outage.open())
          .places("due", outage.expected(), 1)
          .endObject();
    }
    out.endArray().array("hours");
    for (Receiver.Hour hour : receiver.hours()) {
      out.object()
          .text("from", time(hour.fromMillis()))
          .whole("receptions", hour.receptions())
          .endObject();
    }
    out.endArray().array("quarters");
    for (Receiver.Quarter quarter : receiver.quarters()) {
      out.object()
          .text("from", time(quarter.fromMillis()))
          .whole("receptions", quarter.receptions())
          .places("nearlyAllMetres", known(quarter.nearlyAllMetres()), 0)
          .places("farthestMetres", known(quarter.farthestMetres()), 0)
          .name("middle");
      GeoJson.write(point(quarter.middle()), out);
      out.name("receiver");
      GeoJson.write(point(quarter.receiver()), out);
      out.endObject();
    }
    out.endArray().endObject();
  }

  private static @Nullable Geometry point(Geometry.@Nullable Position at) {
    return at == null ? null : new Geometry.Point(at);
  }

  private static void fields(
      SeaCoverage.Result result, boolean classB, CoverageShare share, JsonOut out)
      throws IOException {
    out.text("class", word(classB))
        .text("from", time(result.map().question().fromMillis()))
        .text("to", time(result.map().question().toMillis()));
    share(share, out);
    out.flag("simulated", result.simulated());
  }

  private static void share(CoverageShare share, JsonOut out) throws IOException {
    boolean any = share.slots() > 0;
    out.whole("ships", share.ships())
        .whole("slots", share.slots())
        .whole("heard_slots", share.heardSlots())
        .places("effective_slots", share.effective(), 2)
        .places("share", any ? known(share.share()) : null, SHARE_PLACES)
        .places("low", any ? known(share.interval().low()) : null, SHARE_PLACES)
        .places("high", any ? known(share.interval().high()) : null, SHARE_PLACES)
        .places("expected", share.expected(), 1)
        .whole("received", share.received())
        .text("known", share.known().word())
        .text("verdict", share.verdict().word());
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static String number(CoverageShare share, double value) {
    return share.slots() == 0 ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static List<Geometry.Position> ring(int cell) {
    if (Cells.box(cell) instanceof Geometry.Polygon box) {
      return box.rings().getFirst();
    }
    throw new IllegalStateException("cell " + cell + " is no box");
  }

  static String word(boolean classB) {
    return classB ? "B" : "A";
  }

  static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString();
  }

  /** Cells by verdict over all classes asked for, for the ledger. */
  public static Map<String, Long> counts(CoverageMap map) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("cells", (long) map.cells().size());
    for (CoverageShare.Verdict verdict : CoverageShare.Verdict.values()) {
      counts.put(
          "cells-" + verdict.word().replace(' ', '-'),
          map.cells().stream().filter(cell -> cell.share().verdict() == verdict).count());
    }
    return counts;
  }
}
