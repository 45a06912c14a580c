package org.bellbuoy.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.event.BinPart.event;
import static org.bellbuoy.server.event.BinPart.named;
import static org.bellbuoy.server.event.BinPart.optional;
import static org.bellbuoy.server.event.BinPart.sub;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellbuoy.core.reject.Reject;

/** What holds of every content, however broken. */
final class EventFuzz {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  private EventFuzz() {}

  /** Two chunks with values of every type, so that mutations come everywhere. */
  static byte[] log() {
    EvtxWriter writer = new EvtxWriter();
    long id = 1;
    EvtxWriter.Chunk chunk = writer.chunk();
    for (Map.Entry<BinPart.Value, ?> golden : BinValues.GOLDEN.entrySet()) {
      BinPart.Value value = golden.getKey();
      chunk.record(id++, event(named("v", sub(2, value.type()))), value);
    }
    writer
        .chunk()
        .embedded(
            id,
            EvtxWriter.Embedding.TEMPLATE,
            BinPart.el("UserData", optional(2, 0x21)),
            BinPart.el("Inner", BinPart.str("v")));
    return writer.bytes();
  }

  static byte[] json() {
    return """
    {"EventID":1,"SourceName":"Test","EventTime":"2021-03-14 01:39:32","Image":"a\\"b"}
    {"Event":{"System":{"EventID":{"#text":2},"Provider":{"#attributes":{"Name":"T"}}},"EventData":{"a":[1]}}}
    [{"winlog":{"event_id":3,"event_data":{"b":null}}}]
    {"EventId":4,"Payload":"{\\"EventData\\":{\\"Data\\":[{\\"@Name\\":\\"x\\",\\"#text\\":\\"y\\"}]}}"}
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xml() {
    return """
    <?xml version="1.0"?><Events><Event xmlns="x"><System><Provider Name="T"/><EventID>1</EventID>
    <TimeCreated SystemTime="2021-03-14T01:39:32Z"/></System><EventData><Data Name="a">b&lt;</Data>
    <![CDATA[</Event>]]></EventData></Event><!-- <Event > --><Event ><System><EventID>2</EventID></System></Event></Events>
    """
        .repeat(6)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the bytes as that format and checks what must always hold. */
  static KeptEvents check(byte[] content, EventFormat format) {
    KeptEvents kept = KeptEvents.of(content, format);
    long before = 0;
    for (WindowsEvent event : kept.events) {
      assertThat(event.offset()).isBetween(before, (long) content.length);
      assertThat(event.length()).isPositive();
      before = event.offset() + event.length();
      assertThat(before).isLessThanOrEqualTo(content.length);
      assertThat(event.frame()).isPositive();
    }
    for (Reject reject : kept.rejects) {
      assertThat(reject.offset()).isBetween(0L, (long) content.length);
      assertThat(reject.length()).isNotNegative();
      assertThat(reject.detail()).isNotBlank().hasSizeLessThan(400);
    }
    if (format == EventFormat.EVTX) {
      kept.texts.forEach(EventFuzz::parse);
    }
    return kept;
  }

  /** Fails where the text is no well-formed XML. */
  private static void parse(String xml) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new AssertionError(xml, e);
    }
  }
}
