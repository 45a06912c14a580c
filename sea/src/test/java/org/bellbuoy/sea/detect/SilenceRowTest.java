package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceRowTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * Silences.HOUR;

  /** Silences of one ship from pairs of first and last minute. */
  private static List<SeaEvent.Silence> silences(long... fromTo) {
    List<SeaEvent.Silence> all = new ArrayList<>();
    SeaEvent.Silence like = Silences.under(Silences.HOUR, false);
    for (int i = 0; i < fromTo.length; i += 2) {
      all.add(
          new SeaEvent.Silence(
              like.mmsi(),
              like.hull(),
              fromTo[i] * MINUTE,
              fromTo[i + 1] * MINUTE,
              false,
              like.before(),
              like.after(),
              like.fromPlace(),
              like.fixPlace(),
              like.toPlace(),
              like.equipmentClass(),
              like.usualTopKnots(),
              like.speedReports(),
              like.heardSlotsOfLastTen(),
              like.signal(),
              like.followedMillis(),
              like.rangeMetres(),
              like.numberHeardMillis(),
              like.stations(),
              like.trailBefore(),
              like.trailAfter(),
              like.fixesBefore(),
              like.fixesAfter()));
    }
    return all;
  }

  @Test
  void fourSilencesShortlyHeardBetweenAreARow() {
    // 100, 90, 110 and 100 minutes dark; heard for 50 minutes between each two.
    List<SilenceRow> rows = SilenceRow.of(silences(0, 100, 150, 240, 290, 400, 450, 550), DAY);
    assertThat(rows).hasSize(1);
    SilenceRow row = rows.getFirst();
    assertThat(row.darkMillis()).isEqualTo(400 * MINUTE);
    assertThat(row.spanMillis()).isEqualTo(550 * MINUTE);
    assertThat(row.shareDark()).isCloseTo(400 / 550.0, within(1e-9));
    assertThat(row.sentence(3))
        .isEqualTo(
            "It is the third of 4 silences of this ship in 9 h 10 min; dark for 6 h 40 min of them"
                + " (73 %).");
    assertThat(new SilenceRow(silences(0, 1, 2, 3)).sentence(11)).startsWith("It is number 11 of");
  }

  @Test
  void aShipHeardForLongerThanItWasDarkStartsAnew() {
    assertThat(SilenceRow.of(silences(0, 40, 81, 300), DAY)).isEmpty();
    assertThat(SilenceRow.of(silences(0, 40, 80, 300), DAY)).hasSize(1);
    List<SilenceRow> rows = SilenceRow.of(silences(0, 40, 50, 90, 500, 540, 560, 600), DAY);
    assertThat(rows).extracting(row -> row.silences().size()).containsExactly(2, 2);
  }

  @Test
  void silencesFartherApartThanAskedForAreNoRow() {
    List<SeaEvent.Silence> silences = silences(0, 3000, 4441, 9000);
    assertThat(SilenceRow.of(silences, DAY)).isEmpty();
    assertThat(SilenceRow.of(silences, 2 * DAY)).hasSize(1);
    assertThat(SilenceRow.of(List.of(), DAY)).isEmpty();
    assertThat(SilenceRow.of(silences(0, 50), DAY)).isEmpty();
  }
}
