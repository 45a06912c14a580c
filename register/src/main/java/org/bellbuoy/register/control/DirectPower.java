package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bellbuoy.register.control.ControlAnswer.Power;
import org.bellbuoy.register.model.Share;

/** Voting power of the direct holders of one node, with the rest taken as dispersed. */
final class DirectPower {
  private static final long UNITS_OF_POINT = Share.ONE / VotingPower.WHOLE;

  private DirectPower() {}

  /** Of the largest named holders, largest first; the others count as dispersed. */
  static List<Power> of(RegisterGraph votes, int node, double likely) {
    ShareGraph graph = votes.graph();
    List<Integer> edges =
        IntStream.range(graph.columnStart(node), graph.columnEnd(node))
            .filter(edge -> graph.units(edge, Bound.HIGH) > 0)
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer edge) -> -graph.units(edge, Bound.LOW))
                    .thenComparingLong(edge -> -graph.units(edge, Bound.HIGH)))
            .limit(VotingPower.MOST_HOLDERS)
            .toList();
    List<Power> powers = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      if (votes.named(graph.holder(edges.get(i)))) {
        double low = power(graph, edges, i, Bound.LOW);
        double high = power(graph, edges, i, Bound.HIGH);
        powers.add(
            new Power(
                votes.id(graph.holder(edges.get(i))),
                new Interval(Math.min(low, high), Math.max(low, high)),
                Math.min(low, high) >= likely));
      }
    }
    return powers;
  }

  /** One holder at one end of its interval and the others at the other, within the whole. */
  private static double power(ShareGraph graph, List<Integer> edges, int own, Bound bound) {
    Bound others = bound == Bound.LOW ? Bound.HIGH : Bound.LOW;
    int[] points = new int[edges.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = points(graph.units(edges.get(i), i == own ? bound : Bound.LOW));
    }
    int left = VotingPower.WHOLE - IntStream.of(points).sum();
    // Rounding to points may come to a little more than the whole.
    points[own] += Math.min(0, left);
    left = Math.max(0, left);
    for (int i = 0; i < points.length; i++) {
      if (i != own) {
        int more = Math.min(left, points(graph.units(edges.get(i), others)) - points[i]);
        points[i] += Math.max(0, more);
        left -= Math.max(0, more);
      }
    }
    return VotingPower.withOcean(points)[own];
  }

  private static int points(long units) {
    return (int) ((units + UNITS_OF_POINT / 2) / UNITS_OF_POINT);
  }
}
