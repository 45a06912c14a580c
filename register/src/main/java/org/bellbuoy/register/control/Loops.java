package org.bellbuoy.register.control;

import java.util.Arrays;
import org.bellbuoy.register.model.Share;

/**
 * The strongly connected components of a graph: single nodes and loops of holders that hold each
 * other. Components are numbered so that a holder's number is never lower than its target's.
 * Tarjan's algorithm without recursion, in time linear in nodes and edges.
 */
final class Loops {
  private final int[] componentOf;
  private final int[] start;
  private final int[] members;

  private Loops(int[] componentOf, int count) {
    this.componentOf = componentOf;
    this.start = new int[count + 1];
    for (int component : componentOf) {
      start[component + 1]++;
    }
    for (int i = 0; i < count; i++) {
      start[i + 1] += start[i];
    }
    this.members = new int[componentOf.length];
    int[] next = start.clone();
    for (int node = 0; node < componentOf.length; node++) {
      members[next[componentOf[node]]++] = node;
    }
  }

  /** Over the edges whose share at that bound is more than nothing. */
  static Loops of(ShareGraph graph, Bound bound) {
    return new Search(graph, bound).run();
  }

  int count() {
    return start.length - 1;
  }

  int componentOf(int node) {
    return componentOf[node];
  }

  int size(int component) {
    return start[component + 1] - start[component];
  }

  int member(int component, int index) {
    return members[start[component] + index];
  }

  /** Whether members hold all of each other at that bound, and nobody else any. Sums are exact. */
  boolean closed(int component, ShareGraph graph, Bound bound) {
    for (int i = 0; i < size(component); i++) {
      int node = member(component, i);
      long within = 0;
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        if (componentOf(graph.holder(edge)) == component) {
          within += graph.units(edge, bound);
        }
      }
      if (within < Share.ONE) {
        return false;
      }
    }
    return size(component) > 1;
  }

  int[] members(int component) {
    return Arrays.copyOfRange(members, start[component], start[component + 1]);
  }

  private static final class Search {
    private final ShareGraph graph;
    private final Bound bound;
    private final int[] index;
    private final int[] lowest;
    private final int[] componentOf;
    private final int[] open;
    private final int[] path;
    private final int[] nextEdge;
    private int opened;
    private int depth;
    private int counter;
    private int components;

    Search(ShareGraph graph, Bound bound) {
      this.graph = graph;
      this.bound = bound;
      int nodes = graph.nodes();
      index = new int[nodes];
      lowest = new int[nodes];
      componentOf = new int[nodes];
      open = new int[nodes];
      path = new int[nodes];
      nextEdge = new int[nodes];
      Arrays.fill(componentOf, -1);
    }

    Loops run() {
      for (int node = 0; node < graph.nodes(); node++) {
        if (index[node] == 0) {
          walk(node);
        }
      }
      return new Loops(componentOf, components);
    }

    private void enter(int node) {
      index[node] = ++counter;
      lowest[node] = counter;
      open[opened++] = node;
      path[depth++] = node;
    }

    private void walk(int root) {
      enter(root);
      while (depth > 0) {
        int node = path[depth - 1];
        if (nextEdge[node] < graph.rowSize(node)) {
          int edge = graph.rowEdge(node, nextEdge[node]++);
          if (graph.units(edge, bound) > 0) {
            int to = graph.target(edge);
            if (index[to] == 0) {
              enter(to);
            } else if (componentOf[to] < 0) {
              lowest[node] = Math.min(lowest[node], index[to]);
            }
          }
        } else {
          leave(node);
        }
      }
    }

    private void leave(int node) {
      depth--;
      if (depth > 0) {
        int above = path[depth - 1];
        lowest[above] = Math.min(lowest[above], lowest[node]);
      }
      if (lowest[node] == index[node]) {
        int member;
        do {
          member = open[--opened];
          componentOf[member] = components;
        } while (member != node);
        components++;
      }
    }
  }
}
