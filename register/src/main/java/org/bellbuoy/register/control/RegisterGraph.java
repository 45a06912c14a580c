package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;

/**
 * The shares of a register, as a graph whose nodes are its parties and assets.
 *
 * <p>Where several sources say how much one holder has, the interval runs from the least to the
 * largest; within one source the statement recorded last counts. Where sources contradict each
 * other, what one of them leaves no room for begins at 0. Where no source tells of votes in a
 * company, votes follow shares; where some do, holders of shares whose votes are not told may have
 * any that are left. Shares held indirectly are sums of chains: where the register has the chain
 * they are left out, else they are possible and their chain is told as unknown. Immutable; building
 * is linear in the roles, and cubic in loops where there are indirect ones.
 */
public final class RegisterGraph {
  private final Register register;
  private final Basis.Nature nature;
  private final List<String> idOf;
  private final Map<String, Integer> nodeOf = new HashMap<>();
  private final ShareGraph graph;
  private final Claims claims;
  private final Map<Integer, List<Doubt>> doubts = new HashMap<>();
  private Set<Role> unchained = Set.of();
  private final List<String> problems = new ArrayList<>();

  /** Why something is not certain, by a stable word. */
  record Doubt(String code, String text) {}

  private RegisterGraph(Register register, Basis.Nature nature) {
    this.register = register;
    this.nature = nature;
    this.claims = new Claims(register, nature);
    this.idOf = List.copyOf(register.ids());
    for (int node = 0; node < idOf.size(); node++) {
      nodeOf.put(idOf.get(node), node);
    }
    ShareGraph direct = build();
    Set<Role> alone = unchained(direct);
    if (alone.isEmpty()) {
      this.graph = direct;
    } else {
      unchained = alone;
      problems.clear();
      doubts.clear();
      this.graph = build();
    }
  }

  private ShareGraph build() {
    ShareGraph.Builder builder = ShareGraph.builder(idOf.size());
    for (int node = 0; node < idOf.size(); node++) {
      addColumn(builder, node);
    }
    return builder.build();
  }

  /** Statements of indirect holdings that the chains of a graph do not come to. */
  private Set<Role> unchained(ShareGraph direct) {
    Map<String, List<Role>> byHolder = new LinkedHashMap<>();
    claims
        .indirect()
        .forEach(role -> byHolder.computeIfAbsent(role.holder(), h -> new ArrayList<>()).add(role));
    Set<Role> alone = Collections.newSetFromMap(new IdentityHashMap<>());
    if (byHolder.isEmpty()) {
      return alone;
    }
    IntegratedOwnership ownership = IntegratedOwnership.of(direct);
    byHolder.forEach(
        (holder, roles) -> {
          double[] held = ownership.heldBy(node(holder), Bound.HIGH);
          for (Role role : roles) {
            Share share = role.share();
            double through = held[node(role.target())];
            double told = share == null ? 0 : share.min();
            if (!role.holder().equals(role.target()) && (through <= 0 || through + 1e-9 < told)) {
              alone.add(role);
            }
          }
        });
    return alone;
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
    List<Column.Claim> claimed = claims.on(target, unchained);
    if (claimed.stream().anyMatch(claim -> claim.holder().equals(target))) {
      problems.add("%s is said to hold itself; that is left out.".formatted(target));
    }
    Column column = column(claimed, target);
    column
        .shares()
        .forEach(
            (holder, share) ->
                builder.add(node(holder), node, share.lowUnits(), share.highUnits()));
    List<Doubt> found = new ColumnDoubts(register, claims, unchained).of(target, column);
    if (!found.isEmpty()) {
      doubts.put(node, found);
      found.stream()
          .filter(doubt -> doubt.code().equals(ColumnDoubts.CONTRADICTION))
          .forEach(doubt -> problems.add(doubt.text()));
    }
  }

  private static Column column(List<Column.Claim> claimed, String target) {
    return Column.of(claimed.stream().filter(claim -> !claim.holder().equals(target)).toList());
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
    String target = id(graph.target(edge));
    return column(claims.on(target, unchained), target).behind(id(graph.holder(edge)));
  }

  /** Why shares in a node are not certain, besides ranges. */
  List<Doubt> doubts(int node) {
    return doubts.getOrDefault(node, List.of());
  }

  /** Whether the votes of an edge are taken from its shares, for nobody tells of votes. */
  public boolean votesFollowShares(int edge) {
    // Title to a thing is no matter of votes.
    return nature == Basis.Nature.VOTING
        && behind(edge).stream()
            .noneMatch(
                role ->
                    role.basis().nature() == Basis.Nature.VOTING || role.basis() == Basis.TITLE);
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
