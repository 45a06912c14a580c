package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.json.JsonOut;
import org.jspecify.annotations.Nullable;

/**
 * Findings as one STIX 2.1 bundle (OASIS standard of 2021-06-10). STIX has no vessel and no cable:
 * both are infrastructure, a vessel with an extension of our own. There is no indicator, no threat
 * actor and no sighting of one in it: a finding says what was seen and how sure a rule is, and
 * leaves guilt to others. All ids are the same on every run.
 */
final class StixExport {
  /** When the extension and the description of the program were last changed. */
  private static final Instant DEFINED = Instant.parse("2026-11-25T00:00:00Z");

  private static final int COORDINATE_PLACES = 6;
  private static final int PERCENT = 100;

  private StixExport() {}

  static void write(ExportInput input, Writer writer) throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      StixOut out = new StixOut(json);
      Collection<Finding> findings = onceEach(input.findings());
      StixShared shared = StixShared.of(input, findings);
      json.object().text("type", "bundle").text("id", bundle(findings)).array("objects");
      program(out);
      if (shared.anyVessel()) {
        extension(out);
      }
      shared.write(out);
      for (Finding finding : findings) {
        out.next();
        finding(input.told(finding), out);
      }
      StixTies.of(input, findings).write(out);
      json.endArray().endObject();
    }
    writer.write('\n');
  }

  /** A bundle holds one version of an object: of a finding told twice the later one. */
  private static Collection<Finding> onceEach(List<Finding> findings) {
    Map<UUID, Finding> byId = new LinkedHashMap<>();
    findings.forEach(finding -> byId.put(finding.id(), finding));
    return byId.values();
  }

  private static String bundle(Collection<Finding> findings) {
    return StixIds.of(
        "bundle",
        findings.stream()
            .map(f -> f.id() + "/" + f.run() + '/' + f.state())
            .collect(Collectors.joining(",")));
  }

  private static void program(StixOut out) throws IOException {
    out.open(StixIds.BELLBUOY, DEFINED, DEFINED, false)
        .text("name", "Bellbuoy")
        .text("identity_class", "system")
        .text(
            "description",
            "Program that made these objects. Not in them: " + ExportFormat.STIX.drops())
        .endObject();
  }

  private static void extension(StixOut out) throws IOException {
    out.open(StixIds.VESSEL_EXTENSION, DEFINED, DEFINED, false)
        .text("name", "Vessel")
        .text("description", "Identifiers of a vessel, on an infrastructure object.")
        .text(
            "schema",
            "All are strings and optional: imo (IMO number, 7 digits), mmsi (9 digits), call_sign,"
                + " flag (ISO 3166-1 alpha-2), ship_type, hull (number that tells apart two hulls"
                + " under one MMSI).")
        .text("version", "1.0.0")
        .array("extension_types")
        .text("property-extension")
        .endArray()
        .endObject();
  }

  private static void finding(Told told, StixOut out) throws IOException {
    Finding finding = told.finding();
    Set<String> about = new LinkedHashSet<>();
    String subject = StixShared.subject(told);
    about.add(subject);
    String location = location(told, out);
    if (location != null) {
      about.add(location);
    }
    for (AssetRef asset : finding.assets()) {
      about.add(StixShared.asset(asset, told));
    }
    if (!finding.evidence().isEmpty()) {
      about.add(observed(told, out));
    }
    for (PartyRef party : finding.parties()) {
      about.add(StixShared.party(party.id(), told));
    }
    String note = StixIds.of("note", finding.id().toString());
    judged(note, told, out)
        .text("abstract", told.headline())
        .text("content", String.join("\n", told.paragraphs()));
    refs(about, out.json());
    out.json().endObject();
    about.add(note);
    String report = StixIds.of("report", finding.id().toString());
    judged(report, told, out)
        .text("name", told.headline())
        .text("description", told.assessment())
        .array("report_types")
        .text("observed-data")
        .endArray()
        .text("published", StixOut.time(told.last()));
    refs(about, out.json());
    out.json().endObject();
    relationships(told, subject, location, out);
  }

  private static void refs(Set<String> ids, JsonOut json) throws IOException {
    json.array("object_refs");
    for (String id : ids) {
      json.text(id);
    }
    json.endArray();
  }

  /** Opens a note or report, which carry how sure the finding is and whether it still stands. */
  private static JsonOut judged(String id, Told told, StixOut out) throws IOException {
    Finding finding = told.finding();
    JsonOut json = out.open(id, finding.from(), told.last(), told.simulated());
    if (finding.state() == State.WITHDRAWN) {
      json.flag("revoked", true);
    }
    Double probability = finding.assessment().probability();
    if (probability != null && finding.assessment().level() != Level.CANNOT_TELL) {
      json.whole("confidence", Math.round(probability * PERCENT));
    }
    json.array("external_references")
        .object()
        .text("source_name", "bellbuoy")
        .text("description", finding.rule() + " version " + finding.ruleVersion())
        .text("external_id", finding.id().toString())
        .endObject()
        .endArray();
    return json;
  }

  private static @Nullable String location(Told told, StixOut out) throws IOException {
    Spot spot = Spot.of(told.finding().place());
    if (spot == null) {
      return null;
    }
    String id = StixIds.of("location", told.finding().id().toString());
    JsonOut json =
        out.open(id, told.finding().from(), told.last(), told.simulated())
            .text("name", told.mark() + "Place of finding " + told.finding().id())
            .places("latitude", spot.latitudeDegrees(), COORDINATE_PLACES)
            .places("longitude", spot.longitudeDegrees(), COORDINATE_PLACES);
    if (spot.radiusMetres() > 0) {
      json.places("precision", spot.radiusMetres(), 1);
    }
    json.endObject();
    return id;
  }

  /** The sources it rests on, as files; STIX has no word for a place within one. */
  private static String observed(Told told, StixOut out) throws IOException {
    Finding finding = told.finding();
    String id = StixIds.of("observed-data", finding.id().toString());
    Set<String> files = new LinkedHashSet<>();
    for (Evidence evidence : finding.evidence()) {
      files.add(StixIds.file(evidence));
    }
    JsonOut json =
        out.open(id, finding.from(), told.last(), told.simulated())
            .text("first_observed", StixOut.time(finding.from()))
            .text("last_observed", StixOut.time(told.last()))
            .whole("number_observed", finding.evidence().size());
    refs(files, json);
    json.endObject();
    return id;
  }

  private static void relationships(
      Told told, String subject, @Nullable String location, StixOut out) throws IOException {
    Finding finding = told.finding();
    if (location != null) {
      out.relationship("located-at", subject, location, "Within the finding's span.", told);
    }
    for (AssetRef asset : finding.assets()) {
      out.relationship(
          PlainText.slug(asset.relation()),
          subject,
          StixShared.asset(asset, told),
          told.mark() + Told.asset(asset),
          told);
    }
  }
}
