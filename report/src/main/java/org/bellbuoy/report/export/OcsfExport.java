package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.rule.Rule;

/**
 * Findings as OCSF Detection Findings (class 2004 of the Open Cybersecurity Schema Framework 1.9),
 * one JSON object a line. OCSF has no vessel and no cable: subject and assets are {@code resources}
 * with a type of our own. Its {@code location} asks for a city or country, which a place at sea has
 * not, so coordinates stand in the subject's {@code data}. What has no attribute stands in {@code
 * unmapped}.
 *
 * <p>{@code time} is meant to say when a finding was made. An export reads no clock and gives the
 * end of the span instead.
 */
final class OcsfExport {
  private static final String SCHEMA_VERSION = "1.9.0";
  private static final int CLASS = 2004;
  private static final int SHARE_PLACES = 4;
  private static final int MEASURED_DIGITS = 6;
  private static final int PERCENT = 100;
  private static final String SHA_256 = "sha256:";

  private OcsfExport() {}

  static void write(ExportInput input, Writer writer) throws IOException {
    for (Finding finding : input.findings()) {
      try (JsonOut out = JsonOut.compact(writer)) {
        event(input.told(finding), input.version(), out);
      }
      writer.write('\n');
    }
  }

  private static void event(Told told, String version, JsonOut out) throws IOException {
    Finding finding = told.finding();
    boolean closed = finding.state() == State.WITHDRAWN;
    int activity = closed ? 3 : 1;
    String activityName = closed ? "Close" : "Create";
    out.object()
        .whole("activity_id", activity)
        .text("activity_name", activityName)
        .whole("category_uid", 2)
        .text("category_name", "Findings")
        .whole("class_uid", CLASS)
        .text("class_name", "Detection Finding")
        .whole("type_uid", CLASS * 100L + activity)
        .text("type_name", "Detection Finding: " + activityName)
        .whole("time", told.last().toEpochMilli())
        .whole("start_time", finding.from().toEpochMilli());
    Instant to = finding.to();
    if (to != null) {
      out.whole("end_time", told.last().toEpochMilli());
    }
    grades(finding, out);
    out.text("message", told.headline());
    metadata(told, version, out);
    info(told, out);
    OcsfResources.write(told, out);
    evidence(finding, out);
    unmapped(told, out);
    out.endObject();
  }

  private static void grades(Finding finding, JsonOut out) throws IOException {
    severity(finding.severity(), out);
    Level level = finding.assessment().level();
    switch (level) {
      case LIKELY -> confidence(3, "High", out);
      case POSSIBLE -> confidence(2, "Medium", out);
      case UNLIKELY -> confidence(1, "Low", out);
      case CANNOT_TELL -> confidence(0, "Unknown", out);
    }
    Double probability = finding.assessment().probability();
    if (probability != null && level != Level.CANNOT_TELL) {
      out.whole("confidence_score", Math.round(probability * PERCENT));
    }
    // An open finding says that the data ended first, a withdrawn one that nothing happened.
    out.flag(
        "is_alert",
        finding.state() == State.FINAL
            && finding.severity() != Severity.INFO
            && (level == Level.LIKELY || level == Level.POSSIBLE));
    if (finding.state() == State.WITHDRAWN) {
      out.whole("status_id", 99).text("status", "Withdrawn");
    } else {
      out.whole("status_id", 1).text("status", "New");
    }
    out.text("status_detail", Told.word(finding.state()));
  }

  private static void severity(Severity severity, JsonOut out) throws IOException {
    switch (severity) {
      case INFO -> out.whole("severity_id", 1).text("severity", "Informational");
      case LOW -> out.whole("severity_id", 2).text("severity", "Low");
      case MEDIUM -> out.whole("severity_id", 3).text("severity", "Medium");
      case HIGH -> out.whole("severity_id", 4).text("severity", "High");
    }
  }

  private static void confidence(int id, String word, JsonOut out) throws IOException {
    out.whole("confidence_id", id).text("confidence", word);
  }

  private static void metadata(Told told, String version, JsonOut out) throws IOException {
    out.object("metadata")
        .text("version", SCHEMA_VERSION)
        .text("uid", told.finding().id().toString())
        .text("event_code", told.finding().rule())
        .text("log_name", "findings")
        .text("original_time", told.finding().from().toString());
    if (told.simulated()) {
      out.array("labels").text("simulated").endArray();
    }
    out.object("product")
        .text("name", "Bellbuoy")
        .text("vendor_name", "Bellbuoy")
        .text("version", version)
        .endObject()
        .endObject();
  }

  private static void info(Told told, JsonOut out) throws IOException {
    Finding finding = told.finding();
    out.object("finding_info")
        .text("uid", finding.id().toString())
        .text("title", told.headline())
        .text("desc", String.join("\n", told.paragraphs()))
        .whole("first_seen_time", finding.from().toEpochMilli())
        .whole("last_seen_time", told.last().toEpochMilli())
        .array("types")
        .text(finding.rule())
        .endArray();
    if (!finding.evidence().isEmpty()) {
      out.array("data_sources");
      for (String name : finding.evidence().stream().map(Evidence::name).distinct().toList()) {
        out.text(name);
      }
      out.endArray();
    }
    out.object("analytic")
        .text("uid", finding.rule())
        .text("name", told.ruleTitle())
        .text("version", Integer.toString(finding.ruleVersion()))
        .whole("type_id", 1)
        .text("type", "Rule");
    Rule rule = told.rule();
    if (rule != null) {
      out.text("desc", rule.claims() + " It does not claim: " + rule.doesNotClaim());
    }
    out.endObject().endObject();
  }

  private static void evidence(Finding finding, JsonOut out) throws IOException {
    if (finding.evidence().isEmpty()) {
      return;
    }
    out.array("evidences");
    for (Evidence one : finding.evidence()) {
      out.object()
          .text("name", one.name().isEmpty() ? one.source() : one.name())
          .object("file")
          .text("name", one.name().isEmpty() ? one.source() : one.name())
          .whole("type_id", 1)
          .text("type", "Regular File");
      if (one.source().startsWith(SHA_256)) {
        out.array("hashes")
            .object()
            .whole("algorithm_id", 3)
            .text("algorithm", "SHA-256")
            .text("value", one.source().substring(SHA_256.length()))
            .endObject()
            .endArray();
      }
      out.endObject()
          .object("data")
          .whole("offset", one.offset())
          .whole("length", one.length())
          .whole("line", one.line())
          .whole("frame", one.frame())
          .text("quote", one.quote())
          .endObject()
          .endObject();
    }
    out.endArray();
  }

  private static void unmapped(Told told, JsonOut out) throws IOException {
    Finding finding = told.finding();
    out.object("unmapped")
        .text("origin", told.origin().word())
        .text("level", finding.assessment().level().word())
        .places("probability", finding.assessment().probability(), SHARE_PLACES)
        .array("hypotheses");
    for (Hypothesis hypothesis : finding.assessment().hypotheses()) {
      out.object()
          .text("name", hypothesis.name())
          .places("probability", hypothesis.probability(), SHARE_PLACES)
          .endObject();
    }
    out.endArray().array("reasons");
    for (Reason reason : finding.reasons()) {
      out.object()
          .text("code", reason.code())
          .text("text", reason.text())
          .significant("measured", reason.measured(), MEASURED_DIGITS)
          .text("unit", reason.unit())
          .endObject();
    }
    out.endArray()
        .object("coverage")
        .text("summary", finding.coverage().summary())
        .places("observable", finding.coverage().observable(), SHARE_PLACES)
        .endObject()
        .name("place");
    GeoJson.write(finding.place(), out);
    FindingJson.parties(finding.parties(), out);
    out.text("run", finding.run()).endObject();
  }
}
