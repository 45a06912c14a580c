package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEventsTest {
  private static final String EVENT =
      """
      <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>
      <Provider Name='Microsoft-Windows-IIS-Configuration' Guid='{dc0b8e51}'/><EventID>29</EventID>
      <Level>4</Level><TimeCreated SystemTime='2025-07-19T08:00:01.5Z'/>
      <EventRecordID>12</EventRecordID><Channel>Microsoft-IIS-Configuration/Operational</Channel>
      <Computer>host</Computer></System><UserData><Change xmlns='x'><Edit>/modules/add</Edit>
      </Change></UserData><RenderingInfo Culture='en-US'><Message>Changes &amp; more</Message>
      </RenderingInfo></Event>""";

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<?xml version='1.0'?><Events>%s</Events>", "\ufeff<Events>\n%s"})
  void anEventIsReadWithAndWithoutARoot(String around) {
    WindowsEvent event = KeptEvents.of(around.formatted(EVENT)).only();

    assertThat(event.provider()).isEqualTo("Microsoft-Windows-IIS-Configuration");
    assertThat(event.channel()).isEqualTo("Microsoft-IIS-Configuration/Operational");
    assertThat(event.computer()).isEqualTo("host");
    assertThat(event.eventId()).isEqualTo(29);
    assertThat(event.level()).isEqualTo(4);
    assertThat(event.recordId()).isEqualTo(12);
    assertThat(Instant.ofEpochMilli(event.epochMillis()))
        .isEqualTo(Instant.parse("2025-07-19T08:00:01.500Z"));
    assertThat(event.data()).isEqualTo(Map.of("Edit", "/modules/add"));
    assertThat(event.message()).isEqualTo("Changes & more");
  }

  @Test
  void utf16IsRead() {
    assertThat(
            KeptEvents.of(("\ufeff" + EVENT).getBytes(StandardCharsets.UTF_16LE), "x")
                .only()
                .eventId())
        .isEqualTo(29);
  }

  @Test
  void whatAnEventReferstoOutsideIsNeverOpened(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "TREASURE");
    String text =
        """
        <!DOCTYPE Events [<!ENTITY x SYSTEM "%s"><!ENTITY y "yyyyyyyy">]>
        <Events><Event><System><EventID>1</EventID></System><EventData><Data Name='a'>&x;</Data>
        </EventData></Event><Event><!DOCTYPE Event [<!ENTITY x SYSTEM "%s">]><System><EventID>2</EventID>
        </System></Event>%s</Events>
        """
            .formatted(secret.toUri(), secret.toUri(), EVENT);

    KeptEvents kept = KeptEvents.of(text);

    assertThat(kept.events.stream().map(WindowsEvent::eventId)).contains(29);
    assertThat(kept.events.toString()).doesNotContain("TREASURE").doesNotContain("yyyy");
    assertThat(kept.rejects.toString()).doesNotContain("TREASURE");
  }

  @Test
  void aBrokenEventDoesNotTakeTheNextOne() {
    String text =
        "<Events><Event><System><EventID>1</EventID>\n"
            + EVENT
            + "<Event><System></Event>"
            + "<Event><System/><EventData/></Event>"
            + EVENT
            + "<Event><System>";
    KeptEvents kept = KeptEvents.of(text);

    assertThat(kept.events).hasSize(2);
    assertThat(kept.rejects.stream().map(Reject::reason))
        .containsExactly("event-xml", "event-xml", "event-xml", "event-xml");
    assertThat(kept.rejects.getFirst().offset()).isEqualTo(8);
    assertThat(kept.events.getFirst().offset()).isEqualTo(text.indexOf(EVENT));
    assertThat(kept.events.getFirst().length()).isEqualTo(EVENT.length());
  }

  @Test
  void controlCharactersThatEventViewerLetsThroughAreReplaced() {
    KeptEvents kept =
        KeptEvents.of(
            "<Event><System><EventID>1</EventID></System><EventData><Data>a\u0001b&#x2;c&#65;</Data></EventData></Event>");

    assertThat(kept.only().data()).containsEntry("Data1", "a\ufffdb\ufffdcA");
  }

  @Test
  void theEndOfAnEventWithinASectionOrACommentIsText() {
    KeptEvents kept =
        KeptEvents.of(
            "<Event><System><EventID>1</EventID></System><EventData><Data><![CDATA[</Event><Event >]]></Data><!-- </Event> --></EventData></Event>");

    assertThat(kept.only().data()).containsEntry("Data1", "</Event><Event >");
    assertThat(kept.rejects).isEmpty();
  }

  @Test
  void elementsNestedWithoutEndAreGivenUp() {
    KeptEvents kept =
        KeptEvents.of("<Event>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</Event>");

    assertThat(kept.rejects.getFirst().detail()).contains("nested more than 64 deep");
  }

  @Test
  void aFormatIsKnownByItsBytes() {
    assertThat(format("ElfFile\0", "x")).contains(EventFormat.EVTX);
    assertThat(format("\0\0\0\1", "System.evtx")).contains(EventFormat.EVTX);
    assertThat(format(" [\n {\"Id\":1,\"ProviderName\":\"P\"}]", "x")).contains(EventFormat.JSON);
    assertThat(format("<Events><Event>", "x")).contains(EventFormat.XML);
    assertThat(format("<configuration><EventSource/></configuration>", "web.config")).isEmpty();
    assertThat(format("{\"mmsi\":1}", "x.json")).isEmpty();
    assertThat(format("#Fields: date time", "u_ex.log")).isEmpty();
    assertThat(format("", "x")).isEmpty();
  }

  @Test
  void aContentInNoKnownFormatIsOneReject() {
    KeptEvents kept = KeptEvents.of("plain text");

    assertThat(kept.reasons()).isEqualTo(List.of("event-format"));
    assertThat(Optional.ofNullable(kept.info).orElseThrow().format()).isEqualTo("unknown");
  }

  private static Optional<EventFormat> format(String head, String name) {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    return EventFormat.recognise(bytes, bytes.length, name);
  }
}
