package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a node is in a set: the steps that lead to it, each with the edges that made it, in order of
 * coming in.
 *
 * @param steps only those that the node needs
 */
public record Derivation(List<Step> steps) {
  public Derivation {
    steps = List.copyOf(steps);
  }

  /**
   * One node that came in.
   *
   * @param node the node
   * @param edges shares in it of holders that were in before
   * @param heldUnits what those come to
   */
  public record Step(int node, List<Integer> edges, long heldUnits) {
    public Step {
      edges = List.copyOf(edges);
    }
  }

  /** Traces a node back to the holders of a set of certain control. */
  static Derivation of(MajorityControl control, ControlSet set, int node) {
    return of(control, set, node, Bound.LOW);
  }

  /** Traces a node back to the holders. Empty where the node is not controlled. */
  public static Derivation of(MajorityControl control, ControlSet set, int node, Bound bound) {
    boolean[] wanted = new boolean[set.size()];
    if (set.controls(node)) {
      wanted[set.place(node)] = true;
    }
    List<Step> steps = new ArrayList<>();
    for (int place = set.size() - 1; place >= set.holders(); place--) {
      if (wanted[place]) {
        int member = set.node(place);
        List<Integer> edges = new ArrayList<>();
        for (int edge : control.reasons(set, member)) {
          edges.add(edge);
          wanted[set.place(control.graph().holder(edge))] = true;
        }
        steps.addFirst(new Step(member, edges, control.heldBefore(set, member, place, bound)));
      }
    }
    return new Derivation(steps);
  }

  /** All edges of all steps. */
  public List<Integer> edges() {
    return steps.stream().flatMap(step -> step.edges().stream()).toList();
  }
}
