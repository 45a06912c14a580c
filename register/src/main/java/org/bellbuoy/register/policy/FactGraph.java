package org.bellbuoy.register.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a register, joined by reference, so that a change is followed without looking names
 * up. Making it costs what the roles cost; a change costs what lies below the parties that it is
 * about, and where it touches control, reading the roles between parties. Not thread safe.
 */
final class FactGraph {
  private Register register;
  private final Map<String, PartyFacts> parties = new LinkedHashMap<>();
  private final Map<String, AssetFacts> assets = new HashMap<>();

  private int round = 1;

  private FactGraph(Register register) {
    this.register = register;
  }

  static FactGraph of(Register register) {
    FactGraph graph = new FactGraph(register);
    List<Facts> all = new ArrayList<>();
    register.ids().forEach(id -> graph.describe(id, all));
    register.ids().forEach(graph::link);
    graph.control(graph.parties.values(), all);
    return graph;
  }

  Register register() {
    return register;
  }

  /** The facts of a party or asset; null where there is none. */
  @Nullable Facts of(String id) {
    AssetFacts asset = assets.get(id);
    return asset != null ? asset : parties.get(id);
  }

  /** All parties and assets. */
  List<Facts> all() {
    List<Facts> all = new ArrayList<>(parties.size() + assets.size());
    all.addAll(parties.values());
    all.addAll(assets.values());
    return all;
  }

  /**
   * Takes a changed register.
   *
   * @param ids parties and assets that the changed statements are of
   * @return those whose facts may be others now, each once
   */
  List<Facts> change(Register next, Set<String> ids) {
    Register old = register;
    register = next;
    round++;
    List<String> controlled = new ArrayList<>();
    Set<String> linked = new LinkedHashSet<>(ids);
    for (String id : ids) {
      if (!next.rolesIn(id).equals(old.rolesIn(id)) || !next.entity(id).equals(old.entity(id))) {
        controlled.add(id);
      }
      if (sort(old, id) != sort(next, id)) {
        for (Register one : List.of(old, next)) {
          one.rolesIn(id).forEach(role -> linked.add(role.holder()));
          one.rolesOf(id).forEach(role -> linked.add(role.target()));
        }
      }
    }
    // Where a link is new, what it leads to is in the list: links as they were reach all others.
    Set<PartyFacts> below = below(controlled);
    List<Facts> again = new ArrayList<>();
    linked.forEach(id -> describe(id, again));
    linked.forEach(this::link);
    linked.stream().map(assets::get).filter(Objects::nonNull).forEach(one -> add(one, true, again));
    controlled.stream().map(parties::get).filter(Objects::nonNull).forEach(below::add);
    control(below, again);
    return again;
  }

  private static int sort(Register register, String id) {
    return register.party(id).isPresent() ? 1 : register.asset(id).isPresent() ? 2 : 0;
  }

  private void add(Facts facts, boolean whole, List<Facts> again) {
    if (facts.note(round, whole)) {
      again.add(facts);
    }
  }

  /** A change of a party is one of all assets in which it has a role. */
  private void spread(PartyFacts party, boolean whole, List<Facts> again) {
    add(party, whole, again);
    party.assets().forEach(asset -> add(asset, whole, again));
  }

  private void describe(String id, List<Facts> again) {
    Entity now = register.entity(id).orElse(null);
    PartyFacts known = parties.get(id);
    if (known == null && now instanceof Party) {
      known = new PartyFacts();
      parties.put(id, known);
    }
    if (known != null && known.describe(now instanceof Party party ? party : null)) {
      spread(known, true, again);
    }
    if (!(now instanceof Party)) {
      parties.remove(id);
    }
    if (now instanceof Asset asset) {
      assets.computeIfAbsent(id, key -> new AssetFacts(asset));
    } else {
      assets.remove(id);
    }
  }

  /** After all are described: joins a party to what it has roles in, an asset to its holders. */
  private void link(String id) {
    PartyFacts party = parties.get(id);
    if (party != null) {
      party.below().clear();
      party.assets().clear();
      for (Role role : register.rolesOf(id)) {
        AssetFacts asset = assets.get(role.target());
        if (asset != null) {
          party.assets().add(asset);
        } else {
          party.below().add(party(role.target()));
        }
      }
    }
    AssetFacts asset = assets.get(id);
    if (asset != null) {
      asset.describe(register.asset(id).orElseThrow(), register.rolesIn(id), this::party);
    }
  }

  private PartyFacts party(String id) {
    return Objects.requireNonNull(parties.get(id));
  }

  /** Those and all parties below them, as they are linked. */
  private Set<PartyFacts> below(List<String> ids) {
    Set<PartyFacts> reached = new LinkedHashSet<>();
    ids.stream().map(parties::get).filter(Objects::nonNull).forEach(reached::add);
    Deque<PartyFacts> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (PartyFacts below : open.removeFirst().below()) {
        if (reached.add(below)) {
          open.addLast(below);
        }
      }
    }
    return reached;
  }

  private void control(Collection<PartyFacts> reached, List<Facts> again) {
    if (reached.isEmpty()) {
      return;
    }
    Hands hands = Hands.of(partiesOnly());
    for (PartyFacts party : reached) {
      String id = party.id();
      if (id != null && party.control(hands.above(id), register)) {
        spread(party, false, again);
      }
    }
  }

  /** Control runs between parties: assets would only make the graph larger. */
  private Register partiesOnly() {
    List<Entity> only = new ArrayList<>(parties.size());
    List<Role> roles = new ArrayList<>();
    for (Entity entity : register.entities()) {
      if (entity instanceof Party) {
        only.add(entity);
      }
    }
    for (String id : parties.keySet()) {
      roles.addAll(register.rolesIn(id));
    }
    return Register.of(register.sources(), only, roles);
  }
}
