package org.bellbuoy.port.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.port.capture.CaptureSet;
import org.bellbuoy.port.capture.Packet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortSimulationTest {
  private static final List<String> RULES =
      List.of(
          "port.control",
          "port.policy",
          "port.scan",
          "port.remote-session",
          "port.egress",
          "port.second-gateway",
          "port.beacon",
          "port.spoof",
          "port.clear-credentials",
          "port.file-into-ot");

  @TempDir static Path folder;
  private static Written demo;

  @BeforeAll
  static void write() {
    demo = Written.of(PortScenario.demo(), folder.resolve("demo"));
  }

  @Test
  void theSameScenarioGivesTheSameBytesAlsoWhileOthersAreWritten() throws Exception {
    try (var threads = Executors.newFixedThreadPool(3)) {
      var runs =
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> Written.of(PortScenario.demo(), folder.resolve("again" + i))))
              .toList();
      for (var run : runs) {
        assertThat(run.get().digest()).isEqualTo(demo.digest());
      }
    }
  }

  @Test
  void faultsAndFilesComeFromTheSeedToo() throws Exception {
    PortScenario faulty =
        PortScenario.demo()
            .withSize(1, 4, 1)
            .withFaults(0.02, 0.03, 0.01)
            .withRotation(PortScenario.Rotation.HOUR);
    Written one = Written.of(faulty, folder.resolve("faulty1"));
    Written two = Written.of(faulty, folder.resolve("faulty2"));
    assertThat(one.digest()).isEqualTo(two.digest());
    assertThat(one.truth().captures()).hasSize(24);
    assertThat(one.truth().captures().getFirst().file()).isEqualTo("simulated-20260302T00.pcapng");
  }

  @Test
  void anotherSeedGivesOtherBytes() throws Exception {
    PortScenario small = PortScenario.demo().withSize(1, 4, 0.5);
    Written one = Written.of(small, folder.resolve("seed1"));
    Written two = Written.of(small.withSeed(2), folder.resolve("seed2"));
    assertThat(one.digest()).isNotEqualTo(two.digest());
  }

  @Test
  void theDemoIsAFewMegabytes() throws Exception {
    long bytes = 0;
    for (Path file : demo.files()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isBetween(3_000_000L, 12_000_000L);
  }

  @Test
  void everyFileSaysSimulatedByNameAndInItsHeading() throws Exception {
    assertThat(demo.captures()).hasSize(4);
    for (Path file : demo.captures()) {
      assertThat(file.getFileName().toString()).startsWith("simulated-");
      byte[] start = Arrays.copyOf(Files.readAllBytes(file), 120);
      assertThat(new String(start, StandardCharsets.ISO_8859_1)).contains("SIMULATED by bellbuoy");
    }
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("demo/truth.json").toFile());
    assertThat(truth.get("simulated").asBoolean()).isTrue();
    assertThat(truth.get("schema").asText()).isEqualTo("bellbuoy.port-truth/1");
    assertThat(truth.get("acts")).hasSize(demo.truth().acts().size());
  }

  @Test
  void framesAreAsManyAsToldAndInOrderOfTime() throws Exception {
    List<String> paths = Arrays.stream(demo.captures()).map(Path::toString).toList();
    long[] counts = new long[paths.size()];
    try (CaptureSet set =
        CaptureSet.of(
            Inputs.find(paths, System.in),
            reject -> {
              throw new AssertionError(reject);
            })) {
      long before = 0;
      for (Packet packet = set.next(); packet != null; packet = set.next()) {
        assertThat(packet.epochNanos()).isGreaterThanOrEqualTo(before);
        before = packet.epochNanos();
        counts[packet.source()]++;
      }
    }
    assertThat(counts)
        .containsExactly(
            demo.truth().captures().stream().mapToLong(PortTruth.Capture::frames).toArray());
  }

  @Test
  void everyKindOfActIsStagedAndShownByFrames() {
    Set<ActKind> staged = EnumSet.noneOf(ActKind.class);
    for (PortTruth.Act act : demo.truth().acts()) {
      assertThat(staged.add(act.kind())).as("once: " + act.kind()).isTrue();
      assertThat(act.evidence()).as(act.kind().word()).isNotEmpty();
      assertThat(act.showing()).isGreaterThanOrEqualTo(act.evidence().size());
      assertThat(act.frames()).isGreaterThanOrEqualTo(act.showing());
      assertThat(act.from()).isBeforeOrEqualTo(act.to());
      assertThat(act.note()).isNotEmpty();
    }
    assertThat(staged).isEqualTo(EnumSet.allOf(ActKind.class));
  }

  @Test
  void everyRuleHasAnActToTellAndATwinToLeaveAlone() {
    Set<String> told = new HashSet<>();
    Set<String> left = new HashSet<>();
    for (ActKind kind : ActKind.values()) {
      assertThat(kind.rules().isEmpty()).isEqualTo(kind.benign());
      assertThat(kind.mustNot().isEmpty()).isEqualTo(!kind.benign());
      told.addAll(kind.rules());
      left.addAll(kind.mustNot());
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(RULES);
    assertThat(left).containsExactlyInAnyOrderElementsOf(RULES);
  }

  @Test
  void theModemComesOnTheThirdDayAndTheIntruderOnTheFourth() {
    Instant start = PortScenario.demo().start();
    long day = 86_400;
    assertThat(demo.act(ActKind.HIDDEN_MODEM).from())
        .isBetween(start.plusSeconds(2 * day), start.plusSeconds(3 * day));
    for (ActKind kind : List.of(ActKind.SCAN, ActKind.FIRST_WRITES, ActKind.CONTROLLER_STOP)) {
      assertThat(demo.act(kind).from()).isAfter(start.plusSeconds(3 * day));
    }
    Set<ActKind> ofTwoDays =
        Written.of(PortScenario.demo().withSize(2, 4, 0.5), folder.resolve("two"))
            .truth()
            .acts()
            .stream()
            .map(PortTruth.Act::kind)
            .collect(Collectors.toSet());
    assertThat(ofTwoDays)
        .contains(ActKind.UNAPPROVED_SESSION, ActKind.MAINTENANCE_SESSION)
        .doesNotContain(ActKind.HIDDEN_MODEM, ActKind.SCAN);
  }

  @Test
  void maintenanceIsWithinAWindowAndTheStrangerIsNot() {
    List<PortTruth.Window> windows = demo.truth().policy().windows();
    assertThat(windows).anyMatch(window -> holds(window, demo.act(ActKind.MAINTENANCE_SESSION)));
    assertThat(windows).anyMatch(window -> holds(window, demo.act(ActKind.CAMERA_REPLACED)));
    assertThat(windows).noneMatch(window -> meets(window, demo.act(ActKind.UNAPPROVED_SESSION)));
    assertThat(windows).noneMatch(window -> meets(window, demo.act(ActKind.DOWNLOAD_START)));
  }

  private static boolean holds(PortTruth.Window window, PortTruth.Act act) {
    return !act.from().isBefore(window.from()) && !act.to().isAfter(window.to());
  }

  private static boolean meets(PortTruth.Window window, PortTruth.Act act) {
    return !act.from().isAfter(window.to()) && !act.to().isBefore(window.from());
  }

  @Test
  void publicAddressesAreThoseKeptForDocumentationOrCarriers() {
    assertThat(demo.truth().hosts())
        .filteredOn(host -> host.zone().equals("outside"))
        .hasSizeGreaterThan(5)
        .allMatch(
            host -> host.ip().matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|100\\.72).*"));
  }

  @Test
  void noTwoHostsShareAnAddress() {
    for (int cranes : new int[] {4, 5, 60}) {
      PortScenario scenario = PortScenario.demo().withSize(3, cranes, 0.1);
      List<PortTruth.HostTruth> hosts =
          Written.of(scenario, folder.resolve("cranes" + cranes)).truth().hosts();
      assertThat(hosts).extracting(PortTruth.HostTruth::ip).doesNotHaveDuplicates();
      assertThat(hosts)
          .filteredOn(host -> !host.mac().isEmpty())
          .extracting(PortTruth.HostTruth::mac)
          .doesNotHaveDuplicates();
      assertThat(hosts).anyMatch(host -> host.role().equals("modem"));
      assertThat(hosts).filteredOn(host -> host.role().contains("controller")).hasSize(cranes);
    }
  }

  @Test
  void aFolderThatHoldsACaptureIsNotWrittenOver() {
    assertThatThrownBy(() -> PortSimulation.of(PortScenario.demo()).write(folder.resolve("demo")))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void scenariosThatCannotBeAreRefusedWithTheirNumber() {
    PortScenario demo = PortScenario.demo();
    assertThatThrownBy(() -> demo.withSize(0, 10, 1)).hasMessageContaining("days must be 1 to 366");
    assertThatThrownBy(() -> demo.withSize(4, 3, 1)).hasMessageContaining("not 3");
    assertThatThrownBy(() -> demo.withSize(4, 10, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> demo.withFaults(0.6, 0, 0)).hasMessageContaining("loss must be 0");
    assertThatThrownBy(() -> demo.withStart(Instant.parse("2026-03-02T01:00:00Z")))
        .hasMessageContaining("midnight");
  }
}
