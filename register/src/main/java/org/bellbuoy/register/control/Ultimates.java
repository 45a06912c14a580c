package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Ultimate controllers: those who control a node by themselves and whom nobody controls. Holders
 * who control each other with nobody above them are one group.
 */
public final class Ultimates {
  private final MajorityControl control;
  private final IntPredicate named;

  private Ultimates(MajorityControl control, IntPredicate named) {
    this.control = control;
    this.named = named;
  }

  /**
   * Over a graph of votes.
   *
   * @param named whether a node is somebody; who is unknown is never told as a controller
   */
  public static Ultimates of(MajorityControl control, IntPredicate named) {
    return new Ultimates(control, named);
  }

  /** Groups of ultimate controllers, each of one node or of a cycle, in order of their nodes. */
  public List<List<Integer>> of(int node, Bound bound) {
    Map<Integer, ControlSet> controllers = controllers(node, bound);
    // A node on a cycle of control is one of its own controllers' controlled.
    ControlSet own = control.controlledBy(node, bound);
    if (controllers.keySet().stream().anyMatch(own::contains)) {
      controllers.put(node, own);
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (Map.Entry<Integer, ControlSet> entry : controllers.entrySet()) {
      int candidate = entry.getKey();
      List<Integer> group = new ArrayList<>();
      boolean top = true;
      for (Map.Entry<Integer, ControlSet> other : controllers.entrySet()) {
        boolean above = other.getValue().contains(candidate);
        boolean below = entry.getValue().contains(other.getKey());
        top &= !above || below;
        if (above && below) {
          group.add(other.getKey());
        }
      }
      if (top && group.getFirst() == candidate) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** All who control a node by themselves, each with whom it controls, by node. */
  public Map<Integer, ControlSet> controllers(int node, Bound bound) {
    Map<Integer, ControlSet> controllers = new LinkedHashMap<>();
    for (int candidate : candidates(node, bound)) {
      ControlSet set = control.controlledBy(candidate, bound);
      if (set.controls(node)) {
        controllers.put(candidate, set);
      }
    }
    return controllers;
  }

  /** Holders above a node that have enough of anything to begin with, in order of their nodes. */
  private int[] candidates(int node, Bound bound) {
    ShareGraph graph = control.graph();
    IntList above = new IntList();
    IntList candidates = new IntList();
    boolean[] seen = new boolean[graph.nodes()];
    seen[node] = true;
    above.add(node);
    for (int at = 0; at < above.size(); at++) {
      int target = above.get(at);
      for (int edge = graph.columnStart(target); edge < graph.columnEnd(target); edge++) {
        int holder = graph.holder(edge);
        if (!seen[holder] && graph.units(edge, bound) > 0) {
          seen[holder] = true;
          above.add(holder);
          if (named.test(holder) && begins(holder, bound)) {
            candidates.add(holder);
          }
        }
      }
    }
    int[] sorted = candidates.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private boolean begins(int holder, Bound bound) {
    ShareGraph graph = control.graph();
    for (int i = 0; i < graph.rowSize(holder); i++) {
      if (control.threshold().reachedBy(graph.units(graph.rowEdge(holder, i), bound))) {
        return true;
      }
    }
    return false;
  }
}
