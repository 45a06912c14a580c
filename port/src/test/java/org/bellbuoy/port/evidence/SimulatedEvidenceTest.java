package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.evidence.Evidenced.answer;
import static org.bellbuoy.port.evidence.Evidenced.paragraph;
import static org.bellbuoy.port.evidence.Evidenced.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.simulate.ActKind;
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortSimulation;
import org.bellbuoy.port.simulate.PortTruth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of simulated terminals, compared with their truth. */
class SimulatedEvidenceTest {
  private static final long HOUR = 3_600_000_000_000L;

  @TempDir static Path folder;
  private static PortTruth truth;
  private static PortEvidence.Result code;
  private static PortEvidence.Result kinds;

  @BeforeAll
  static void simulate() throws Exception {
    truth =
        PortSimulation.of(PortScenario.demo().withSeed(5).withSize(4, 4, 1))
            .write(folder.resolve("four"));
    Path[] captures =
        truth.captures().stream()
            .map(capture -> folder.resolve("four").resolve(capture.file()))
            .toArray(Path[]::new);
    Evidenced asked =
        Evidenced.byEveryKind()
            .parties("192.0.2.0/24")
            .approving(approved(host -> !host.role().equals("modem")))
            .judgedBy(EvidenceOptions.defaults().withSees(Set.of(Place.values())));
    kinds = asked.of(captures);
    code =
        new Evidenced(
                Checklists.builtIn("33cfr101.650"),
                asked.declared(),
                asked.options(),
                asked.approved())
            .of(captures);
  }

  private static Approved approved(Predicate<PortTruth.HostTruth> listed) throws Exception {
    String rows =
        truth.hosts().stream()
            .filter(host -> !host.mac().isEmpty() && listed.test(host))
            .map(host -> host.mac() + "," + host.ip())
            .collect(Collectors.joining("\n"));
    return Approved.read(new StringReader("mac,ip\n" + rows + "\n"), "list.csv");
  }

  private static PortTruth.Act act(ActKind kind) {
    return truth.acts().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void theStrangersSessionContradictsWithItsFramesAndTheVendorsIsNotHeldAgainstAnybody() {
    Answer answer = answer(kinds, EvidenceKind.REMOTE_SESSIONS_DOCUMENTED);
    PortTruth.Act stranger = act(ActKind.UNAPPROVED_SESSION);
    PortTruth.Act vendor = act(ActKind.MAINTENANCE_SESSION);
    assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(answer.sentence()).startsWith("In what was captured, ");
    assertThat(answer.items())
        .anyMatch(line -> line.contains("vnc") && line.contains(stranger.actorIp()))
        .anyMatch(line -> line.contains("rdp") && line.contains(vendor.actorIp()));
    assertThat(answer.frames())
        .anyMatch(
            frame ->
                within(frame, stranger.from(), stranger.to())
                    && kinds.run().inputs().get(frame.source()).name().contains("0303"));
    assertThat(answer.counts().get("with-declared-parties")).isPositive();
    assertThat(paragraph(code, "(f)(3)").verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  private static boolean within(PortTrace frame, Instant first, Instant last) {
    Instant at = PortWords.instant(frame.epochNanos());
    return !at.isBefore(first) && !at.isAfter(last);
  }

  @Test
  void theModemIsTheDeviceThatIsNotOnTheListAndThatAppearedLater() {
    Answer unlisted = answer(kinds, EvidenceKind.UNLISTED_DEVICES);
    assertThat(unlisted.verdict()).isEqualTo(Verdict.CONTRADICTS);
    String modem = mac("modem");
    assertThat(unlisted.items()).anyMatch(line -> line.contains(modem));
    Answer later = answer(kinds, EvidenceKind.NEW_HARDWARE);
    assertThat(later.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(later.items()).anyMatch(line -> line.contains(modem));
    assertThat(paragraph(code, "(b)(1)").verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(paragraph(code, "(i)(2)").verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  private static String mac(String role) {
    return truth.hosts().stream()
        .filter(host -> host.role().equals(role))
        .map(PortTruth.HostTruth::mac)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCallsOutAndWhoIsCalledFromOutsideContradicts() {
    Answer flows = answer(kinds, EvidenceKind.OT_PUBLIC_FLOWS);
    assertThat(flows.verdict()).isEqualTo(Verdict.CONTRADICTS);
    String stranger = act(ActKind.UNAPPROVED_SESSION).actorIp();
    assertThat(answer(kinds, EvidenceKind.INBOUND_FROM_PUBLIC).items())
        .anyMatch(line -> line.contains(stranger));
    assertThat(paragraph(code, "(e)(3)(iv)").verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(paragraph(code, "(e)(3)(v)").verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void theLoginInClearAndTheProgramAreToldAndTheProgramDecidesNoParagraph() {
    String login = act(ActKind.CLEAR_LOGIN).actorIp();
    assertThat(answer(kinds, EvidenceKind.CLEARTEXT_LOGINS).items())
        .anyMatch(line -> line.contains(login) && line.contains("ftp"));
    PortTruth.Act program = act(ActKind.EXECUTABLE_INTO_OT);
    Answer moved = answer(kinds, EvidenceKind.EXECUTABLES_MOVED_IN);
    assertThat(moved.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(moved.frames()).anyMatch(frame -> within(frame, program.from(), program.to()));
    assertThat(paragraph(code, "(b)(2)").verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(paragraph(code, "(b)(2)").beside()).contains(moved);
  }

  @Test
  void stoppingAControllerWithoutALoginContradicts() {
    Answer answer = answer(kinds, EvidenceKind.ENGINEERING_SESSIONS_UNAUTHENTICATED);
    String camera = act(ActKind.CONTROLLER_STOP).actorIp();
    assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(answer.items()).anyMatch(line -> line.startsWith(camera + " to "));
  }

  @Test
  void devicesAndConversationsOfFourDaysSupportThatThereIsAListAndAMap() {
    assertThat(kinds.lacks()).isEmpty();
    assertThat(verdict(kinds, EvidenceKind.NETWORK_MAP)).isEqualTo(Verdict.SUPPORTS);
    assertThat(paragraph(code, "(b)(4)").sentence()).startsWith("In what was captured, ");
  }

  @Test
  void eachFrameIsOneOfItsCaptureAndNoneIsMoreThanTwenty() {
    for (ParagraphEvidence one : kinds.paragraphs()) {
      for (Answer answer : one.evidence()) {
        assertThat(answer.frames()).hasSizeLessThanOrEqualTo(20);
        for (PortTrace frame : answer.frames()) {
          long frames = truth.captures().get(frame.source()).frames();
          assertThat(frame.frame()).isBetween(1L, frames);
        }
        boolean shown = answer.verdict() != Verdict.CONTRADICTS || !answer.frames().isEmpty();
        assertThat(shown).as(answer.kind().word()).isTrue();
      }
    }
  }

  @Test
  void aQuietFirstDayDoesNotContradictAnythingButLoginsInClear() throws Exception {
    PortTruth first =
        PortSimulation.of(PortScenario.demo().withSeed(6).withSize(1, 4, 1))
            .write(folder.resolve("one"));
    PortEvidence.Result result =
        Evidenced.byEveryKind()
            .parties("192.0.2.0/24")
            .judgedBy(
                EvidenceOptions.defaults()
                    .withDemands(23 * HOUR, HOUR, 0.99)
                    .withSees(Set.of(Place.values())))
            .of(folder.resolve("one").resolve(first.captures().getFirst().file()));
    List<String> against =
        result.paragraphs().stream()
            .filter(one -> one.verdict() == Verdict.CONTRADICTS)
            .map(one -> one.paragraph().id())
            .toList();
    // Every agent of the terminal is asked with a community in clear.
    assertThat(against).containsExactly("cleartext-logins");
    assertThat(verdict(result, EvidenceKind.INBOUND_FROM_PUBLIC)).isEqualTo(Verdict.SUPPORTS);
    assertThat(verdict(result, EvidenceKind.OT_PUBLIC_FLOWS)).isEqualTo(Verdict.SUPPORTS);
  }

  @Test
  void fileAndPageSaySimulatedAndNeverThatARuleIsKept() throws Exception {
    StringWriter text = new StringWriter();
    EvidenceJson.write(code, text);
    JsonNode json = new ObjectMapper().readTree(text.toString());
    assertThat(json.path("schema").asText()).isEqualTo("bellbuoy.port-evidence/1");
    assertThat(json.path("simulated").asBoolean()).isTrue();
    assertThat(json.path("paragraphs")).hasSize(code.checklist().paragraphs().size());
    JsonNode frame =
        json.findValues("frames").stream()
            .filter(frames -> !frames.isEmpty())
            .findFirst()
            .orElseThrow()
            .path(0);
    assertThat(frame.path("source").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(json.path("coverage").path("detail").path("blindSpots").toString())
        .contains("modem");
    assertThat(code.page().title()).contains("SIMULATED");
    assertThat((text + code.page().toString()).toLowerCase(Locale.ROOT))
        .doesNotContain("complian")
        .doesNotContain("complies")
        .doesNotContain("conform");
    assertThat(code.page().toString()).contains("must be checked against the eCFR");
  }
}
