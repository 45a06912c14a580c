package org.bellbuoy.register.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;

/**
 * The shares of a register, as a graph whose nodes are its parties and assets.
 *
 * <p>Where several sources say how much one holder has, the interval runs from the least to the
 * largest; within one source the statement recorded last counts. Where no source tells of votes in
 * a company, votes follow shares; where some do, holders of shares whose votes are not told may
 * have any that are left. Shares held indirectly are sums of chains and are left out. Immutable;
 * building is linear in the roles.
 */
public final class RegisterGraph {
  private static final Share ANY = new Share(0, Share.ONE, false, false);

  private final Register register;
  private final Basis.Nature nature;
  private final List<String> idOf;
  private final Map<String, Integer> nodeOf = new HashMap<>();
  private final ShareGraph graph;
  private final List<String> problems = new ArrayList<>();

  private RegisterGraph(Register register, Basis.Nature nature) {
    this.register = register;
    this.nature = nature;
    this.idOf = List.copyOf(register.ids());
    for (int node = 0; node < idOf.size(); node++) {
      nodeOf.put(idOf.get(node), node);
    }
    ShareGraph.Builder builder = ShareGraph.builder(idOf.size());
    for (int node = 0; node < idOf.size(); node++) {
      addColumn(builder, node);
    }
    this.graph = builder.build();
  }

  /** The economic shares that a register holds; take it as of a day first. */
  public static RegisterGraph economic(Register register) {
    return new RegisterGraph(register, Basis.Nature.ECONOMIC);
  }

  /** The votes. */
  public static RegisterGraph votes(Register register) {
    return new RegisterGraph(register, Basis.Nature.VOTING);
  }

  private void addColumn(ShareGraph.Builder builder, int node) {
    String target = idOf.get(node);
    Map<String, List<Role>> byHolder = new LinkedHashMap<>();
    for (Role role : counted(target)) {
      byHolder.computeIfAbsent(role.holder(), h -> new ArrayList<>(2)).add(role);
    }
    Map<Integer, Share> column = new LinkedHashMap<>();
    long least = 0;
    for (Map.Entry<String, List<Role>> held : byHolder.entrySet()) {
      int holder = nodeOf.getOrDefault(held.getKey(), node);
      if (holder == node) {
        problems.add("%s is said to hold itself; that is left out.".formatted(target));
      } else {
        Share share = hull(held.getValue());
        least += share.lowUnits();
        column.put(holder, share);
      }
    }
    if (least > Share.ONE) {
      problems.add(
          "Least shares in %s come to %s %%; they contradict each other and none is counted."
              .formatted(target, Share.percent(least)));
      return;
    }
    column.forEach(
        (holder, share) -> builder.add(holder, node, share.lowUnits(), share.highUnits()));
  }

  /** Statements that count towards shares in a target, one way or another. */
  private List<Role> counted(String target) {
    List<Role> own = ofNature(target, nature);
    if (nature == Basis.Nature.ECONOMIC) {
      return own;
    }
    List<Role> economic = ofNature(target, Basis.Nature.ECONOMIC);
    if (own.isEmpty()) {
      return economic;
    }
    List<Role> all = new ArrayList<>(own);
    for (Role role : economic) {
      if (own.stream().noneMatch(vote -> vote.holder().equals(role.holder()))) {
        all.add(role);
      }
    }
    return all;
  }

  private List<Role> ofNature(String target, Basis.Nature wanted) {
    List<Role> roles = new ArrayList<>();
    for (Role role : register.rolesIn(target)) {
      if (role.basis().nature() == wanted
          && role.directness() != Directness.INDIRECT
          && role.components().isEmpty()) {
        roles.add(role);
      }
    }
    return roles;
  }

  private Share hull(List<Role> statements) {
    long min = Share.ONE;
    long max = 0;
    for (Role role : statements) {
      if (statements.stream().noneMatch(other -> replaces(other, role))) {
        Share share = share(role);
        min = Math.min(min, share.lowUnits());
        max = Math.max(max, share.highUnits());
      }
    }
    return new Share(min, max, false, false);
  }

  private Share share(Role role) {
    boolean votesNotTold =
        nature == Basis.Nature.VOTING
            && role.basis().nature() == Basis.Nature.ECONOMIC
            && !ofNature(role.target(), Basis.Nature.VOTING).isEmpty();
    Share share = role.share();
    return share == null || votesNotTold ? ANY : share;
  }

  private static boolean replaces(Role later, Role earlier) {
    return later.basis() == earlier.basis()
        && later.statement().source().equals(earlier.statement().source())
        && recorded(later).isAfter(recorded(earlier));
  }

  private static LocalDate recorded(Role role) {
    PartialDate date = role.statement().recorded();
    return date == null ? LocalDate.MIN : date.first();
  }

  /** The graph. */
  public ShareGraph graph() {
    return graph;
  }

  /** The node of a party or asset; -1 where there is none. */
  public int node(String id) {
    return nodeOf.getOrDefault(id, -1);
  }

  /** The party or asset of a node. */
  public String id(int node) {
    return idOf.get(node);
  }

  /** Whether a node is somebody who can be named, and so be told as a controller. */
  public boolean named(int node) {
    return register.party(id(node)).map(Party::kind).map(kind -> !kind.unnamed()).orElse(true);
  }

  /** The statements that an edge rests on, those that were replaced left out. */
  public List<Role> behind(int edge) {
    List<Role> statements =
        counted(id(graph.target(edge))).stream()
            .filter(role -> role.holder().equals(id(graph.holder(edge))))
            .toList();
    return statements.stream()
        .filter(role -> statements.stream().noneMatch(other -> replaces(other, role)))
        .toList();
  }

  /** Whether the votes of an edge are taken from its shares, for nobody tells of votes. */
  public boolean votesFollowShares(int edge) {
    return nature == Basis.Nature.VOTING
        && behind(edge).stream().noneMatch(role -> role.basis().nature() == Basis.Nature.VOTING);
  }

  /** What could not be counted, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The party behind a node, where it is one. */
  Optional<Party> party(int node) {
    return register.party(id(node));
  }
}
