package org.bellbuoy.register.control;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.bellbuoy.register.model.Share;

/** The shares in one target, within their intervals and the whole, that favour a holder most. */
final class ColumnChoice {
  private final ShareGraph graph;
  private final int first;
  private final double[] chosen;

  /** Starts at least shares. */
  ColumnChoice(ShareGraph graph, int node) {
    this.graph = graph;
    this.first = graph.columnStart(node);
    this.chosen = new double[graph.columnEnd(node) - first];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = IntegratedOwnership.fraction(graph.units(first + i, Bound.LOW));
    }
  }

  int size() {
    return chosen.length;
  }

  int holder(int i) {
    return graph.holder(first + i);
  }

  double share(int i) {
    return chosen[i];
  }

  /** What the chosen shares come to, where holders are worth so much. */
  double value(double[] worth) {
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      sum += chosen[i] * worth[holder(i)];
    }
    return sum;
  }

  /** Gives what least shares leave to those worth most first, and says what that comes to. */
  double best(double[] worth) {
    long left = Share.ONE;
    for (int i = 0; i < chosen.length; i++) {
      long least = graph.units(first + i, Bound.LOW);
      chosen[i] = IntegratedOwnership.fraction(least);
      left -= least;
    }
    if (left > 0) {
      int[] order =
          IntStream.range(0, chosen.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -worth[holder(i)]))
              .mapToInt(i -> i)
              .toArray();
      for (int i : order) {
        long least = graph.units(first + i, Bound.LOW);
        long more = Math.min(left, graph.units(first + i, Bound.HIGH) - least);
        chosen[i] = IntegratedOwnership.fraction(least + more);
        left -= more;
      }
    }
    return value(worth);
  }

  /** Takes over what another choice of the same target chose. */
  void take(ColumnChoice other) {
    System.arraycopy(other.chosen, 0, chosen, 0, chosen.length);
  }
}
