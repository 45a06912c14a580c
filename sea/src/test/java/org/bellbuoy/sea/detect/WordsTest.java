package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 s",
    "62400,62 s",
    "119000,119 s",
    "120000,2 min",
    "3540000,59 min",
    "3599000,1 h 00 min",
    "11100000,3 h 05 min",
    "172740000,47 h 59 min",
    "172800000,2 d 0 h",
    "187200000,2 d 4 h"
  })
  void aSpanIsSaidInTheUnitThatFits(long millis, String words) {
    assertThat(Words.span(millis)).isEqualTo(words);
  }

  @Test
  void numbersDoNotDependOnWhereTheMachineStands() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Words.number(12345.678, 1)).isEqualTo("12,345.7");
      assertThat(Words.percent(0.974)).isEqualTo("97 %");
      assertThat(Words.count(1234, "ship", "ships")).isEqualTo("1,234 ships");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void oneIsOneAndNoneAreMany() {
    assertThat(Words.count(1, "cable", "cables")).isEqualTo("1 cable");
    assertThat(Words.count(0, "cable", "cables")).isEqualTo("0 cables");
  }
}
