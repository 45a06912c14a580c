package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bellbuoy.port.evidence.Evidenced.answer;
import static org.bellbuoy.port.evidence.Evidenced.verdict;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.junit.jupiter.api.Test;

class EvidenceKindsTest {
  private static final Host STATION = new Host("10.0.0.5", 0x020000000005L);
  private static final Host CRANE = new Host("10.0.0.20", 0x020000000020L);
  private static final Host OUTSIDE = new Host("198.51.100.7", 0x020000000001L);
  private static final byte[] WRITE_COIL = Wire.hex("0001 0000 0006 01 05 0010 ff00");

  private static Wire writes() {
    Wire wire = new Wire();
    wire.connect(STATION, 41000, CRANE, 502).ask(WRITE_COIL).answer(WRITE_COIL).close();
    return wire;
  }

  @Test
  void aCaptureWithoutAPacketIsAnErrorAndNoVerdict() {
    assertThatThrownBy(() -> Evidenced.byEveryKind().of(Captures.pcap().bytes()))
        .isInstanceOf(SourceException.class)
        .hasMessage(
            "No packet was read in capture; nothing can be said of any paragraph, which is no"
                + " all-clear.");
  }

  @Test
  void aFewPacketsSupportNothing() throws SourceException {
    PortEvidence.Result result = Evidenced.byEveryKind().of(writes().bytes());
    assertThat(result.lacks()).anyMatch(lack -> lack.startsWith("it covers "));
    assertThat(result.paragraphs()).noneMatch(one -> one.verdict() == Verdict.SUPPORTS);
  }

  @Test
  void anAbsenceSupportsOnlyWhereItIsStatedThatTheCaptureSeesAllOfThePlace()
      throws SourceException {
    Evidenced all = Evidenced.byEveryKind().enough();
    Evidenced none = all.judgedBy(all.options().withSees(Set.of()));
    Set<EvidenceKind> absences =
        Set.of(
            EvidenceKind.OT_PUBLIC_FLOWS,
            EvidenceKind.INBOUND_FROM_PUBLIC,
            EvidenceKind.CLEARTEXT_LOGINS,
            EvidenceKind.EXECUTABLES_MOVED_IN,
            EvidenceKind.NEW_HARDWARE,
            EvidenceKind.FLOODS,
            EvidenceKind.PERSON_TO_PERSON,
            EvidenceKind.MONITORING_GAPS);
    for (EvidenceKind kind : absences) {
      Answer silent = answer(none.of(writes().bytes()), kind);
      assertThat(silent.verdict()).as(kind.word()).isEqualTo(Verdict.CANNOT_TELL);
      assertThat(silent.sentence()).contains("An absence counts only where it is stated");
      Answer stated = answer(all.of(writes().bytes()), kind);
      assertThat(stated.verdict()).as(kind.word()).isEqualTo(Verdict.SUPPORTS);
      assertThat(stated.sentence())
          .startsWith("In what was captured, ")
          .contains("It is stated, and was not checked, that the capture sees all that");
    }
  }

  @Test
  void aSecondWayOutIsNeverExcluded() throws SourceException {
    Answer answer =
        answer(Evidenced.byEveryKind().enough().of(writes().bytes()), EvidenceKind.SECOND_GATEWAY);
    assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(answer.sentence()).contains("invisible here");
  }

  @Test
  void aPublicPartyThatAnOtHostAnswersContradictsUnlessItIsDeclared() throws SourceException {
    Wire wire = writes();
    wire.connect(CRANE, 42000, OUTSIDE, 443).ask("hello").answer("hello").close();
    Evidenced undeclared = Evidenced.byEveryKind().enough();

    Answer answer = answer(undeclared.of(wire.bytes()), EvidenceKind.OT_PUBLIC_FLOWS);

    assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(answer.sentence())
        .startsWith(
            "In what was captured, 1 host of OT exchanged packets with 1 party at public addresses")
        .contains("hosts that speak protocols of control were taken for OT");
    // Behind the eight packets to the crane comes the first of this connection.
    assertThat(answer.frames()).extracting(PortTrace::frame).hasSize(1);
    PortEvidence.Result declared = undeclared.parties("198.51.100.0/24").of(wire.bytes());
    assertThat(verdict(declared, EvidenceKind.OT_PUBLIC_FLOWS)).isEqualTo(Verdict.SUPPORTS);
  }

  @Test
  void anOfficeHostThatCallsOutIsNotTakenForOt() throws SourceException {
    Wire wire = writes();
    Host office = new Host("10.0.9.9", 0x020000000099L);
    wire.connect(office, 42000, OUTSIDE, 443).ask("hello").answer("hello").close();
    PortEvidence.Result result = Evidenced.byEveryKind().enough().of(wire.bytes());
    assertThat(verdict(result, EvidenceKind.OT_PUBLIC_FLOWS)).isEqualTo(Verdict.SUPPORTS);
    Declared ot =
        new Declared(
            Networks.usual(),
            List.of(),
            Set.of(),
            new Declared.OtNetworks(Map.of("ot", List.of(Networks.Prefix.of("10.0.9.0/24")))));
    assertThat(
            verdict(
                Evidenced.byEveryKind().declaring(ot).of(wire.bytes()),
                EvidenceKind.OT_PUBLIC_FLOWS))
        .isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void aLoginAcceptedRightAfterManyRefusedOnesContradictsAndManyRefusedOnesAloneDoNot()
      throws SourceException {
    assertThat(verdict(guesses(12, true), EvidenceKind.REPEATED_LOGIN_FAILURES))
        .isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict(guesses(5, true), EvidenceKind.REPEATED_LOGIN_FAILURES))
        .isEqualTo(Verdict.CANNOT_TELL);
    Answer refused = answer(guesses(12, false), EvidenceKind.REPEATED_LOGIN_FAILURES);
    assertThat(refused.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(refused.sentence()).contains("may be a lockout at work");
    assertThat(refused.counts()).containsEntry("longest-in-a-row", 12L);
    assertThat(refused.items()).singleElement().asString().contains("as fitter");
  }

  private static PortEvidence.Result guesses(int refused, boolean accepted) throws SourceException {
    Wire wire = writes();
    for (int i = 0; i < refused + (accepted ? 1 : 0); i++) {
      wire.connect(STATION, 42000 + i, CRANE, 21)
          .answer("220 ready\r\n")
          .ask("USER fitter\r\n")
          .answer("331 password\r\n")
          .ask("PASS guess\r\n")
          .answer(i < refused ? "530 no\r\n" : "230 in\r\n")
          .close();
      wire.later(1000);
    }
    return Evidenced.byEveryKind().of(wire.bytes());
  }

  @Test
  void devicesAreComparedWithTheListThatWasGiven() throws Exception {
    Evidenced enough = Evidenced.byEveryKind().enough();
    byte[] capture = writes().bytes();
    assertThat(verdict(enough.of(capture), EvidenceKind.UNLISTED_DEVICES))
        .isEqualTo(Verdict.CANNOT_TELL);
    PortEvidence.Result one = enough.approving(list("02:00:00:00:00:05")).of(capture);
    Answer missing = answer(one, EvidenceKind.UNLISTED_DEVICES);
    assertThat(missing.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(missing.items()).singleElement().asString().contains("10.0.0.20");
    assertThat(verdict(one, EvidenceKind.INVENTORY)).isEqualTo(Verdict.CONTRADICTS);
    PortEvidence.Result both =
        enough.approving(list("02:00:00:00:00:05", "02:00:00:00:00:20")).of(capture);
    assertThat(verdict(both, EvidenceKind.UNLISTED_DEVICES)).isEqualTo(Verdict.SUPPORTS);
    assertThat(verdict(both, EvidenceKind.INVENTORY)).isEqualTo(Verdict.SUPPORTS);
  }

  private static Approved list(String... macs) throws Exception {
    return Approved.read(new StringReader("mac\n" + String.join("\n", macs) + "\n"), "list.csv");
  }

  @Test
  void trafficBetweenOtAndOtherNetworksIsListedAndNotJudgedWithoutConduits()
      throws SourceException {
    Declared ot =
        new Declared(
            Networks.usual(),
            List.of(),
            Set.of(),
            new Declared.OtNetworks(Map.of("ot", List.of(Networks.Prefix.of("10.0.0.20")))));
    Answer answer =
        answer(
            Evidenced.byEveryKind().enough().declaring(ot).of(writes().bytes()),
            EvidenceKind.ZONE_CROSSINGS);
    assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(answer.items())
        .singleElement()
        .asString()
        .startsWith("10.0.0.5 to 10.0.0.20 tcp/502 modbus (undeclared to ot), 1 conversation");
  }

  @Test
  void aTimeWithoutPacketsIsAGapAndKeepsAnythingFromBeingSupported() throws SourceException {
    Wire wire = writes();
    wire.later(2 * 3_600_000);
    wire.connect(STATION, 41001, CRANE, 502).ask(WRITE_COIL).answer(WRITE_COIL).close();
    Evidenced asked =
        Evidenced.byEveryKind()
            .judgedBy(
                EvidenceOptions.defaults()
                    .withDemands(0, 3_600_000_000_000L, 0)
                    .withSees(Set.of(Place.values())));
    PortEvidence.Result result = asked.of(wire.bytes());
    Answer gaps = answer(result, EvidenceKind.MONITORING_GAPS);
    assertThat(gaps.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(gaps.counts()).containsEntry("gaps", 1L);
    assertThat(gaps.frames()).hasSize(2);
    assertThat(result.paragraphs()).noneMatch(one -> one.verdict() == Verdict.SUPPORTS);
  }
}
