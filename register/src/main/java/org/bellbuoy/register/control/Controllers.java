package org.bellbuoy.register.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bellbuoy.register.control.ControlAnswer.Change;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.ControlAnswer.Owner;
import org.bellbuoy.register.control.ControlAnswer.Reach;
import org.bellbuoy.register.control.ControlAnswer.Step;
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
    Entity subject =
        register
            .entity(id)
            .orElseThrow(() -> new IllegalArgumentException("Nothing has the id " + id + "."));
    int node = votes.node(id);
    List<Controller> controllers = controllers(node);
    List<Owner> owners = owners(node);
    boolean certain = controllers.stream().anyMatch(Controller::certain);
    return new ControlAnswer(
        subject,
        asOf,
        controllers,
        new StatedControl(register, votes, majority).of(id),
        owners.subList(0, Math.min(owners.size(), options.mostListed())),
        Math.max(0, owners.size() - options.mostListed()),
        certain ? List.of() : DirectPower.of(votes, node, options.likelyPower()),
        untold(node),
        reach(majority, votes, node),
        reach(half, economic, node),
        new CloseLinks(economic, ownership, options).of(node),
        new StateFacts(register, votes, majority).of(subject, controllers),
        problems());
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
    Flip flip =
        bound == Bound.LOW ? flips.loss(holders, node).orElse(null) : flips.gain(holders, node);
    return new Controller(
        group.stream().map(votes::id).toList(),
        bound == Bound.LOW,
        steps(Derivation.of(majority, set, node, bound)),
        flip == null ? null : change(flip));
  }

  private Change change(Flip flip) {
    return new Change(
        flip.gain(), votes.id(flip.holder()), votes.id(flip.target()), flip.units(), flip.atMost());
  }

  private List<Step> steps(Derivation derivation) {
    return derivation.steps().stream()
        .map(
            step ->
                new Step(
                    votes.id(step.node()),
                    step.heldUnits(),
                    step.edges().stream().map(edge -> holding(votes, edge)).toList()))
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

  private List<Owner> owners(int node) {
    double[] low = ownership.holdersOf(node, Bound.LOW);
    double[] high = ownership.holdersOf(node, Bound.HIGH);
    return IntStream.range(0, low.length)
        .filter(holder -> high[holder] > 1e-12 || low[holder] > 1e-12)
        .mapToObj(
            holder ->
                new Owner(
                    economic.id(holder),
                    economic.named(holder),
                    new Interval(Math.min(1, low[holder]), Math.min(1, high[holder]))))
        .sorted(
            Comparator.comparingDouble((Owner owner) -> -owner.share().low())
                .thenComparingDouble(owner -> -owner.share().high())
                .thenComparing(Owner::id))
        .toList();
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
    return new Untold(Math.max(0, Share.ONE - most), Share.ONE - least);
  }

  private Reach reach(MajorityControl control, RegisterGraph shares, int node) {
    if (!shares.named(node)) {
      return new Reach(List.of(), List.of(), 0);
    }
    ControlSet certain = control.controlledBy(node, Bound.LOW);
    ControlSet possible = control.controlledBy(node, Bound.HIGH);
    int[] only = Arrays.stream(possible.controlled()).filter(n -> !certain.contains(n)).toArray();
    int most = options.mostListed();
    int more = Math.max(0, certain.controlled().length - most) + Math.max(0, only.length - most);
    return new Reach(ids(shares, certain.controlled(), most), ids(shares, only, most), more);
  }

  private static List<String> ids(RegisterGraph shares, int[] nodes, int most) {
    return Arrays.stream(nodes).limit(most).mapToObj(shares::id).toList();
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
