package org.bellbuoy.port.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Host PLC = new Host("10.0.0.20", 0x020000000020L);
  private static final Host HMI = new Host("10.0.0.21", 0x020000000021L);
  private static final Host CLOUD = new Host("198.51.100.10", 0x020000000001L);

  private static long[] beacon(Random random, int events, double period, double jitter) {
    long[] times = new long[events];
    double at = 0;
    for (int i = 0; i < events; i++) {
      times[i] = (long) (at * 1e9);
      at += period * (1 + jitter * (random.nextDouble() * 2 - 1));
    }
    return times;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.33})
  void aPeriodIsFoundWhateverTheJitterAlsoWhereItAddsUp(double jitter) {
    Random random = new Random(31);
    for (int i = 0; i < 100; i++) {
      double period = 5 + random.nextInt(3000);
      PeriodFinder.Period found =
          Objects.requireNonNull(PeriodFinder.find(beacon(random, 60, period, jitter)));
      assertThat(found.seconds()).isCloseTo(period, within(period * (0.08 + jitter / 2.5)));
    }
  }

  @Test
  void missedEventsDoNotHideThePeriod() {
    Random random = new Random(8);
    long[] all = beacon(random, 120, 60, 0.1);
    long[] some = Arrays.stream(all).filter(t -> random.nextInt(5) > 0).toArray();
    PeriodFinder.Period found = Objects.requireNonNull(PeriodFinder.find(some));
    assertThat(found.seconds()).isCloseTo(60, within(6.0));
  }

  @Test
  void eventsAtRandomAndBurstsHaveNoPeriod() {
    Random random = new Random(99);
    int told = 0;
    for (int run = 0; run < 500; run++) {
      int events = 20 + random.nextInt(300);
      long[] times = new long[events];
      double at = 0;
      boolean bursts = run % 2 == 0;
      for (int i = 0; i < events; i++) {
        times[i] = (long) (at * 1e9);
        double mean = bursts && random.nextInt(10) > 0 ? 2 : 600;
        at += -mean * Math.log(1 - random.nextDouble());
      }
      told += PeriodFinder.find(times) == null ? 0 : 1;
    }
    assertThat(told).isLessThanOrEqualTo(2);
  }

  @Test
  void aPerfectBeaconScoresOneAndTooFewTimesScoreNothing() {
    long[] times = new long[288];
    long[] bytes = new long[288];
    for (int i = 0; i < times.length; i++) {
      times[i] = 1_700_000_000L + i * 300L;
      bytes[i] = 512;
    }
    long to = times[287];
    BeaconScore score = Objects.requireNonNull(BeaconScorer.score(times, bytes, times[0], to));
    assertThat(score.total()).isEqualTo(1);
    assertThat(BeaconScorer.score(new long[] {1, 2, 3}, new long[3], 0, 10)).isNull();
    assertThat(BeaconScorer.score(new long[] {1, 1, 2, 2, 3}, new long[5], 0, 10)).isNull();
  }

  @Test
  void aFewHoursOfTrafficHaveNoDuration() {
    long[] times = {1000, 1100, 1200, 1300, 1400, 1500};
    BeaconScore score =
        Objects.requireNonNull(
            BeaconScorer.score(times, new long[] {5, 5, 5, 5, 5, 5}, 1000, 87_400));
    assertThat(score.duration()).isZero();
    assertThat(score.histogram()).isLessThan(0.1);
  }

  private static List<PortFact> facts(Wire wire) {
    return Detected.facts(new BeaconDetector(BeaconRules.usual()), wire.bytes());
  }

  @Test
  void aCallHomeWithJitterIsOneFactAndPollingWithinIsNone() {
    Random random = new Random(4);
    Wire wire = new Wire();
    for (int i = 0; i < 100; i++) {
      wire.connect(PLC, 20000 + i, CLOUD, 443).ask("alive").answer("yes").close();
      wire.connect(HMI, 20000 + i, PLC, 502).ask("poll").answer("data").close();
      wire.udp(PLC, 123, CLOUD, 123, new byte[48]).udp(CLOUD, 123, PLC, 123, new byte[48]);
      wire.later(600_000 + random.nextInt(120_000));
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("beacon"))
        .satisfies(f -> assertThat(f.count()).isEqualTo(100))
        .satisfies(f -> assertThat(f.level().word()).isEqualTo("likely"))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", "10.0.0.20"));
  }

  @Test
  void callsThatAreNeverAnsweredAreToldApart() {
    Random random = new Random(4);
    Wire wire = new Wire();
    for (int i = 0; i < 60; i++) {
      wire.syn(PLC, 20000 + i, CLOUD, 8883).later(300_000 + random.nextInt(60_000));
    }
    assertThat(facts(wire))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo("call-home-attempts"));
  }

  @Test
  void declaredPollingIsNotTold() {
    Wire wire = new Wire();
    for (int i = 0; i < 60; i++) {
      wire.connect(PLC, 20000 + i, CLOUD, 443).ask("alive").answer("yes").close();
      wire.later(300_000);
    }
    BeaconRules rules =
        new BeaconRules(
            Networks.usual(),
            List.of(new BeaconRules.Polling(Networks.Prefix.of("198.51.100.10"), 443)),
            0.8,
            8);
    assertThat(facts(wire)).hasSize(1);
    assertThat(Detected.facts(new BeaconDetector(rules), wire.bytes())).isEmpty();
  }

  @Test
  void callsAtRandomAreNotTold() {
    Random random = new Random(21);
    Wire wire = new Wire();
    for (int i = 0; i < 60; i++) {
      byte[] sent = new byte[1 + random.nextInt(1200)];
      wire.connect(PLC, 20000 + i, CLOUD, 443).ask(sent).answer("yes").close();
      wire.later((long) (-900_000 * Math.log(1 - random.nextDouble())));
    }
    assertThat(facts(wire)).isEmpty();
  }

  @Test
  void timesBeforeAPauseOfDaysAreScoredInTheirOwnDay() {
    DataSpan span = new DataSpan();
    for (long hour : new long[] {0, 1, 2, 200, 201}) {
      span.add((hour * 3600 + 1800) * SECOND);
    }
    assertThat(span.days())
        .containsExactly(
            new DataSpan.Day(200 * 3600 + 1800, 201 * 3600 + 1800),
            new DataSpan.Day(1800, 3 * 3600 - 1));
  }
}
