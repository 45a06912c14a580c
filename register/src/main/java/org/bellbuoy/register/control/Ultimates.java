package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Ultimate controllers: those who control a node by themselves and whom nobody controls. Holders
 * who control each other with nobody above them are one group. Those who hold all of each other
 * have owners whom nobody knows, so they are never certain to be ultimate. Not thread safe.
 */
public final class Ultimates {
  private static final int MOST_KNOWN = 50_000;

  private final MajorityControl control;
  private final IntPredicate named;
  // Whom one holder controls is asked for each node below it; the marks spare an array for each.
  private final Map<Long, ControlSet> known = new HashMap<>();
  private final Loops loops;
  private final int[] seen;
  private int mark;

  private Ultimates(MajorityControl control, IntPredicate named) {
    this.control = control;
    this.named = named;
    this.loops = Loops.of(control.graph(), Bound.LOW);
    this.seen = new int[control.graph().nodes()];
  }

  private ControlSet controlledBy(int holder, Bound bound) {
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        2L * holder + bound.ordinal(), key -> control.controlledBy(holder, bound));
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
    ControlSet own = controlledBy(node, bound);
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
      if (top && group.getFirst() == candidate && !(bound == Bound.LOW && ownerless(candidate))) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** Whether a node belongs to a loop that holds all of itself: who is above it is unknown. */
  boolean ownerless(int node) {
    return loops.closed(loops.componentOf(node), control.graph(), Bound.LOW);
  }

  /** All who control a node by themselves, each with whom it controls, by node. */
  public Map<Integer, ControlSet> controllers(int node, Bound bound) {
    Map<Integer, ControlSet> controllers = new LinkedHashMap<>();
    for (int candidate : candidates(node, bound)) {
      ControlSet set = controlledBy(candidate, bound);
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
    mark++;
    seen[node] = mark;
    above.add(node);
    for (int at = 0; at < above.size(); at++) {
      int target = above.get(at);
      for (int edge = graph.columnStart(target); edge < graph.columnEnd(target); edge++) {
        int holder = graph.holder(edge);
        if (seen[holder] != mark && graph.units(edge, bound) > 0) {
          seen[holder] = mark;
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
