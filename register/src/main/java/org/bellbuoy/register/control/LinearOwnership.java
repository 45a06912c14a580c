package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * Integrated ownership at one bound, by one pass over the components in their order and a solved
 * system within each loop. A loop that nobody outside holds any of is closed: what its members hold
 * in each other is left out, for it says nothing of who owns them.
 */
final class LinearOwnership {
  private final ShareGraph graph;
  private final Bound bound;
  private final Loops loops;
  private final int[] local;
  private final LoopSolver[] solvers;
  private final List<int[]> closed = new ArrayList<>();
  private final int[] solverOf;

  private LinearOwnership(ShareGraph graph, Bound bound, int denseUpTo) {
    this.graph = graph;
    this.bound = bound;
    this.loops = Loops.of(graph, bound);
    this.local = new int[graph.nodes()];
    this.solverOf = new int[loops.count()];
    Arrays.fill(solverOf, -1);
    List<LoopSolver> prepared = new ArrayList<>();
    for (int component = 0; component < loops.count(); component++) {
      if (loops.size(component) > 1) {
        int[] members = loops.members(component);
        for (int i = 0; i < members.length; i++) {
          local[members[i]] = i;
        }
        if (loops.closed(component, graph, bound)) {
          closed.add(members);
        } else {
          solverOf[component] = prepared.size();
          prepared.add(LoopSolver.of(graph, bound, members, local, component, loops, denseUpTo));
        }
      }
    }
    this.solvers = prepared.toArray(LoopSolver[]::new);
  }

  static LinearOwnership of(ShareGraph graph, Bound bound, int denseUpTo) {
    return new LinearOwnership(graph, bound, denseUpTo);
  }

  /** Loops that nobody outside holds any of, each as its nodes. */
  List<int[]> closed() {
    return closed;
  }

  /** Y(holder, y) for every y; 0 for the holder itself. */
  double[] heldBy(int holder) {
    double[] v = new double[graph.nodes()];
    v[holder] = 1;
    for (int component : order(holder, true)) {
      solve(component, v, true);
      for (int i = 0; i < loops.size(component); i++) {
        int node = loops.member(component, i);
        if (v[node] != 0) {
          pushDown(node, component, v);
        }
      }
    }
    double self = v[holder];
    v[holder] = 0;
    for (int node = 0; self != 1 && node < v.length; node++) {
      v[node] /= self;
    }
    return v;
  }

  private void pushDown(int node, int component, double[] v) {
    for (int i = 0; i < graph.rowSize(node); i++) {
      int edge = graph.rowEdge(node, i);
      int to = graph.target(edge);
      if (loops.componentOf(to) != component) {
        v[to] += v[node] * share(edge);
      }
    }
  }

  /** V(node, node): 1 unless the node stands on a loop. */
  double self(int node) {
    LoopSolver solver = solver(loops.componentOf(node));
    return solver == null ? 1 : solver.diagonal(local[node]);
  }

  /** Y(x, target) for every x; 0 for the target itself. */
  double[] holdersOf(int target) {
    double[] c = new double[graph.nodes()];
    c[target] = 1;
    int[] order = order(target, false);
    for (int component : order) {
      solve(component, c, false);
      for (int i = 0; i < loops.size(component); i++) {
        int node = loops.member(component, i);
        for (int edge = graph.columnStart(node);
            c[node] != 0 && edge < graph.columnEnd(node);
            edge++) {
          int from = graph.holder(edge);
          if (loops.componentOf(from) != component) {
            c[from] += c[node] * share(edge);
          }
        }
      }
    }
    c[target] = 0;
    for (int component : order) {
      LoopSolver solver = solver(component);
      for (int i = 0; solver != null && i < loops.size(component); i++) {
        int node = loops.member(component, i);
        if (c[node] != 0) {
          c[node] /= solver.diagonal(i);
        }
      }
    }
    return c;
  }

  private @Nullable LoopSolver solver(int component) {
    return solverOf[component] < 0 ? null : solvers[solverOf[component]];
  }

  private void solve(int component, double[] values, boolean down) {
    LoopSolver solver = solver(component);
    if (solver == null) {
      return;
    }
    int n = loops.size(component);
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = values[loops.member(component, i)];
    }
    double[] solved = down ? solver.down(b) : solver.up(b);
    for (int i = 0; i < n; i++) {
      values[loops.member(component, i)] = solved[i];
    }
  }

  private double share(int edge) {
    return graph.units(edge, bound) / (double) Share.ONE;
  }

  /** Components that can be come to, holders first going down and targets first going up. */
  private int[] order(int start, boolean down) {
    IntList found = new IntList();
    boolean[] seen = new boolean[loops.count()];
    found.add(loops.componentOf(start));
    seen[loops.componentOf(start)] = true;
    for (int at = 0; at < found.size(); at++) {
      int component = found.get(at);
      for (int i = 0; i < loops.size(component); i++) {
        int node = loops.member(component, i);
        int edges = down ? graph.rowSize(node) : graph.columnEnd(node) - graph.columnStart(node);
        for (int e = 0; e < edges; e++) {
          int edge = down ? graph.rowEdge(node, e) : graph.columnStart(node) + e;
          int next = loops.componentOf(down ? graph.target(edge) : graph.holder(edge));
          if (!seen[next] && graph.units(edge, bound) > 0) {
            seen[next] = true;
            found.add(next);
          }
        }
      }
    }
    int[] order = found.toArray();
    Arrays.sort(order);
    if (down) {
      for (int i = 0, j = order.length - 1; i < j; i++, j--) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
    }
    return order;
  }
}
