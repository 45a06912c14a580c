package org.bellbuoy.register.lockin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class RestorationTest {
  @Test
  void aFaultOf2025Waited43DaysAndTookFour() {
    assertThat(
            Restoration.of(
                LocalDate.of(2025, 1, 26), LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 14)))
        .isEqualTo(new Restoration.Reading.Known(new Restoration(43, 4)));
  }

  @Test
  void reversedDatesGiveNoTimes() {
    assertThat(
            Restoration.of(
                LocalDate.of(2025, 3, 10), LocalDate.of(2025, 1, 26), LocalDate.of(2025, 3, 14)))
        .isEqualTo(
            new Restoration.Reading.Unknown(
                "Work began on 2025-01-26, before the fault of 2025-03-10."));
  }
}
