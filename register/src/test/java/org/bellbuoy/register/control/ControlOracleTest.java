package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.bellbuoy.register.model.Share;
import org.junit.jupiter.api.Test;

/** Seeded loops over small graphs, held against slower ways that share no code. */
class ControlOracleTest {
  private static final long PERCENT = Share.ONE / 100;

  /** Random shares in whole percent; intervals where wanted. */
  private static ShareGraph random(Random random, int nodes, boolean intervals) {
    ShareGraph.Builder builder = ShareGraph.builder(nodes);
    for (int target = 0; target < nodes; target++) {
      int left = 100;
      for (int holder = 0; holder < nodes; holder++) {
        if (holder != target && random.nextInt(3) == 0) {
          int low = random.nextInt(Math.min(left, 60) + 1);
          int high = intervals && random.nextBoolean() ? low + random.nextInt(101 - low) : low;
          left -= low;
          builder.add(holder, target, low * PERCENT, high * PERCENT);
        }
      }
    }
    return builder.build();
  }

  private static double[][] matrix(ShareGraph graph, Bound bound) {
    double[][] w = new double[graph.nodes()][graph.nodes()];
    for (int edge = 0; edge < graph.edges(); edge++) {
      w[graph.holder(edge)][graph.target(edge)] = graph.units(edge, bound) / (double) Share.ONE;
    }
    return w;
  }

  /** By the definition: chains added up that do not run through the holder again. */
  private static double[] series(double[][] w, int holder) {
    int n = w.length;
    double[] total = new double[n];
    double[] step = w[holder].clone();
    for (int length = 0; length < 20_000 && Arrays.stream(step).sum() > 1e-14; length++) {
      double[] next = new double[n];
      for (int z = 0; z < n; z++) {
        total[z] += z == holder ? 0 : step[z];
        for (int y = 0; z != holder && y < n; y++) {
          next[y] += step[z] * w[z][y];
        }
      }
      step = next;
    }
    return total;
  }

  @Test
  void integratedOwnershipIsTheSumOfItsChains() {
    Random random = new Random(1);
    int loops = 0;
    for (int round = 0; round < 150; round++) {
      ShareGraph graph = random(random, 2 + random.nextInt(6), false);
      IntegratedOwnership ownership = IntegratedOwnership.of(graph, random.nextBoolean() ? 500 : 1);
      if (!ownership.ownerlessLoops().isEmpty()) {
        continue;
      }
      double[][] w = matrix(graph, Bound.LOW);
      for (int holder = 0; holder < graph.nodes(); holder++) {
        double[] expected = series(w, holder);
        assertThat(ownership.heldBy(holder, Bound.LOW)).containsExactly(expected, within(1e-9));
        for (int target = 0; target < graph.nodes(); target++) {
          assertThat(ownership.holdersOf(target, Bound.LOW)[holder])
              .isEqualTo(expected[target], within(1e-9));
        }
      }
      loops += Loops.of(graph, Bound.LOW).count() < graph.nodes() ? 1 : 0;
    }
    assertThat(loops).isGreaterThan(50);
  }

  @Test
  void noSharesWithinTheirIntervalsGiveMoreThanTheUpperBoundOrLessThanTheLower() {
    Random random = new Random(2);
    double reached = 0;
    for (int round = 0; round < 60; round++) {
      ShareGraph graph = random(random, 3 + random.nextInt(2), true);
      IntegratedOwnership ownership = IntegratedOwnership.of(graph);
      if (!ownership.ownerlessLoops().isEmpty()) {
        continue;
      }
      int holder = random.nextInt(graph.nodes());
      double[] high = ownership.heldBy(holder, Bound.HIGH);
      double[] low = ownership.heldBy(holder, Bound.LOW);
      double[] best = new double[graph.nodes()];
      // Extreme points: in each target a preference among holders for what least shares leave.
      for (int trial = 0; trial < 400; trial++) {
        double[] held = series(extreme(graph, random), holder);
        for (int y = 0; y < graph.nodes(); y++) {
          assertThat(held[y]).isBetween(low[y] - 1e-9, high[y] + 1e-6);
          best[y] = Math.max(best[y], held[y]);
        }
      }
      for (int y = 0; y < graph.nodes(); y++) {
        assertThat(best[y]).as("the bound is reached").isEqualTo(high[y], within(0.02));
        reached += high[y] > low[y] + 0.01 ? 1 : 0;
      }
    }
    assertThat(reached).isGreaterThan(30);
  }

  private static double[][] extreme(ShareGraph graph, Random random) {
    double[][] w = matrix(graph, Bound.LOW);
    for (int target = 0; target < graph.nodes(); target++) {
      List<Integer> edges = new ArrayList<>();
      long left = Share.ONE;
      for (int e = graph.columnStart(target); e < graph.columnEnd(target); e++) {
        edges.add(e);
        left -= graph.units(e, Bound.LOW);
      }
      java.util.Collections.shuffle(edges, random);
      for (int e : edges) {
        long more = Math.min(left, graph.units(e, Bound.HIGH) - graph.units(e, Bound.LOW));
        w[graph.holder(e)][target] += more / (double) Share.ONE;
        left -= more;
      }
    }
    return w;
  }

  @Test
  void controlIsTheSmallestSetThatIsClosed() {
    Random random = new Random(3);
    int controlled = 0;
    for (int round = 0; round < 400; round++) {
      ShareGraph graph = random(random, 2 + random.nextInt(7), true);
      Threshold threshold = random.nextBoolean() ? Threshold.MAJORITY : Threshold.FIFTY_PERCENT;
      int holders = 1 + random.nextInt((1 << graph.nodes()) - 1);
      for (Bound bound : Bound.values()) {
        BitSet expected = smallest(graph, threshold, holders, bound);
        ControlSet found =
            MajorityControl.of(graph, threshold)
                .controlledBy(BitSet.valueOf(new long[] {holders}).stream().toArray(), bound);
        for (int node = 0; node < graph.nodes(); node++) {
          assertThat(found.contains(node)).isEqualTo(expected.get(node));
        }
        controlled += found.controlled().length;
      }
    }
    assertThat(controlled).isGreaterThan(300);
  }

  /** Of all sets with the holders in which nothing outside must come in, the smallest. */
  private static BitSet smallest(ShareGraph graph, Threshold threshold, int holders, Bound bound) {
    int best = -1;
    for (int set = 0; set < 1 << graph.nodes(); set++) {
      if ((set & holders) == holders
          && closed(graph, threshold, set, bound)
          && (best < 0 || Integer.bitCount(set) < Integer.bitCount(best))) {
        best = set;
      }
    }
    return BitSet.valueOf(new long[] {best});
  }

  private static boolean closed(ShareGraph graph, Threshold threshold, int set, Bound bound) {
    for (int node = 0; node < graph.nodes(); node++) {
      long held = 0;
      long others = 0;
      for (int edge = 0; edge < graph.edges(); edge++) {
        if (graph.target(edge) == node) {
          boolean in = (set >> graph.holder(edge) & 1) != 0;
          held += in ? graph.units(edge, bound) : 0;
          others += in ? 0 : graph.units(edge, Bound.LOW);
        }
      }
      long votes = Math.min(held, Share.ONE - others);
      long half = Share.ONE / 2;
      boolean enough = threshold.orEqual() ? votes >= half : votes > half;
      if (enough && (set >> node & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  @Test
  void votingPowerIsTheShareOfOrdersInWhichAHolderDecides() {
    Random random = new Random(4);
    for (int round = 0; round < 60; round++) {
      int n = 1 + random.nextInt(6);
      int[] votes = new int[n];
      int left = VotingPower.WHOLE;
      for (int i = 0; i < n; i++) {
        votes[i] = i == n - 1 && random.nextBoolean() ? left : random.nextInt(left + 1);
        left -= votes[i];
      }
      double[] pivots = new double[n];
      double orders = permute(new int[n], 0, 0, votes, pivots);
      double[] power = VotingPower.of(votes);
      for (int i = 0; i < n; i++) {
        assertThat(power[i]).isEqualTo(pivots[i] / orders, within(1e-12));
      }
    }
  }

  private static double permute(int[] order, int depth, int used, int[] votes, double[] pivots) {
    if (depth == order.length) {
      int sum = 0;
      for (int i : order) {
        sum += votes[i];
        if (sum > VotingPower.WHOLE / 2) {
          pivots[i]++;
          break;
        }
      }
      return 1;
    }
    double orders = 0;
    for (int i = 0; i < order.length; i++) {
      if ((used >> i & 1) == 0) {
        order[depth] = i;
        orders += permute(order, depth + 1, used | 1 << i, votes, pivots);
      }
    }
    return orders;
  }

  @Test
  void anOceanIsWhatManySmallHoldersComeTo() {
    int[] named = {3000, 1500};
    double[] ocean = VotingPower.withOcean(named);
    // Drawn: named holders join at moments of their own, the ocean evenly along.
    Random random = new Random(5);
    double[] decided = new double[2];
    int draws = 400_000;
    for (int draw = 0; draw < draws; draw++) {
      double[] moments = {random.nextDouble(), random.nextDouble()};
      int first = moments[0] < moments[1] ? 0 : 1;
      double sum = 0;
      for (int i : new int[] {first, 1 - first}) {
        double before = sum + 5500 * moments[i];
        if (before < 5000 && before + named[i] >= 5000) {
          decided[i]++;
        }
        sum += named[i];
      }
    }
    assertThat(ocean[0]).isEqualTo(decided[0] / draws, within(0.004));
    assertThat(ocean[1]).isEqualTo(decided[1] / draws, within(0.004));
    assertThat(Arrays.stream(ocean).sum()).isLessThan(1);
  }

  @Test
  void aClosedLoopIsReportedAndKeepsNothingFromBeingTold() {
    Shares shares = Shares.of("A B 1", "B A 1", "A C 0.6", "D C 0.4");
    IntegratedOwnership ownership = IntegratedOwnership.of(shares.graph());

    assertThat(ownership.ownerlessLoops())
        .singleElement()
        .satisfies(loop -> assertThat(loop).containsOnly(shares.node("A"), shares.node("B")));
    assertThat(shares.held(ownership, "A", "B", Bound.LOW)).isZero();
    assertThat(shares.held(ownership, "A", "B", Bound.HIGH)).isEqualTo(1);
    assertThat(shares.held(ownership, "A", "C", Bound.LOW)).isEqualTo(0.6);
    assertThat(shares.held(ownership, "D", "C", Bound.HIGH)).isEqualTo(0.4);
    assertThat(shares.held(ownership, "D", "A", Bound.HIGH)).isZero();
  }
}
