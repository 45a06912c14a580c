package org.bellbuoy.register.cyclonedx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.Ids;
import org.bellbuoy.register.exchange.JsonItems;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;

/**
 * Reads bills of materials: each component an asset, part of the component that holds it, those at
 * the top part of what the bill is about. The manufacturer of a device made it, that of a program
 * made software; a supplier provides a service. Names of organisations make parties of the bill
 * alone. The fields of the bill itself, such as dependencies and compositions, are left out and
 * counted.
 */
public final class BomReader implements ExchangeReader {
  private static final String SPACE = "cyclonedx";
  private static final int DEEPEST = 64;

  private final Consumer<Reject> rejects;
  private final Gathering gathering;
  private final Map<String, String> partyByName = new HashMap<>();
  private final List<Held> components = new ArrayList<>();
  private int unnamed;

  private record Held(ObjectNode json, Entry entry, String about) {}

  private BomReader(Consumer<Reject> rejects) {
    this.rejects = rejects;
    this.gathering = new Gathering(rejects);
  }

  /**
   * A reader that has read nothing yet.
   *
   * @param rejects takes each component that cannot be used
   */
  public static BomReader of(Consumer<Reject> rejects) {
    return new BomReader(rejects);
  }

  @Override
  public void read(InputStream in, String name, int source) throws IOException {
    List<Held> read = new ArrayList<>();
    JsonItems.read(
        in,
        name,
        source,
        rejects,
        Set.of("components"),
        new JsonItems.Sink() {
          @Override
          public void item(String list, ObjectNode item, Entry entry) {
            read.add(new Held(item, entry, ""));
          }

          @Override
          public void document(ObjectNode rest, long items, Entry entry) {
            bill(rest, entry, read);
            read.clear();
          }
        });
    // A bill that broke off has no end; its components count.
    components.addAll(read);
  }

  private void bill(ObjectNode bill, Entry entry, List<Held> read) {
    if (!bill.path("bomFormat").asText("").equals("CycloneDX")) {
      gathering.reject(
          entry,
          "not-a-bill",
          "bomFormat: must be CycloneDX and is "
              + Entry.shown(bill.path("bomFormat").asText(""))
              + "; its components were not read.");
      return;
    }
    String about = "";
    if (bill.path("metadata").get("component") instanceof ObjectNode whole) {
      about = component(whole, entry, "", 0);
    }
    for (Held held : read) {
      components.add(new Held(held.json(), held.entry(), about));
    }
    Set<String> used =
        Set.of("$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata");
    bill.fieldNames()
        .forEachRemaining(
            field -> {
              if (!used.contains(field)) {
                gathering.note("fields '%s' of bills were left out".formatted(field), entry, "");
              }
            });
  }

  @Override
  public Loaded loaded() {
    components.forEach(held -> component(held.json(), held.entry(), held.about(), 0));
    components.clear();
    return gathering.loaded();
  }

  /** Takes a component and those within; gives its identifier, empty where it was rejected. */
  private String component(ObjectNode json, Entry entry, String partOf, int depth) {
    String name = json.path("name").asText("").strip();
    if (name.isEmpty() || json.path("type").asText("").isEmpty() || depth > DEEPEST) {
      gathering.reject(
          entry,
          "not-a-component",
          "a component needs type and name, at most %d deep; name is %s."
              .formatted(DEEPEST, Entry.shown(name)));
      return "";
    }
    String ref = json.path("bom-ref").asText("").strip();
    unnamed++;
    String id = ref.isEmpty() ? Ids.of(SPACE, entry.file() + "|" + unnamed + "|" + name) : ref;
    if (gathering.known(id).isPresent()) {
      gathering.reject(
          entry, "bom-ref-twice", "bom-ref: %s stood there before.".formatted(Entry.shown(id)));
      return "";
    }
    Statement said = said(entry);
    List<String> wholes = partOf.isEmpty() ? List.of() : List.of(partOf);
    Asset plain = BomComponents.read(json, id, wholes, said);
    ObjectNode alone = json.deepCopy();
    alone.remove("components");
    String maker = organisation(json, "manufacturer");
    String supplier = organisation(json, "supplier");
    gathering.entity(
        new Asset(
            id,
            plain.kind(),
            plain.name(),
            plain.aliases(),
            plain.country(),
            plain.identifiers(),
            plain.partOf(),
            null,
            BomComponents.REST.of(
                alone, BomComponents.write(plain, maker, supplier, false, new Dropped())),
            said),
        entry);
    boolean program = plain.kind() == org.bellbuoy.register.model.AssetKind.SOFTWARE;
    role(maker, id, program ? RoleKind.SOFTWARE_MAKER : RoleKind.MAKER, entry);
    role(supplier, id, RoleKind.SERVICE_PROVIDER, entry);
    for (JsonNode part : json.path("components")) {
      if (part instanceof ObjectNode object) {
        component(object, entry, id, depth + 1);
      } else {
        gathering.reject(entry, "not-a-component", "components: holds what is no object.");
      }
    }
    return id;
  }

  private static String organisation(JsonNode json, String field) {
    return json.path(field).path("name").asText("").strip();
  }

  private void role(String name, String target, RoleKind kind, Entry entry) {
    if (name.isEmpty()) {
      return;
    }
    String party =
        partyByName.computeIfAbsent(
            name,
            key -> {
              String id = Ids.of(SPACE, key);
              gathering.entity(Party.of(id, PartyKind.COMPANY, key, "").with(said(entry)), entry);
              return id;
            });
    gathering.role(Role.of(party, target, kind, Basis.FACT, null).with(said(entry)));
  }

  private Statement said(Entry entry) {
    gathering.source(new Source(entry.file(), entry.file(), "", "", null, List.of(), List.of()));
    return new Statement(entry.file(), null, null, null, Confidence.UNKNOWN, "", entry.place());
  }
}
