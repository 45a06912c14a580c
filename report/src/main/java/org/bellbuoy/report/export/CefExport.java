package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.json.Decimals;

/**
 * Findings as lines of the Common Event Format, version 0, without a syslog header: whoever sends
 * them puts that in front. Keys and their longest values are those of the ArcSight extension
 * dictionary. What it has no key for stands in the six custom strings and three of the custom
 * numbers, each with its label.
 *
 * <p>Severity is how much it would matter, never how sure it is; that is the label {@code level}.
 */
final class CefExport {
  private static final int HEADER_LONGEST = 512;
  private static final int CUSTOM_LONGEST = 4000;
  private static final int MESSAGE_LONGEST = 1023;
  private static final int FILE_LONGEST = 1023;
  private static final int SHARE_PLACES = 4;
  private static final int COORDINATE_PLACES = 6;

  private CefExport() {}

  static void write(ExportInput input, Writer writer) throws IOException {
    for (Finding finding : input.findings()) {
      writer.write(line(input.told(finding), input.version()));
      writer.write('\n');
    }
  }

  private static String line(Told told, String version) {
    Finding finding = told.finding();
    StringBuilder out = new StringBuilder(1024);
    out.append("CEF:0|Bellbuoy|Bellbuoy|");
    out.append(CefText.header(version, 31)).append('|');
    out.append(CefText.header(finding.rule(), HEADER_LONGEST)).append('|');
    out.append(CefText.header(told.headline(), HEADER_LONGEST)).append('|');
    out.append(severity(finding.severity())).append('|');

    pair("externalId", finding.id().toString(), 40, out);
    pair("rt", Long.toString(told.last().toEpochMilli()), 20, out);
    pair("start", Long.toString(finding.from().toEpochMilli()), 20, out);
    if (finding.to() != null) {
      pair("end", Long.toString(told.last().toEpochMilli()), 20, out);
    }
    pair("cat", finding.subject().type(), 1023, out);
    pair("outcome", Told.word(finding.state()), 63, out);
    pair("msg", String.join(" ", told.paragraphs()), MESSAGE_LONGEST, out);
    subject(told, out);
    custom(1, "level", finding.assessment().level().word(), out);
    custom(2, "subject", finding.subject().key(), out);
    custom(3, "assets", told.assets(), out);
    custom(4, "coverage", finding.coverage().summary(), out);
    custom(5, "parties", told.parties(), out);
    custom(6, "origin", told.origin().word(), out);
    numbers(finding, out);
    return out.toString();
  }

  private static void subject(Told told, StringBuilder out) {
    String address =
        told.finding().subject().ids().values().stream()
            .filter(PlainText::isAddress)
            .findFirst()
            .orElse("");
    if (!address.isEmpty()) {
      pair(address.indexOf(':') < 0 ? "src" : "c6a2", address, 45, out);
      if (address.indexOf(':') >= 0) {
        pair("c6a2Label", "Source IPv6 Address", 1023, out);
      }
    }
    String server = told.id("server");
    if (server != null) {
      pair("dhost", server, 1023, out);
    }
    String path = told.id("path");
    if (path != null) {
      pair("filePath", path, FILE_LONGEST, out);
    }
  }

  private static void numbers(Finding finding, StringBuilder out) {
    Double probability = finding.assessment().probability();
    if (probability != null) {
      number(1, "probability", probability, SHARE_PLACES, out);
    }
    Spot spot = Spot.of(finding.place());
    if (spot != null) {
      number(2, "latitude", spot.latitudeDegrees(), COORDINATE_PLACES, out);
      number(3, "longitude", spot.longitudeDegrees(), COORDINATE_PLACES, out);
    }
  }

  private static void custom(int number, String label, String value, StringBuilder out) {
    if (!value.isBlank()) {
      pair("cs" + number, value, CUSTOM_LONGEST, out);
      pair("cs" + number + "Label", label, 1023, out);
    }
  }

  private static void number(
      int number, String label, double value, int places, StringBuilder out) {
    pair("cfp" + number, Decimals.places(value, places), 40, out);
    pair("cfp" + number + "Label", label, 1023, out);
  }

  private static void pair(String key, String value, int longest, StringBuilder out) {
    if (out.charAt(out.length() - 1) != '|') {
      out.append(' ');
    }
    out.append(key).append('=').append(CefText.value(value, longest));
  }

  /** CEF counts from 0 to 10: low to 3, medium to 6, high to 8, very high to 10. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case INFO -> "1";
      case LOW -> "3";
      case MEDIUM -> "6";
      case HIGH -> "8";
    };
  }
}
