package org.bellbuoy.port.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures of tools: each is named by content, with who controls whom where that shows. */
class SessionGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "anydesk.pcapng, ANYDESK, 192.168.149.129, 51.83.238.219, UNKNOWN",
    "anydesk.pcapng, ANYDESK, 192.168.1.187, 192.168.1.178, BY_OPENER",
    "dns-tunnel-iodine.pcap, DNS_TUNNEL, 10.0.2.30, 10.0.2.20, EITHER",
    "icmp-tunnel.pcap, ICMP_TUNNEL, 192.168.154.131, 192.168.154.132, EITHER",
    "ipsec_isakmp_esp.pcap, IPSEC, 192.168.2.100, 109.237.187.193, EITHER",
    "openvpn.pcap, OPENVPN, 192.168.1.77, 46.101.231.218, EITHER",
    "openvpn.pcap, OPENVPN, 3.111.166.78, 85.134.13.165, EITHER",
    "radmin3.pcapng, RADMIN, 192.168.88.208, 192.168.88.197, BY_OPENER",
    "rdp2.pcap, RDP, 192.168.122.181, 192.168.122.2, BY_OPENER",
    "rdp_over_tls.pcap, RDP, 91.238.181.21, 89.31.79.12, BY_OPENER",
    "reverse-ssh.pcap, SSH, 10.0.0.1, 13.13.13.37, BY_ACCEPTOR",
    "socks.pcap, SOCKS, 10.0.0.1, 10.0.0.2, BY_OPENER",
    "softether.pcap, SOFTETHER, 192.168.2.100, 130.158.6.113, EITHER",
    "ssh-on-port-80.pcap, SSH, 172.16.238.1, 172.16.238.131, BY_OPENER",
    "sshguess.pcap, SSH, 192.168.56.1, 192.168.56.103, BY_OPENER",
    "strrat-4423258f-59bc-4a88-bfec-d8ac08c88538.pcap, STRRAT, 192.168.100.11, 185.255.114.40, BY_ACCEPTOR",
    "tailscale.pcap, TAILSCALE, 192.168.88.3, 18.196.71.179, EITHER",
    "teamviewer.pcap, TEAMVIEWER, 10.0.2.15, 162.250.2.170, UNKNOWN",
    "telnet.pcap, TELNET, 192.168.0.2, 192.168.0.1, BY_OPENER",
    "tor.pcap, TOR, 192.168.1.252, 91.143.93.242, EITHER",
    "vnc-mac-to-linux.pcap, VNC, 192.168.2.115, 192.168.2.125, BY_OPENER",
    "vnc.pcap, VNC, 95.237.48.208, 192.168.2.110, BY_OPENER",
    "wireguard.pcap, WIREGUARD, 10.9.0.1, 10.9.0.2, EITHER",
    "wireguard.pcap, WIREGUARD, 139.162.192.157, 192.168.0.14, EITHER"
  })
  void theToolIsNamedWithItsDirection(
      String capture, RemoteTool tool, String opener, String acceptor, Control control) {
    List<RemoteSession> sessions = Registered.of(Recorded.shared("remote/" + capture));

    assertThat(sessions).extracting(RemoteSession::tool).containsOnly(tool);
    assertThat(sessions)
        .filteredOn(s -> s.opener().address().toString().equals(opener))
        .filteredOn(s -> s.acceptor().address().toString().equals(acceptor))
        .isNotEmpty()
        .extracting(RemoteSession::control)
        .containsOnly(control);
  }

  @Test
  void theServerOfSshThatCalledOutIsReverseAccess() {
    List<RemoteSession> sessions = Registered.of(Recorded.shared("remote/reverse-ssh.pcap"));

    assertThat(sessions).hasSize(1);
    RemoteSession session = sessions.getFirst();
    assertThat(session.basis()).isEqualTo(Control.Basis.PROTOCOL);
    assertThat(session.controller()).hasToString("13.13.13.37");
    assertThat(session.controlled()).hasToString("10.0.0.1");
    assertThat(session.version()).contains("dropbear_2018.76", "AsyncSSH_2.8.1");
  }

  @Test
  void guessesOfPasswordsAreOneSessionOfElevenConnections() {
    List<RemoteSession> sessions = Registered.of(Recorded.shared("remote/sshguess.pcap"));

    assertThat(sessions).hasSize(1);
    assertThat(sessions.getFirst().connections()).isEqualTo(11);
  }

  @Test
  void theNameThatRdpTellsInClearIsKept() {
    assertThat(Registered.of(Recorded.shared("remote/rdp_over_tls.pcap")))
        .extracting(RemoteSession::account)
        .containsExactly("WDeployAd");
  }

  @Test
  void rdpOnThePortOfModbusIsStillRdp() {
    assertThat(Registered.of(Recorded.shared("modbus/modbus-and-non-modbus-p502.pcap")))
        .singleElement()
        .satisfies(s -> assertThat(s.tool()).isEqualTo(RemoteTool.RDP))
        .satisfies(s -> assertThat(s.acceptor().port()).isEqualTo(502));
  }

  /** All other captures: controllers at work, scans, discovery, telemetry, a long connection. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ads",
        "bacnet",
        "discovery",
        "dnp3",
        "enip",
        "iec104",
        "opcua",
        "other-ot",
        "profinet",
        "s4x15",
        "s7",
        "scan"
      })
  void benignTrafficHasNoSession(String folder) throws IOException {
    List<Path> captures = new ArrayList<>();
    try (Stream<Path> files = Files.list(Recorded.shared(folder))) {
      files.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).forEach(captures::add);
    }
    assertThat(captures).isNotEmpty();
    assertThat(Registered.of(captures.toArray(new Path[0]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remote/mqtt.pcap",
        "remote/long_connection.pcap",
        "modbus/modbusBig.pcap",
        "modbus/moving_two_files_modbus_6RTU.pcap",
        "modbus/fuzz-72.pcap"
      })
  void otherBenignTrafficHasNoSession(String capture) {
    assertThat(Registered.of(Recorded.shared(capture))).isEmpty();
  }

  @Test
  void whatIsOnlyAGuessSaysSo() {
    assertThat(Registered.of(Recorded.shared("remote/tor.pcap")))
        .extracting(RemoteSession::level)
        .containsOnly(Level.POSSIBLE);
  }
}
