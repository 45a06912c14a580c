package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bellbuoy.register.control.ControlAnswer.Power;
import org.bellbuoy.register.model.Share;

/** Voting power of the direct holders of one node, whatever the votes of others do. */
final class DirectPower {
  private static final long UNITS_OF_POINT = Share.ONE / VotingPower.WHOLE;

  private DirectPower() {}

  /**
   * Of the largest named holders, largest first. All votes whose holder is not named, and those of
   * holders beyond the largest, are taken once as one hand and once as dispersed.
   *
   * @param restDispersed whether a source says that votes nobody is told to have are dispersed
   */
  static List<Power> of(RegisterGraph votes, int node, double likely, boolean restDispersed) {
    ShareGraph graph = votes.graph();
    List<Integer> edges =
        IntStream.range(graph.columnStart(node), graph.columnEnd(node))
            .filter(edge -> graph.units(edge, Bound.HIGH) > 0 && votes.named(graph.holder(edge)))
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer edge) -> -graph.units(edge, Bound.LOW))
                    .thenComparingLong(edge -> -graph.units(edge, Bound.HIGH)))
            .limit(VotingPower.MOST_HOLDERS - 1)
            .toList();
    long unnamed = 0;
    for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
      if (!votes.named(graph.holder(edge))) {
        unnamed += graph.units(edge, Bound.HIGH);
      }
    }
    // Somebody unknown is not one of the small holders that a source tells of.
    int block = restDispersed ? points(Math.min(unnamed, Share.ONE)) : VotingPower.WHOLE;
    List<Power> powers = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      double low = 1;
      double high = 0;
      for (Bound bound : Bound.values()) {
        int[] points = points(graph, edges, i, bound);
        double dispersed = VotingPower.withOcean(points)[i];
        double inOneHand = VotingPower.withOcean(withBlock(points, block))[i];
        low = Math.min(low, Math.min(dispersed, inOneHand));
        high = Math.max(high, Math.max(dispersed, inOneHand));
      }
      powers.add(
          new Power(
              votes.id(graph.holder(edges.get(i))),
              Controllers.holding(votes, edges.get(i)),
              new Interval(low, high),
              low >= likely));
    }
    return powers;
  }

  /** One more holder, of at most so much of what the others leave. */
  private static int[] withBlock(int[] points, int block) {
    int[] all = Arrays.copyOf(points, points.length + 1);
    all[points.length] = Math.min(block, VotingPower.WHOLE - IntStream.of(points).sum());
    return all;
  }

  /** One holder at one end of its interval and the others at the other, within the whole. */
  private static int[] points(ShareGraph graph, List<Integer> edges, int own, Bound bound) {
    Bound others = bound == Bound.LOW ? Bound.HIGH : Bound.LOW;
    int[] points = new int[edges.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = points(graph.units(edges.get(i), i == own ? bound : Bound.LOW));
    }
    int left = Math.max(0, VotingPower.WHOLE - IntStream.of(points).sum());
    for (int i = 0; i < points.length; i++) {
      if (i != own) {
        int more = Math.min(left, points(graph.units(edges.get(i), others)) - points[i]);
        points[i] += Math.max(0, more);
        left -= Math.max(0, more);
      }
    }
    return points;
  }

  /** Whole basis points, rounded down so that together they never come to more than the whole. */
  private static int points(long units) {
    return (int) (units / UNITS_OF_POINT);
  }
}
