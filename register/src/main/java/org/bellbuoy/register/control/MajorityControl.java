package org.bellbuoy.register.control;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.bellbuoy.register.model.Share;

/**
 * Control through shares above a threshold, as a least fixpoint: the holders are in, and whatever
 * those who are in hold enough of comes in. Loops do no harm, for nothing is in without a reason
 * that came before it. With {@link Threshold#MAJORITY} over votes this is majority control, with
 * {@link Threshold#FIFTY_PERCENT} over economic shares the fifty percent rule for all blocked
 * persons together.
 *
 * <p>Certain control counts least shares. Possible control counts the largest shares of those who
 * are in, but no more than the least shares of all others leave. Sums are whole numbers and exact.
 *
 * <p>Not thread safe, for it keeps its work between questions; make one for each thread. A question
 * costs time linear in the edges of those it comes to.
 */
public final class MajorityControl {
  private static final int NOBODY = -1;

  private final ShareGraph graph;
  private final Threshold threshold;
  private final long[] held;
  private final long[] leastHeld;
  private final long[] leastOfAll;
  private final boolean[] in;
  private final IntList order = new IntList();
  private final IntList touched = new IntList();

  private MajorityControl(ShareGraph graph, Threshold threshold) {
    this.graph = graph;
    this.threshold = threshold;
    int nodes = graph.nodes();
    this.held = new long[nodes];
    this.leastHeld = new long[nodes];
    this.leastOfAll = new long[nodes];
    this.in = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      leastOfAll[node] = graph.columnUnits(node, Bound.LOW);
    }
  }

  /** Over a graph of votes, or of economic shares for the fifty percent rule. */
  public static MajorityControl of(ShareGraph graph, Threshold threshold) {
    return new MajorityControl(graph, threshold);
  }

  /** The graph. */
  public ShareGraph graph() {
    return graph;
  }

  /** The threshold. */
  public Threshold threshold() {
    return threshold;
  }

  /** Whom one holder controls. */
  public ControlSet controlledBy(int holder, Bound bound) {
    return controlledBy(new int[] {holder}, bound);
  }

  /** Whom holders control together: organs of one state, all blocked persons. */
  public ControlSet controlledBy(int[] holders, Bound bound) {
    return solve(holders, bound, NOBODY, NOBODY);
  }

  /**
   * The same where one edge is not there, or one node is in although nobody holds enough of it.
   *
   * @param withoutEdge an edge that does not count; -1 for none
   * @param forced a node taken as controlled from the start; -1 for none
   */
  ControlSet solve(int[] holders, Bound bound, int withoutEdge, int forced) {
    order.clear();
    touched.clear();
    for (int holder : holders) {
      enter(holder);
    }
    int count = order.size();
    if (forced != NOBODY) {
      enter(forced);
    }
    for (int at = 0; at < order.size(); at++) {
      int node = order.get(at);
      for (int i = 0; i < graph.rowSize(node); i++) {
        int edge = graph.rowEdge(node, i);
        int target = graph.target(edge);
        if (edge != withoutEdge && !in[target]) {
          count(edge, target, bound);
        }
      }
    }
    ControlSet result = new ControlSet(order.toArray(), count);
    for (int i = 0; i < touched.size(); i++) {
      held[touched.get(i)] = 0;
      leastHeld[touched.get(i)] = 0;
    }
    for (int i = 0; i < order.size(); i++) {
      in[order.get(i)] = false;
    }
    return result;
  }

  private void count(int edge, int target, Bound bound) {
    if (held[target] == 0 && leastHeld[target] == 0) {
      touched.add(target);
    }
    held[target] += graph.units(edge, bound);
    leastHeld[target] += graph.units(edge, Bound.LOW);
    long most = Share.ONE - (leastOfAll[target] - leastHeld[target]);
    if (threshold.reachedBy(Math.min(held[target], most))) {
      enter(target);
    }
  }

  private void enter(int node) {
    if (!in[node]) {
      in[node] = true;
      order.add(node);
    }
  }

  /** What members of a set hold in a node, of those that came before a place. */
  public long heldBefore(ControlSet set, int node, int place, Bound bound) {
    long sum = 0;
    long others = 0;
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      int at = set.place(graph.holder(edge));
      if (at >= 0 && at < place) {
        sum += graph.units(edge, bound);
      } else {
        others += graph.units(edge, Bound.LOW);
      }
    }
    return Math.min(sum, Share.ONE - others);
  }

  /** Edges by which a node came into a set, those of earlier members, in order of their coming. */
  public int[] reasons(ControlSet set, int node) {
    int place = set.place(node);
    return Arrays.stream(
            IntStream.range(graph.columnStart(node), graph.columnEnd(node))
                .filter(
                    edge -> {
                      int at = set.place(graph.holder(edge));
                      return at >= 0 && at < place;
                    })
                .toArray())
        .boxed()
        .sorted(Comparator.comparingInt(edge -> set.place(graph.holder(edge))))
        .mapToInt(edge -> edge)
        .toArray();
  }
}
