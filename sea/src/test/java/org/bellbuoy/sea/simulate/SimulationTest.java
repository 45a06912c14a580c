package org.bellbuoy.sea.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Scenario SMALL = Scenario.defaults().withVessels(40).withHours(1);

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    assertThat(Heard.bytes(SMALL)).isEqualTo(Heard.bytes(SMALL));
  }

  @Test
  void anotherSeedGivesOtherBytes() throws Exception {
    assertThat(Arrays.equals(Heard.bytes(SMALL), Heard.bytes(SMALL.withSeed(2)))).isFalse();
  }

  @Test
  void anAppendableGetsTheSameAsAStream() throws Exception {
    StringBuilder text = new StringBuilder();
    Simulation.of(SMALL).writeNmea(text);
    assertThat(text.toString())
        .isEqualTo(new String(Heard.bytes(SMALL), StandardCharsets.US_ASCII));
  }

  @Test
  void theFirstLineSaysSimulatedAndTheSeed() throws Exception {
    assertThat(Heard.lines(SMALL.withSeed(77)).getFirst())
        .startsWith("#")
        .contains("SIMULATED")
        .contains("seed 77");
  }

  @Test
  void everyChecksumIsRightAndEveryLineFits() throws Exception {
    for (String line : Heard.lines(SMALL)) {
      if (line.startsWith("#")) {
        continue;
      }
      int bang = line.indexOf('!');
      check(line.substring(1, bang - 1));
      check(line.substring(bang + 1));
      assertThat(line.length() - bang).isLessThanOrEqualTo(80);
      assertThat(line).startsWith("\\s:SIM-");
    }
  }

  private static void check(String summed) {
    int star = summed.lastIndexOf('*');
    int sum = summed.substring(0, star).chars().reduce(0, (a, b) -> a ^ b);
    assertThat(summed.substring(star + 1)).isEqualTo("%02X".formatted(sum));
  }

  @Test
  void sentencesComeInOrderOfReception() throws Exception {
    List<Long> seconds = Heard.all(SMALL).stream().map(Heard::epochSeconds).toList();
    assertThat(seconds).isSorted();
    assertThat(seconds.getFirst()).isGreaterThanOrEqualTo(SMALL.start().getEpochSecond());
    assertThat(seconds.getLast()).isLessThan(SMALL.start().getEpochSecond() + 3600);
  }

  @Test
  void everyNumberAndNameIsVisiblySimulated() {
    Truth truth = Simulation.of(Scenario.defaults()).truth();
    assertThat(truth.vessels())
        .allSatisfy(
            vessel -> {
              assertThat(vessel.mmsi()).isBetween(200_000_001, 200_999_999);
              assertThat(vessel.name()).startsWith("SIM ").hasSizeLessThanOrEqualTo(20);
            });
    assertThat(truth.stations())
        .allSatisfy(station -> assertThat(station.name()).startsWith("SIM-"));
    assertThat(truth.cables())
        .allSatisfy(cable -> assertThat(cable.name()).startsWith("SIMULATED"));
  }

  @Test
  void onlyTwoShipsShareAnIdentityAndTheyAreFarApart() {
    Simulation simulation = Simulation.of(Scenario.defaults());
    Set<Integer> once = new HashSet<>();
    List<Truth.Vessel> twice =
        simulation.truth().vessels().stream().filter(v -> !once.add(v.mmsi())).toList();
    assertThat(twice).hasSize(1);
    LatLon one = Place.ANCHORAGES.get(2).centre();
    assertThat(one.metresTo(Place.PILOT_GROUNDS.get(1).centre())).isGreaterThan(60 * 1852.0);
  }

  @Test
  void truthAndCablesAreWrittenAsJson() throws Exception {
    Simulation simulation = Simulation.of(Scenario.defaults());
    ByteArrayOutputStream truth = new ByteArrayOutputStream();
    simulation.writeTruth(truth);
    ByteArrayOutputStream cables = new ByteArrayOutputStream();
    simulation.writeCables(cables);
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    var read = mapper.readTree(truth.toByteArray());
    assertThat(read.get("acts")).hasSize(4);
    assertThat(read.get("acts").get(0).get("crossing").get("cable").asText()).isEqualTo("sim-alfa");
    assertThat(read.get("outages")).hasSize(1);
    assertThat(read.get("stations")).hasSize(5);
    assertThat(read.get("vessels").size()).isGreaterThan(300);
    var features = mapper.readTree(cables.toByteArray()).get("features");
    assertThat(features).hasSize(4);
    assertThat(features.get(0).get("properties").get("simulated").asBoolean()).isTrue();
  }

  @Test
  void theDemoIsBigAndPatchy() throws Exception {
    byte[] bytes = Heard.bytes(Scenario.defaults());
    long lines = new String(bytes, StandardCharsets.US_ASCII).lines().count();
    assertThat(lines).isGreaterThan(100_000);
  }
}
