package org.bellbuoy.sea.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocPointTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9})
  void aThinnedCurveKeepsItsEndsAndItsAreaToAThousandth(double knowledge) {
    SplittableRandom random = new SplittableRandom(3);
    double[] score = new double[20_000];
    boolean[] off = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      off[i] = random.nextInt(3) == 0;
      score[i] = (off[i] ? knowledge : 0) + random.nextDouble();
    }
    List<RocPoint> all = Metrics.roc(score, off, null);
    List<RocPoint> thinned = RocPoint.thinned(all, 200);
    assertThat(all).hasSizeGreaterThan(19_000);
    assertThat(thinned).hasSizeBetween(100, 200).isSubsetOf(all);
    assertThat(thinned.getFirst()).isEqualTo(all.getFirst());
    assertThat(thinned.getLast()).isEqualTo(all.getLast());
    assertThat(RocPoint.area(thinned)).isCloseTo(RocPoint.area(all), within(0.001));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 6, 200})
  void aShortCurveIsLeftAsItIsAndNoneIsLongerThanAsked(int most) {
    List<RocPoint> all =
        Metrics.roc(new double[] {0.1, 0.4, 0.35, 0.8}, Cases.off(0, 0, 1, 1), null);
    List<RocPoint> thinned = RocPoint.thinned(all, most);
    assertThat(thinned).hasSizeLessThanOrEqualTo(most);
    if (most >= all.size()) {
      assertThat(thinned).isEqualTo(all);
    }
  }
}
