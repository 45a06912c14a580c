package org.bellbuoy.register.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.register.model.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UltimatesTest {
  private static final long PERCENT = Share.ONE / 100;
  private static final int NODES = 9;

  /** Mostly one large holder each, so that chains and cycles of control are common. */
  private static ShareGraph random(Random random) {
    ShareGraph.Builder builder = ShareGraph.builder(NODES);
    for (int target = 0; target < NODES; target++) {
      int left = 100;
      for (int i = 0; i < 2; i++) {
        int holder = random.nextInt(NODES);
        int low = random.nextInt(Math.min(left, 70) + 1);
        if (holder != target) {
          left -= low;
          int high = random.nextBoolean() ? low : low + random.nextInt(101 - low);
          builder.add(holder, target, low * PERCENT, high * PERCENT);
        }
      }
    }
    return builder.build();
  }

  /** By the definition, asked anew for each pair. */
  private static Set<Set<Integer>> defined(
      MajorityControl control, int node, Bound bound, int unnamed) {
    Set<Integer> above = new TreeSet<>();
    for (int holder = 0; holder < NODES; holder++) {
      if (holder != unnamed && control.controlledBy(holder, bound).controls(node)) {
        above.add(holder);
      }
    }
    boolean onCycle =
        above.stream().anyMatch(holder -> control.controlledBy(node, bound).controls(holder));
    if (onCycle) {
      above.add(node);
    }
    Set<Set<Integer>> groups = new HashSet<>();
    for (int holder : above) {
      Set<Integer> group = new TreeSet<>(Set.of(holder));
      boolean top = true;
      for (int other : above) {
        boolean over = control.controlledBy(other, bound).contains(holder);
        boolean under = control.controlledBy(holder, bound).contains(other);
        top &= !over || under;
        if (over && under) {
          group.add(other);
        }
      }
      if (top) {
        groups.add(group);
      }
    }
    return groups;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ultimateControllersAreThoseWhomNobodyElseControls(long seed) {
    Random random = new Random(seed);
    int cycles = 0;
    for (int round = 0; round < 400; round++) {
      MajorityControl control = MajorityControl.of(random(random), Threshold.MAJORITY);
      int unnamed = random.nextInt(NODES);
      Ultimates ultimates = Ultimates.of(control, node -> node != unnamed);
      for (int node = 0; node < NODES; node++) {
        for (Bound bound : Bound.values()) {
          Set<Set<Integer>> found = new HashSet<>();
          ultimates.of(node, bound).forEach(group -> found.add(new TreeSet<>(group)));
          assertThat(found)
              .as("node %d, %s, round %d", node, bound, round)
              .isEqualTo(defined(control, node, bound, unnamed));
          cycles += found.stream().anyMatch(group -> group.size() > 1) ? 1 : 0;
        }
      }
    }
    assertThat(cycles).as("cycles were among them").isPositive();
  }
}
