package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.bellbuoy.register.model.Share;
import org.junit.jupiter.api.Test;

/** Smallest changes are applied and the answer computed anew; one unit less must not turn it. */
class FlipsTest {
  private static final long PERCENT = Share.ONE / 100;

  private static ShareGraph random(Random random, int nodes) {
    ShareGraph.Builder builder = ShareGraph.builder(nodes);
    for (int target = 0; target < nodes; target++) {
      int left = 100;
      for (int holder = 0; holder < nodes; holder++) {
        if (holder != target && random.nextInt(3) > 0) {
          int share = random.nextInt(Math.min(left, 70) + 1);
          left -= share;
          builder.add(holder, target, share * PERCENT, share * PERCENT);
        }
      }
    }
    return builder.build();
  }

  private static boolean controls(ShareGraph graph, Threshold threshold, int holder, int target) {
    return MajorityControl.of(graph, threshold).controlledBy(holder, Bound.LOW).controls(target);
  }

  @Test
  void aLossTurnsTheAnswerAndNothingSmallerAnywhereDoes() {
    Random random = new Random(11);
    int turned = 0;
    for (int round = 0; round < 600; round++) {
      ShareGraph graph = random(random, 3 + random.nextInt(4));
      Threshold threshold = random.nextBoolean() ? Threshold.MAJORITY : Threshold.FIFTY_PERCENT;
      int target = 1 + random.nextInt(graph.nodes() - 1);
      if (!controls(graph, threshold, 0, target)) {
        continue;
      }
      Optional<Flip> flip =
          Flips.of(MajorityControl.of(graph, threshold)).loss(new int[] {0}, target);
      long smallest = Long.MAX_VALUE;
      for (int edge = 0; edge < graph.edges(); edge++) {
        smallest = Math.min(smallest, smallestLoss(graph, threshold, edge, target));
      }
      assertThat(flip.map(Flip::units).orElse(Long.MAX_VALUE)).isEqualTo(smallest);
      flip.ifPresent(
          change -> {
            int edge = graph.edge(change.holder(), change.target());
            assertThat(controls(less(graph, edge, change.units()), threshold, 0, target)).isFalse();
            assertThat(controls(less(graph, edge, change.units() - 1), threshold, 0, target))
                .isTrue();
          });
      turned += flip.isPresent() ? 1 : 0;
    }
    assertThat(turned).isGreaterThan(80);
  }

  /** By halving, for less of a share never gives more control. */
  private static long smallestLoss(ShareGraph graph, Threshold threshold, int edge, int target) {
    long all = graph.units(edge, Bound.LOW);
    if (controls(less(graph, edge, all), threshold, 0, target)) {
      return Long.MAX_VALUE;
    }
    long keeps = 0;
    long ends = all;
    while (ends - keeps > 1) {
      long middle = (keeps + ends) / 2;
      if (controls(less(graph, edge, middle), threshold, 0, target)) {
        keeps = middle;
      } else {
        ends = middle;
      }
    }
    return ends;
  }

  private static ShareGraph less(ShareGraph graph, int edge, long units) {
    long left = graph.units(edge, Bound.LOW) - units;
    return graph.with(edge, left, left);
  }

  @Test
  void aGainTurnsTheAnswerAndOneUnitLessDoesNot() {
    Random random = new Random(12);
    int turned = 0;
    for (int round = 0; round < 600; round++) {
      ShareGraph graph = random(random, 3 + random.nextInt(4));
      Threshold threshold = random.nextBoolean() ? Threshold.MAJORITY : Threshold.FIFTY_PERCENT;
      int target = 1 + random.nextInt(graph.nodes() - 1);
      if (controls(graph, threshold, 0, target)) {
        continue;
      }
      Flip flip = Flips.of(MajorityControl.of(graph, threshold)).gain(new int[] {0}, target);
      assertThat(flip.gain()).isTrue();
      assertThat(controls(more(graph, threshold, flip, flip.units()), threshold, 0, target))
          .isTrue();
      assertThat(controls(more(graph, threshold, flip, flip.units() - 1), threshold, 0, target))
          .isFalse();
      turned++;
    }
    assertThat(turned).isGreaterThan(200);
  }

  /** The holder buys from the others, who lose in the order of their edges. */
  private static ShareGraph more(ShareGraph graph, Threshold threshold, Flip flip, long units) {
    ShareGraph.Builder builder = ShareGraph.builder(graph.nodes());
    ControlSet members = MajorityControl.of(graph, threshold).controlledBy(0, Bound.LOW);
    long sold = Math.max(0, units - (Share.ONE - graph.columnUnits(flip.target(), Bound.LOW)));
    for (int edge = 0; edge < graph.edges(); edge++) {
      long share = graph.units(edge, Bound.LOW);
      int holder = graph.holder(edge);
      if (graph.target(edge) == flip.target()
          && holder != flip.holder()
          && !members.contains(holder)) {
        long part = Math.min(sold, share);
        share -= part;
        sold -= part;
      }
      builder.add(holder, graph.target(edge), share, share);
    }
    if (units > 0) {
      builder.add(flip.holder(), flip.target(), units, units);
    }
    assertThat(sold).as("enough could be bought").isZero();
    return builder.build();
  }
}
