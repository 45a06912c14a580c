package org.bellbuoy.register.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.register.control.Bound;
import org.bellbuoy.register.control.MajorityControl;
import org.bellbuoy.register.control.RegisterGraph;
import org.bellbuoy.register.control.ShareGraph;
import org.bellbuoy.register.control.Threshold;
import org.bellbuoy.register.lockin.Dependencies;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Words;

/**
 * The layers of a register: services (landings in a country, cranes and terminals of a port, ships
 * and providers of a maintenance zone), the assets that carry them, the holders of their roles, who
 * controls those, and their countries.
 *
 * @param certain with control by least shares
 * @param possible with control by largest shares, and control that sources state, too
 * @param names of services and of maintenance by one provider, by their ids
 */
record Layers(Dependencies certain, Dependencies possible, Map<String, String> names) {
  Layers {
    names = Map.copyOf(names);
  }

  /**
   * The layers of a register as of a day. Linear in its roles and in the pairs of who controls
   * whom.
   *
   * @param kinds roles that an asset cannot do without
   */
  static Layers of(Register register, Set<RoleKind> kinds) {
    return new Builder(register, kinds).layers();
  }

  /** Word of {@code x-complete} for the ships of a zone. */
  static final String SHIPS = "ships";

  private static final class Builder {
    private final Register register;
    private final Set<RoleKind> kinds;
    private final RegisterGraph votes;
    private final RegisterGraph economic;
    private final MajorityControl majority;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Set<String>> services = new TreeMap<>();
    private final Set<String> complete = new HashSet<>();
    private final Map<String, Dependencies.Asset> assets = new LinkedHashMap<>();

    Builder(Register register, Set<RoleKind> kinds) {
      this.register = register;
      this.kinds = kinds;
      this.votes = RegisterGraph.votes(register);
      this.economic = RegisterGraph.economic(register);
      this.majority = MajorityControl.of(votes.graph(), Threshold.MAJORITY);
    }

    Layers layers() {
      for (Asset asset : register.assets()) {
        assets.put(asset.id(), new Dependencies.Asset(asset.id(), 1, roles(asset)));
      }
      for (Asset asset : register.assets()) {
        serve(asset);
      }
      List<Dependencies.Service> all = new ArrayList<>();
      services.forEach(
          (id, carriers) -> all.add(new Dependencies.Service(id, carriers, complete.contains(id))));
      List<Dependencies.Asset> carriers = List.copyOf(assets.values());
      return new Layers(
          new Dependencies(all, carriers, parties(Bound.LOW)),
          new Dependencies(all, carriers, parties(Bound.HIGH)),
          names);
    }

    private void serve(Asset asset) {
      for (String wholeId : wholes(asset)) {
        Asset whole = register.asset(wholeId).orElse(null);
        if (whole == null) {
          continue;
        }
        if (Zones.isZone(whole) && Zones.repairs(asset)) {
          carry("ships " + wholeId, "repair ships of " + whole.name(), asset.id());
          completed("ships " + wholeId, whole.complete(SHIPS));
        } else if (whole.kind() == AssetKind.PORT && asset.kind() == AssetKind.CRANE) {
          carry("cranes " + wholeId, "cranes of " + whole.name(), asset.id());
          completed("cranes " + wholeId, whole.complete("cranes"));
        } else if (whole.kind() == AssetKind.PORT && asset.kind() == AssetKind.TERMINAL) {
          carry("terminals " + wholeId, "terminals of " + whole.name(), asset.id());
          completed("terminals " + wholeId, whole.complete("terminals"));
        } else if (asset.kind() == AssetKind.LANDING_POINT
            && whole.kind() == AssetKind.CABLE_SYSTEM
            && !asset.country().isEmpty()) {
          carry("landing " + asset.country(), "cables landing in " + asset.country(), wholeId);
        }
      }
      if (Zones.isZone(asset) && kinds.contains(RoleKind.SERVICE_PROVIDER)) {
        providers(asset);
      }
    }

    /** Each provider of a zone is a path of its own. */
    private void providers(Asset zone) {
      for (Role role : register.rolesIn(zone.id())) {
        if (role.kind() == RoleKind.SERVICE_PROVIDER) {
          String id = zone.id() + " by " + role.holder();
          String who = register.entity(role.holder()).map(e -> e.name()).orElse(role.holder());
          names.put(id, "maintenance of %s by %s".formatted(zone.name(), who));
          boolean unnamed = unnamed(role.holder());
          assets.put(
              id,
              new Dependencies.Asset(
                  id,
                  1,
                  List.of(
                      new Dependencies.Role(
                          Words.of(role.kind()),
                          unnamed ? Set.of() : Set.of(role.holder()),
                          unnamed))));
          carry("providers " + zone.id(), "maintenance of " + zone.name(), id);
          completed("providers " + zone.id(), zone.complete(RoleKind.SERVICE_PROVIDER));
        }
      }
    }

    private void carry(String service, String name, String asset) {
      names.put(service, name);
      services.computeIfAbsent(service, s -> new TreeSet<>()).add(asset);
    }

    private void completed(String service, boolean told) {
      if (told) {
        complete.add(service);
      }
    }

    /** All that an asset is part of, directly and through others. */
    private Set<String> wholes(Asset asset) {
      Set<String> wholes = new TreeSet<>();
      List<String> open = new ArrayList<>(asset.partOf());
      while (!open.isEmpty()) {
        String whole = open.removeLast();
        if (!whole.equals(asset.id()) && wholes.add(whole)) {
          register.asset(whole).ifPresent(above -> open.addAll(above.partOf()));
        }
      }
      return wholes;
    }

    private List<Dependencies.Role> roles(Asset asset) {
      List<Dependencies.Role> roles = new ArrayList<>();
      Map<RoleKind, List<Role>> told = new TreeMap<>();
      for (Role role : register.rolesIn(asset.id())) {
        if (kinds.contains(role.kind()) && !Zones.isZone(asset)) {
          told.computeIfAbsent(role.kind(), kind -> new ArrayList<>()).add(role);
        }
      }
      told.forEach(
          (kind, held) ->
              roles.add(kind == RoleKind.OWNER ? owner(asset, held) : anyOf(asset, kind, held)));
      needed(asset.kind())
          .filter(kinds::contains)
          .filter(kind -> !told.containsKey(kind))
          .ifPresent(kind -> roles.add(new Dependencies.Role(Words.of(kind), Set.of(), true)));
      return roles;
    }

    /**
     * The role that somebody must have in an asset of a kind, whether or not the register tells.
     */
    private static Optional<RoleKind> needed(AssetKind kind) {
      return switch (kind) {
        case VESSEL, PORT, TERMINAL, SERVER_FLEET -> Optional.of(RoleKind.OPERATOR);
        case CRANE, CONTROLLER -> Optional.of(RoleKind.MAKER);
        case SOFTWARE -> Optional.of(RoleKind.SOFTWARE_MAKER);
        case CABLE_SYSTEM -> Optional.of(RoleKind.OWNER);
        case SEGMENT, LANDING_POINT, DEPOT, MAINTENANCE_ZONE, AGREEMENT, OTHER -> Optional.empty();
      };
    }

    /** The one with more than half, for certain, or else any of them. */
    private Dependencies.Role owner(Asset asset, List<Role> held) {
      ShareGraph graph = economic.graph();
      int node = economic.node(asset.id());
      long told = 0;
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        String holder = economic.id(graph.holder(edge));
        long least = graph.units(edge, Bound.LOW);
        if (!unnamed(holder)) {
          told += least;
          if (Threshold.MAJORITY.reachedBy(least)) {
            return new Dependencies.Role(Words.of(RoleKind.OWNER), Set.of(holder), false);
          }
        }
      }
      Dependencies.Role any = anyOf(asset, RoleKind.OWNER, held);
      return new Dependencies.Role(
          any.name(), any.holders(), any.holderUnknown() || told < Share.ONE);
    }

    private Dependencies.Role anyOf(Asset asset, RoleKind kind, List<Role> held) {
      Set<String> holders = new TreeSet<>();
      // Of services nobody can tell from a list alone that no one else gives them.
      boolean unknown = kind == RoleKind.SERVICE_PROVIDER && !asset.complete(kind);
      for (Role role : held) {
        if (unnamed(role.holder())) {
          unknown = true;
        } else {
          holders.add(role.holder());
        }
      }
      return new Dependencies.Role(Words.of(kind), holders, unknown);
    }

    private boolean unnamed(String party) {
      return register.party(party).map(p -> p.kind().unnamed()).orElse(true);
    }

    private List<Dependencies.Party> parties(Bound bound) {
      Map<String, Set<String>> above = new TreeMap<>();
      for (Party party : register.parties()) {
        int node = votes.node(party.id());
        if (!party.kind().unnamed() && votes.graph().rowSize(node) > 0) {
          for (int below : majority.controlledBy(node, bound).controlled()) {
            above.computeIfAbsent(votes.id(below), id -> new HashSet<>()).add(party.id());
          }
        }
      }
      if (bound == Bound.HIGH) {
        for (Role role : register.roles()) {
          if (role.kind() == RoleKind.CONTROLLER
              && role.basis().nature() == Basis.Nature.CONTROL
              && !unnamed(role.holder())) {
            above.computeIfAbsent(role.target(), id -> new HashSet<>()).add(role.holder());
          }
        }
      }
      List<Dependencies.Party> parties = new ArrayList<>();
      for (Party party : register.parties()) {
        Set<String> controllers = new HashSet<>(above.getOrDefault(party.id(), Set.of()));
        controllers.remove(party.id());
        parties.add(
            new Dependencies.Party(
                party.id(),
                controllers,
                Optional.of(party.country()).filter(country -> !country.isEmpty())));
      }
      return parties;
    }
  }
}
