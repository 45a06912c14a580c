package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.NetworkPicture;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortSimulation;
import org.bellbuoy.port.simulate.PortTruth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a simulated terminal, held against the truth of the simulation. */
final class PortPageTest {
  @TempDir static Path folder;

  private static PortTruth truth;
  private static PortWatch.Result result;

  @BeforeAll
  static void watch() throws IOException, SourceException {
    truth = PortSimulation.of(PortScenario.demo()).write(folder);
    result = watched(PortWatchOptions.defaults());
  }

  private static PortWatch.Result watched(PortWatchOptions options)
      throws IOException, SourceException {
    List<String> captures =
        truth.captures().stream().map(c -> folder.resolve(c.file()).toString()).toList();
    try (RejectLog rejects = RejectLog.counting()) {
      return new PortWatch(options, "test", () -> 0)
          .run(Inputs.find(captures, System.in), rejects, Progress.silent());
    }
  }

  private static <T> Stream<T> blocks(Class<T> kind) {
    return result.page().sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static List<List<String>> rows(String heading) {
    return result.page().sections().stream()
        .filter(section -> section.heading().equals(heading))
        .flatMap(section -> section.blocks().stream())
        .filter(Document.Table.class::isInstance)
        .flatMap(block -> ((Document.Table) block).rows().stream())
        .toList();
  }

  @Test
  void aSimulatedCaptureIsKnownForOneByItsOwnComment() {
    assertThat(result.run().simulated()).isTrue();
    assertThat(result.page().title()).contains("SIMULATED");
  }

  @Test
  void findingsStandFirstWithWhyWhatSpeaksAgainstAndFrames() {
    Document.Section first = result.page().sections().getFirst();
    assertThat(first.heading()).isEqualTo("Findings");
    List<Document.Entry> cards = blocks(Document.Story.class).toList().getFirst().entries();
    assertThat(cards).hasSize(FindingCards.MOST_CARDS);
    assertThat(cards)
        .allSatisfy(
            card -> {
              assertThat(card.head()).isNotBlank();
              assertThat(card.text()).startsWith("Severity ");
              assertThat(card.against()).isNotBlank();
              assertThat(card.lines()).isNotEmpty();
              assertThat(card.lines().getFirst().where()).contains(".pcapng, frame ");
            });
    assertThat(cards)
        .isSortedAccordingTo(
            Comparator.comparing(card -> List.of("high", "medium").indexOf(severity(card))));
    assertThat(severity(cards.getFirst())).isEqualTo("high");
    assertThat(cards).anyMatch(card -> card.head().startsWith("203.0.113.66: vnc → 10.20.100.20"));
  }

  private static String severity(Document.Entry card) {
    return card.text().split("[ ,]")[1];
  }

  @Test
  void rulesOfTheBorderFindTheirActsOfTheTruth() {
    List<String> rules = result.findings().stream().map(Finding::rule).distinct().toList();
    assertThat(rules)
        .contains(
            "port.control",
            "port.remote-session",
            "port.egress",
            "port.second-gateway",
            "port.spoof",
            "port.clear-credentials",
            "port.file-into-ot");
  }

  @Test
  void theTenCranesShareOneBoxAndWhatIsOutsideStandsApart() {
    NetworkPicture picture = blocks(NetworkPicture.class).findFirst().orElseThrow();

    assertThat(picture.zones().getFirst().outside()).isTrue();
    NetworkPicture.Zone cranes =
        picture.zones().stream()
            .filter(zone -> zone.name().contains("networks that are alike"))
            .findFirst()
            .orElseThrow();
    assertThat(cranes.name()).startsWith("10 ");
    assertThat(cranes.detail()).contains("10.20.1.0/24 to 10.20.10.0/24");
    long devices = cranes.members().stream().mapToLong(NetworkPicture.Member::count).sum();
    long told =
        truth.hosts().stream()
            .filter(h -> h.ip().matches("10\\.20\\.[0-9]{1,2}\\..*"))
            .filter(h -> !h.ip().startsWith("10.20.0."))
            .count();
    assertThat(devices).isBetween(told - 1, told + 1);
    assertThat(cranes.members()).hasSizeLessThan(20);
    assertThat(picture.links())
        .anyMatch(
            link ->
                link.worst() == Level.LIKELY
                    && link.label().contains("203.0.113.66 → 10.20.100.20"))
        .anyMatch(link -> link.worst() == null && link.label().contains("modbus"));
  }

  @Test
  void devicesSessionsOperationsAndHealthAreOnThePage() {
    assertThat(rows("Devices")).hasSizeGreaterThan(60);
    assertThat(rows("Devices"))
        .anyMatch(row -> row.get(3).contains("SIMULATED") && row.get(4).equals("V2.7"))
        .allMatch(row -> row.getLast().contains("frame "));
    assertThat(rows("Remote sessions"))
        .anyMatch(
            row ->
                row.get(0).contains("203.0.113.66")
                    && row.get(2).startsWith("vnc")
                    && row.get(6).contains("write"));
    assertThat(blocks(Timeline.class).flatMap(t -> t.lanes().stream()).map(Timeline.Lane::label))
        .anyMatch(label -> label.startsWith("read, "))
        .anyMatch(label -> label.startsWith("program, "));
    assertThat(rows("What could not be seen"))
        .contains(List.of("packets read", "%,d".formatted(result.run().counts().get("packets"))));
  }

  @Test
  void countsOverTimeAddUpToTheOperationsOfTheRun() {
    Timeline classes =
        result.page().sections().stream()
            .filter(section -> section.heading().equals("Who commands whom, and when"))
            .flatMap(section -> section.blocks().stream())
            .filter(Timeline.class::isInstance)
            .map(Timeline.class::cast)
            .findFirst()
            .orElseThrow();
    double all =
        classes.lanes().stream()
            .flatMap(lane -> lane.bars().stream())
            .mapToDouble(Timeline.Bar::value)
            .sum();
    assertThat((long) all).isEqualTo(result.run().counts().get("operations"));
  }

  @Test
  void declaredBorderIsInTheLedgerAndWeighsApprovedPartiesLess()
      throws IOException, SourceException {
    BorderOptions border =
        BorderOptions.of(
            List.of("10.0.0.0/8"),
            List.of("00:00:5E:00:01:14"),
            List.of("10.20.100.5"),
            List.of("192.0.2.0/24"));
    PortWatchOptions options = PortWatchOptions.defaults().withBorder(border);
    Map<String, String> told = options.parameters();
    assertThat(told)
        .containsEntry("network", "10.0.0.0/8")
        .containsEntry("gateway", "00:00:5e:00:01:14")
        .containsEntry("name-server", "10.20.100.5")
        .containsEntry("approved-remote", "192.0.2.0/24");
    assertThat(PortWatchOptions.fromParameters(told)).isEqualTo(options);

    PortWatch.Result declared = watched(options);
    assertThat(declared.findings())
        .filteredOn(f -> "192.0.2.10".equals(f.subject().ids().get("ip")))
        .filteredOn(f -> f.rule().equals("port.egress"))
        .isNotEmpty()
        .allMatch(f -> f.severity() == org.bellbuoy.core.finding.Severity.INFO);
  }

  @Test
  void whatCannotBeReadInTheBorderIsToldInASentence() {
    assertThatThrownBy(() -> BorderOptions.of(List.of(), List.of("00:11"), List.of(), List.of()))
        .hasMessage("'00:11' is no hardware address like 00:0e:8c:01:02:03.");
    assertThatThrownBy(
            () -> BorderOptions.of(List.of("10.0.0.0/40"), List.of(), List.of(), List.of()))
        .hasMessageContaining("10.0.0.0/40");
    assertThatThrownBy(() -> BorderOptions.of(List.of(), List.of(), List.of("dns"), List.of()))
        .hasMessage("'dns' is no IP address.");
  }

  @Test
  void thresholdsOfBeaconsStandInTheLedgerAndAreReadBack() {
    BorderOptions given = BorderOptions.defaults().withBeacons(0.65, 20);

    assertThat(given.parameters())
        .containsEntry("beacon-score", "0.65")
        .containsEntry("beacon-connections", "20");
    assertThat(BorderOptions.fromParameters(given.parameters())).isEqualTo(given);
    assertThat(BorderOptions.fromParameters(Map.of())).isEqualTo(BorderOptions.defaults());
    assertThatThrownBy(() -> given.withBeacons(1.5, 20)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> given.withBeacons(0.5, 3)).hasMessageContaining("4 or more");
  }
}
