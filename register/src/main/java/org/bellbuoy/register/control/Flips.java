package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.register.model.Share;

/**
 * Finds the smallest change of a single holding that turns an answer. Exact: for each holding the
 * fixpoint is computed without it, and what is then missing says how much of it can go.
 */
public final class Flips {
  /** Most holdings that are tried for a gain. */
  private static final int MOST_TRIED = 2_000;

  private final MajorityControl control;

  private Flips(MajorityControl control) {
    this.control = control;
  }

  /** Over the same graph and threshold. */
  public static Flips of(MajorityControl control) {
    return new Flips(control);
  }

  /**
   * For a target that holders control: the least that one holding must lose. Empty where no single
   * holding suffices. Certain control only, for it counts least shares.
   */
  public Optional<Flip> loss(int[] holders, int target) {
    ShareGraph graph = control.graph();
    ControlSet all = control.controlledBy(holders, Bound.LOW);
    Flip best = null;
    for (int edge : Derivation.of(control, all, target).edges()) {
      ControlSet without = control.solve(holders, Bound.LOW, edge, -1);
      if (!without.contains(target)) {
        int held = graph.target(edge);
        long others = heldWithout(without, held, edge);
        long lost = others + graph.units(edge, Bound.LOW) - (control.threshold().least() - 1);
        if (best == null || lost < best.units()) {
          best = new Flip(false, graph.holder(edge), held, lost, false);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private long heldWithout(ControlSet set, int node, int without) {
    ShareGraph graph = control.graph();
    long sum = 0;
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      if (edge != without && set.contains(graph.holder(edge))) {
        sum += graph.units(edge, Bound.LOW);
      }
    }
    return sum;
  }

  /**
   * For a target that holders do not control: the least that they must gain in one place, from
   * whoever else holds there.
   */
  public Flip gain(int[] holders, int target) {
    ControlSet set = control.controlledBy(holders, Bound.LOW);
    List<Flip> tries = new ArrayList<>();
    for (int node : above(target)) {
      if (!set.contains(node)) {
        tries.add(missing(set, holders[0], node));
      }
    }
    tries.sort(
        Comparator.comparingLong(Flip::units)
            .thenComparing(flip -> flip.target() != target)
            .thenComparingInt(Flip::target));
    int tried = 0;
    for (Flip flip : tries) {
      boolean last = ++tried > MOST_TRIED;
      if (last) {
        break;
      }
      if (flip.target() == target
          || control.solve(holders, Bound.LOW, -1, flip.target()).contains(target)) {
        return flip;
      }
    }
    Flip direct = missing(set, holders[0], target);
    return new Flip(true, direct.holder(), target, direct.units(), true);
  }

  /** What those in a set need more of a node; it goes to the one of them who holds most of it. */
  private Flip missing(ControlSet set, int otherwise, int node) {
    ShareGraph graph = control.graph();
    long sum = 0;
    long most = 0;
    int holder = otherwise;
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      if (set.contains(graph.holder(edge))) {
        long units = graph.units(edge, Bound.LOW);
        sum += units;
        if (units > most) {
          most = units;
          holder = graph.holder(edge);
        }
      }
    }
    return new Flip(true, holder, node, control.threshold().least() - sum, false);
  }

  /** A node and all that hold any of it through whatever chain. */
  private List<Integer> above(int target) {
    ShareGraph graph = control.graph();
    List<Integer> found = new ArrayList<>(List.of(target));
    boolean[] seen = new boolean[graph.nodes()];
    seen[target] = true;
    for (int at = 0; at < found.size(); at++) {
      int node = found.get(at);
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        int from = graph.holder(edge);
        if (!seen[from] && graph.units(edge, Bound.LOW) > 0) {
          seen[from] = true;
          found.add(from);
        }
      }
    }
    return found;
  }

  /** A change in words that do not depend on names, for example {@code 1.5 %}. */
  public static String points(Flip flip) {
    return Share.percent(flip.units()) + " %";
  }
}
