package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;

/** Logs of other sensors as input of the watch. */
class WatchedLogsTest {
  private static final String EVE =
      """
      {"timestamp":"2026-03-01T10:00:00.1+0000","flow_id":7,"event_type":"tls","src_ip":"10.0.0.9","src_port":40000,"dest_ip":"203.0.113.5","dest_port":443,"proto":"TCP","tls":{"sni":"relay-1.net.anydesk.com","version":"TLS 1.3"}}
      {"timestamp":"2026-03-01T11:00:00.0+0000","flow_id":7,"event_type":"flow","src_ip":"10.0.0.9","src_port":40000,"dest_ip":"203.0.113.5","dest_port":443,"proto":"TCP","app_proto":"tls","flow":{"pkts_toserver":90,"pkts_toclient":80,"bytes_toserver":9000,"bytes_toclient":70000,"start":"2026-03-01T10:00:00.0+0000","end":"2026-03-01T10:59:00.0+0000","state":"closed"}}
      {"timestamp":"2026-03-01T11:00:01.0+0000","flow_id":8,"event_type":"flow","src_ip":"10.0.0.9","src_port":40001,"dest_ip":"10.0.0.20","dest_port":3389,"proto":"TCP","app_proto":"rdp","flow":{"pkts_toserver":9,"pkts_toclient":8,"bytes_toserver":900,"bytes_toclient":7000,"start":"2026-03-01T10:10:00.0+0000","end":"2026-03-01T10:50:00.0+0000","state":"closed"}}
      {"timestamp":"2026-03-01T11:00:02.0+0000","flow_id":9,"event_type":"flow","src_ip":"10.0.0.9","src_port":40002,"dest_ip":"10.0.0.21","dest_port":3389,"proto":"TCP","app_proto":"rdp","flow":{"pkts_toserver":3,"pkts_toclient":0,"bytes_toserver":180,"bytes_toclient":0,"start":"2026-03-01T10:20:00.0+0000","end":"2026-03-01T10:20:09.0+0000","state":"new"}}
      """;

  private static PortWatch.Result watched(PortWatchOptions options, List<Input> inputs)
      throws SourceException {
    return Watched.run(options, PortWatch.ordered(inputs));
  }

  private static List<Input> eve() {
    return Watched.input("eve.json", EVE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void eveGivesSessionsAndEgressWithTheNameAskedForAndNoTryAsSession() throws SourceException {
    PortWatch.Result result = watched(PortWatchOptions.defaults(), eve());

    assertThat(Watched.brief(result.findings()))
        .containsExactlyInAnyOrder(
            "port.remote-session 10.0.0.9 anydesk possible 1",
            "port.remote-session 10.0.0.9 rdp likely 1",
            "port.egress 10.0.0.9 egress likely 1");
    Finding session =
        result.findings().stream()
            .filter(f -> "rdp".equals(f.subject().ids().get("act")))
            .findFirst()
            .orElseThrow();
    assertThat(session.from()).hasToString("2026-03-01T10:10:00Z");
    assertThat(session.to()).hasToString("2026-03-01T10:50:00Z");
    assertThat(session.assets().getFirst().id()).contains("10.0.0.20");
    assertThat(session.reasons()).anyMatch(r -> r.text().contains("sensor's word"));
    // The third line, and its very bytes.
    assertThat(session.evidence().getFirst().line()).isEqualTo(3);
    assertThat(session.evidence().getFirst().frame()).isZero();
    int from = (int) session.evidence().getFirst().offset();
    assertThat(EVE.substring(from)).startsWith("{\"timestamp\":\"2026-03-01T11:00:01.0");
  }

  @Test
  void logsWithoutAConnectionAreAProblemAndNoAllClear() throws SourceException {
    String modbus =
        """
        {"timestamp":"2026-03-01T10:00:00.1+0000","flow_id":7,"event_type":"modbus","src_ip":"10.0.0.9","src_port":40000,"dest_ip":"10.0.0.20","dest_port":502,"proto":"TCP","modbus":{"id":1}}
        """;
    PortWatch.Result result =
        watched(
            PortWatchOptions.defaults(),
            Watched.input("eve.json", modbus.getBytes(StandardCharsets.UTF_8)));

    assertThat(result.findings()).isEmpty();
    assertThat(result.problems()).anyMatch(p -> p.contains("nothing could be judged"));
  }

  @Test
  void manyWhoKnockAtOneHostAreOneFindingAndALongSessionIsItsOwn() throws SourceException {
    StringBuilder eve = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      eve.append(ssh("203.0.113." + i, 900, "10:00:05"));
    }
    eve.append(ssh("198.51.100.7", 9_000_000, "19:40:00"));
    PortWatch.Result result =
        watched(
            PortWatchOptions.defaults(),
            Watched.input("eve.json", eve.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(Watched.brief(result.findings()))
        .filteredOn(f -> f.startsWith("port.remote-session"))
        .containsExactlyInAnyOrder(
            "port.remote-session 10.0.0.20 ssh-many-callers likely 40",
            "port.remote-session 198.51.100.7 ssh likely 1");
  }

  private static String ssh(String from, int bytes, String end) {
    return """
        {"timestamp":"2026-03-01T20:00:00.0+0000","flow_id":%d,"event_type":"flow","src_ip":"%s","src_port":40000,"dest_ip":"10.0.0.20","dest_port":22,"proto":"TCP","app_proto":"ssh","flow":{"pkts_toserver":90,"pkts_toclient":80,"bytes_toserver":%d,"bytes_toclient":%d,"start":"2026-03-01T10:00:00.0+0000","end":"2026-03-01T%s.0+0000","state":"closed"}}
        """
        .formatted(from.hashCode() & 0xffffff, from, bytes, bytes, end);
  }

  @Test
  void coverageSaysThatNoOperationCouldBeSeen() throws SourceException {
    PortWatch.Result result = watched(PortWatchOptions.defaults(), eve());

    assertThat(result.findings())
        .isNotEmpty()
        .allSatisfy(
            f -> {
              assertThat(f.coverage().summary())
                  .startsWith("3 connections in 4 lines of Zeek or Suricata from 2026-03-01")
                  .contains("no operation of a controller");
              assertThat(f.coverage().observable()).isNull();
            });
    assertThat(result.run().counts())
        .containsEntry("records", 4L)
        .containsEntry("packets", 0L)
        .containsEntry("operations", 0L)
        .containsEntry("logged-connections", 3L);
    assertThat(result.run().notes()).contains(LogSight.BLIND);
  }

  @Test
  void aLogBesideACaptureIsReadAfterItAndBothAreJudged() throws SourceException {
    List<Input> inputs = new ArrayList<>(eve());
    inputs.addAll(Watched.input("capture", CaptureFuzz.start(0)));
    PortWatch.Result result = watched(PortWatchOptions.defaults(), inputs);

    assertThat(result.run().inputs())
        .extracting(info -> info.name() + " " + info.format())
        .containsExactly("capture pcap", "eve.json zeek-log");
    assertThat(result.run().counts().get("packets")).isPositive();
    assertThat(result.findings())
        .filteredOn(f -> f.rule().equals("port.remote-session"))
        .isNotEmpty()
        .allMatch(f -> f.evidence().getFirst().name().equals("eve.json"));
  }

  @Test
  void theLogsOfRitaGiveItsBeaconAndTheLongSshSession() throws SourceException {
    PortWatchOptions options =
        PortWatchOptions.defaults()
            .withBorder(
                BorderOptions.of(List.of("64.225.56.201/32"), List.of(), List.of(), List.of()));
    PortWatch.Result result =
        watched(options, Watched.inputs(Recorded.shared("zeek/rita-missing_host")));

    assertThat(result.findings())
        .anyMatch(
            f ->
                f.rule().equals("port.beacon")
                    && "73.54.23.243".equals(f.subject().ids().get("ip"))
                    && "beacon-in".equals(f.subject().ids().get("act")));
    // It has fewer connections than are then asked for.
    PortWatchOptions strict =
        options.withBorder(
            BorderOptions.of(List.of("64.225.56.201/32"), List.of(), List.of(), List.of())
                .withBeacons(0.8, 5000));
    assertThat(
            watched(strict, Watched.inputs(Recorded.shared("zeek/rita-missing_host"))).findings())
        .noneMatch(
            f ->
                f.rule().equals("port.beacon")
                    && "73.54.23.243".equals(f.subject().ids().get("ip")));
    // The reference: an SSH connection of 270,036 s, still open in the last log.
    assertThat(result.findings())
        .filteredOn(f -> f.rule().equals("port.remote-session"))
        .anySatisfy(
            f ->
                assertThat(
                        java.time.Duration.between(
                                f.from(), java.util.Objects.requireNonNull(f.to()))
                            .toSeconds())
                    .isBetween(270_000L, 270_100L));
    assertThat(result.problems()).isEmpty();
  }
}
