package org.bellbuoy.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bellbuoy.register.model.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.5|12.5 %",
        "12,5 %|12.5 %",
        "50 percent|50 %",
        "0,125|0.125 %",
        "25-50%|25 to 50 %",
        "25% – 50%|25 to 50 %",
        "25 to 50|25 to 50 %",
        ">50|more than 50 to 100 %",
        "> 50 %|more than 50 to 100 %",
        ">=75|75 to 100 %",
        "at least 75 percent|75 to 100 %",
        "less than 25|0 to less than 25 %",
        "up to 25%|0 to 25 %",
        "more than 50 to 75 %|more than 50 to 75 %",
        ">25-<50|more than 25 to less than 50 %"
      })
  void aShareIsReadAsItIsWritten(String text, String share) {
    assertThat(ShareText.parse(text).orElseThrow()).hasToString(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about half",
        "1,000",
        "12,500",
        "150",
        "-5",
        "50-25",
        ">100",
        "<0",
        "ownership-of-shares-25-to-50-percent",
        "50/50",
        "",
        "%"
      })
  void whatCannotBeToldGivesNoShare(String text) {
    assertThat(ShareText.parse(text)).isEmpty();
  }

  @Test
  void everyShareIsReadAgainAsItWasWritten() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20_000; i++) {
      long a = random.nextLong(0, Share.ONE + 1);
      long b = random.nextInt(3) == 0 ? a : random.nextLong(a, Share.ONE + 1);
      a = random.nextInt(5) == 0 ? 0 : a;
      b = random.nextInt(5) == 0 ? Share.ONE : b;
      boolean wide = a < b;
      Share share = new Share(a, b, wide && random.nextBoolean(), wide && random.nextBoolean());
      String text = ShareText.write(share);
      assertThat(ShareText.parse(text)).as(text).contains(share);
    }
  }
}
