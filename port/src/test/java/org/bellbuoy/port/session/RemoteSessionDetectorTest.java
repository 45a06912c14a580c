package org.bellbuoy.port.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.Detected;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labelled cases of remote access as facts. */
class RemoteSessionDetectorTest {
  private static List<PortFact> facts(String capture) {
    return Detected.facts(
        new RemoteSessionDetector(SessionRules.usual()), Recorded.shared(capture));
  }

  @ParameterizedTest
  @CsvSource({
    "remote/reverse-ssh.pcap, ssh-reverse, 13.13.13.37, 10.0.0.1, HIGH",
    "remote/sshguess.pcap, ssh, 192.168.56.1, 192.168.56.103, LOW",
    "remote/radmin3.pcapng, radmin, 192.168.88.208, 192.168.88.197, LOW",
    "remote/tailscale.pcap, tailscale, 192.168.88.3, 18.196.71.179, MEDIUM"
  })
  void aLabelledCaseIsOneFact(
      String capture, String kind, String actor, String target, Severity severity) {
    assertThat(facts(capture))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(kind))
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.LIKELY))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(severity))
        .satisfies(f -> assertThat(f.actor()).containsEntry("ip", actor))
        .satisfies(f -> assertThat(f.targets().getFirst().id()).isEqualTo(target))
        .satisfies(f -> assertThat(f.traces()).isNotEmpty());
  }

  @Test
  void anApprovedPartyIsANote() {
    SessionRules rules =
        new SessionRules(Networks.usual(), List.of(Networks.Prefix.of("13.13.13.0/24")));
    assertThat(
            Detected.facts(
                new RemoteSessionDetector(rules), Recorded.shared("remote/reverse-ssh.pcap")))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.INFO));
  }

  @Test
  void aTryThatGotNothingBackIsOnlyPossible() {
    assertThat(facts("modbus/modbus-and-non-modbus-p502.pcap"))
        .singleElement()
        .satisfies(f -> assertThat(f.level()).isEqualTo(Level.POSSIBLE))
        .satisfies(f -> assertThat(f.reasons()).anyMatch(r -> r.code().equals("against-attempt")));
  }
}
