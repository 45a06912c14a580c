package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {
  private static final long MINUTE = 60_000;

  private final Outages outages = new Outages(MINUTE);

  private int turn;

  private void heard(int station, long sinceStart) {
    AisRecord r = new AisRecord();
    // Eight ships take turns: a receiver that gives fewer than five is not judged.
    r.mmsi = 219_000_000 + turn++ % 8;
    r.station = station;
    r.epochMillis = START + sinceStart;
    r.offset = sinceStart;
    r.length = 40;
    outages.heard(r);
  }

  /** Poisson arrivals at that rate in [from, to). */
  private void busy(int station, long from, long to, double aMinute, SplittableRandom random) {
    double at = from;
    while (true) {
      at += -Math.log1p(-random.nextDouble()) * MINUTE / aMinute;
      if (at >= to) {
        return;
      }
      heard(station, (long) at);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aBusyStationThatIsSilentForMoreThanAMinuteIsFoundAndNothingElse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    busy(4, 0, 30 * MINUTE, 60, random);
    busy(4, 30 * MINUTE + 65_000, 120 * MINUTE, 60, random);
    assertThat(outages.all())
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.station()).isEqualTo(4);
              assertThat(o.open()).isFalse();
              assertThat(o.fromMillis())
                  .isBetween(START + 30 * MINUTE - 10_000, START + 30 * MINUTE);
              assertThat(o.toMillis()).isBetween(START + 31 * MINUTE, START + 31 * MINUTE + 20_000);
              assertThat(o.expected()).isCloseTo(65, within(20.0));
              assertThat(o.fromPlace()).isEqualTo(new Place(0, o.fromMillis() - START, 40, 0));
              assertThat(o.toPlace()).isEqualTo(new Place(0, o.toMillis() - START, 40, 0));
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5, 1})
  void aQuietStationIsNotFoundBecauseNothingWasDue(double aMinute) {
    SplittableRandom random = new SplittableRandom(7);
    busy(0, 0, 48 * 60 * MINUTE, aMinute, random);
    assertThat(outages.all()).isEmpty();
  }

  @Test
  void oneReceptionAnHourIsNoRateOfOneAMinute() {
    for (int hour = 0; hour < 24; hour++) {
      heard(2, hour * 60 * MINUTE);
    }
    assertThat(outages.all()).isEmpty();
    assertThat(outages.receptions()).containsEntry(2, 24L).hasSize(1);
  }

  @Test
  void whenTheDataEndsDuringASilenceTheOutageIsOpen() {
    SplittableRandom random = new SplittableRandom(3);
    busy(0, 0, 30 * MINUTE, 30, random);
    busy(1, 0, 60 * MINUTE, 30, random);
    List<Outages.Outage> all = outages.all();
    assertThat(all)
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.station()).isZero();
              assertThat(o.open()).isTrue();
              assertThat(o.toPlace()).isNull();
              assertThat(o.toMillis()).isGreaterThan(START + 59 * MINUTE);
            });
  }

  @Test
  void aSecondOutageSoonAfterTheFirstIsFoundToo() {
    SplittableRandom random = new SplittableRandom(3);
    busy(-1, 0, 30 * MINUTE, 60, random);
    busy(-1, 50 * MINUTE, 54 * MINUTE, 60, random);
    busy(-1, 56 * MINUTE, 90 * MINUTE, 60, random);
    assertThat(outages.all())
        .extracting(Outages.Outage::station)
        .as("the one receiver of a feed that names none")
        .containsExactly(-1, -1);
    assertThat(outages.all().get(1).fromMillis())
        .isBetween(START + 54 * MINUTE - 10_000, START + 54 * MINUTE);
  }

  @Test
  void aLateReceptionIsNoEndOfASilence() {
    SplittableRandom random = new SplittableRandom(3);
    busy(0, 0, 30 * MINUTE, 60, random);
    heard(0, 10 * MINUTE);
    heard(0, 15 * MINUTE);
    busy(0, 30 * MINUTE, 40 * MINUTE, 60, random);
    assertThat(outages.all()).isEmpty();
  }

  @Test
  void receiversAreDownOnlyWhileAllOfThemAre() {
    Place p = new Place(0, 0, 0, 0);
    ReceiverStates states =
        new ReceiverStates(
            List.of(
                new Outages.Outage(0, 1000, 5000, false, 99, p, p),
                new Outages.Outage(1, 3000, 9000, false, 99, p, p),
                new Outages.Outage(1, 9500, 9900, false, 99, p, p)));
    assertThat(states.downMillis(List.of(0), 0, 10_000)).isEqualTo(4000);
    assertThat(states.downMillis(List.of(1), 0, 10_000)).isEqualTo(6400);
    assertThat(states.downMillis(List.of(0, 1), 0, 10_000)).isEqualTo(2000);
    assertThat(states.downMillis(List.of(0, 1), 4000, 10_000)).isEqualTo(1000);
    assertThat(states.downMillis(List.of(0, 1, 2), 0, 10_000)).isZero();
    assertThat(states.downMillis(List.of(), 0, 10_000)).as("another receiver").isZero();
  }

  @Test
  void aReceiverThatGivesOneShipOnlyIsNotDownWhenThatShipFallsSilent() {
    for (long at = 0; at < 10 * MINUTE; at += 2_000) {
      turn = 0;
      heard(1, at);
    }
    turn = 0;
    heard(1, 20 * MINUTE);
    assertThat(outages.all()).isEmpty();
  }
}
