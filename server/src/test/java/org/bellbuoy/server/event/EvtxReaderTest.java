package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.event.BinPart.at;
import static org.bellbuoy.server.event.BinPart.el;
import static org.bellbuoy.server.event.BinPart.event;
import static org.bellbuoy.server.event.BinPart.named;
import static org.bellbuoy.server.event.BinPart.optional;
import static org.bellbuoy.server.event.BinPart.str;
import static org.bellbuoy.server.event.BinPart.sub;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvtxReaderTest {
  static Stream<Map.Entry<BinPart.Value, List<String>>> values() {
    return Stream.concat(BinValues.GOLDEN.entrySet().stream(), BinValues.OWN.entrySet().stream());
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueOfEachTypeIsWrittenAsWindowsDoes(Map.Entry<BinPart.Value, List<String>> golden) {
    BinPart.Value value = golden.getKey();
    byte[] log = new EvtxWriter().chunk(1, event(el("Data", sub(2, value.type()))), value).bytes();

    assertThat(List.copyOf(KeptEvents.of(log, "log").only().data().values()))
        .isEqualTo(golden.getValue());
  }

  @Test
  void theHeaderOfAnEventIsTaken() {
    KeptEvents kept =
        KeptEvents.of(new EvtxWriter().chunk(77, event(named("Image", str("x")))).bytes(), "log");
    WindowsEvent event = kept.only();

    assertThat(event.provider()).isEqualTo("Test-Provider");
    assertThat(event.channel()).isEqualTo("Test/Operational");
    assertThat(event.computer()).isEqualTo("host.example");
    assertThat(event.eventId()).isEqualTo(29);
    assertThat(event.level()).isEqualTo(4);
    assertThat(event.recordId()).isEqualTo(77);
    assertThat(event.frame()).isEqualTo(1);
    assertThat(event.offset()).isEqualTo(4096 + 512);
    assertThat(Instant.ofEpochMilli(event.epochMillis()))
        .isEqualTo(Instant.parse("2021-03-14T02:39:30.227Z"));
    assertThat(event.data()).isEqualTo(Map.of("Image", "x"));
    assertThat(kept.rejects).isEmpty();
  }

  @Test
  void valuesWithoutANameAreNumberedAndRepeatedNamesKeptApart() {
    WindowsEvent event =
        KeptEvents.of(
                new EvtxWriter()
                    .chunk(
                        1,
                        event(
                            el("Data", sub(2, 0x81)),
                            named("a", str("1")),
                            named("a", str("2")),
                            named("a", str("3"))),
                        BinPart.Value.texts("p", "q"))
                    .bytes(),
                "log")
            .only();

    assertThat(event.data())
        .containsExactly(
            Map.entry("Data1", "p"),
            Map.entry("Data2", "q"),
            Map.entry("a", "1"),
            Map.entry("a_2", "2"),
            Map.entry("a_3", "3"));
  }

  @Test
  void userDataIsTakenByItsInnermostElements() {
    BinPart.El event =
        el(
            "Event",
            el("System", el("EventID", str("29"))),
            el(
                "UserData",
                el(
                    "Change",
                    List.of(at("xmlns", str("http://example/change"))),
                    el("Configuration", str("MACHINE/WEBROOT")),
                    el("Edit", List.of(at("kind", str("add"))), str("/modules/add")))));

    assertThat(KeptEvents.of(new EvtxWriter().chunk(1, event).bytes(), "log").only().data())
        .containsExactly(
            Map.entry("Configuration", "MACHINE/WEBROOT"),
            Map.entry("Edit.kind", "add"),
            Map.entry("Edit", "/modules/add"));
  }

  @Test
  void anEventWithoutATimeOfItsOwnHasThatOfItsRecord() {
    BinPart.El event = el("Event", el("System", el("EventID", str("1"))));

    assertThat(KeptEvents.of(new EvtxWriter().chunk(5, event).bytes(), "log").only().epochMillis())
        .isEqualTo(Instant.parse("2021-03-14T02:39:30.227Z").toEpochMilli());
  }

  @Test
  void textThatXmlDoesNotAllowStillMakesWellFormedXml() {
    KeptEvents kept =
        KeptEvents.of(
            new EvtxWriter()
                .chunk(
                    1,
                    event(named("a", sub(2, 1)), named("b", optional(3, 1))),
                    BinPart.Value.text("one\0two\u0001\ud800<]]>\r\n"),
                    BinPart.Value.nothing())
                .bytes(),
            "log");

    assertThat(kept.only().data()).containsEntry("a", "one\0two\u0001\ufffd<]]>\r\n");
    assertThat(EvtxExport.lines(kept.texts.getFirst()))
        .contains("/Event/EventData/Data {Name=a} = one\ufffdtwo\ufffd\ufffd<]]>\r\n");
  }
}
