package org.bellbuoy.port.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {
  @Test
  void holdsWhatAHashSetHoldsUpToItsBound() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int most = 1 + random.nextInt(300);
      LongSet set = new LongSet(most);
      Set<Long> expected = new HashSet<>();
      for (int i = 0; i < 1000; i++) {
        long number = random.nextInt(400) - 200;
        boolean room = expected.size() < most;
        assertThat(set.add(number)).isEqualTo(room && expected.add(number));
      }
      assertThat(set.size()).isEqualTo(expected.size());
      for (long number = -200; number < 200; number++) {
        assertThat(set.contains(number)).isEqualTo(expected.contains(number));
      }
    }
  }
}
