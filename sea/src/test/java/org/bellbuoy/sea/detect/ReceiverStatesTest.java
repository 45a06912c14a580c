package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bellbuoy.sea.track.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverStatesTest {
  private static final long MINUTE = 60_000;
  private static final Place PLACE = new Place(0, 0, 0, 0);

  private static Outages.Outage outage(int station, long from, long to, double expected) {
    return new Outages.Outage(
        station, START + from * MINUTE, START + to * MINUTE, false, expected, PLACE, PLACE);
  }

  private static long down(ReceiverStates states, List<Integer> stations, long from, long to) {
    return states.downMillis(stations, START + from * MINUTE, START + to * MINUTE) / MINUTE;
  }

  @ParameterizedTest
  @CsvSource({
    // An outage of minutes 10 to 110 with 100 receptions due: one a minute.
    "5,5,0",
    "12,5,0",
    "29,5,0",
    "30,5,20",
    "60,5,50",
    "110,5,100",
    "500,5,100",
    // It must have lasted for the least time too.
    "45,40,0",
    "50,40,40"
  })
  void anOutageIsKnownOnceTwentyReceptionsWereDueAndTheLeastTimeIsOver(
      long minute, long least, long down) {
    ReceiverStates states =
        new ReceiverStates(List.of(outage(3, 10, 110, 100)))
            .asOf(START + minute * MINUTE, least * MINUTE);
    assertThat(down(states, List.of(3), 0, 500)).isEqualTo(down);
  }

  @Test
  void onceAllIsKnownTheStatesAreTheSame() {
    ReceiverStates states =
        new ReceiverStates(List.of(outage(3, 10, 110, 100), outage(4, 50, 60, 90)));
    assertThat(states.asOf(START + 110 * MINUTE, MINUTE)).isSameAs(states);
    assertThat(states.asOf(START + 109 * MINUTE, MINUTE)).isNotSameAs(states);
  }

  @Test
  void aShipHeardByTwoIsLostOnlyWhileBothAreDown() {
    ReceiverStates states =
        new ReceiverStates(List.of(outage(3, 10, 50, 99), outage(4, 30, 90, 99)));
    assertThat(down(states, List.of(3), 0, 100)).isEqualTo(40);
    assertThat(down(states, List.of(4), 0, 100)).isEqualTo(60);
    assertThat(down(states, List.of(3, 4), 0, 100)).isEqualTo(20);
    assertThat(down(states, List.of(3, 4, 5), 0, 100)).isZero();
    assertThat(down(states, List.of(), 0, 100)).as("the receiver without a name").isZero();
    assertThat(down(states, List.of(4), 40, 60)).as("inside").isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsKnownOnlyGrowsAndNeverReachesBeyondTheMoment(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Outages.Outage> outages = new ArrayList<>();
    for (int station = 0; station < 3; station++) {
      long at = 0;
      for (int n = 0; n < 5; n++) {
        at += 1 + random.nextInt(100);
        long to = at + 1 + random.nextInt(100);
        outages.add(outage(station, at, to, 20 + random.nextInt(300)));
        at = to;
      }
    }
    ReceiverStates states = new ReceiverStates(outages);
    for (List<Integer> stations : List.of(List.of(0), List.of(1, 2), List.of(0, 1, 2))) {
      long last = 0;
      for (long minute = 0; minute < 1_100; minute += 7) {
        ReceiverStates known = states.asOf(START + minute * MINUTE, 3 * MINUTE);
        long down = down(known, stations, 0, 2_000);
        assertThat(down)
            .isGreaterThanOrEqualTo(last)
            .isLessThanOrEqualTo(down(states, stations, 0, minute));
        assertThat(down(known, stations, minute, 2_000)).isZero();
        last = down;
      }
      assertThat(last).isEqualTo(down(states, stations, 0, 2_000));
    }
  }
}
