package org.bellbuoy.sea.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.track.Reports.START;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.engine.Detector;
import org.bellbuoy.core.engine.Engine;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.track.Reports;
import org.bellbuoy.sea.track.Trail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceDetectorTest {
  private static final int MMSI = 230_123_456;
  private static final long MINUTE = 60_000;
  private static List<AisBatch> simulated = List.of();
  private static List<String> uninterrupted = List.of();
  private static String receptionOfAll = "";

  @BeforeAll
  static void follow() throws IOException {
    simulated = Stream.simulated(Scenario.defaults().withVessels(60), 1000);
    try (Engine<AisRecord, WatchedVessel, SeaEvent> engine = engine(1)) {
      simulated.forEach(engine::dispatch);
      uninterrupted = told(engine.finish(SeaEvent.ORDER));
      receptionOfAll = told(reception(List.of(engine)));
    }
  }

  private static Engine<AisRecord, WatchedVessel, SeaEvent> engine(int threads) {
    return new Engine<>(
        threads, 600_000, () -> new SilenceDetector(30 * MINUTE, 10 * MINUTE), AisRecord::new);
  }

  private static ReceptionMap reception(List<Engine<AisRecord, WatchedVessel, SeaEvent>> engines) {
    ReceptionMap map = new ReceptionMap();
    for (Engine<AisRecord, WatchedVessel, SeaEvent> engine : engines) {
      for (Detector<AisRecord, WatchedVessel, SeaEvent> one : engine.detectors()) {
        map.merge(((SilenceDetector) one).reception());
      }
    }
    return map;
  }

  private static String told(ReceptionMap map) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, Map<Long, double[]>> vessel :
        new TreeMap<>(map.histories(mmsi -> true)).entrySet()) {
      vessel
          .getValue()
          .forEach(
              (slot, sums) ->
                  text.append(vessel.getKey())
                      .append(' ')
                      .append(slot)
                      .append(' ')
                      .append(Math.round(sums[0] * 1000))
                      .append(' ')
                      .append(sums[1])
                      .append('\n'));
    }
    return text.toString();
  }

  private static List<String> told(List<SeaEvent> events) {
    return events.stream()
        .map(
            event -> {
              String text = event.toString().replaceAll("Trail@[0-9a-f]+", "Trail");
              return switch (event) {
                case SeaEvent.Silence s ->
                    text + points(s.trailBefore()) + " then " + points(s.trailAfter());
                case SeaEvent.PositionLoss p -> text + points(p.trailBefore());
                case SeaEvent.Identity i -> text;
                case SeaEvent.LateHeard l -> text;
                case SeaEvent.Told t -> text;
              };
            })
        .toList();
  }

  private static String points(@Nullable Trail trail) {
    if (trail == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < trail.size(); i++) {
      text.append(' ')
          .append(trail.epochMillis(i))
          .append(',')
          .append(trail.latitudeE7(i))
          .append(',')
          .append(trail.longitudeE7(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,8", "8,3"})
  void cutInTheMiddleOfASimulatedDayItGoesOnAsIfNothingHadBeen(int before, int after)
      throws IOException {
    assertThat(uninterrupted)
        .anyMatch(s -> s.startsWith("Silence"))
        .anyMatch(s -> s.startsWith("PositionLoss"));
    // Before, in and after the staged silence, and while silences wait to be handed on.
    for (int percent : new int[] {1, 30, 50, 58, 70, 99}) {
      int cut = simulated.size() * percent / 100;
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      List<SeaEvent> events = new ArrayList<>();
      try (Engine<AisRecord, WatchedVessel, SeaEvent> first = engine(before);
          Engine<AisRecord, WatchedVessel, SeaEvent> second = engine(after)) {
        simulated.subList(0, cut).forEach(first::dispatch);
        first.snapshot(new DataOutputStream(kept));
        String seen = told(reception(List.of(first)));
        ReceptionMap reception = reception(List.of(first));
        second.restore(new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
        simulated.subList(cut, simulated.size()).forEach(second::dispatch);
        // What the first had handed on by then, without what it would say at an end.
        events.addAll(first.finish(SeaEvent.ORDER));
        List<SeaEvent> rest = second.finish(SeaEvent.ORDER);
        List<String> all = new ArrayList<>(told(rest));
        List<String> early = told(events);
        early.stream()
            .filter(uninterrupted::contains)
            .filter(e -> !all.contains(e))
            .forEach(all::add);
        assertThat(all)
            .as("cut at %d %%", percent)
            .containsExactlyInAnyOrderElementsOf(uninterrupted);
        assertThat(seen).isNotEmpty();
        reception.merge(reception(List.of(second)));
        assertThat(told(reception).equals(receptionOfAll)).as("reception").isTrue();
      }
    }
  }

  private static List<SeaEvent> follow(List<AisRecord> records) {
    AisBatch batch = new AisBatch(16);
    records.forEach(r -> batch.add(r, 0));
    try (Engine<AisRecord, WatchedVessel, SeaEvent> engine = engine(1)) {
      engine.dispatch(batch);
      return engine.finish(SeaEvent.ORDER);
    }
  }

  private static List<AisRecord> way(long fromMinute, long toMinute) {
    List<AisRecord> records = new ArrayList<>();
    for (long at = fromMinute * MINUTE; at < toMinute * MINUTE; at += 10_000) {
      records.add(Reports.onTheWay(MMSI, at, 55, 20, 12, 90));
    }
    return records;
  }

  @Test
  void aShipUnheardForFortyMinutesWasSilentForFortyMinutesAndTenSeconds() {
    List<AisRecord> records = way(0, 60);
    records.addAll(way(100, 160));
    List<SeaEvent> events = follow(records);
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(SeaEvent.Identity.class);
    SeaEvent.Silence silence = (SeaEvent.Silence) events.get(1);
    assertThat(silence.fromMillis()).isEqualTo(START + 60 * MINUTE - 10_000);
    assertThat(silence.toMillis()).isEqualTo(START + 100 * MINUTE);
    assertThat(silence.open()).isFalse();
    assertThat(silence.heardSlotsOfLastTen()).isEqualTo(9);
    assertThat(silence.usualTopKnots()).isEqualTo(13);
    assertThat(silence.before().epochMillis()).isEqualTo(silence.fromMillis());
    SeaEvent.End after = silence.after();
    assertThat(after == null ? 0 : after.epochMillis()).isEqualTo(START + 100 * MINUTE);
  }

  @Test
  void aSilenceShorterThanAskedForIsNone() {
    List<AisRecord> records = way(0, 60);
    records.addAll(way(89, 160));
    assertThat(follow(records)).hasSize(1);
  }

  @Test
  void whatIsStillSilentAtTheEndIsOpen() {
    List<AisRecord> records = way(0, 60);
    AisRecord other = Reports.position(MMSI + 1, START + 120 * MINUTE, 55, 20, 0, 0);
    records.add(other);
    assertThat(follow(records))
        .filteredOn(e -> e instanceof SeaEvent.Silence)
        .singleElement()
        .satisfies(
            e -> {
              SeaEvent.Silence silence = (SeaEvent.Silence) e;
              assertThat(silence.open()).isTrue();
              assertThat(silence.after()).isNull();
              assertThat(silence.toMillis()).isEqualTo(START + 120 * MINUTE);
            });
  }

  @Test
  void anHourWithoutAPositionIsALossAndNoSilence() {
    List<AisRecord> records = way(0, 60);
    for (AisRecord r : way(60, 120)) {
      records.add(Reports.withoutPosition(r));
    }
    records.addAll(way(120, 130));
    assertThat(follow(records))
        .filteredOn(e -> !(e instanceof SeaEvent.Identity))
        .singleElement()
        .satisfies(
            e -> {
              SeaEvent.PositionLoss loss = (SeaEvent.PositionLoss) e;
              assertThat(loss.fromMillis()).isEqualTo(START + 60 * MINUTE);
              assertThat(loss.toMillis()).isEqualTo(START + 120 * MINUTE);
              assertThat(loss.open()).isFalse();
              assertThat(loss.reports()).isEqualTo(360);
            });
  }

  @Test
  void aWildPositionWithinASilenceEndsItBecauseItWasATransmission() {
    List<AisRecord> records = way(0, 60);
    records.add(Reports.position(MMSI, START + 80 * MINUTE, 10, 100, 0, 0));
    records.addAll(way(100, 160));
    assertThat(follow(records)).noneMatch(e -> e instanceof SeaEvent.Silence);
  }

  @Test
  void aRecordThatComesTooLateIsHandedOnAsHeard() {
    List<AisRecord> records = way(0, 60);
    records.addAll(way(100, 110));
    records.add(Reports.onTheWay(MMSI, 80 * MINUTE, 55, 20, 12, 90));
    assertThat(follow(records))
        .filteredOn(e -> e instanceof SeaEvent.LateHeard)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.fromMillis()).isEqualTo(START + 80 * MINUTE);
              assertThat(((SeaEvent.LateHeard) e).fix()).isNotNull();
            });
  }

  @Test
  void stationsAidsAndOneselfAreNoShips() {
    List<AisRecord> records = new ArrayList<>();
    for (int mmsi : new int[] {2_655_001, 992_651_234, 0, 970_123_456}) {
      records.add(Reports.position(mmsi, START, 55, 20, 0, 0));
    }
    AisRecord own = Reports.position(MMSI, START, 55, 20, 0, 0);
    own.ownVessel = true;
    records.add(own);
    assertThat(follow(records))
        .filteredOn(e -> e instanceof SeaEvent.Identity i && i.hulls() > 0)
        .isEmpty();
  }
}
