package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chains of holdings from a holder to a target that come to no node twice, for showing products.
 */
public final class Chains {
  private static final int MOST_STEPS = 20_000;

  private final ShareGraph graph;
  private final int holder;
  private final List<Chain> found = new ArrayList<>();
  private final List<Integer> path = new ArrayList<>();
  private final boolean[] on;
  private int steps;

  /**
   * One chain.
   *
   * @param edges from the holder down to the target
   * @param share product of their least shares
   */
  public record Chain(List<Integer> edges, double share) {
    public Chain {
      edges = List.copyOf(edges);
    }
  }

  private Chains(ShareGraph graph, int holder) {
    this.graph = graph;
    this.holder = holder;
    this.on = new boolean[graph.nodes()];
  }

  /**
   * The chains of largest product, counting least shares; not all where a graph has very many.
   *
   * @param most how many at most
   */
  public static List<Chain> between(ShareGraph graph, int holder, int target, int most) {
    Chains chains = new Chains(graph, holder);
    chains.up(target, 1);
    chains.found.sort(
        Comparator.comparingDouble((Chain chain) -> -chain.share())
            .thenComparing(chain -> chain.edges().toString()));
    return chains.found.subList(0, Math.min(most, chains.found.size()));
  }

  private void up(int node, double share) {
    if (steps++ > MOST_STEPS || path.size() > 50) {
      return;
    }
    on[node] = true;
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      int from = graph.holder(edge);
      long units = graph.units(edge, Bound.LOW);
      if (units > 0 && !on[from]) {
        double product = share * IntegratedOwnership.fraction(units);
        path.addFirst(edge);
        if (from == holder) {
          found.add(new Chain(path, product));
        } else {
          up(from, product);
        }
        path.removeFirst();
      }
    }
    on[node] = false;
  }
}
