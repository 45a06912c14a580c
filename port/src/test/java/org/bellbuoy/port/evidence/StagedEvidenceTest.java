package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.evidence.Evidenced.answer;
import static org.bellbuoy.port.evidence.Evidenced.verdict;

import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

/** Public captures, described in the PROVENANCE beside them; skipped where they are not here. */
class StagedEvidenceTest {
  private static PortEvidence.Result of(String path) throws SourceException {
    return Evidenced.byEveryKind().of(Recorded.shared(path));
  }

  @Test
  void modbusToAPublicAddressContradictsThatNoOtIsOnTheInternet() throws SourceException {
    Answer answer = answer(of("modbus/modbus_test_data_part2.pcap"), EvidenceKind.OT_PUBLIC_FLOWS);
    assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(answer.items())
        .anyMatch(line -> line.contains("192.168.66.235") && line.contains("166.161.16.230"));
    assertThat(answer.frames()).isNotEmpty();
  }

  @Test
  void firmwareThatAControllerAcceptedContradicts() throws SourceException {
    PortEvidence.Result result = of("enip/EIP-FirmwareChange.pcap");
    Answer moved = answer(result, EvidenceKind.EXECUTABLES_MOVED_IN);
    assertThat(moved.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(moved.counts().get("firmware-operations-accepted")).isPositive();
  }

  @Test
  void lookingAtADevicesStatusContradictsNeither() throws SourceException {
    PortEvidence.Result result = of("enip/EIP-ViewDeviceStatus.pcap");
    assertThat(verdict(result, EvidenceKind.EXECUTABLES_MOVED_IN)).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(verdict(result, EvidenceKind.ENGINEERING_SESSIONS_UNAUTHENTICATED))
        .isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void telnetShowsALoginInClear() throws SourceException {
    Answer answer = answer(of("remote/telnet.pcap"), EvidenceKind.CLEARTEXT_LOGINS);
    assertThat(answer.items()).isNotEmpty();
    assertThat(answer.verdict()).isNotEqualTo(Verdict.SUPPORTS);
  }

  @Test
  void aSessionOverARelayIsListedAndWithoutDeclaredPartiesNotJudged() throws SourceException {
    Answer answer = answer(of("remote/teamviewer.pcap"), EvidenceKind.REMOTE_SESSIONS_DOCUMENTED);
    assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(answer.items()).anyMatch(line -> line.contains("teamviewer"));
    assertThat(answer.sentence()).contains("compare each with your records");
  }

  @Test
  void noShortCaptureSupportsAnything() throws SourceException {
    for (String path :
        new String[] {
          "s7/snap7_s300_everything.pcapng", "modbus/fuzz-72.pcap", "discovery/snmpwalk-short.pcap"
        }) {
      assertThat(of(path).paragraphs())
          .as(path)
          .noneMatch(one -> one.verdict() == Verdict.SUPPORTS);
    }
  }

  @Test
  void anAgentThatAnswersToAWellKnownCommunityContradicts() throws SourceException {
    Answer answer = answer(of("discovery/snmpwalk-short.pcap"), EvidenceKind.WELL_KNOWN_SECRETS);
    assertThat(answer.verdict()).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void operationsBetweenAddressesThatAreNotWatchedAreToldAndNotTakenForNone()
      throws SourceException {
    PortEvidence.Result result =
        Evidenced.byEveryKind().enough().of(Recorded.shared("s7/wincc_s400_production.pcapng"));
    for (EvidenceKind kind :
        java.util.List.of(
            EvidenceKind.SYSLOG_AND_TIME_SOURCES,
            EvidenceKind.INBOUND_FROM_PUBLIC,
            EvidenceKind.PERSON_TO_PERSON,
            EvidenceKind.EXECUTABLES_MOVED_IN)) {
      Answer answer = Evidenced.answer(result, kind);
      assertThat(answer.verdict()).as(kind.word()).isEqualTo(Verdict.CANNOT_TELL);
      assertThat(answer.sentence())
          .as(kind.word())
          .contains("between addresses that are not declared as watched")
          .contains("--inside");
    }
  }

  @Test
  void aCaptureThatBreaksOffIsToldOnThePageAndAsAProblem() throws SourceException {
    byte[] whole = Recorded.bytes("s7/snap7_s300_everything.pcapng");
    PortEvidence.Result result =
        Evidenced.byEveryKind().of(java.util.Arrays.copyOf(whole, whole.length - 5));

    assertThat(result.problems())
        .singleElement()
        .asString()
        .startsWith("capture breaks off within");
    assertThat(result.coverage().observable()).isNull();
    assertThat(result.page().toString()).contains("What was missed: capture breaks off within");
    assertThat(result.run().notes()).anyMatch(note -> note.contains("capture breaks off within"));
  }
}
