package org.bellbuoy.register.out;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes a register as GraphML: parties and assets as nodes, roles and what is part of what as
 * directed edges from holder to target.
 */
public final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String[] NODE_KEYS = {"name", "kind", "country", "source"};
  private static final String[] EDGE_KEYS = {
    "role", "basis", "share_min", "share_max", "directness", "valid_from", "valid_to", "edge_source"
  };

  private GraphMl() {}

  /**
   * Writes the graph; the writer is flushed and left open. One node an identifier, by its leading
   * description. Costs time in proportion to the register.
   *
   * @return what the format was not given
   * @throws XMLStreamException when the writer fails
   */
  public static Dropped write(Register register, Writer writer) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    keys(xml, "node", NODE_KEYS);
    keys(xml, "edge", EDGE_KEYS);
    xml.writeStartElement("graph");
    xml.writeAttribute("id", "register");
    xml.writeAttribute("edgedefault", "directed");
    Dropped dropped = new Dropped();
    for (String id : register.ids()) {
      node(xml, register.entity(id).orElseThrow());
      for (int i = 1; i < register.statementsOf(id).size(); i++) {
        dropped.add("further statements about parties and assets");
      }
    }
    int number = 0;
    for (Role role : register.roles()) {
      edge(xml, "e" + number++, role.holder(), role.target(), values(role));
    }
    for (Asset asset : register.assets()) {
      for (String whole : asset.partOf()) {
        if (register.entity(whole).isEmpty()) {
          dropped.add("what assets are part of and is not in the register");
        } else {
          edge(xml, "e" + number++, asset.id(), whole, Map.of("role", "part-of"));
        }
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
    dropped.add("other names, numbers, details, notes and geometry, by design");
    return dropped;
  }

  private static void keys(XMLStreamWriter xml, String of, String... names)
      throws XMLStreamException {
    for (String name : names) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", name);
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", name);
      xml.writeAttribute("attr.type", name.startsWith("share") ? "double" : "string");
    }
  }

  private static void node(XMLStreamWriter xml, Entity entity) throws XMLStreamException {
    xml.writeStartElement("node");
    xml.writeAttribute("id", clean(entity.id()));
    data(xml, "name", entity.name());
    data(xml, "kind", entity.kindWord());
    data(xml, "country", entity.country());
    data(xml, "source", entity.statement().source());
    xml.writeEndElement();
  }

  private static Map<String, String> values(Role role) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("role", Words.of(role.kind()));
    values.put("basis", Words.of(role.basis()));
    Share share = role.share();
    if (share != null) {
      values.put("share_min", Double.toString(share.min()));
      values.put("share_max", Double.toString(share.max()));
    }
    values.put("directness", Words.of(role.directness()));
    values.put("valid_from", text(role.statement().validFrom()));
    values.put("valid_to", text(role.statement().validTo()));
    values.put("edge_source", role.statement().source());
    return values;
  }

  private static String text(@Nullable PartialDate date) {
    return date == null ? "" : date.toString();
  }

  private static void edge(
      XMLStreamWriter xml, String id, String from, String to, Map<String, String> values)
      throws XMLStreamException {
    xml.writeStartElement("edge");
    xml.writeAttribute("id", id);
    xml.writeAttribute("source", clean(from));
    xml.writeAttribute("target", clean(to));
    for (Map.Entry<String, String> value : values.entrySet()) {
      data(xml, value.getKey(), value.getValue());
    }
    xml.writeEndElement();
  }

  private static void data(XMLStreamWriter xml, String key, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", key);
      xml.writeCharacters(clean(value));
      xml.writeEndElement();
    }
  }

  /** Without characters that XML 1.0 cannot hold. */
  private static String clean(String text) {
    String whole = SafeText.wellFormed(text);
    StringBuilder clean = new StringBuilder(whole.length());
    whole
        .codePoints()
        .map(
            c ->
                (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c > 0xFFFD && c < 0x10000
                    ? 0xFFFD
                    : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
