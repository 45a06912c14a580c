package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaIntervalTest {
  /** Values of scipy.stats.beta.ppf, SciPy 1.17.1; 0 and 1 where nothing was hit or missed. */
  @ParameterizedTest
  @CsvSource({
    "7, 10, 0.3941817, 0.9073054",
    "1, 10, 0.0110117, 0.3813148",
    "0, 10, 0.0000000, 0.2171963",
    "10, 10, 0.7828037, 1.0000000",
    "5, 5, 0.6206229, 1.0000000",
    "38, 41, 0.8174344, 0.9789608",
    "950, 1000, 0.9351715, 0.9622299",
    "2.5, 4.8, 0.1541199, 0.8693043"
  })
  void itIsTheIntervalThatOtherSoftwareGives(double hits, double tries, double low, double high) {
    BetaInterval interval = BetaInterval.jeffreys(hits, tries);
    assertThat(interval.low()).isCloseTo(low, within(1e-6));
    assertThat(interval.high()).isCloseTo(high, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"7, 10", "0.4, 1.7", "38, 41", "16.4, 21.3", "1, 200", "400, 500"})
  void aSumOverTheDensityAgrees(double hits, double tries) {
    BetaInterval interval = BetaInterval.jeffreys(hits, tries);
    assertThat(summed(interval.low(), hits + 0.5, tries - hits + 0.5))
        .isCloseTo(0.025, within(1e-5));
    assertThat(summed(interval.high(), hits + 0.5, tries - hits + 0.5))
        .isCloseTo(0.975, within(1e-5));
  }

  /**
   * The part of Beta(a, b) below x, by the midpoint rule after the substitution x = sin², which
   * takes away the poles at both ends.
   */
  private static double summed(double x, double a, double b) {
    int steps = 200_000;
    double below = 0;
    double all = 0;
    double edge = Math.asin(Math.sqrt(x));
    for (int i = 0; i < steps; i++) {
      double angle = (i + 0.5) / steps * Math.PI / 2;
      double density =
          Math.exp(
              (2 * a - 1) * Math.log(Math.sin(angle)) + (2 * b - 1) * Math.log(Math.cos(angle)));
      all += density;
      below += angle < edge ? density : 0;
    }
    return below / all;
  }

  @Test
  void withoutTriesEverythingIsOpen() {
    assertThat(BetaInterval.jeffreys(0, 0)).isEqualTo(new BetaInterval(0, 1));
  }

  @Test
  void moreTriesMakeItNarrower() {
    double width = 1;
    for (int tries = 10; tries <= 1_000_000; tries *= 10) {
      BetaInterval interval = BetaInterval.jeffreys(0.7 * tries, tries);
      assertThat(interval.width()).isLessThan(width);
      assertThat(interval.low()).isLessThan(0.7);
      assertThat(interval.high()).isGreaterThan(0.7);
      width = interval.width();
    }
  }

  @Test
  void hitsAndMissesAreAlike() {
    BetaInterval hits = BetaInterval.jeffreys(3, 11);
    BetaInterval misses = BetaInterval.jeffreys(8, 11);
    assertThat(hits.low()).isCloseTo(1 - misses.high(), within(1e-9));
    assertThat(hits.high()).isCloseTo(1 - misses.low(), within(1e-9));
  }

  @Test
  void moreHitsThanTriesAreRefused() {
    assertThatThrownBy(() -> BetaInterval.jeffreys(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BetaInterval.jeffreys(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
