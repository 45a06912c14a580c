package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearbyShareTest {
  @Test
  void nobodyGivesAHalfAndNoShips() {
    NearbyShare none = new NearbyShare();
    for (int width = 0; width < NearbyShare.WIDTHS; width++) {
      assertThat(none.share(width)).isEqualTo(0.5);
      assertThat(none.ships(width)).isZero();
    }
  }

  @Test
  void theShareIsOfWeightWithALittleDoubt() {
    NearbyShare sum = new NearbyShare();
    sum.addWitness(1, 2, true);
    sum.addWitness(1, 1, false);
    sum.endSlot();
    sum.addWitness(1, 1, true);
    sum.endSlot();
    // (3 + 0.3) / (4 + 0.6), and four by weight in two slots.
    assertThat(sum.share(1)).isCloseTo(0.717391, within(1e-6));
    assertThat(sum.ships(1)).isEqualTo(2);
    assertThat(sum.share(0)).as("the other widths are untouched").isEqualTo(0.5);
  }

  @Test
  void aSumOfSumsIsTheSumOfAll() {
    NearbyShare a = new NearbyShare();
    a.addWitness(0, 1, true);
    a.endSlot();
    NearbyShare b = new NearbyShare();
    b.addWitness(0, 3, false);
    b.endSlot();
    b.endSlot();
    NearbyShare all = new NearbyShare();
    all.add(a);
    all.add(b);
    assertThat(all.share(0)).isCloseTo(1.3 / 4.6, within(1e-12));
    assertThat(all.ships(0)).isCloseTo(4 / 3.0, within(1e-12));
    assertThat(all.slots()).isEqualTo(3);
    all.clear();
    assertThat(all.share(0)).isEqualTo(0.5);
    assertThat(all.slots()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,0,6000", "0,50000,9000", "1,20000,15000", "2,0,25000", "2,100000,65000"})
  void nearReachesFartherTheFartherTheReceiver(int width, double range, double metres) {
    assertThat(NearbyShare.bandwidthMetres(width, range)).isCloseTo(metres, within(1e-6));
  }
}
