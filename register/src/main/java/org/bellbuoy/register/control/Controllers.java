package org.bellbuoy.register.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.ControlAnswer.Owner;
import org.bellbuoy.register.control.ControlAnswer.Untold;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about control over one register on one day. Preparing costs time linear in the
 * roles and cubic in loops of holders; answers cost what they come to. Not thread safe.
 */
public final class Controllers {
  /** Chains shown for each owner. */
  private static final int MOST_CHAINS = 5;

  private static final int MOST_WALKS = 200;

  /** Words in the column {@code x-rest} for votes that small holders have. */
  private static final Set<String> DISPERSED = Set.of("dispersed", "float", "listed");

  private final Register register;
  private final LocalDate asOf;
  private final ControlOptions options;
  private final RegisterGraph votes;
  private final RegisterGraph economic;
  private final MajorityControl majority;
  private final MajorityControl half;
  private final Ultimates ultimates;
  private final IntegratedOwnership ownership;

  private Controllers(Register register, LocalDate asOf, ControlOptions options) {
    this.register = register;
    this.asOf = asOf;
    this.options = options;
    this.votes = RegisterGraph.votes(register);
    this.economic = RegisterGraph.economic(register);
    this.majority = MajorityControl.of(votes.graph(), Threshold.MAJORITY);
    this.half = MajorityControl.of(economic.graph(), Threshold.FIFTY_PERCENT);
    this.ultimates = Ultimates.of(majority, votes::named);
    this.ownership = IntegratedOwnership.of(economic.graph());
  }

  /** Prepares what a register says of a day. */
  public static Controllers of(Register register, LocalDate asOf, ControlOptions options) {
    return new Controllers(register.asOf(asOf), asOf, options);
  }

  /** What holds on the day. */
  public Register register() {
    return register;
  }

  /**
   * What the register says of one party or asset.
   *
   * @throws IllegalArgumentException when there is none of that identifier
   */
  public ControlAnswer answer(String id) {
    return answer(id, false);
  }

  /** The same with how each follows whom it controls or half owns, at the cost of a walk each. */
  public ControlAnswer fullAnswer(String id) {
    return answer(id, true);
  }

  private ControlAnswer answer(String id, boolean detail) {
    Entity subject =
        register
            .entity(id)
            .orElseThrow(() -> new IllegalArgumentException("Nothing has the id " + id + "."));
    int node = votes.node(id);
    List<Controller> controllers = controllers(node);
    List<Owner> owners = owners(node);
    List<ControlAnswer.Stated> stated = new StatedControl(register, votes, majority).of(id);
    boolean certain = !ultimates.controllers(node, Bound.LOW).isEmpty();
    List<ControlAnswer.Fact> doubts = new Doubts(register, votes, economic, ultimates).of(id);
    List<String> problems = new ArrayList<>(doubts.stream().map(ControlAnswer.Fact::text).toList());
    problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    return new ControlAnswer(
        subject,
        asOf,
        controllers,
        stated,
        owners.stream().limit(options.mostListed()).map(owner -> withChains(owner, node)).toList(),
        Math.max(0, ownership.above(node).length - options.mostListed()),
        certain
            ? List.of()
            : DirectPower.of(votes, node, options.likelyPower(), dispersedBy(id) != null),
        untold(node),
        new Reaches(votes, majority, options).of(node, detail),
        new Reaches(economic, half, options).of(node, detail),
        new CloseLinks(economic, ownership, options).of(node),
        new StateFacts(register, votes, majority).of(subject, controllers, stated),
        doubts,
        problems);
  }

  /** The fifty percent rule for several persons together, asked of one party or asset. */
  public ControlAnswer.Blocked blocked(Set<String> ids, String id) {
    int[] holders = ids.stream().mapToInt(economic::node).filter(node -> node >= 0).toArray();
    return new Reaches(economic, half, options).blocked(holders, economic.node(id));
  }

  /** The source that says of a party or asset that all votes not told are dispersed. */
  private @Nullable String dispersedBy(String id) {
    for (Entity said : register.statementsOf(id)) {
      if (DISPERSED.contains(said.details().getOrDefault("x-rest", ""))) {
        return said.statement().source();
      }
    }
    return null;
  }

  /** Ultimate controllers of a party or asset by majority, certain and possible. */
  public List<Controller> controllersOf(String id) {
    return controllers(votes.node(id));
  }

  /** All that the fifty percent rule gives for several persons together, in order. */
  public List<String> halfOwnedBy(Set<String> ids) {
    int[] holders = ids.stream().mapToInt(economic::node).filter(node -> node >= 0).toArray();
    return Arrays.stream(half.controlledBy(holders, Bound.LOW).controlled())
        .mapToObj(economic::id)
        .toList();
  }

  private List<Controller> controllers(int node) {
    List<Controller> controllers = new ArrayList<>();
    List<List<Integer>> certain = ultimates.of(node, Bound.LOW);
    for (List<Integer> group : certain) {
      controllers.add(controller(group, node, Bound.LOW));
    }
    for (List<Integer> group : ultimates.of(node, Bound.HIGH)) {
      if (!certain.contains(group)) {
        controllers.add(controller(group, node, Bound.HIGH));
      }
    }
    return controllers;
  }

  private Controller controller(List<Integer> group, int node, Bound bound) {
    int first = group.stream().filter(member -> member != node).findFirst().orElse(node);
    ControlSet set = majority.controlledBy(first, bound);
    int[] holders = {first};
    Flips flips = Flips.of(majority);
    Flip flip = null;
    if (bound == Bound.LOW) {
      flip = flips.loss(holders, node).orElse(null);
    } else if (!ultimates.ownerless(first)) {
      // No holding makes certain who is above those who hold all of each other.
      flip = flips.gain(holders, node);
    }
    return new Controller(
        group.stream().map(votes::id).toList(),
        bound == Bound.LOW,
        perhapsUnder(group, bound),
        Reaches.steps(votes, Derivation.of(majority, set, node, bound)),
        flip == null ? null : Reaches.change(votes, flip));
  }

  private List<String> perhapsUnder(List<Integer> group, Bound bound) {
    if (bound == Bound.HIGH) {
      return List.of();
    }
    return ultimates.controllers(group.getFirst(), Bound.HIGH).keySet().stream()
        .filter(above -> !group.contains(above))
        .map(votes::id)
        .toList();
  }

  static Holding holding(RegisterGraph shares, int edge) {
    ShareGraph graph = shares.graph();
    return new Holding(
        shares.id(graph.holder(edge)),
        shares.id(graph.target(edge)),
        graph.units(edge, Bound.LOW),
        graph.units(edge, Bound.HIGH),
        shares.votesFollowShares(edge),
        shares.behind(edge));
  }

  /** Upper bounds cost a walk for each holder: below very many, only the largest get one. */
  private List<Owner> owners(int node) {
    double[] low = ownership.holdersOf(node, Bound.LOW);
    int[] above = ownership.above(node);
    int[] holders =
        above.length <= MOST_WALKS
            ? above
            : Arrays.stream(above)
                .boxed()
                .sorted(Comparator.comparingDouble(holder -> -low[holder]))
                .limit(options.mostListed())
                .mapToInt(holder -> holder)
                .toArray();
    return Arrays.stream(holders)
        .mapToObj(
            holder ->
                new Owner(
                    economic.id(holder),
                    economic.named(holder),
                    ownership.of(holder, node),
                    List.of(),
                    1,
                    false))
        .sorted(
            Comparator.comparingDouble((Owner owner) -> -owner.share().low())
                .thenComparingDouble(owner -> -owner.share().high())
                .thenComparing(Owner::id))
        .toList();
  }

  private Owner withChains(Owner owner, int node) {
    ShareGraph graph = economic.graph();
    int holder = economic.node(owner.id());
    List<Chains.Chain> all = Chains.between(graph, holder, node, MOST_CHAINS);
    List<ControlAnswer.Chain> chains =
        all.stream()
            .filter(chain -> !throughOwnerless(chain))
            .map(
                chain ->
                    new ControlAnswer.Chain(
                        chain.edges().stream().map(edge -> holding(economic, edge)).toList(),
                        chain.share()))
            .toList();
    return new Owner(
        owner.id(),
        owner.named(),
        owner.share(),
        chains,
        ownership.self(holder),
        chains.size() < all.size());
  }

  private boolean throughOwnerless(Chains.Chain chain) {
    for (int[] loop : ownership.ownerlessLoops()) {
      Set<Integer> members = Arrays.stream(loop).boxed().collect(Collectors.toSet());
      for (int edge : chain.edges()) {
        ShareGraph graph = economic.graph();
        if (members.contains(graph.holder(edge)) && members.contains(graph.target(edge))) {
          return true;
        }
      }
    }
    return false;
  }

  private Untold untold(int node) {
    long least = 0;
    long most = 0;
    ShareGraph graph = votes.graph();
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      if (votes.named(graph.holder(edge))) {
        least += graph.units(edge, Bound.LOW);
        most += graph.units(edge, Bound.HIGH);
      }
    }
    return new Untold(
        Math.max(0, Share.ONE - most), Share.ONE - least, dispersedBy(votes.id(node)));
  }

  /** What could not be counted anywhere in the register. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(economic.problems());
    for (String problem : votes.problems()) {
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }
    for (List<Holding> loop : ownerlessLoops()) {
      problems.add(
          "Ownerless loop: %s hold all of each other; who owns them is unknown."
              .formatted(
                  String.join(
                      ", ", loop.stream().map(Holding::target).distinct().sorted().toList())));
    }
    return problems;
  }

  /** Loops whose members hold all of each other, each as the holdings within it. */
  public List<List<Holding>> ownerlessLoops() {
    List<List<Holding>> loops = new ArrayList<>();
    ShareGraph graph = economic.graph();
    for (int[] loop : ownership.ownerlessLoops()) {
      List<Holding> holdings = new ArrayList<>();
      for (int node : loop) {
        for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
          if (graph.units(edge, Bound.LOW) > 0) {
            holdings.add(holding(economic, edge));
          }
        }
      }
      loops.add(holdings);
    }
    return loops;
  }

  /** The leading name of a party or asset, or its identifier where it is not there. */
  public String name(@Nullable String id) {
    return id == null ? "" : register.entity(id).map(Entity::name).orElse(id);
  }
}
