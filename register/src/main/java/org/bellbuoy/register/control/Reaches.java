package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.register.control.ControlAnswer.Blocked;
import org.bellbuoy.register.control.ControlAnswer.Change;
import org.bellbuoy.register.control.ControlAnswer.Reach;
import org.bellbuoy.register.control.ControlAnswer.Reached;
import org.bellbuoy.register.control.ControlAnswer.Step;
import org.jspecify.annotations.Nullable;

/** Whom holders come to at a threshold, with how it follows and what would turn it. */
final class Reaches {
  private final RegisterGraph shares;
  private final MajorityControl control;
  private final int most;

  Reaches(RegisterGraph shares, MajorityControl control, ControlOptions options) {
    this.shares = shares;
    this.control = control;
    this.most = options.mostListed();
  }

  /** Whom one holder comes to; how only where detail is wanted. */
  Reach of(int node, boolean detail) {
    if (!shares.named(node)) {
      return new Reach(List.of(), List.of(), 0, List.of());
    }
    int[] holders = {node};
    ControlSet certain = control.controlledBy(holders, Bound.LOW);
    ControlSet possible = control.controlledBy(holders, Bound.HIGH);
    int[] only = Arrays.stream(possible.controlled()).filter(n -> !certain.contains(n)).toArray();
    int more = Math.max(0, certain.controlled().length - most) + Math.max(0, only.length - most);
    List<Reached> how = new ArrayList<>();
    if (detail) {
      for (int reached : first(certain.controlled())) {
        how.add(reached(holders, certain, reached, Bound.LOW));
      }
      for (int reached : first(only)) {
        how.add(reached(holders, possible, reached, Bound.HIGH));
      }
    }
    return new Reach(ids(certain.controlled()), ids(only), more, how);
  }

  private int[] first(int[] nodes) {
    return Arrays.copyOf(nodes, Math.min(most, nodes.length));
  }

  private List<String> ids(int[] nodes) {
    return Arrays.stream(first(nodes)).mapToObj(shares::id).toList();
  }

  private Reached reached(int[] holders, ControlSet set, int node, Bound bound) {
    Step step = steps(shares, Derivation.of(control, set, node, bound)).getLast();
    return new Reached(bound == Bound.LOW, step, flip(holders, node, bound == Bound.LOW));
  }

  private @Nullable Change flip(int[] holders, int node, boolean certain) {
    Flips flips = Flips.of(control);
    Flip flip = certain ? flips.loss(holders, node).orElse(null) : flips.gain(holders, node);
    return flip == null ? null : change(shares, flip);
  }

  /** Whether a node comes under holders together. */
  Blocked blocked(int[] holders, int node) {
    ControlSet low = control.controlledBy(holders, Bound.LOW);
    ControlSet high = control.controlledBy(holders, Bound.HIGH);
    List<String> ids = Arrays.stream(holders).mapToObj(shares::id).toList();
    if (low.contains(node) && !low.controls(node)) {
      return new Blocked(ids, true, true, List.of(), null);
    }
    boolean certain = low.controls(node);
    boolean possible = certain || high.controls(node);
    List<Step> steps =
        possible
            ? steps(
                shares,
                certain
                    ? Derivation.of(control, low, node, Bound.LOW)
                    : Derivation.of(control, high, node, Bound.HIGH))
            : List.of();
    return new Blocked(ids, certain, possible, steps, flip(holders, node, certain));
  }

  static Change change(RegisterGraph shares, Flip flip) {
    return new Change(
        flip.gain(),
        shares.id(flip.holder()),
        shares.id(flip.target()),
        flip.units(),
        flip.atMost());
  }

  static List<Step> steps(RegisterGraph shares, Derivation derivation) {
    return derivation.steps().stream()
        .map(
            step ->
                new Step(
                    shares.id(step.node()),
                    step.heldUnits(),
                    step.edges().stream().map(edge -> Controllers.holding(shares, edge)).toList()))
        .toList();
  }
}
