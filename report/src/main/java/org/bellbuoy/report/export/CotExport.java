package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Decimals;

/**
 * Findings as Cursor on Target events of version 2.0 (MITRE's Event-PUBLIC.xsd), one a line as TAK
 * servers take them from a stream. Nobody is called hostile or suspect: the type says {@code u},
 * unknown. The circular error is the circle that holds the finding's shape; of a single point no
 * error is known, and height never is: 9999999.0, the number that stands for that.
 *
 * <p>Receivers hide what is stale. A finding is of the past, so it is stale a week after its span
 * ended, or after it began while it has no end: who gets it within that week sees it.
 */
final class CotExport {
  private static final String UNKNOWN = "9999999.0";
  private static final int COORDINATE_PLACES = 6;
  private static final int SHARE_PLACES = 4;

  /** How long an event is worth looking at once its span has ended. */
  private static final Duration WORTH_LOOKING_AT = Duration.ofDays(7);

  private CotExport() {}

  static void write(ExportInput input, Writer writer) throws IOException {
    for (Finding finding : input.findings()) {
      Spot spot = Spot.of(finding.place());
      if (spot != null) {
        XmlOut xml = XmlOut.to(writer);
        event(input.told(finding), spot, xml);
        xml.lineEnd().flush();
      }
    }
  }

  private static void event(Told told, Spot spot, XmlOut xml) throws IOException {
    Finding finding = told.finding();
    Instant start = finding.from();
    Instant stale = told.last().plus(WORTH_LOOKING_AT);
    xml.open("event")
        .attribute("version", "2.0")
        .attribute("uid", "bellbuoy-" + finding.id())
        .attribute("type", finding.subject().type().equals("vessel") ? "a-u-S" : "a-u-G")
        .attribute("how", told.simulated() ? "m-s" : "m-r")
        .attribute("time", told.last().toString())
        .attribute("start", start.toString())
        .attribute("stale", stale.toString());
    if (told.origin() != Origin.NOT_TOLD) {
      xml.attribute("opex", told.simulated() ? "s-SIMULATED" : "o");
    }
    xml.empty("point")
        .attribute("lat", Decimals.places(spot.latitudeDegrees(), COORDINATE_PLACES))
        .attribute("lon", Decimals.places(spot.longitudeDegrees(), COORDINATE_PLACES))
        .attribute("hae", UNKNOWN)
        .attribute(
            "ce", spot.radiusMetres() == 0 ? UNKNOWN : Decimals.places(spot.radiusMetres(), 1))
        .attribute("le", UNKNOWN);
    xml.open("detail");
    xml.empty("contact").attribute("callsign", PlainText.clip(told.mark() + told.subject(), 100));
    xml.element("remarks", String.join(" ", told.paragraphs()));
    detail(told, xml);
    xml.close().close();
  }

  private static void detail(Told told, XmlOut xml) throws IOException {
    Finding finding = told.finding();
    xml.empty("bellbuoy")
        .attribute("id", finding.id().toString())
        .attribute("origin", told.origin().word())
        .attribute("rule", finding.rule())
        .attribute("ruleVersion", Integer.toString(finding.ruleVersion()))
        .attribute("state", Told.word(finding.state()))
        .attribute("severity", Told.word(finding.severity()))
        .attribute("level", finding.assessment().level().word());
    Double probability = finding.assessment().probability();
    if (probability != null) {
      xml.attribute("probability", Decimals.places(probability, SHARE_PLACES));
    }
    xml.attribute("subject", finding.subject().key()).attribute("run", finding.run());
  }
}
