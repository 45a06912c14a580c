package org.bellbuoy.register.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * Whom the ids of a finding mean in a register: by identifiers, else by a name that only one has.
 */
final class Matching {
  private final Register register;
  private final FoldedNames names;

  Matching(Register register) {
    this.register = register;
    this.names = new FoldedNames(register);
  }

  /**
   * Who is meant.
   *
   * @param id the party or asset; null where identifiers mean different ones
   * @param how by what, in words
   */
  record Match(@Nullable String id, String how) {}

  /** The subject in the register; null where it is not there. */
  @Nullable Match subject(Subject subject) {
    List<Identifier> ids = new ArrayList<>();
    for (String scheme : List.of("imo", "mmsi", "mac", "ip", "station")) {
      String value = subject.ids().get(scheme);
      if (value != null) {
        add(scheme, value, ids);
      }
    }
    Match match = identified(ids);
    String name = subject.name();
    if (match == null && name != null && subject.type().equals("vessel")) {
      match = named(name, AssetKind.VESSEL, ids);
    }
    return match;
  }

  /** The asset in the register; null where it is not there. */
  @Nullable Match asset(AssetRef asset) {
    List<Identifier> ids = new ArrayList<>();
    List<AssetKind> kinds = new ArrayList<>();
    add(asset.type(), asset.id(), ids);
    switch (asset.type()) {
      case "server" -> {
        add("host", asset.id(), ids);
        kinds.add(AssetKind.SERVER_FLEET);
      }
      case "device" -> {
        add("ip", DeviceAddress.of(asset.id()), ids);
        add("mac", DeviceAddress.of(asset.id()), ids);
      }
      case "cable" -> {
        kinds.add(AssetKind.CABLE_SYSTEM);
        kinds.add(AssetKind.SEGMENT);
      }
      default -> {
        // Other types of assets are looked up by their ids alone.
      }
    }
    Match match = identified(ids);
    String name = asset.name() == null ? asset.id() : asset.name();
    for (int i = 0; i < kinds.size() && match == null; i++) {
      match = named(name, kinds.get(i), List.of());
    }
    return match;
  }

  /** A party of that name, where only one has it. */
  @Nullable Match party(String name) {
    return names
        .only(name, id -> register.party(id).isPresent())
        .map(id -> new Match(id, nameOnly(name)))
        .orElse(null);
  }

  private static void add(String scheme, String value, List<Identifier> ids) {
    if (!scheme.isBlank() && !value.isBlank()) {
      ids.add(new Identifier(scheme, value));
    }
  }

  private @Nullable Match identified(List<Identifier> ids) {
    Map<String, Identifier> found = new LinkedHashMap<>();
    for (Identifier identifier : ids) {
      register.idsOf(identifier).forEach(id -> found.putIfAbsent(id, identifier));
    }
    if (found.isEmpty()) {
      return null;
    }
    if (found.size() > 1) {
      return new Match(
          null,
          "its identifiers mean different ones in the register: "
              + String.join(
                  ", ",
                  found.entrySet().stream().map(e -> e.getKey() + " by " + e.getValue()).toList()));
    }
    var only = found.entrySet().iterator().next();
    return new Match(only.getKey(), "by " + only.getValue());
  }

  /** By name, unless an identifier of the same scheme says that it is another. */
  private @Nullable Match named(String name, AssetKind kind, List<Identifier> known) {
    Predicate<String> wanted =
        id -> register.asset(id).filter(asset -> asset.kind() == kind).isPresent();
    return names
        .only(name, wanted)
        .filter(id -> register.asset(id).filter(asset -> another(asset, known)).isEmpty())
        .map(id -> new Match(id, nameOnly(name)))
        .orElse(null);
  }

  private static boolean another(Asset asset, List<Identifier> known) {
    return asset.identifiers().stream()
        .anyMatch(
            own ->
                known.stream()
                    .anyMatch(other -> other.scheme().equals(own.scheme()) && !other.equals(own)));
  }

  private static String nameOnly(String name) {
    return "by the name '%s' alone, which no other there has".formatted(name);
  }

  /** A name for people. */
  String nameOf(String id) {
    return register.entity(id).map(Entity::name).orElse(id);
  }
}
