package org.bellbuoy.register.cyclonedx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/**
 * Writes cranes, controllers, servers, software and what they are part of as a bill of materials of
 * CycloneDX 1.6. The same register gives the same bytes: there is no time, and the serial number is
 * made of the content.
 */
public final class BomWriter {
  private static final Set<AssetKind> MATERIAL =
      Set.of(
          AssetKind.CRANE,
          AssetKind.CONTROLLER,
          AssetKind.SERVER_FLEET,
          AssetKind.SOFTWARE,
          AssetKind.TERMINAL,
          AssetKind.VESSEL,
          AssetKind.OTHER);

  private final Register register;
  private final Dropped dropped = new Dropped();
  private final Set<String> written = new HashSet<>();

  private BomWriter(Register register) {
    this.register = register;
  }

  /** A bill, and what it could not hold. */
  public record Written(ObjectNode bill, Dropped dropped) {}

  /** Writes all things that a bill can hold. Pure. */
  public static Written write(Register register) {
    return new BomWriter(register).write();
  }

  private Written write() {
    ObjectNode bill = JsonNodeFactory.instance.objectNode();
    bill.put("bomFormat", "CycloneDX");
    bill.put("specVersion", "1.6");
    bill.put("version", 1);
    List<ObjectNode> components = new ArrayList<>();
    for (Asset asset : register.assets()) {
      if (!MATERIAL.contains(asset.kind())) {
        dropped.add("assets of kind " + asset.kindWord());
      } else if (whole(asset) == null) {
        add(asset, components, true);
      }
    }
    // What is part of itself, around a circle, has no top: it stands there without being part.
    for (Asset asset : register.assets()) {
      if (MATERIAL.contains(asset.kind()) && !written.contains(asset.id())) {
        dropped.add("assets that are part of themselves");
        add(asset, components, true);
      }
    }
    bill.putArray("components").addAll(components);
    for (Role role : register.roles()) {
      boolean kept =
          written.contains(role.target())
              && Set.of(RoleKind.MAKER, RoleKind.SOFTWARE_MAKER, RoleKind.SERVICE_PROVIDER)
                  .contains(role.kind());
      if (!kept) {
        dropped.add("roles other than of makers and suppliers of what is written");
      }
    }
    for (Entity entity : register.entities()) {
      if (entity.details().keySet().stream()
          .anyMatch(key -> !key.startsWith(BomComponents.REST.prefix()))) {
        dropped.add("details of entities that another format told");
      }
    }
    bill.put("serialNumber", "urn:uuid:" + FindingIds.ofName("cyclonedx|" + bill));
    return new Written(bill, dropped);
  }

  /** The first thing it is part of that is written too; null where there is none. */
  private @org.jspecify.annotations.Nullable String whole(Asset asset) {
    return asset.partOf().stream()
        .filter(id -> register.asset(id).filter(a -> MATERIAL.contains(a.kind())).isPresent())
        .findFirst()
        .orElse(null);
  }

  private void add(Asset asset, List<ObjectNode> into, boolean top) {
    if (!written.add(asset.id())) {
      return;
    }
    String maker =
        name(asset, asset.kind() == AssetKind.SOFTWARE ? RoleKind.SOFTWARE_MAKER : RoleKind.MAKER);
    String supplier = name(asset, RoleKind.SERVICE_PROVIDER);
    ObjectNode component = BomComponents.write(asset, maker, supplier, top, dropped);
    Asset plain = BomComponents.read(component, asset.id(), asset.partOf(), asset.statement());
    BomComponents.REST.restore(
        component,
        asset.details(),
        node ->
            !node.path("type").asText("").isEmpty()
                && BomComponents.read(node, asset.id(), asset.partOf(), asset.statement())
                    .equals(plain)
                && node.path("manufacturer").path("name").asText("").strip().equals(maker)
                && node.path("supplier").path("name").asText("").strip().equals(supplier));
    List<ObjectNode> parts = new ArrayList<>();
    for (String id : register.partsOf(asset.id())) {
      register
          .asset(id)
          .filter(part -> asset.id().equals(whole(part)))
          .ifPresent(part -> add(part, parts, false));
    }
    if (!parts.isEmpty()) {
      component.putArray("components").addAll(parts);
    }
    into.add(component);
  }

  private String name(Asset asset, RoleKind kind) {
    List<String> names =
        register.rolesIn(asset.id()).stream()
            .filter(role -> role.kind() == kind)
            .flatMap(role -> register.party(role.holder()).stream())
            .filter(party -> !party.kind().unnamed())
            .map(Entity::name)
            .distinct()
            .toList();
    if (names.size() > 1) {
      dropped.add("further makers and suppliers");
    }
    return names.isEmpty() ? "" : names.getFirst();
  }
}
