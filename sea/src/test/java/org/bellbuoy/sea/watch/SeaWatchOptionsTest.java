package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bellbuoy.sea.detect.ReachOptions;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.feed.FeedFormat;
import org.junit.jupiter.api.Test;

/** What a ledger tells of options must bring the same options back. */
class SeaWatchOptionsTest {
  @Test
  void theDefaultsComeBackFromTheirParameters() {
    SeaWatchOptions options = SeaWatchOptions.defaults(3);
    assertThat(SeaWatchOptions.fromParameters(options.parameters(), 3, 200)).isEqualTo(options);
  }

  @Test
  void anyOptionsComeBackFromTheirParametersToTheMillisecond() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      SeaWatchOptions options =
          new SeaWatchOptions(
              new SilenceOptions(
                  random.nextInt(100_000_000),
                  random.nextInt(1000) * 1000L,
                  random.nextInt(100_000),
                  random.nextDouble(),
                  random.nextDouble(),
                  random.nextDouble(),
                  random.nextDouble(),
                  new ReachOptions(
                      random.nextDouble(50),
                      random.nextInt(1_000_000_000),
                      random.nextInt(100_000))),
              random.nextInt(1_000_000),
              2,
              random.nextBoolean() ? null : FeedFormat.values()[random.nextInt(3)],
              random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(40_000)),
              0);
      assertThat(SeaWatchOptions.fromParameters(options.parameters(), 2, 0)).isEqualTo(options);
    }
  }

  @Test
  void aParameterThatIsMissingOrMakesNoSenseIsNamed() {
    Map<String, String> parameters = new LinkedHashMap<>(SeaWatchOptions.defaults(1).parameters());
    parameters.put("min-silence", "soon");
    assertThatThrownBy(() -> SeaWatchOptions.fromParameters(parameters, 1, 0))
        .hasMessage("The parameter min-silence cannot be 'soon'.");
    parameters.remove("min-silence");
    assertThatThrownBy(() -> SeaWatchOptions.fromParameters(parameters, 1, 0))
        .hasMessage("The parameter min-silence is missing.");
  }
}
