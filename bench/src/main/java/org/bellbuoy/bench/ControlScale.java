package org.bellbuoy.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bellbuoy.register.control.Bound;
import org.bellbuoy.register.control.IntegratedOwnership;
import org.bellbuoy.register.control.MajorityControl;
import org.bellbuoy.register.control.ShareGraph;
import org.bellbuoy.register.control.Threshold;
import org.bellbuoy.register.model.Share;

/**
 * Control and integrated ownership over a made-up graph of the size of a country: a million shares,
 * one loop of 1,347 companies as Vitali, Glattfelder and Battiston found, thousands of small ones,
 * the rest without loops. A plain program, for each figure is one pass over the whole graph.
 *
 * <pre>java -cp bench/target/benchmarks.jar org.bellbuoy.bench.ControlScale [EDGES] [exact]</pre>
 */
public final class ControlScale {
  private static final int CORE = 1_347;
  private static final int SMALL_LOOPS = 4_000;
  private static final int QUESTIONS = 200;
  private static final int ROUNDS = 3;

  private ControlScale() {}

  /** Builds the graph and prints the time of each task, of the last of three rounds. */
  public static void main(String[] args) {
    int edges = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    boolean exact = args.length > 1 && args[1].equals("exact");
    long start = System.nanoTime();
    ShareGraph graph = graph(edges, exact);
    tell("graph of %,d nodes and %,d shares".formatted(graph.nodes(), graph.edges()), start);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      control(graph);
      ownership(graph);
    }
  }

  private static void control(ShareGraph graph) {
    for (Bound bound : Bound.values()) {
      long start = System.nanoTime();
      MajorityControl control = MajorityControl.of(graph, Threshold.MAJORITY);
      long controlled = 0;
      for (int holder = 0; holder < graph.nodes(); holder++) {
        controlled +=
            graph.rowSize(holder) == 0 ? 0 : control.controlledBy(holder, bound).size() - 1;
      }
      tell("majority control of every holder, %s: %,d pairs".formatted(bound, controlled), start);
    }
    long start = System.nanoTime();
    int[] coalition = new int[graph.nodes() / 20];
    for (int i = 0; i < coalition.length; i++) {
      coalition[i] = i * 20;
    }
    int size =
        MajorityControl.of(graph, Threshold.FIFTY_PERCENT)
            .controlledBy(coalition, Bound.LOW)
            .size();
    tell("50 percent rule of %,d persons: %,d".formatted(coalition.length, size), start);
  }

  private static void ownership(ShareGraph graph) {
    long start = System.nanoTime();
    IntegratedOwnership ownership = IntegratedOwnership.of(graph);
    tell("integrated ownership prepared (loops factored)", start);
    start = System.nanoTime();
    double sum = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      int holder = i * (graph.nodes() / QUESTIONS);
      sum += Arrays.stream(ownership.heldBy(holder, Bound.LOW)).sum();
      sum += Arrays.stream(ownership.heldBy(holder, Bound.HIGH)).sum();
    }
    tell("%d holders in every node, both bounds: %.3f".formatted(QUESTIONS, sum), start);
    start = System.nanoTime();
    sum = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      int target = graph.nodes() - 1 - i * 1_000;
      sum += Arrays.stream(ownership.holdersOf(target, Bound.LOW)).sum();
    }
    tell("every holder in %d nodes, lower bound: %.3f".formatted(QUESTIONS, sum), start);
  }

  /** Nodes hold nodes of higher numbers, but for the loops. */
  private static ShareGraph graph(int edges, boolean exact) {
    SplittableRandom random = new SplittableRandom(20261125);
    int nodes = edges * 4 / 5;
    ShareGraph.Builder builder = ShareGraph.builder(nodes);
    long[] left = new long[nodes];
    Arrays.fill(left, Share.ONE);
    int core = nodes / 4;
    int count = 0;
    for (int i = 0; i < CORE; i++) {
      // A ring makes it one loop, some nine more shares each make it dense.
      count += add(builder, random, core + i, core + (i + 1) % CORE, left, exact, 20);
      for (int k = 0; k < 9; k++) {
        int other = core + random.nextInt(CORE);
        count += other == core + i ? 0 : add(builder, random, core + i, other, left, exact, 8);
      }
    }
    for (int loop = 0; loop < SMALL_LOOPS; loop++) {
      int size = 2 + random.nextInt(5);
      int first = core + CORE + loop * 8;
      for (int i = 0; i < size; i++) {
        count += add(builder, random, first + i, first + (i + 1) % size, left, exact, 30);
      }
    }
    while (count < edges) {
      int target = 1 + random.nextInt(nodes - 1);
      int holder = (int) (target * Math.pow(random.nextDouble(), 0.3));
      boolean within = target >= core && target < core + CORE;
      if (holder != target) {
        count += add(builder, random, holder, target, left, exact, within ? 10 : 90);
      }
    }
    return builder.build();
  }

  private static int add(
      ShareGraph.Builder builder,
      SplittableRandom random,
      int holder,
      int target,
      long[] left,
      boolean exact,
      int mostPercent) {
    long low = Math.min(left[target], (1 + random.nextInt(mostPercent)) * (Share.ONE / 100));
    long high =
        exact || random.nextInt(4) > 0
            ? low
            : Math.min(Share.ONE, low + random.nextInt(20) * (Share.ONE / 100));
    left[target] -= low;
    builder.add(holder, target, low, high);
    return 1;
  }

  private static void tell(String what, long startNanos) {
    System.out.printf("%-70s %8.3f s%n", what, (System.nanoTime() - startNanos) / 1e9);
  }
}
