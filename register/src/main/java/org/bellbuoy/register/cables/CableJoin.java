package org.bellbuoy.register.cables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.Ids;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/** Joins what files say of cables. Use it once. */
final class CableJoin {
  private static final String SPACE = "cables";
  private static final Set<String> CABLE_PLACED = Set.of("id", "name");
  private static final Set<String> POINT_PLACED = Set.of("id", "name", "country", "is_tbd");

  private final CableReader read;
  private final Gathering gathering;
  private final Map<String, String> partyByName = new HashMap<>();
  private final Map<String, Set<String>> cablesOfPoint = new TreeMap<>();
  private final Set<String> makers = new HashSet<>();

  CableJoin(CableReader read, Consumer<Reject> rejects) {
    this.read = read;
    this.gathering = new Gathering(rejects);
  }

  Loaded loaded() {
    read.cables.forEach(this::cable);
    read.shapes.forEach(
        (id, entry) -> {
          if (!read.cables.containsKey(id)) {
            shapeAlone(id, entry);
          }
        });
    points();
    read.cables.forEach(this::roles);
    read.suppliers.forEach(this::supplier);
    return gathering.loaded();
  }

  private static String cableId(String id) {
    return "cable:" + id;
  }

  private static String pointId(String id) {
    return "landing-point:" + id;
  }

  private void cable(String id, CableEntry cable) {
    Map<String, String> details = details(cable, CABLE_PLACED);
    cable.ready().ifPresent(day -> details.put("ready-for-service", day.toString()));
    for (String point : cable.landings()) {
      cablesOfPoint.computeIfAbsent(point, key -> new TreeSet<>()).add(cableId(id));
    }
    String name = cable.text("name");
    gathering.entity(
        new Asset(
            cableId(id),
            AssetKind.CABLE_SYSTEM,
            name.isEmpty() ? id : name,
            List.of(),
            "",
            List.of(),
            List.of(),
            CableReader.joined(read.lines.get(id)),
            details,
            said(cable.entry())),
        cable.entry());
  }

  private void shapeAlone(String id, Entry entry) {
    gathering.note("cables are drawn and told of by no object of their own", entry, id);
    gathering.entity(
        new Asset(
            cableId(id),
            AssetKind.CABLE_SYSTEM,
            read.names.getOrDefault(id, id),
            List.of(),
            "",
            List.of(),
            List.of(),
            CableReader.joined(read.lines.get(id)),
            Map.of(),
            said(entry)),
        entry);
  }

  /** Landing points that have features, and those that cables name and no feature shows. */
  private void points() {
    read.points.forEach((id, point) -> point(id, point, read.places.get(id)));
    for (CableEntry cable : read.cables.values()) {
      for (JsonNode point : cable.json().path("landing_points")) {
        String id = point.path("id").asText("").strip();
        if (id.isEmpty()) {
          gathering.note("landing points without an id were left out", cable.entry(), "");
        } else if (gathering.known(pointId(id)).isEmpty()) {
          var json = JsonNodeFactory.instance.objectNode();
          point.properties().forEach(field -> json.set(field.getKey(), field.getValue()));
          point(id, new CableEntry(json, cable.entry()), null);
        }
      }
    }
  }

  private void point(String id, CableEntry point, @Nullable Geometry place) {
    String name = point.text("name");
    String country = CableEntry.country(point.json());
    if (country.isEmpty()) {
      gathering.note("landing points lie in no country that is known", point.entry(), name);
    }
    gathering.entity(
        new Asset(
            pointId(id),
            AssetKind.LANDING_POINT,
            name.isEmpty() ? id : name,
            List.of(),
            country,
            List.of(),
            List.copyOf(cablesOfPoint.getOrDefault(id, Set.of())),
            place,
            details(point, POINT_PLACED),
            said(point.entry())),
        point.entry());
  }

  private void roles(String id, CableEntry cable) {
    for (String owner : cable.names("owners")) {
      role(party(owner, cable.entry()), id, RoleKind.OWNER, Basis.TITLE, cable.entry());
    }
    for (String supplier : cable.names("suppliers")) {
      // The files have the word None where nobody knows.
      if (!supplier.equalsIgnoreCase("none")) {
        maker(supplier, id, cable.entry());
      }
    }
  }

  private void maker(String name, String cable, Entry entry) {
    String party = party(name, entry);
    if (makers.add(party + "|" + cable)) {
      role(party, cable, RoleKind.MAKER, Basis.FACT, entry);
    }
  }

  private void supplier(CableEntry supplier) {
    String name = supplier.text("name").isEmpty() ? supplier.text("id") : supplier.text("name");
    party(name, supplier.entry());
    for (JsonNode cable : CableReader.cablesOf(supplier)) {
      String id = cable.path("id").asText("").strip();
      if (gathering.known(cableId(id)).isPresent()) {
        maker(name, id, supplier.entry());
      } else {
        gathering.reject(
            supplier.entry(),
            "cable-not-there",
            "%s: cable %s is in none of the files read.".formatted(name, Entry.shown(id)));
      }
    }
  }

  private void role(String holder, String cable, RoleKind kind, Basis basis, Entry entry) {
    gathering.role(Role.of(holder, cableId(cable), kind, basis, null).with(said(entry)));
  }

  /** One spelling of this source is one party; whether two are one, matching says. */
  private String party(String name, Entry entry) {
    return partyByName.computeIfAbsent(
        name,
        key -> {
          String id = Ids.of(SPACE, name);
          gathering.entity(Party.of(id, PartyKind.COMPANY, name, "").with(said(entry)), entry);
          return id;
        });
  }

  private static Map<String, String> details(CableEntry entry, Set<String> placed) {
    Map<String, String> details = new HashMap<>();
    for (String field : entry.others(placed)) {
      JsonNode value = entry.json().path(field);
      details.put(
          SPACE + ":" + field.toLowerCase(Locale.ROOT),
          value.isValueNode() ? value.asText() : value.toString());
    }
    return details;
  }

  private Statement said(Entry entry) {
    gathering.source(new Source(entry.file(), entry.file(), "", "", null, List.of(), List.of()));
    return new Statement(entry.file(), null, null, null, Confidence.UNKNOWN, "", entry.place());
  }
}
