package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.Decimals;

/**
 * Findings as KML 2.2 (OGC 07-147r2): one placemark each, with its time span. Viewers read the text
 * of a description as HTML and fill in {@code $[...]}, so angle brackets and that sign are replaced
 * by others that look alike and do nothing.
 */
final class KmlExport {
  private static final int SHARE_PLACES = 4;

  private KmlExport() {}

  static void write(ExportInput input, Writer writer) throws IOException {
    XmlOut xml = XmlOut.to(writer);
    xml.declaration().lineEnd();
    xml.open("kml").attribute("xmlns", "http://www.opengis.net/kml/2.2").open("Document");
    boolean simulated =
        input.findings().stream().anyMatch(f -> input.origins().apply(f) == Origin.SIMULATED);
    xml.element("name", (simulated ? "SIMULATED " : "") + "Bellbuoy findings");
    xml.element("description", "Not in this file: " + ExportFormat.KML.drops()).lineEnd();
    for (Finding finding : input.findings()) {
      placemark(input.told(finding), xml);
    }
    xml.close().close().lineEnd().flush();
  }

  private static void placemark(Told told, XmlOut xml) throws IOException {
    Finding finding = told.finding();
    xml.open("Placemark").attribute("id", "finding-" + finding.id());
    xml.element("name", inert(told.headline()));
    xml.element("description", inert(String.join(" ", told.paragraphs())));
    xml.open("TimeSpan").element("begin", finding.from().toString());
    Instant to = finding.to();
    if (to != null) {
      xml.element("end", told.last().toString());
    }
    xml.close();
    data(told, xml);
    Geometry place = finding.place();
    // A place that is none on Earth is told in words only.
    if (place != null && Spot.of(place) != null) {
      KmlGeometry.write(place, xml);
    }
    xml.close().lineEnd();
  }

  private static void data(Told told, XmlOut xml) throws IOException {
    Finding finding = told.finding();
    Double probability = finding.assessment().probability();
    xml.open("ExtendedData");
    List<String> pairs =
        List.of(
            "id", finding.id().toString(),
            "origin", told.origin().word(),
            "rule", finding.rule(),
            "ruleVersion", Integer.toString(finding.ruleVersion()),
            "state", Told.word(finding.state()),
            "severity", Told.word(finding.severity()),
            "level", finding.assessment().level().word(),
            "probability", probability == null ? "" : Decimals.places(probability, SHARE_PLACES),
            "hypotheses", told.hypotheses(),
            "subject", finding.subject().key(),
            "assets", told.assets(),
            "coverage", finding.coverage().summary(),
            "parties", told.parties(),
            "run", finding.run());
    for (int i = 0; i < pairs.size(); i += 2) {
      if (!pairs.get(i + 1).isEmpty()) {
        xml.open("Data").attribute("name", pairs.get(i));
        xml.element("value", inert(pairs.get(i + 1))).close();
      }
    }
    xml.close();
  }

  private static String inert(String text) {
    return text.replace('<', '‹').replace('>', '›').replace("$[", "$ [");
  }
}
