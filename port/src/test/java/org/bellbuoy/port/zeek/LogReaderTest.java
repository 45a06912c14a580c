package org.bellbuoy.port.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReaderTest {
  private static final String HEADER =
      """
      #separator \\x09
      #set_separator\t,
      #empty_field\t(empty)
      #unset_field\t-
      #path\tconn
      #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\torig_pkts\tresp_pkts
      #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tcount\tcount
      """;

  @ParameterizedTest
  @CsvSource({"modbus, 268", "rdp, 4122", "ssh, 22", "known_services, 1579"})
  void bothFormsOfZeekTellTheSameRecords(String log, int lines) {
    Logs tabs = Logs.of(Recorded.shared("zeek/wrccdc-zeek-default/" + log + ".log.gz"));
    Logs json = Logs.of(Recorded.shared("zeek/wrccdc-zeek-json/" + log + ".json.gz"));

    assertThat(tabs.rejects).isEmpty();
    assertThat(json.rejects).isEmpty();
    assertThat(tabs.rows).hasSize(lines);
    assertThat(json.rows).hasSameSizeAs(tabs.rows);
    for (int i = 0; i < tabs.rows.size(); i++) {
      assertThat(known(json.rows.get(i))).as("row %d", i).isEqualTo(known(tabs.rows.get(i)));
    }
  }

  /** JSON says in addition which log it is and when it was written. */
  private static Map<String, String> known(LogRow row) {
    Map<String, String> values = new TreeMap<>(row.values());
    values.remove("_path");
    values.remove("_write_ts");
    values.put("path", row.path());
    return values;
  }

  @Test
  void fieldsAreFoundByNameWhateverTheirOrder() {
    Logs open = Logs.of(Recorded.shared("zeek/rita-open_conns/open/open_http.log"));
    assertThat(open.rejects).isEmpty();
    assertThat(open.records)
        .first()
        .isInstanceOfSatisfying(
            LogRecord.Http.class,
            http -> {
              assertThat(http.host()).isEqualTo("www.alexa.com");
              assertThat(http.userAgent()).contains("WindowsPowerShell");
              assertThat(http.ends().server()).hasToString("52.44.164.170");
            });
  }

  @Test
  void whatIsStillOpenIsTold() {
    Logs logs =
        Logs.of(
            Recorded.shared(
                "zeek/rita-missing_host/2024-04-19/open_conn.00:00:00-01:00:00.log.gz"));
    assertThat(logs.connections())
        .singleElement()
        .satisfies(c -> assertThat(c.open()).isTrue())
        .satisfies(c -> assertThat(c.service()).isEqualTo("ssh"))
        .satisfies(c -> assertThat(c.durationNanos()).isEqualTo(14_400_964_662_000L))
        .satisfies(c -> assertThat(c.clientIpBytes()).isEqualTo(49_551))
        .satisfies(c -> assertThat(c.state()).isEqualTo(ConnectionState.ESTABLISHED))
        .satisfies(c -> assertThat(c.trace().epochNanos()).isEqualTo(1_713_470_872_451_585_000L));
  }

  @Test
  void allLogsOfARunAreReadWithoutARejectEvenWhereNoRecordIsMade() {
    Logs logs = Logs.of(Recorded.shared("zeek/rita-proxy"));
    assertThat(logs.rejects).isEmpty();
    assertThat(logs.rows).extracting(LogRow::path).contains("weird", "x509", "conn", "dns");
    assertThat(logs.records).anyMatch(LogRecord.Tls.class::isInstance);
    assertThat(logs.records).anyMatch(LogRecord.Dns.class::isInstance);
  }

  @Test
  void eveTellsFlowsNamesAndRequests() {
    String eve =
        """
        {"timestamp":"2024-01-02T03:04:09.000001+0000","flow_id":77,"event_type":"flow","src_ip":"10.0.0.5","src_port":40000,"dest_ip":"198.51.100.7","dest_port":443,"proto":"TCP","app_proto":"tls","flow":{"pkts_toserver":5,"pkts_toclient":4,"bytes_toserver":900,"bytes_toclient":4000,"start":"2024-01-02T03:04:05.500000+0000","end":"2024-01-02T03:04:07.750000+0000","state":"closed"},"tcp":{"rst":false}}
        {"timestamp":"2024-01-02T03:04:06.000000+0000","flow_id":78,"event_type":"dns","src_ip":"10.0.0.5","src_port":40001,"dest_ip":"10.0.0.1","dest_port":53,"proto":"UDP","dns":{"type":"answer","rrname":"a.example","rrtype":"A","answers":[{"rrname":"a.example","rdata":"198.51.100.7"},{"rrname":"a.example","rdata":"198.51.100.8"}]}}
        {"timestamp":"2024-01-02T03:04:06.000000+0000","flow_id":77,"event_type":"tls","src_ip":"10.0.0.5","src_port":40000,"dest_ip":"198.51.100.7","dest_port":443,"proto":"TCP","tls":{"sni":"a.example","version":"TLS 1.3"}}
        {"timestamp":"2024-01-02T03:04:06.000000+0000","flow_id":79,"event_type":"flow","src_ip":"10.0.0.5","src_port":40002,"dest_ip":"198.51.100.7","dest_port":443,"proto":"TCP","flow":{"pkts_toserver":3,"pkts_toclient":0,"start":"2024-01-02T03:04:05.500000+0000","state":"new"}}
        {"timestamp":"2024-01-02T03:04:06.000000+0000","event_type":"stats","stats":{"uptime":5}}
        """;
    Logs logs = Logs.of("eve.json", eve);

    assertThat(logs.rejects).isEmpty();
    assertThat(logs.rows).hasSize(5);
    LogRecord.Connection flow = logs.connections().getFirst();
    assertThat(flow.trace().epochNanos()).isEqualTo(1_704_164_645_500_000_000L);
    assertThat(flow.durationNanos()).isEqualTo(2_250_000_000L);
    assertThat(flow.state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(flow.answered()).isTrue();
    assertThat(flow.clientIpBytes()).isEqualTo(900);
    assertThat(logs.connections().get(1).answered()).isFalse();
    assertThat(logs.records)
        .filteredOn(LogRecord.Dns.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            LogRecord.Dns.class,
            dns -> assertThat(dns.answers()).containsExactly("198.51.100.7", "198.51.100.8"));
    assertThat(logs.records)
        .filteredOn(LogRecord.Tls.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            LogRecord.Tls.class, tls -> assertThat(tls.serverName()).isEqualTo("a.example"));
  }

  @Test
  void aBadLineIsARejectWithItsPlaceAndTheRestIsRead() {
    String good = "1.5\tC1\t10.0.0.1\t1\t10.0.0.2\t2\ttcp\tSF\t3\t4\n";
    String log =
        "stray\n"
            + HEADER
            + good
            + "1.5\tC1\t10.0.0.1\t1\n"
            + "1.5\tC1\t10.0.0.1\t99999\t10.0.0.2\t2\ttcp\tSF\t3\t4\n"
            + "soon\tC1\t10.0.0.1\t1\t10.0.0.2\t2\ttcp\tSF\t3\t4\n"
            + "{\"ts\": oops\n"
            + good;
    Logs logs = Logs.of("conn.log", log);

    assertThat(logs.connections()).hasSize(2);
    assertThat(logs.rejects)
        .extracting(Reject::reason)
        .containsExactly("log-form", "log-fields", "log-value", "log-value", "log-json");
    assertThat(logs.rejects.get(2).detail())
        .isEqualTo("line 11: the field id.orig_p holds '99999'.");
    assertThat(logs.rejects.get(3).detail()).contains("the field ts holds 'soon'");
    Reject third = logs.rejects.get(2);
    assertThat(log.substring((int) third.offset(), (int) third.offset() + third.length()))
        .startsWith("1.5\tC1\t10.0.0.1\t99999");
  }

  @Test
  void aHeaderThatComesAgainHoldsFromThereOn() {
    String log =
        HEADER
            + "1.5\tC1\t10.0.0.1\t1\t10.0.0.2\t2\ttcp\tSF\t3\t4\n#close\tnow\n"
            + HEADER.replace("ts\tuid", "uid\tts").replace("time\tstring", "string\ttime")
            + "C2\t2.5\t10.0.0.1\t1\t10.0.0.2\t2\tudp\tS0\t3\t0\n";
    Logs logs = Logs.of("conn.log", log);
    assertThat(logs.rejects).isEmpty();
    assertThat(logs.connections())
        .extracting(c -> c.uid() + " " + c.trace().epochNanos() + " " + c.answered())
        .containsExactly("C1 1500000000 true", "C2 2500000000 false");
  }

  @Test
  void aLineWithoutEndIsToldAndPassedBy() {
    byte[] head = (HEADER + "x").getBytes(StandardCharsets.UTF_8);
    byte[] log = Arrays.copyOf(head, LogLines.MOST_BYTES * 3);
    Arrays.fill(log, head.length, log.length, (byte) 'x');
    byte[] end =
        "\n1.5\tC1\t10.0.0.1\t1\t10.0.0.2\t2\ttcp\tSF\t3\t4".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(end, 0, log, log.length - end.length, end.length);

    Logs logs = Logs.of("conn.log", log);
    assertThat(logs.rejects).extracting(Reject::reason).containsExactly("log-line");
    assertThat(logs.rejects.getFirst().offset()).isEqualTo(HEADER.length());
    assertThat(logs.connections()).hasSize(1);
  }

  @Test
  void spoiledLogsNeverThrowAndLoseNoLine() {
    Random random = new Random(13);
    String line = "1.5\tC1\t10.0.0.1\t1\t10.0.0.2\t2\ttcp\tSF\t3\t4\n";
    byte[] good = (HEADER + line.repeat(20)).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 500; i++) {
      byte[] log = good.clone();
      for (int change = 0; change < 8; change++) {
        log[random.nextInt(log.length)] = (byte) random.nextInt(256);
      }
      Logs logs = Logs.of("conn.log", log);
      long lines = new String(log, StandardCharsets.ISO_8859_1).lines().count();
      assertThat((long) logs.rows.size() + logs.rejects.size()).isLessThanOrEqualTo(lines * 2);
      // A header that is no header any more makes fields unknown, and then values of other logs.
      if (new String(log, StandardCharsets.ISO_8859_1).startsWith(HEADER)) {
        // Eight changes join or hide eight lines at most.
        assertThat(logs.connections().size() + logs.rejects.size()).isGreaterThanOrEqualTo(12);
      }
    }
    assertThat(
            List.of(LogReader.isLog(good), LogReader.isLog("{}".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(true, false);
  }
}
