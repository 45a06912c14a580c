package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on conversations judge those of logs as those of captures, as far as logs tell. */
class LoggedRulesTest {
  private static final String POLICY =
      """
      zones:
        - name: control
          level: 2
          addresses: [10.0.0.0/24]
        - name: cranes
          level: 1
          addresses: [10.1.0.0/24]
      conduits:
        - name: operation
          from: [control]
          to: [cranes]
          protocols: [modbus, tcp/9100]
          operations: any
          hours: [Mon-Sun 06:00-18:00]
        - name: names
          from: [cranes]
          to: [control]
          protocols: [udp/53]
          operations: none
      """;

  private static PortWatch.Result watched(PortWatchOptions options, String name, String log)
      throws SourceException {
    return Watched.run(
        options, PortWatch.ordered(Watched.input(name, log.getBytes(StandardCharsets.UTF_8))));
  }

  private static String conn(
      String time, String from, int fromPort, String to, int port, String more) {
    return """
        {"_path":"conn","ts":"%s","uid":"C%s%d","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"%s","id.resp_p":%d,%s}
        """
        .formatted(time, time, fromPort, from, fromPort, to, port, more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan/445_scan.pcap", "scan/multiport_scan.pcap", "scan/port_scan.pcap"})
  void aScanIsTheSameFindingInItsCaptureAndInTheLogsOfItsConnections(String capture)
      throws SourceException {
    Path file = Recorded.shared(capture);
    List<String> expected = scans(Watched.findings(file));
    StringBuilder zeek = new StringBuilder();
    StringBuilder eve = new StringBuilder();
    for (Conversation c : Recorded.of(file).conversations) {
      if (c.transport() == Transport.TCP) {
        zeek.append(zeek(c));
        eve.append(eve(c));
      }
    }
    assertThat(expected).hasSize(1);
    assertThat(scans(watched(PortWatchOptions.defaults(), "conn.log", zeek.toString()).findings()))
        .isEqualTo(expected);
    List<Finding> told =
        watched(PortWatchOptions.defaults(), "eve.json", eve.toString()).findings();
    assertThat(scans(told)).isEqualTo(expected);
    assertThat(told.getFirst().evidence().getFirst().line()).isPositive();
  }

  private static List<String> scans(List<Finding> findings) {
    return Watched.brief(findings).stream().filter(f -> f.startsWith("port.scan")).toList();
  }

  private static String zeek(Conversation c) {
    String state =
        switch (c.state()) {
          case ATTEMPTED -> "S0";
          case REJECTED -> "REJ";
          default -> "SF";
        };
    return conn(
        "%d.%06d".formatted(c.firstNanos() / 1_000_000_000, c.firstNanos() / 1000 % 1_000_000),
        c.client().address().toString(),
        c.client().port(),
        c.server().address().toString(),
        c.server().port(),
        "\"proto\":\"tcp\",\"conn_state\":\"%s\",\"orig_pkts\":1,\"orig_ip_bytes\":60,\"resp_pkts\":%d"
            .formatted(state, c.state() == ConnectionState.ATTEMPTED ? 0 : 1));
  }

  private static String eve(Conversation c) {
    String time = java.time.Instant.ofEpochSecond(0, c.firstNanos() / 1000 * 1000).toString();
    return """
        {"timestamp":"%s","flow_id":%d,"event_type":"flow","src_ip":"%s","src_port":%d,"dest_ip":"%s","dest_port":%d,"proto":"TCP","flow":{"pkts_toserver":1,"pkts_toclient":%d,"bytes_toserver":74,"bytes_toclient":%d,"start":"%s","state":"%s"},"tcp":{"rst":%b}}
        """
        .formatted(
            time,
            c.firstFrame(),
            c.client().address(),
            c.client().port(),
            c.server().address(),
            c.server().port(),
            c.state() == ConnectionState.ATTEMPTED ? 0 : 1,
            c.state() == ConnectionState.ATTEMPTED ? 0 : 60,
            time,
            c.state() == ConnectionState.ATTEMPTED || c.state() == ConnectionState.REJECTED
                ? "new"
                : "closed",
            c.state() == ConnectionState.REJECTED);
  }

  @Test
  void whatOneSidedLogsCallAnAttemptThoughItCarriedDataIsNone() throws SourceException {
    StringBuilder zeek = new StringBuilder();
    StringBuilder eve = new StringBuilder();
    for (int host = 0; host < 40; host++) {
      zeek.append(
          conn(
              "2026-03-02T10:00:%02dZ".formatted(host),
              "10.0.0.9",
              40000 + host,
              "10.1.0." + host,
              502,
              "\"proto\":\"tcp\",\"conn_state\":\"S0\",\"orig_bytes\":900,\"orig_ip_bytes\":1400"));
      eve.append(
          """
          {"timestamp":"2026-03-02T10:00:%02d.0+0000","flow_id":%d,"event_type":"flow","src_ip":"10.0.0.9","src_port":%d,"dest_ip":"10.1.0.%d","dest_port":502,"proto":"TCP","flow":{"pkts_toserver":9,"pkts_toclient":0,"bytes_toserver":9000,"bytes_toclient":0,"state":"new"}}
          """
              .formatted(host, host + 1, 40000 + host, host));
    }
    assertThat(watched(PortWatchOptions.defaults(), "conn.log", zeek.toString()).findings())
        .isEmpty();
    assertThat(watched(PortWatchOptions.defaults(), "eve.json", eve.toString()).findings())
        .isEmpty();
  }

  /** Of the last three nothing can be said: who began, or what was spoken. */
  @Test
  void aConnectionLogIsHeldAgainstTheConduits() throws SourceException {
    String tcp = "\"proto\":\"tcp\",\"conn_state\":\"SF\",\"service\":\"%s\"";
    String log =
        conn("2026-03-02T10:00:00Z", "10.0.0.9", 1, "10.1.0.5", 502, tcp.formatted("modbus"))
            + conn("2026-03-02T10:00:01Z", "10.0.0.9", 2, "10.1.0.5", 9100, tcp.formatted("http"))
            + conn("2026-03-02T22:00:00Z", "10.0.0.9", 3, "10.1.0.6", 502, tcp.formatted("modbus"))
            + conn("2026-03-02T10:00:02Z", "10.0.0.9", 4, "10.1.0.7", 3389, tcp.formatted("rdp"))
            + conn("2026-03-02T10:00:03Z", "10.1.0.7", 5, "10.1.0.8", 502, tcp.formatted("modbus"))
            + conn(
                "2026-03-02T10:00:04Z",
                "10.1.0.8",
                6,
                "10.0.0.3",
                4000,
                "\"proto\":\"tcp\",\"conn_state\":\"S0\"")
            + conn("2026-03-02T10:00:05Z", "10.0.0.9", 7, "10.1.0.5", 102, tcp.formatted("-"))
            + conn("2026-03-02T10:00:06Z", "10.0.0.3", 53, "10.1.0.5", 40000, "\"proto\":\"udp\"")
            + conn("2026-03-02T10:00:07Z", "10.0.0.9", 8, "224.0.0.9", 520, "\"proto\":\"udp\"");
    PortWatch.Result result =
        watched(PortWatchOptions.defaults().withPolicy(Watched.policy(POLICY)), "conn.log", log);
    List<Finding> policy =
        result.findings().stream().filter(f -> f.rule().equals("port.policy")).toList();

    assertThat(Watched.brief(policy))
        .containsExactlyInAnyOrder(
            "port.policy 10.0.0.9 hours likely 1",
            "port.policy 10.0.0.9 protocol likely 1",
            "port.policy 10.1.0.7 no-conduit likely 1",
            "port.policy 10.1.0.8 protocol likely 1");
    Finding night =
        policy.stream()
            .filter(f -> "hours".equals(f.subject().ids().get("act")))
            .findFirst()
            .orElseThrow();
    assertThat(night.evidence().getFirst().line()).isEqualTo(3);
    assertThat(log.substring((int) night.evidence().getFirst().offset()))
        .startsWith("{\"_path\":\"conn\",\"ts\":\"2026-03-02T22");
    assertThat(night.coverage().summary()).contains("no operation of a controller");
    assertThat(result.run().notes())
        .contains(
            "1 connection in logs could not be judged by the policy: the sensor does not tell what"
                + " was spoken, and a conduit between these zones names what may be.");
  }

  @Test
  void whereHardwareAddressesPlaceDevicesAStrangeAddressInALogIsNotCalledStrange()
      throws SourceException {
    String log =
        conn(
            "2026-03-02T10:00:00Z",
            "10.9.0.1",
            1,
            "10.1.0.5",
            502,
            "\"proto\":\"tcp\",\"conn_state\":\"SF\",\"service\":\"modbus\"");
    PortWatchOptions options = PortWatchOptions.defaults();
    PortWatch.Result plain = watched(options.withPolicy(Watched.policy(POLICY)), "conn.log", log);
    PortWatch.Result placed =
        watched(
            options.withPolicy(
                Watched.policy(
                    POLICY.replace(
                        "    level: 2\n", "    level: 2\n    macs: [\"00:0e:8c:ef:75:c5\"]\n"))),
            "conn.log",
            log);

    assertThat(Watched.brief(plain.findings()))
        .containsExactly("port.policy 10.9.0.1 no-conduit likely 1");
    assertThat(placed.findings()).isEmpty();
    assertThat(placed.run().notes())
        .anyMatch(note -> note.contains("may belong to one by its hardware address"));
  }

  /** A public host that is scanned all the time. */
  @Test
  void scansInTheLogsOfRitaAreToldForTheTenThatTriedMostAndForAllOthersTogether()
      throws SourceException {
    PortWatch.Result result =
        Watched.run(
            PortWatchOptions.defaults(),
            PortWatch.ordered(Watched.inputs(Recorded.shared("zeek/rita-missing_host"))));
    List<Finding> scans =
        result.findings().stream().filter(f -> f.rule().equals("port.scan")).toList();
    // Counted with awk over conn_state S0, SH, RSTOS0 and REJ without payload: actors and days with
    // eight ports or more of one host, each tried five times at most.
    assertThat(scans).hasSize(11);
    assertThat(scans)
        .filteredOn(f -> "64.225.56.201".equals(f.subject().ids().get("ip")))
        .singleElement()
        .satisfies(f -> assertThat(f.subject().ids()).containsEntry("act", "ports-many-scanners"))
        .satisfies(f -> assertThat(f.reasons().getFirst().measured()).isEqualTo(430.0 - 10));
  }
}
