package org.bellbuoy.sea.evaluate;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratumTest {
  @Test
  void everyGroupButTheHeardOnesPartsAllSilences() {
    List<SilenceCase> cases = Cases.fleet(new SplittableRandom(1), 40, 2000);
    Stratum.all().stream()
        .filter(s -> !s.id().equals(Stratum.HEARD_THROUGHOUT))
        .collect(groupingBy(Stratum::group))
        .forEach(
            (group, strata) ->
                assertThat(cases)
                    .as(group)
                    .allMatch(c -> strata.stream().filter(s -> s.holds().test(c)).count() == 1));
  }

  @Test
  void idsDoNotRepeat() {
    assertThat(Stratum.all()).extracting(Stratum::id).doesNotHaveDuplicates().hasSize(27);
  }

  @ParameterizedTest(name = "{0} miles from the receiver: {1}")
  @CsvSource({
    "0, range-0-20",
    "20, range-20-50",
    "49.9, range-20-50",
    "100, range-100-250",
    "250, range-250",
    "NaN, range-unknown"
  })
  void aDistanceOnAnEdgeBelongsToTheFartherStratum(double miles, String id) {
    SilenceCase c = Cases.silence(1, false, 60, miles * Cases.MILE, 0);
    assertThat(of("distance from the receiver", c)).isEqualTo(id);
  }

  @ParameterizedTest(name = "{0} minutes: {1}")
  @CsvSource({
    "29, length-other",
    "30, length-30-60",
    "60, length-60-120",
    "180, length-120-180",
    "181, length-other"
  })
  void aLengthBelongsToOneStratum(long minutes, String id) {
    assertThat(of("length", Cases.silence(1, false, minutes, 0, 0))).isEqualTo(id);
  }

  @ParameterizedTest(name = "{0} ms: {1}")
  @CsvSource({"0, hour-0-6", "-1, hour-18-24", "21599999, hour-0-6", "21600000, hour-6-12"})
  void theHourIsThatOfTheStartInUtc(long fromMillis, String id) {
    SilenceCase c =
        new SilenceCase(1, 0, fromMillis, fromMillis, false, true, true, 0, 0, 0, false, 0, 0);
    assertThat(of("hour of day it began, UTC", c)).isEqualTo(id);
  }

  @Test
  void aNaturalSilenceCannotHaveBeenHeardThroughout() {
    assertThatThrownBy(() -> new SilenceCase(1, 0, 0, 1, false, true, true, 0, 0, 0, true, 0, 0))
        .hasMessage("A natural silence was not heard by definition.");
  }

  private static String of(String group, SilenceCase c) {
    return Stratum.all().stream()
        .filter(s -> s.group().equals(group) && s.holds().test(c))
        .map(Stratum::id)
        .reduce("", String::concat);
  }
}
