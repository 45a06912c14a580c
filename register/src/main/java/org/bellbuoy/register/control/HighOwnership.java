package org.bellbuoy.register.control;

import java.util.Arrays;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * The upper bound of integrated ownership. Where no column of largest shares comes to more than the
 * whole it is linear. Else it is the value of choosing, in each target, the shares within their
 * intervals that favour the holder most: read from target to owners, shares are the steps of a
 * walk, and the bound is the largest probability to come to the holder.
 */
final class HighOwnership {
  private final ShareGraph graph;
  private final @Nullable LinearOwnership linear;
  private final Loops loops;
  private final boolean[] ownerless;

  private HighOwnership(ShareGraph graph, @Nullable LinearOwnership linear, LinearOwnership low) {
    this.graph = graph;
    this.linear = linear;
    this.loops = Loops.of(graph, Bound.HIGH);
    this.ownerless = new boolean[graph.nodes()];
    for (int[] loop : low.closed()) {
      for (int node : loop) {
        ownerless[node] = true;
      }
    }
  }

  static HighOwnership of(ShareGraph graph, LinearOwnership low, int denseUpTo) {
    boolean exact = true;
    boolean feasible = true;
    for (int edge = 0; edge < graph.edges() && exact; edge++) {
      exact = graph.units(edge, Bound.LOW) == graph.units(edge, Bound.HIGH);
    }
    for (int node = 0; node < graph.nodes() && feasible; node++) {
      feasible = graph.columnUnits(node, Bound.HIGH) <= Share.ONE;
    }
    LinearOwnership linear = null;
    if (feasible && low.closed().isEmpty()) {
      linear = exact ? low : LinearOwnership.of(graph, Bound.HIGH, denseUpTo);
      // A loop that may be closed is no linear system.
      linear = linear.closed().isEmpty() ? linear : null;
    }
    return new HighOwnership(graph, linear, low);
  }

  double[] heldBy(int holder) {
    return linear == null ? walk(holder) : linear.heldBy(holder);
  }

  double[] holdersOf(int target) {
    if (linear != null) {
      return linear.holdersOf(target);
    }
    double[] held = new double[graph.nodes()];
    for (int holder : above(target)) {
      held[holder] = walk(holder)[target];
    }
    return held;
  }

  /** All nodes that can hold any of a target, without itself. */
  int[] above(int target) {
    IntList found = new IntList();
    boolean[] seen = new boolean[graph.nodes()];
    seen[target] = true;
    int node = target;
    for (int at = 0; ; at++) {
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        int from = graph.holder(edge);
        if (!seen[from] && graph.units(edge, Bound.HIGH) > 0) {
          seen[from] = true;
          found.add(from);
        }
      }
      if (at >= found.size()) {
        return found.toArray();
      }
      node = found.get(at);
    }
  }

  private double[] walk(int holder) {
    double[] u = new double[graph.nodes()];
    u[holder] = 1;
    int[] components = below(holder);
    for (int i = components.length - 1; i >= 0; i--) {
      int component = components[i];
      int[] members =
          Arrays.stream(loops.members(component)).filter(node -> node != holder).toArray();
      if (members.length == 1 && loops.size(component) == 1) {
        u[members[0]] = new ColumnChoice(graph, members[0]).best(u);
      } else if (members.length > 0) {
        loop(members, u);
      }
    }
    u[holder] = 0;
    return u;
  }

  private void loop(int[] members, double[] u) {
    if (ownerless[members[0]]) {
      // Only a member comes here, and who holds an ownerless loop is unknown.
      for (int node : members) {
        u[node] = 1;
      }
      return;
    }
    if (members.length <= LoopChoice.LARGEST) {
      LoopChoice.solve(graph, members, u);
    } else {
      LoopChoice.fromAbove(graph, members, u);
    }
  }

  private int[] below(int holder) {
    IntList found = new IntList();
    boolean[] seen = new boolean[loops.count()];
    found.add(loops.componentOf(holder));
    seen[loops.componentOf(holder)] = true;
    for (int at = 0; at < found.size(); at++) {
      int component = found.get(at);
      for (int i = 0; i < loops.size(component); i++) {
        int node = loops.member(component, i);
        for (int e = 0; e < graph.rowSize(node); e++) {
          int edge = graph.rowEdge(node, e);
          int next = loops.componentOf(graph.target(edge));
          if (!seen[next] && graph.units(edge, Bound.HIGH) > 0) {
            seen[next] = true;
            found.add(next);
          }
        }
      }
    }
    int[] order = found.toArray();
    Arrays.sort(order);
    return order;
  }
}
