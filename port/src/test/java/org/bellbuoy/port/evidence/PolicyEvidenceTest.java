package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.evidence.Evidenced.answer;
import static org.bellbuoy.port.evidence.Evidenced.verdict;

import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.PolicyException;
import org.junit.jupiter.api.Test;

/** Evidence against zones, conduits and remote parties of a policy. */
class PolicyEvidenceTest {
  private static final Host STATION = new Host("10.0.0.5", 0x020000000005L);
  private static final Host OFFICE = new Host("10.9.0.5", 0x020000000095L);
  private static final Host CRANE = new Host("10.0.1.20", 0x020000000020L);
  private static final Host OUTSIDE = new Host("198.51.100.7", 0x020000000001L);
  private static final byte[] READ_COIL = Wire.hex("0001 0000 0006 01 01 0010 0001");
  private static final byte[] COIL = Wire.hex("0001 0000 0004 01 01 01 01");
  private static final byte[] WRITE_COIL = Wire.hex("0002 0000 0006 01 05 0010 ff00");
  private static final String ZONES =
      """
      zones:
        - {name: cranes, level: 1, addresses: [10.0.1.0/24]}
        - {name: control, level: 2, addresses: [10.0.0.0/24]}
        - {name: office, level: 4, addresses: [10.9.0.0/16]}
      remoteParties:
        - {name: maker, addresses: [198.51.100.0/24]}
      conduits:
      """;
  private static final String MAY_READ =
      "  - {name: watching, from: [control], to: [cranes], protocols: [modbus], operations: [read]}\n";
  private static final String MAY_WRITE = MAY_READ.replace("[read]", "[read, write]");

  private static Wire polled(Host client, boolean writes) {
    Wire wire = new Wire();
    Wire.Connection session = wire.connect(client, 41000, CRANE, 502);
    session.ask(READ_COIL).answer(COIL);
    if (writes) {
      session.ask(WRITE_COIL).answer(WRITE_COIL);
    }
    session.close();
    return wire;
  }

  private static Evidenced under(String conduits) throws PolicyException {
    return Evidenced.byEveryKind()
        .enough()
        .declaring(Declared.nothing().with(Policy.read("policy.yaml", ZONES + conduits)));
  }

  @Test
  void whatConduitsPermitSupportsThatOnlyDeclaredTrafficPasses() throws Exception {
    PortEvidence.Result result = under(MAY_WRITE).of(polled(STATION, true).bytes());

    Answer crossings = answer(result, EvidenceKind.ZONE_CROSSINGS);
    assertThat(crossings.verdict()).isEqualTo(Verdict.SUPPORTS);
    assertThat(crossings.counts())
        .containsEntry("permitted-conversations", 1L)
        .containsEntry("forbidden-conversations", 0L)
        .containsEntry("undecided-conversations", 0L);
    Answer commands = answer(result, EvidenceKind.WHO_COMMANDS);
    assertThat(commands.verdict()).isEqualTo(Verdict.SUPPORTS);
    assertThat(commands.sentence()).contains("1 change was asked for, all permitted");
  }

  @Test
  void aZoneWithoutAConduitContradictsAndNamesBothZones() throws Exception {
    PortEvidence.Result result = under(MAY_WRITE).of(polled(OFFICE, false).bytes());

    Answer crossings = answer(result, EvidenceKind.ZONE_CROSSINGS);
    assertThat(crossings.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(crossings.items())
        .singleElement()
        .asString()
        .startsWith("10.9.0.5 to 10.0.1.20 tcp/502 modbus (office to cranes), 1 conversation");
    // Where the conversation begins, and what was first asked in it.
    assertThat(crossings.frames()).extracting(PortTrace::frame).containsExactly(1L, 4L);
  }

  @Test
  void aWriteOverAConduitForReadingContradictsWithItsFrame() throws Exception {
    PortEvidence.Result read = under(MAY_READ).of(polled(STATION, false).bytes());
    assertThat(verdict(read, EvidenceKind.ZONE_CROSSINGS)).isEqualTo(Verdict.SUPPORTS);

    PortEvidence.Result wrote = under(MAY_READ).of(polled(STATION, true).bytes());
    Answer crossings = answer(wrote, EvidenceKind.ZONE_CROSSINGS);
    assertThat(crossings.verdict()).isEqualTo(Verdict.CONTRADICTS);
    // The handshake is three packets; then come the read, its answer, and the write.
    assertThat(crossings.frames()).extracting(PortTrace::frame).containsExactly(1L, 6L);
    Answer commands = answer(wrote, EvidenceKind.WHO_COMMANDS);
    assertThat(commands.verdict()).isEqualTo(Verdict.CONTRADICTS);
    assertThat(commands.counts()).containsEntry("forbidden", 1L);
    assertThat(commands.items()).singleElement().asString().endsWith("; not permitted once");
  }

  @Test
  void remotePartiesOfThePolicyAreDeclaredAndItsZonesSayWhatIsOt() throws Exception {
    Wire wire = polled(STATION, false);
    wire.connect(CRANE, 42000, OUTSIDE, 443).ask("hello").answer("hello").close();
    Evidenced asked =
        under(
            MAY_READ
                + "  - {name: service, from: [cranes], to: [maker], protocols: [any], operations: none}\n");
    assertThat(verdict(asked.of(wire.bytes()), EvidenceKind.OT_PUBLIC_FLOWS))
        .isEqualTo(Verdict.SUPPORTS);

    Wire office = polled(STATION, false);
    Host elsewhere = new Host("203.0.113.9", 0x020000000001L);
    office.connect(OFFICE, 42000, elsewhere, 443).ask("hello").answer("hello").close();
    // Level 4 is no OT, so who calls out from there is not held against OT.
    assertThat(verdict(asked.of(office.bytes()), EvidenceKind.OT_PUBLIC_FLOWS))
        .isEqualTo(Verdict.SUPPORTS);
    office.connect(CRANE, 42001, elsewhere, 443).ask("hello").answer("hello").close();
    PortEvidence.Result crane = asked.of(office.bytes());
    assertThat(verdict(crane, EvidenceKind.OT_PUBLIC_FLOWS)).isEqualTo(Verdict.CONTRADICTS);
    assertThat(verdict(crane, EvidenceKind.ZONE_CROSSINGS)).isEqualTo(Verdict.CONTRADICTS);
  }

  @Test
  void withoutAPolicyWhoMayCommandIsNotSaid() throws SourceException {
    Answer commands =
        answer(
            Evidenced.byEveryKind().enough().of(polled(STATION, true).bytes()),
            EvidenceKind.WHO_COMMANDS);
    assertThat(commands.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(commands.sentence()).contains("who may is not declared here");
  }
}
