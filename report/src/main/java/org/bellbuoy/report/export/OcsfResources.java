package org.bellbuoy.report.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.JsonOut;
import org.jspecify.annotations.Nullable;

/** Subject, assets and parties of a finding as OCSF resources, with the observables among them. */
final class OcsfResources {
  private static final int COORDINATE_PLACES = 6;
  private static final int KILOMETRE_PLACES = 2;
  private static final int METRE_PLACES = 0;

  /** Observable types of the OCSF dictionary. */
  private static final int HOST_NAME = 1;

  private static final int ADDRESS = 2;
  private static final int RESOURCE_UID = 10;
  private static final int GEO_LOCATION = 26;

  private record Observable(String name, int type, String typeName, String value) {}

  private OcsfResources() {}

  static void write(Told told, JsonOut out) throws IOException {
    Finding finding = told.finding();
    List<Observable> observables = new ArrayList<>();
    out.array("resources");
    subject(told, observables, out);
    int index = 1;
    for (AssetRef asset : finding.assets()) {
      asset(asset, index++, observables, out);
    }
    out.endArray();
    out.array("observables");
    for (Observable one : observables) {
      out.object()
          .text("name", one.name())
          .whole("type_id", one.type())
          .text("type", one.typeName());
      if (!one.value().isEmpty()) {
        out.text("value", one.value());
      }
      out.endObject();
    }
    out.endArray();
  }

  private static void subject(Told told, List<Observable> observables, JsonOut out)
      throws IOException {
    Subject subject = told.finding().subject();
    List<String> uids = uids(subject);
    out.object()
        .text("type", subject.type())
        .text("uid", uids.getFirst())
        .text("name", told.mark() + (subject.name() == null ? uids.getFirst() : subject.name()))
        .whole("role_id", 99)
        .text("role", "subject");
    seen("resources[0].uid", RESOURCE_UID, "Resource UID", uids.getFirst(), observables);
    if (uids.size() > 1) {
      out.text("uid_alt", uids.get(1));
      seen("resources[0].uid_alt", RESOURCE_UID, "Resource UID", uids.get(1), observables);
    }
    String address =
        subject.ids().values().stream().filter(PlainText::isAddress).findFirst().orElse("");
    if (!address.isEmpty()) {
      out.text("ip", address);
      seen("resources[0].ip", ADDRESS, "IP Address", address, observables);
    }
    String server = subject.ids().get("server");
    if (server != null && !server.isBlank()) {
      out.text("hostname", server);
      seen("resources[0].hostname", HOST_NAME, "Hostname", server, observables);
    }
    if (told.simulated()) {
      out.array("labels").text("simulated").endArray();
    }
    out.object("data").object("ids");
    for (Map.Entry<String, String> id : subject.ids().entrySet()) {
      out.text(id.getKey(), id.getValue());
    }
    out.endObject();
    Spot spot = Spot.of(told.finding().place());
    if (spot != null) {
      out.object("location")
          .places("lat", spot.latitudeDegrees(), COORDINATE_PLACES)
          .places("long", spot.longitudeDegrees(), COORDINATE_PLACES)
          .places("radius_metres", spot.radiusMetres(), METRE_PLACES)
          .endObject();
      seen("resources[0].data.location", GEO_LOCATION, "Geo Location", "", observables);
    }
    out.endObject();
    if (!told.finding().parties().isEmpty()) {
      parties(told, out);
    }
    out.endObject();
  }

  /** Identifiers, those of things before those of radios and software. */
  private static List<String> uids(Subject subject) {
    List<String> uids = new ArrayList<>();
    for (String scheme : List.of("imo", "mmsi", "path", "server", "station")) {
      String value = subject.ids().get(scheme);
      if (value != null) {
        uids.add(scheme + ':' + value);
      }
    }
    if (uids.isEmpty()) {
      uids.add(subject.key());
    }
    return uids;
  }

  private static void asset(AssetRef asset, int index, List<Observable> observables, JsonOut out)
      throws IOException {
    String uid = asset.type() + ':' + asset.id();
    String name = asset.name();
    out.object()
        .text("type", asset.type())
        .text("uid", uid)
        .text("name", name == null ? uid : name)
        // Within reach is not hit: OCSF's "affected" would say more than was seen.
        .whole("role_id", asset.relation().equals("affected") ? 3 : 4)
        .text("role", asset.relation().equals("affected") ? "Affected" : "Related")
        .object("data")
        .text("relation", asset.relation())
        .array("along_km");
    for (AssetRef.Span span : asset.alongKilometres()) {
      out.array()
          .places(span.fromKilometres(), KILOMETRE_PLACES)
          .places(span.toKilometres(), KILOMETRE_PLACES)
          .endArray();
    }
    out.endArray().endObject().endObject();
    seen("resources[" + index + "].uid", RESOURCE_UID, "Resource UID", uid, observables);
  }

  /**
   * Who stands behind subject and assets, as a graph. A party points to the subject or to its
   * asset; where a finding does not tell of which, to the finding as a whole.
   */
  private static void parties(Told told, JsonOut out) throws IOException {
    Finding finding = told.finding();
    String whole = finding.id().toString();
    Map<String, String> names = new LinkedHashMap<>();
    for (PartyRef party : finding.parties()) {
      named(party.id(), party.name(), names);
      party.controllers().forEach(controller -> named(controller.id(), controller.name(), names));
    }
    out.object("resource_relationship")
        .text("uid", whole)
        .text("name", "Parties behind subject and assets")
        .text("desc", "Control is not behaviour.")
        .flag("is_directed", true)
        .array("nodes")
        .object()
        .text("uid", whole)
        .text("name", "Subject and assets of this finding")
        .text("type", "finding")
        .endObject();
    for (String name : names.keySet()) {
      out.object()
          .text("uid", name)
          .text("name", names.getOrDefault(name, name))
          .text("type", "party")
          .endObject();
    }
    for (String of : targets(finding)) {
      out.object()
          .text("uid", of)
          .text("name", of)
          .text("type", of.equals(finding.subject().key()) ? "subject" : "asset")
          .endObject();
    }
    out.endArray().array("edges");
    int number = 0;
    for (PartyRef party : finding.parties()) {
      String of = target(party, finding);
      edge(
          ++number,
          party.id(),
          of == null ? whole : of,
          ControlWords.relation(party),
          party.certainty(),
          party.basis(),
          out);
      for (PartyRef.Controller controller : party.controllers()) {
        if (!controller.id().equals(party.id())) {
          edge(
              ++number,
              controller.id(),
              party.id(),
              ControlWords.relation(controller),
              controller.certainty(),
              ControlWords.basis(controller),
              out);
        }
      }
    }
    out.endArray().endObject();
  }

  /** The node that a party points to; null where the finding does not tell. */
  private static @Nullable String target(PartyRef party, Finding finding) {
    String of = party.of();
    return PartyRef.SUBJECT.equals(of) ? finding.subject().key() : of;
  }

  private static Set<String> targets(Finding finding) {
    Set<String> targets = new LinkedHashSet<>();
    for (PartyRef party : finding.parties()) {
      String of = target(party, finding);
      if (of != null) {
        targets.add(of);
      }
    }
    return targets;
  }

  private static void named(String id, @Nullable String name, Map<String, String> names) {
    if (name == null) {
      names.putIfAbsent(id, id);
    } else {
      names.put(id, name);
    }
  }

  private static void edge(
      int number,
      String source,
      String target,
      String relation,
      @Nullable String certainty,
      String basis,
      JsonOut out)
      throws IOException {
    out.object()
        .text("uid", Integer.toString(number))
        .text("name", relation)
        .text("relation", relation)
        .text("source", source)
        .text("target", target)
        .object("data")
        .text("certainty", certainty == null ? "not told" : certainty)
        .text("basis", basis)
        .endObject()
        .endObject();
  }

  private static void seen(
      String name, int type, String typeName, String value, List<Observable> observables) {
    observables.add(new Observable(name, type, typeName, value));
  }
}
