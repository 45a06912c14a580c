package org.bellbuoy.sea.simulate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.dma.ais.message.AisMessage1;
import dk.dma.ais.message.AisPositionMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActsTest {
  private static final Scenario SCENARIO = Scenario.defaults().withVessels(60);
  private static List<Heard> staged = List.of();
  private static List<Heard> unstaged = List.of();

  @BeforeAll
  static void listen() throws Exception {
    staged = Heard.all(SCENARIO);
    unstaged = Heard.all(SCENARIO.unstaged());
  }

  private static Truth.Act act(ActKind kind) {
    return Simulation.of(SCENARIO).truth().acts().stream()
        .filter(a -> a.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static List<Heard> during(List<Heard> heard, Truth.Act act, long trimSeconds) {
    return heard.stream()
        .filter(h -> h.epochSeconds() > act.from().getEpochSecond() + trimSeconds)
        .filter(h -> h.epochSeconds() < act.to().getEpochSecond() - trimSeconds)
        .toList();
  }

  private static List<Heard> of(List<Heard> heard, Truth.Act act) {
    Integer mmsi = act.mmsi();
    return heard.stream().filter(h -> mmsi != null && h.mmsi() == mmsi).toList();
  }

  @Test
  void aShipThatSwitchesOffIsHeardByNobodyThoughItWouldHaveBeen() throws Exception {
    Truth.Act act = act(ActKind.SWITCHED_OFF);
    assertThat(of(during(staged, act, 0), act)).isEmpty();
    // 70 minutes at 10 s are 420 reports, most of them heard, many of them more than once.
    assertThat(of(during(unstaged, act, 0), act)).hasSizeGreaterThan(400);
    assertThat(of(staged, act))
        .anyMatch(h -> h.epochSeconds() < act.from().getEpochSecond())
        .anyMatch(h -> h.epochSeconds() > act.to().getEpochSecond());
  }

  @Test
  void itCrossesTheCableDuringTheSilenceAndSlower() {
    Truth.Act act = act(ActKind.SWITCHED_OFF);
    Truth.Crossing crossing = requireNonNull(act.crossing());
    assertThat(crossing.cable()).isEqualTo("sim-alfa");
    assertThat(crossing.at()).isBetween(act.from(), act.to());
    Cable cable = Place.CABLES.getFirst();
    assertThat(crossing.alongKm() * 1000).isBetween(1.0, cable.route().lengthMetres());
    Ship ship =
        Stage.of(SCENARIO).ships().stream()
            .filter(s -> s.mmsi() == requireNonNull(act.mmsi()))
            .findFirst()
            .orElseThrow();
    Fix fix = new Fix();
    ship.motion().at(crossing.at().toEpochMilli(), fix);
    assertThat(new LatLon(fix.latitude, fix.longitude).metresTo(crossing.place())).isLessThan(50);
    assertThat(cable.route().at(crossing.alongKm() * 1000).metresTo(crossing.place()))
        .isLessThan(50);
    assertThat(fix.speedKnots).isLessThan(7);
    ship.motion().at(act.from().toEpochMilli() - 60_000, fix);
    assertThat(fix.speedKnots).isGreaterThan(12);
  }

  @Test
  void aShipOutOfRangeFadesAndComesBack() {
    Truth.Act act = act(ActKind.OUT_OF_RANGE);
    assertThat(act.ends()).isTrue();
    assertThat(act.to()).isBefore(SCENARIO.start().plus(SCENARIO.duration()));
    assertThat(of(during(staged, act, 1200), act)).hasSizeLessThan(10);
    assertThat(of(staged, act))
        .anyMatch(h -> h.epochSeconds() < act.from().getEpochSecond() - 1800)
        .anyMatch(h -> h.epochSeconds() > act.to().getEpochSecond());
  }

  @Test
  void aStationThatIsDownHearsNothingNotEvenItself() {
    Truth.Act act = act(ActKind.RECEIVER_OUTAGE);
    assertThat(act.station()).isEqualTo("SIM-KOPU");
    assertThat(during(staged, act, 0)).noneMatch(h -> h.station().equals(act.station()));
    assertThat(during(unstaged, act, 0)).anyMatch(h -> h.station().equals(act.station()));
  }

  @Test
  void anOutageSilencesWholeShipsThatOnlyThatStationHears() {
    Truth.Act act = act(ActKind.RECEIVER_OUTAGE);
    Set<Integer> heard =
        during(staged, act, 0).stream().map(Heard::mmsi).collect(Collectors.toSet());
    Set<Integer> wouldBe =
        during(unstaged, act, 0).stream().map(Heard::mmsi).collect(Collectors.toSet());
    wouldBe.removeAll(heard);
    assertThat(wouldBe).hasSizeGreaterThan(5);
  }

  @Test
  void aShipWithoutGnssGoesOnTransmittingWithoutAPosition() throws Exception {
    Truth.Act act = act(ActKind.GNSS_LOST);
    List<Heard> reports =
        of(during(staged, act, 0), act).stream().filter(h -> h.type() <= 3).toList();
    assertThat(reports).hasSizeGreaterThan(250);
    for (Heard report : reports) {
      AisPositionMessage message = (AisPositionMessage) report.decode();
      assertThat(message.getUtcSec()).isBetween(61, 63);
      assertThat(message.getPos().getRawLatitude()).isEqualTo(91L * 600_000);
      assertThat(message.getPos().getRawLongitude()).isEqualTo(181L * 600_000);
      assertThat(message.getSog()).isEqualTo(1023);
      assertThat(message.getCog()).isEqualTo(3600);
    }
    List<Heard> before =
        of(staged, act).stream()
            .filter(h -> h.type() == 1 && h.epochSeconds() < act.from().getEpochSecond())
            .toList();
    assertThat(((AisMessage1) before.getLast().decode()).getUtcSec()).isLessThan(60);
  }

  @Test
  void nobodyElseIsChangedByTheActs() {
    Set<Integer> acting =
        Simulation.of(SCENARIO).truth().acts().stream()
            .filter(a -> a.mmsi() != null)
            .map(Truth.Act::mmsi)
            .collect(Collectors.toSet());
    Truth.Act outage = act(ActKind.RECEIVER_OUTAGE);
    assertThat(others(staged, acting, outage)).isEqualTo(others(unstaged, acting, outage));
  }

  private static List<String> others(List<Heard> heard, Set<Integer> acting, Truth.Act outage) {
    return heard.stream()
        .filter(h -> !acting.contains(h.mmsi()))
        .filter(
            h ->
                !h.station().equals(outage.station())
                    || h.epochSeconds() < outage.from().getEpochSecond()
                    || h.epochSeconds() >= outage.to().getEpochSecond())
        .map(Heard::text)
        .toList();
  }

  @Test
  void moreActsCanBeStagedAndLeaveTheFirstAsTheyWere() {
    Scenario more =
        SCENARIO.withAct(ActKind.SWITCHED_OFF, 60, 45).withAct(ActKind.GNSS_LOST, 60, 30);
    List<Truth.Act> acts = Simulation.of(more).truth().acts();
    assertThat(acts).hasSize(6);
    assertThat(acts.subList(0, 4)).isEqualTo(Simulation.of(SCENARIO).truth().acts());
    assertThat(acts.get(4).mmsi()).isNotEqualTo(acts.getFirst().mmsi());
  }

  @Test
  void theInnocentTwinOnTheSameLaneIsHeardThroughout() {
    Truth.Act act = act(ActKind.SWITCHED_OFF);
    Truth.Vessel twin =
        Simulation.of(SCENARIO).truth().vessels().stream()
            .filter(v -> v.name().startsWith("SIM TWIN LANE"))
            .findFirst()
            .orElseThrow();
    long last = act.from().getEpochSecond();
    for (Heard h : during(staged, act, 0)) {
      if (h.mmsi() == twin.mmsi()) {
        assertThat(h.epochSeconds() - last).isLessThan(180);
        last = h.epochSeconds();
      }
    }
    assertThat(last).isGreaterThan(act.to().getEpochSecond() - 180);
  }
}
