package org.bellbuoy.sea.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final long DAY = 86_400_000;
  private final Folds folds = new Folds(1_000, 1_000 + 5 * DAY);

  @Test
  void overFiveDaysAFoldOfTimeIsADay() {
    for (int day = 0; day < 5; day++) {
      assertThat(folds.time(1_000 + day * DAY)).isEqualTo(day);
      assertThat(folds.time(1_000 + (day + 1) * DAY - 1)).isEqualTo(day);
    }
    assertThat(folds.time(1_000 + 5 * DAY)).as("the very end").isEqualTo(4);
    assertThat(folds.time(0)).as("before the beginning").isZero();
    assertThat(new Folds(7, 7).time(7)).as("a recording of one moment").isZero();
  }

  @Test
  void aModelForAGroupSeesNeitherItsVesselsNorItsTime() {
    SplittableRandom random = new SplittableRandom(1);
    int used = 0;
    for (int n = 0; n < 20_000; n++) {
      int judged = 200_000_000 + random.nextInt(575_999_999);
      int other = n % 3 == 0 ? judged : 200_000_000 + random.nextInt(575_999_999);
      long when = random.nextLong(1_000, 1_000 + 5 * DAY);
      long otherWhen = random.nextLong(1_000, 1_000 + 5 * DAY);
      boolean learns =
          Folds.apartFrom(folds.group(judged, when)).test(folds.group(other, otherWhen));
      if (other == judged || (when - 1_000) / DAY == (otherWhen - 1_000) / DAY) {
        assertThat(learns).isFalse();
      }
      used += learns ? 1 : 0;
    }
    assertThat(used).as("and yet learns from most of the rest").isGreaterThan(6_000);
  }

  @Test
  void ofTwentyFiveGroupsSixteenAreLeftToLearnFrom() {
    for (int group = 0; group < 25; group++) {
      int left = 0;
      for (int other = 0; other < 25; other++) {
        left += Folds.apartFrom(group).test(other) ? 1 : 0;
      }
      assertThat(left).isEqualTo(16);
    }
  }

  @Test
  void vesselsOfOneFlagAreSpreadOverAllFolds() {
    int[] counts = new int[Folds.EACH];
    for (int i = 0; i < 1_000; i++) {
      counts[Folds.vessel(219_000_000 + i)]++;
    }
    Set<Integer> few = new HashSet<>();
    for (int count : counts) {
      few.add(count < 150 ? 0 : 1);
    }
    assertThat(few).containsExactly(1);
  }
}
