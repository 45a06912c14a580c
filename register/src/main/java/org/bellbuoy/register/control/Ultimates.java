package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Ultimate controllers: those who control a node by themselves and whom nobody controls. Holders
 * who control each other with nobody above them are one group. Whom a holder controls, and in which
 * group it is, is found once and kept. Those who hold all of each other have owners whom nobody
 * knows, so they are never certain to be ultimate. Not thread safe.
 */
public final class Ultimates {
  /** Room for what is kept: members of sets, some 12 bytes each. */
  private static final long MOST_KEPT = 8_000_000;

  private final MajorityControl control;
  private final IntPredicate named;
  private final Kept low;
  private final Kept high;
  private final Loops loops;
  // The marks spare an array for each question.
  private final int[] seen;
  private int mark;

  private Ultimates(MajorityControl control, IntPredicate named) {
    this.control = control;
    this.named = named;
    int nodes = control.graph().nodes();
    this.loops = Loops.of(control.graph(), Bound.LOW);
    this.seen = new int[nodes];
    this.low = new Kept(nodes);
    this.high = new Kept(nodes);
  }

  /** What is known of each node under one bound. */
  private static final class Kept {
    private final @Nullable ControlSet[] sets;
    private final @Nullable List<Integer>[] groups;
    private final byte[] begins;
    private long members;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Kept(int nodes) {
      sets = new ControlSet[nodes];
      groups = new List[nodes];
      begins = new byte[nodes];
    }
  }

  private Kept kept(Bound bound) {
    return bound == Bound.LOW ? low : high;
  }

  private ControlSet controlledBy(int holder, Bound bound) {
    Kept kept = kept(bound);
    ControlSet set = kept.sets[holder];
    if (set == null) {
      set = control.controlledBy(holder, bound);
      kept.members += set.size();
      if (kept.members > MOST_KEPT) {
        Arrays.fill(kept.sets, null);
        kept.members = set.size();
      }
      kept.sets[holder] = set;
    }
    return set;
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
    int[] controllers = controllingNodes(node, bound);
    if (controllers.length == 0) {
      return List.of();
    }
    ControlSet own = controlledBy(node, bound);
    for (int controller : controllers) {
      if (own.contains(controller)) {
        return onCycle(node, bound);
      }
    }
    // Whoever controls a controller of the node controls the node too, so that a group is the same
    // for all below it.
    List<List<Integer>> groups = new ArrayList<>(1);
    for (int controller : controllers) {
      List<Integer> group = group(controller, bound);
      boolean first = !group.isEmpty() && group.getFirst() == controller;
      if (first && !(bound == Bound.LOW && ownerless(controller))) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** Who controls each other with a holder, itself among them; empty where others are above it. */
  private List<Integer> group(int holder, Bound bound) {
    Kept kept = kept(bound);
    List<Integer> group = kept.groups[holder];
    if (group == null) {
      group = groupOf(holder, bound);
      kept.groups[holder] = group;
      for (int member : group) {
        kept.groups[member] = group;
      }
    }
    return group;
  }

  private List<Integer> groupOf(int holder, Bound bound) {
    int[] above = controllingNodes(holder, bound);
    ControlSet own = controlledBy(holder, bound);
    for (int other : above) {
      if (!own.contains(other)) {
        return List.of();
      }
    }
    List<Integer> group = new ArrayList<>(above.length + 1);
    for (int other : above) {
      group.add(other);
    }
    group.add(holder);
    group.sort(null);
    return List.copyOf(group);
  }

  /** A node on a cycle of control is one of its own controllers' controlled. */
  private List<List<Integer>> onCycle(int node, Bound bound) {
    Map<Integer, ControlSet> controllers = controllers(node, bound);
    controllers.put(node, controlledBy(node, bound));
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
    for (int holder : controllingNodes(node, bound)) {
      controllers.put(holder, controlledBy(holder, bound));
    }
    return controllers;
  }

  private int[] controllingNodes(int node, Bound bound) {
    int[] candidates = candidates(node, bound);
    int count = 0;
    for (int candidate : candidates) {
      if (controlledBy(candidate, bound).controls(node)) {
        candidates[count++] = candidate;
      }
    }
    return Arrays.copyOf(candidates, count);
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
    byte[] begins = kept(bound).begins;
    if (begins[holder] == 0) {
      begins[holder] = (byte) (reaches(holder, bound) ? 1 : -1);
    }
    return begins[holder] > 0;
  }

  private boolean reaches(int holder, Bound bound) {
    ShareGraph graph = control.graph();
    for (int i = 0; i < graph.rowSize(holder); i++) {
      if (control.threshold().reachedBy(graph.units(graph.rowEdge(holder, i), bound))) {
        return true;
      }
    }
    return false;
  }
}
