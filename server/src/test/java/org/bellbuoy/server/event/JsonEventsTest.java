package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventsTest {
  @Test
  void everyEventOfTheRecordedExchangeRunIsRead() throws Exception {
    KeptEvents kept = KeptEvents.of(SharedData.file("exchange/proxylogon_ssrf_rce_poc.zip"));

    assertThat(kept.rejects).isEmpty();
    Map<String, Integer> counts = new TreeMap<>();
    kept.events.forEach(e -> counts.merge(e.provider() + " " + e.channel(), 1, Integer::sum));
    // As json.loads of Python counts them, line by line.
    Map<String, Integer> expected = new TreeMap<>();
    expected.put("Microsoft-Windows-Security-Auditing Security", 5227);
    expected.put("Microsoft-Windows-Sysmon Microsoft-Windows-Sysmon/Operational", 4679);
    String monitoring = "Microsoft-Exchange-ActiveMonitoring Microsoft-Exchange-ActiveMonitoring/";
    expected.put(monitoring + "MonitorResult", 293);
    expected.put(monitoring + "ResponderResult", 167);
    expected.put(monitoring + "ProbeResult", 57);
    expected.put(monitoring + "MaintenanceResult", 8);
    expected.put("Microsoft-Windows-IIS-W3SVC-WP Application", 17);
    expected.put("MSExchange Front End HTTP Proxy Application", 11);
    expected.put("Service Control Manager System", 10);
    expected.put("MSExchange Mid-Tier Storage Application", 7);
    expected.put(
        "Microsoft-Exchange-HighAvailability Microsoft-Exchange-HighAvailability/Network", 4);
    expected.put("MSExchange Control Panel Application", 3);
    expected.put("MSExchange CmdletLogs MSExchange Management", 3);
    expected.put("MSComplianceAudit Application", 1);
    assertThat(counts).isEqualTo(expected);
    assertThat(kept.events)
        .hasSize(10_487)
        .allMatch(e -> e.epochMillis() != WindowsEvent.NO_TIME)
        .allMatch(e -> e.computer().equals("MXS01.azsentinel.local"))
        .allMatch(e -> e.eventId() >= 0 && e.level() >= 0 && e.message() != null);
    assertThat(
            kept.events.stream()
                .filter(e -> e.eventId() == 11)
                .filter(e -> e.data().getOrDefault("TargetFilename", "").endsWith("ohyeah.aspx"))
                .map(e -> e.data().get("Image")))
        .isNotEmpty();
    assertThat(
            kept.events.stream()
                .filter(e -> e.channel().endsWith("Sysmon/Operational") && e.eventId() == 1)
                .filter(e -> e.data().getOrDefault("ParentImage", "").endsWith("\\w3wp.exe"))
                .filter(e -> e.data().getOrDefault("CommandLine", "").contains("whoami")))
        .hasSize(2);
  }

  @Test
  void aFlatObjectKeepsItsOwnFieldsAsData() {
    WindowsEvent event =
        KeptEvents.of(
                """
                {"SourceName":"Microsoft-Windows-Sysmon","ProviderGuid":"{57}","Level":"4","Keywords":"0x8",\
                "Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"host","RecordNumber":12,\
                "TimeCreated":"2021-03-14T01:39:32.609Z","@timestamp":"2021-03-15T00:00:00Z",\
                "EventID":1,"Message":"Process","Task":"1","Image":"C:\\\\w3wp.exe","ShareLocalPath":null}
                """)
            .only();

    assertThat(event)
        .isEqualTo(
            new WindowsEvent(
                0,
                0,
                event.length(),
                1,
                12,
                Instant.parse("2021-03-14T01:39:32.609Z").toEpochMilli(),
                "Microsoft-Windows-Sysmon",
                "Microsoft-Windows-Sysmon/Operational",
                "host",
                1,
                4,
                new LinkedHashMap<>(Map.of("Image", "C:\\w3wp.exe", "ShareLocalPath", "")),
                "Process"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // evtx_dump, attributes inside
        """
        {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"P"}},
        "EventID":{"#attributes":{"Qualifiers":0},"#text":7},"Level":3,"EventRecordID":9,
        "TimeCreated":{"#attributes":{"SystemTime":"2021-03-14T01:39:32.609000Z"}},
        "Channel":"C","Computer":"H"},"EventData":{"Image":"x","User":"y"}}}""",
        // evtx_dump, attributes apart
        """
        {"Event":{"System":{"Provider_attributes":{"Name":"P"},"EventID":7,"Level":3,
        "EventRecordID":9,"TimeCreated_attributes":{"SystemTime":"2021-03-14T01:39:32.609000Z"},
        "Channel":"C","Computer":"H"},"EventData_attributes":{"a":"b"},"EventData":{"Image":"x","User":"y"}}}""",
        // XML to JSON with @
        """
        {"Event":{"System":{"Provider":{"@Name":"P"},"EventID":"7","Level":"3","EventRecordID":"9",
        "TimeCreated":{"@SystemTime":"2021-03-14T01:39:32.609Z"},"Channel":"C","Computer":"H"},
        "EventData":{"Data":[{"@Name":"Image","#text":"x"},{"@Name":"User","#text":"y"}]}}}""",
        // EvtxECmd
        """
        {"PayloadData1":"","Payload":"{\\"EventData\\":{\\"Data\\":[{\\"@Name\\":\\"Image\\",\\"#text\\":\\"x\\"},{\\"@Name\\":\\"User\\",\\"#text\\":\\"y\\"}]}}",
        "EventId":7,"Provider":"P","Channel":"C","Computer":"H","Level":"Warning","EventRecordId":9,
        "TimeCreated":"2021-03-14T01:39:32.6090000+00:00","ChunkNumber":0}""",
        // Winlogbeat 7 and later, also out of a search engine
        """
        {"_index":"i","_source":{"@timestamp":"2021-03-14T01:39:32.609Z","log":{"level":"warning"},
        "winlog":{"event_id":7,"provider_name":"P","channel":"C","computer_name":"H","record_id":"9",
        "event_data":{"Image":"x","User":"y"}}}}""",
        // the same with dots
        """
        {"@timestamp":"2021-03-14T01:39:32.609Z","log.level":"warning","winlog.event_id":7,
        "winlog.provider_name":"P","winlog.channel":"C","winlog.computer_name":"H","winlog.record_id":9,
        "winlog.event_data.Image":"x","winlog.event_data.User":"y"}""",
        // Winlogbeat 6
        """
        {"@timestamp":"2021-03-14T01:39:32.609Z","event_id":7,"source_name":"P","log_name":"C",
        "computer_name":"H","record_number":"9","level":"Warning","event_data":{"Image":"x","User":"y"}}""",
      })
  void everyShapeGivesTheSameEvent(String json) {
    WindowsEvent event = KeptEvents.of(json).only();

    assertThat(event.provider()).isEqualTo("P");
    assertThat(event.channel()).isEqualTo("C");
    assertThat(event.computer()).isEqualTo("H");
    assertThat(event.eventId()).isEqualTo(7);
    assertThat(event.level()).isEqualTo(3);
    assertThat(event.recordId()).isEqualTo(9);
    assertThat(Instant.ofEpochMilli(event.epochMillis()))
        .isEqualTo(Instant.parse("2021-03-14T01:39:32.609Z"));
    assertThat(event.data()).containsEntry("Image", "x").containsEntry("User", "y");
  }

  @Test
  void theObjectOfGetWinEventIsRead() {
    WindowsEvent event =
        KeptEvents.of(
                """
                [{"Id":4624,"ProviderName":"P","LogName":"Security","MachineName":"H","RecordId":5,
                "TimeCreated":{"value":"\\/Date(1615685972609)\\/","DateTime":"Sunday"},
                "LevelDisplayName":"Information","Message":"m","Properties":[{"Value":"a"},{"Value":2}]}]
                """)
            .only();

    assertThat(event.eventId()).isEqualTo(4624);
    assertThat(event.epochMillis()).isEqualTo(1_615_685_972_609L);
    assertThat(event.data()).containsEntry("Data1", "a").containsEntry("Data2", "2");
  }

  @Test
  void valuesWithoutNamesOfEvtxDumpAreNumbered() {
    assertThat(
            KeptEvents.of(
                    "{\"Event\":{\"System\":{\"EventID\":1},\"EventData\":{\"Data\":{\"#text\":[\"a\",\"b\"]}}}}")
                .only()
                .data())
        .isEqualTo(Map.of("Data1", "a", "Data2", "b"));
    assertThat(
            KeptEvents.of(
                    "{\"Event\":{\"System\":{\"EventID\":29},\"UserData\":{\"Change\":{\"#attributes\":{\"xmlns\":\"x\"},\"Edit\":\"add\"}}}}")
                .only()
                .data())
        .isEqualTo(Map.of("Edit", "add"));
  }

  @Test
  void aBrokenLineDoesNotTakeTheNextOne() {
    String text =
        """
        {"EventID":1}
        {"EventID":2,"Image":"cut off
        {"EventID":3,"Image":
        {"EventID":4}
        garbage
        {"EventID":5,}
        {"Color":"no event"}
        {"EventID":6}
        {"EventID":7""";
    KeptEvents kept = KeptEvents.of(text.getBytes(StandardCharsets.UTF_8), "x");

    assertThat(kept.events.stream().map(WindowsEvent::eventId)).containsExactly(1, 4, 6);
    assertThat(kept.rejects.stream().map(Reject::line)).containsExactly(2L, 3L, 5L, 6L, 7L, 9L);
    assertThat(kept.events.get(1).offset()).isEqualTo(text.indexOf("{\"EventID\":4"));
    assertThat(kept.reasons()).containsOnly("event-json");
  }

  @Test
  void whatPowerShellWritesAsUtf16IsRead() {
    String text = "\ufeff{\"EventID\":1,\"SourceName\":\"Täst 😀\"}\r\n{\"EventID\":2}\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    KeptEvents kept = KeptEvents.of(bytes, "x");

    assertThat(kept.events.getFirst().provider()).isEqualTo("Täst 😀");
    assertThat(kept.events.get(1).offset()).isEqualTo(2 * text.indexOf("{\"EventID\":2"));
    assertThat(kept.events.get(1).length()).isEqualTo(2 * "{\"EventID\":2}".length());
    assertThat(KeptEvents.of(text.getBytes(StandardCharsets.UTF_16BE), "x").events).hasSize(2);
  }

  @Test
  void aTimeThatCannotBeUnderstoodIsToldAndTheEventKept() {
    KeptEvents kept = KeptEvents.of("{\"EventID\":1,\"EventTime\":\"yesterday\"}");

    assertThat(kept.only().epochMillis()).isEqualTo(WindowsEvent.NO_TIME);
    assertThat(kept.rejects.getFirst().detail()).contains("'yesterday'");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-14 01:39:32, 2021-03-14T00:39:32Z",
    "2021-07-14 01:39:32, 2021-07-13T23:39:32Z",
    "2021-03-14T01:39:32.609, 2021-03-14T00:39:32.609Z",
    "2021-03-14T01:39:32.609512100Z, 2021-03-14T01:39:32.609Z",
    "2021-03-14 01:39:32.609 UTC, 2021-03-14T01:39:32.609Z",
    "2021-03-14T01:39:32-05:00, 2021-03-14T06:39:32Z",
    "2021-03-14T01:39:32.5+0530, 2021-03-13T20:09:32.500Z",
    "1615685972, 2021-03-14T01:39:32Z",
    "1615685972609, 2021-03-14T01:39:32.609Z",
    "1615685972609000, 2021-03-14T01:39:32.609Z",
    "/Date(1615685972609)/, 2021-03-14T01:39:32.609Z"
  })
  void aTimeWithoutAZoneIsThatOfTheServer(String text, Instant expected) {
    assertThat(Instant.ofEpochMilli(EventTimes.epochMillis(text, ZoneId.of("Europe/Berlin"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2021-13-14T01:39:32Z", "2021-02-30 00:00:00", "now", "-5"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(EventTimes.epochMillis(text, ZoneId.of("UTC"))).isEqualTo(WindowsEvent.NO_TIME);
  }
}
