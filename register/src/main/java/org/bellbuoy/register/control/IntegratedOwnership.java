package org.bellbuoy.register.control;

import java.util.List;
import org.bellbuoy.register.model.Share;

/**
 * Integrated ownership: how much of y a holder x has through all chains that do not run through x
 * again, Y(x, y) = V(x, y) / V(x, x) with V = (I - W)^-1 (Baldone, Brioschi, Paleari 1998; Romei,
 * Ruggieri, Turini). Without the division a holder on a loop could come to more than the whole.
 *
 * <p>The lower bound counts least shares and gives what is left over to nobody. The upper bound is
 * the largest that shares within their intervals, at most the whole in each target, can make of it.
 *
 * <p>Immutable and safe for many threads. Preparing costs time linear in edges, and cubic in the
 * size of loops; a question is linear in what it can come to. Loops of more than {@link
 * #DENSE_UP_TO} nodes are factored sparsely.
 */
public final class IntegratedOwnership {
  /** Largest loop whose inverse is kept whole, some 2 MB. */
  public static final int DENSE_UP_TO = 500;

  private final ShareGraph graph;
  private final LinearOwnership low;
  private final HighOwnership high;

  private IntegratedOwnership(ShareGraph graph, int denseUpTo) {
    this.graph = graph;
    this.low = LinearOwnership.of(graph, Bound.LOW, denseUpTo);
    this.high = HighOwnership.of(graph, low, denseUpTo);
  }

  /** Prepares a graph of economic shares. */
  public static IntegratedOwnership of(ShareGraph graph) {
    return new IntegratedOwnership(graph, DENSE_UP_TO);
  }

  /** Prepares with another size from which on loops are factored sparsely. */
  public static IntegratedOwnership of(ShareGraph graph, int denseUpTo) {
    return new IntegratedOwnership(graph, denseUpTo);
  }

  /** How much of every node a holder has, at a bound; 0 for itself. */
  public double[] heldBy(int holder, Bound bound) {
    return bound == Bound.LOW ? low.heldBy(holder) : high.heldBy(holder);
  }

  /** How much of a target every node has, at a bound; 0 for itself. */
  public double[] holdersOf(int target, Bound bound) {
    return bound == Bound.LOW ? low.holdersOf(target) : high.holdersOf(target);
  }

  /** All nodes that may hold any of a target through whatever chain, without itself. */
  public int[] above(int target) {
    return high.above(target);
  }

  /** How much of a target a holder has. */
  public Interval of(int holder, int target) {
    return new Interval(
        clamp(heldBy(holder, Bound.LOW)[target]), clamp(heldBy(holder, Bound.HIGH)[target]));
  }

  /**
   * Loops of nodes that hold all of each other. Who owns them cannot be told: the lower bound of
   * any holder in them is 0 and the upper bound among themselves 1.
   */
  public List<int[]> ownerlessLoops() {
    return low.closed();
  }

  /** V(holder, holder) at the lower bound, by which V(holder, y) is divided; 1 off loops. */
  public double self(int holder) {
    return low.self(holder);
  }

  /** The graph that was prepared. */
  public ShareGraph graph() {
    return graph;
  }

  /** Rounding may step over the whole by the last bit. */
  private static double clamp(double share) {
    return Math.clamp(share, 0, 1);
  }

  static double fraction(long units) {
    return units / (double) Share.ONE;
  }
}
