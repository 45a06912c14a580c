package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.server.simulate.FarmScenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bellbuoy demo}, compared with the truth that the simulator wrote beside it. */
class DemoTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;
  private static CommandLines.Said said = new CommandLines.Said(-1, "", "");
  private static JsonNode truth = JSON.createObjectNode();
  private static final List<JsonNode> FINDINGS = new ArrayList<>();

  @BeforeAll
  static void demo() throws IOException {
    said = CommandLines.run("demo", "--out", folder);
    truth = JSON.readTree(Files.readString(folder.resolve("simulated/truth.json")));
    for (String line : Files.readAllLines(folder.resolve(Outputs.FINDINGS))) {
      FINDINGS.add(JSON.readTree(line));
    }
  }

  private static JsonNode act(String kind) {
    for (JsonNode act : truth.get("acts")) {
      if (act.get("kind").asText().equals(kind)) {
        return act;
      }
    }
    throw new AssertionError("the truth holds no act " + kind);
  }

  private static List<JsonNode> findings(String rule) {
    return FINDINGS.stream().filter(f -> f.get("rule").asText().equals(rule)).toList();
  }

  private static String level(JsonNode finding) {
    return finding.get("assessment").get("level").asText();
  }

  private static String mmsi(JsonNode finding) {
    return finding.get("subject").get("ids").path("mmsi").asText();
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(node.get(field).asText());
  }

  private static void near(JsonNode finding, JsonNode act, Duration slack) {
    assertThat(Duration.between(time(act, "from"), time(finding, "from")).abs())
        .isLessThanOrEqualTo(slack);
    assertThat(Duration.between(time(act, "to"), time(finding, "to")).abs())
        .isLessThanOrEqualTo(slack);
  }

  @Test
  void itRuns() {
    assertThat(said.status()).as(said.err()).isEqualTo(Bellbuoy.OK);
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains("SIMULATED");
    assertThat(truth.get("acts")).hasSize(4);
  }

  @Test
  void exactlyTheStagedSwitchOffIsLikelyOverTheSpanAndTheCableOfTheTruth() {
    JsonNode act = act("SWITCHED_OFF");
    List<JsonNode> likely =
        findings("sea.silence").stream().filter(f -> level(f).equals("likely")).toList();
    assertThat(likely).hasSize(1);
    JsonNode finding = likely.getFirst();
    assertThat(mmsi(finding)).isEqualTo(act.get("mmsi").asText());
    // The last report before and the first after are at most some ten-second intervals away.
    near(finding, act, Duration.ofSeconds(30));
    List<String> cables = new ArrayList<>();
    for (JsonNode asset : finding.get("assets")) {
      cables.add(asset.get("id").asText());
      if (asset.get("id").asText().equals(act.get("crossing").get("cable").asText())) {
        double at = act.get("crossing").get("alongKm").asDouble();
        assertThat(asset.get("alongKm").get(0).asDouble()).isLessThanOrEqualTo(at);
        assertThat(asset.get("alongKm").get(1).asDouble()).isGreaterThanOrEqualTo(at);
      }
    }
    assertThat(cables).contains(act.get("crossing").get("cable").asText());
    assertThat(finding.get("severity").asText()).isEqualTo("high");
  }

  @Test
  void theLossOfSatelliteNavigationIsALostPositionAndNoSilence() {
    JsonNode act = act("GNSS_LOST");
    assertThat(findings("sea.position-lost"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(mmsi(f)).isEqualTo(act.get("mmsi").asText());
              near(f, act, Duration.ofSeconds(60));
            });
    assertThat(findings("sea.silence"))
        .filteredOn(f -> mmsi(f).equals(act.get("mmsi").asText()))
        .filteredOn(
            f ->
                time(f, "from").isBefore(time(act, "to"))
                    && (f.get("to").isNull() || time(f, "to").isAfter(time(act, "from"))))
        .isEmpty();
  }

  @Test
  void theReceiversOutageIsTheReceiversSilence() {
    JsonNode act = act("RECEIVER_OUTAGE");
    assertThat(findings("sea.receiver-silent"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.get("subject").get("ids").get("station").asText())
                  .isEqualTo(act.get("station").asText());
              near(f, act, Duration.ofSeconds(10));
            });
  }

  @Test
  void vesselsThatOnlyThatReceiverHeardAreExplainedByItAndNotLikely() {
    JsonNode act = act("RECEIVER_OUTAGE");
    List<JsonNode> touched =
        findings("sea.silence").stream()
            .filter(f -> f.get("reasons").findValuesAsText("code").contains("receiver-down"))
            .toList();
    assertThat(touched).noneMatch(f -> level(f).equals("likely") || level(f).equals("possible"));
    // Silent for the outage and little longer: at least four fifths of it are explained.
    double outageSeconds = Duration.between(time(act, "from"), time(act, "to")).toSeconds();
    List<JsonNode> explained =
        touched.stream()
            .filter(f -> !f.get("to").isNull())
            .filter(
                f ->
                    Duration.between(time(f, "from"), time(f, "to")).toSeconds()
                        < outageSeconds / 0.8 - 10)
            .filter(
                f ->
                    f.get("coverage").get("detail").get("receiversDownSeconds").asDouble()
                        > outageSeconds - 10)
            .toList();
    assertThat(explained).isNotEmpty();
    assertThat(explained).allMatch(f -> level(f).equals("cannot-tell"));
    assertThat(explained)
        .allMatch(
            f ->
                f.get("assessment")
                    .get("hypotheses")
                    .get(0)
                    .get("name")
                    .asText()
                    .equals("receiver-down"));
  }

  @Test
  void theVesselThatSailedOutOfRangeIsNotLikely() {
    String away = act("OUT_OF_RANGE").get("mmsi").asText();
    assertThat(findings("sea.silence"))
        .filteredOn(f -> mmsi(f).equals(away))
        .isNotEmpty()
        .noneMatch(f -> level(f).equals("likely"));
  }

  @Test
  void everyFindingQuotesBytesThatStandInTheInput() throws IOException {
    byte[] nmea = Files.readAllBytes(folder.resolve("simulated/simulated.nmea"));
    for (JsonNode finding : FINDINGS) {
      assertThat(finding.get("evidence")).isNotEmpty();
      for (JsonNode evidence : finding.get("evidence")) {
        int offset = evidence.get("offset").asInt();
        String bytes =
            new String(
                nmea,
                offset,
                evidence.get("length").asInt(),
                java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(bytes).startsWith("\\s:SIM-").contains("!AIVDM");
        assertThat(bytes.stripTrailing()).isEqualTo(evidence.get("quote").asText());
      }
    }
  }

  @Test
  void thePageSaysThatNothingOnItIsReal() throws IOException {
    String page = Files.readString(folder.resolve(Outputs.REPORT));
    assertThat(page).contains("SIMULATED");
    assertThat(Files.readString(folder.resolve(Outputs.RUN))).contains("\"simulated\"");
    assertThat(folder.resolve("bellbuoy.duckdb")).exists();
    try (var left = Files.list(folder)) {
      assertThat(left).noneMatch(p -> p.toString().endsWith(".part"));
    }
  }

  @Test
  void theServersThatTheTruthSaysWereEnteredAreToldIntoTheirOwnFolder() throws IOException {
    Path servers = folder.resolve(DemoCommand.SERVERS);
    List<String> likely = new ArrayList<>();
    for (String line : Files.readAllLines(servers.resolve(SweepRun.SERVERS))) {
      JsonNode verdict = JSON.readTree(line);
      assertThat(verdict.get("simulated").asBoolean()).isTrue();
      if (verdict.get("level").asText().equals("likely")) {
        likely.add(verdict.get("host").asText());
      }
    }
    List<String> entered = new ArrayList<>();
    JsonNode farm = JSON.readTree(servers.resolve("simulated/truth.json").toFile());
    for (JsonNode server : farm.get("servers")) {
      if (List.of("succeeded", "persisted").contains(server.get("entry").asText())) {
        entered.add(server.get("host").asText());
      }
    }
    assertThat(entered).hasSize(3);
    assertThat(likely).containsExactlyInAnyOrderElementsOf(entered);
    assertThat(Files.readString(servers.resolve(Outputs.REPORT))).contains("SIMULATED");
    assertThat(said.out()).contains("SIMULATED data: no server here is real.");
  }

  @Test
  void aSecondDemoTakesThePlaceOfTheFirstAndLeavesWhatIsNotItsOwn() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    Path farm = again.resolve("farm");
    ServerSimulateCommand.writeAnew(FarmScenario.quiet(), farm);
    ServerSimulateCommand.writeAnew(FarmScenario.quiet().withSeed(2), farm);
    assertThat(JSON.readTree(farm.resolve("truth.json").toFile()).get("seed").asInt()).isEqualTo(2);
    Path mine = again.resolve("mine");
    Path server = Files.createDirectories(mine.resolve("sp01.alfa.example.test"));
    Path diary = Files.writeString(server.resolve("diary"), "mine");
    assertThatThrownBy(() -> ServerSimulateCommand.writeAnew(FarmScenario.quiet(), mine))
        .isInstanceOf(CommandException.class);
    assertThat(diary).hasContent("mine");
  }

  @Test
  void thePortIsWatchedTooAndItsReportSaysSimulated() throws IOException {
    Path port = folder.resolve(DemoCommand.PORT);
    String page = Files.readString(port.resolve(Outputs.REPORT));
    assertThat(page).contains("SIMULATED: no device here is real").contains("class=\"net\"");
    List<String> rules = new ArrayList<>();
    for (String line : Files.readAllLines(port.resolve(Outputs.FINDINGS))) {
      rules.add(JSON.readTree(line).path("rule").asText());
    }
    assertThat(rules).contains("port.control", "port.second-gateway", "port.remote-session");
    assertThat(said.out()).contains(port.resolve(Outputs.REPORT).toUri().toString());
  }
}
