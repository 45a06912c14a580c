package org.bellbuoy.report.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.JsonOut;
import org.jspecify.annotations.Nullable;

/**
 * What several findings of a bundle share: subjects, assets, parties and source files, each once.
 * Their ids are the same in every bundle, so when they were made must be too: it is not known, and
 * told as the beginning of 1970. They were modified when the last finding about them ended.
 */
final class StixShared {
  static final Instant NOT_KNOWN = Instant.EPOCH;

  /** Extensions of a subject's ids, and the names they have in the vessel extension. */
  private static final Map<String, String> VESSEL =
      Map.of(
          "imo", "imo",
          "mmsi", "mmsi",
          "callsign", "call_sign",
          "flag", "flag",
          "shipType", "ship_type",
          "hull", "hull");

  private sealed interface Thing {
    record OfSubject(Subject subject) implements Thing {}

    record OfAsset(AssetRef asset) implements Thing {}

    record OfParty(String id, @Nullable String name) implements Thing {}

    record OfSource(Evidence evidence) implements Thing {}
  }

  private record Entry(Thing thing, Instant last, boolean simulated) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  static StixShared of(ExportInput input, Collection<Finding> findings) {
    StixShared all = new StixShared();
    for (Finding finding : findings) {
      Told told = input.told(finding);
      all.put(subject(told), new Thing.OfSubject(finding.subject()), told);
      for (AssetRef asset : finding.assets()) {
        all.put(asset(asset, told), new Thing.OfAsset(asset), told);
      }
      for (PartyRef party : finding.parties()) {
        all.put(party(party.id(), told), new Thing.OfParty(party.id(), party.name()), told);
        for (PartyRef.Controller controller : party.controllers()) {
          all.put(
              party(controller.id(), told),
              new Thing.OfParty(controller.id(), controller.name()),
              told);
        }
      }
      for (Evidence evidence : finding.evidence()) {
        all.put(StixIds.file(evidence), new Thing.OfSource(evidence), told);
      }
    }
    return all;
  }

  static String subject(Told told) {
    return StixIds.of("infrastructure", origin(told), told.finding().subject().key());
  }

  static String asset(AssetRef asset, Told told) {
    return StixIds.of("infrastructure", origin(told), "asset", asset.type(), asset.id());
  }

  static String party(String name, Told told) {
    return StixIds.of("identity", origin(told), "party", name);
  }

  /** A simulated ship is never the same as a real one of that number. */
  private static String origin(Told told) {
    return told.simulated() ? Origin.SIMULATED.word() : Origin.RECORDED.word();
  }

  private void put(String id, Thing thing, Told told) {
    entries.merge(
        id,
        new Entry(thing, told.last(), told.simulated()),
        (old, now) -> better(now, old) ? now : old);
  }

  /** The later one, but a party with a name before one that is told by its id alone. */
  private static boolean better(Entry now, Entry old) {
    boolean nameless = now.thing() instanceof Thing.OfParty p && p.name() == null;
    boolean wasNameless = old.thing() instanceof Thing.OfParty p && p.name() == null;
    return nameless == wasNameless ? now.last().isAfter(old.last()) : wasNameless;
  }

  boolean anyVessel() {
    return entries.values().stream()
        .anyMatch(
            e -> e.thing() instanceof Thing.OfSubject s && s.subject().type().equals("vessel"));
  }

  void write(StixOut out) throws IOException {
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      String id = each.getKey();
      Entry entry = each.getValue();
      switch (entry.thing()) {
        case Thing.OfSubject of -> subject(id, entry, of.subject(), out);
        case Thing.OfAsset of -> {
          AssetRef asset = of.asset();
          String name = asset.name();
          infrastructure(id, entry, name == null ? asset.id() : name, asset.type(), out)
              .text("description", "Asset: " + asset.type() + ' ' + asset.id() + '.')
              .endObject();
        }
        case Thing.OfParty of -> {
          String name = of.name();
          out.open(id, NOT_KNOWN, modified(entry), entry.simulated())
              .text("name", mark(entry) + (name == null ? of.id() : name))
              .text("identity_class", "unknown")
              .text("description", "A party of the register. Control is not behaviour.")
              .array("external_references")
              .object()
              .text("source_name", "bellbuoy-register")
              .text("external_id", of.id())
              .endObject()
              .endArray()
              .endObject();
        }
        case Thing.OfSource of -> source(id, of.evidence(), out);
      }
    }
  }

  private static void subject(String id, Entry entry, Subject subject, StixOut out)
      throws IOException {
    String name = subject.name();
    JsonOut json =
        infrastructure(
                id,
                entry,
                name == null || name.isBlank() ? subject.key() : name,
                subject.type(),
                out)
            .text("description", "Subject of findings: " + subject.key() + '.');
    if (subject.type().equals("vessel")) {
      json.object("extensions")
          .object(StixIds.VESSEL_EXTENSION)
          .text("extension_type", "property-extension");
      for (Map.Entry<String, String> one : subject.ids().entrySet()) {
        String field = VESSEL.get(one.getKey());
        if (field != null) {
          json.text(field, one.getValue());
        }
      }
      json.endObject().endObject();
    }
    json.endObject();
  }

  private static JsonOut infrastructure(
      String id, Entry entry, String name, String type, StixOut out) throws IOException {
    return out.open(id, NOT_KNOWN, modified(entry), entry.simulated())
        .text("name", mark(entry) + name)
        .array("aliases")
        .text(type)
        .endArray();
  }

  private static void source(String id, Evidence evidence, StixOut out) throws IOException {
    out.json().object().text("type", "file").text("spec_version", "2.1").text("id", id);
    if (StixIds.hashed(evidence)) {
      out.json()
          .object("hashes")
          .text("SHA-256", evidence.source().substring(StixIds.SHA_256.length()))
          .endObject();
    }
    out.json().text("name", evidence.name()).endObject();
  }

  private static Instant modified(Entry entry) {
    return entry.last().isBefore(NOT_KNOWN) ? NOT_KNOWN : entry.last();
  }

  private static String mark(Entry entry) {
    return entry.simulated() ? "SIMULATED " : "";
  }
}
