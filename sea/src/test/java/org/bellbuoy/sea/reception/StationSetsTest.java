package org.bellbuoy.sea.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StationSetsTest {
  private final StationSets sets = new StationSets();

  @Test
  void equalSetsAreKeptOnceWhateverTheOrder() {
    int[] one = sets.with(sets.with(StationSets.NONE, 7), 3);
    int[] other = sets.with(sets.with(StationSets.NONE, 3), 7);
    assertThat(one).containsExactly(3, 7).isSameAs(other);
    assertThat(sets.with(one, 3)).isSameAs(one);
    assertThat(sets.with(one, -1)).as("no name").isSameAs(one);
  }

  @Test
  void howManyAreKnownIsBoundedAndSetsThatWereForgottenStayTrue() {
    int[] early = sets.with(StationSets.NONE, 1);
    int most = 0;
    for (int a = 0; a < 400; a++) {
      for (int b = 0; b < a; b++) {
        int[] pair = sets.with(sets.with(StationSets.NONE, a), b);
        assertThat(pair).hasSize(2);
        most = Math.max(most, sets.size());
      }
    }
    assertThat(most).isEqualTo(StationSets.MOST);
    assertThat(early).containsExactly(1);
    assertThat(StationSets.meet(early, sets.with(sets.with(StationSets.NONE, 0), 1))).isTrue();
  }
}
