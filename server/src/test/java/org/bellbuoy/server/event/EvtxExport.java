package org.bellbuoy.server.event;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What evtxexport of libevtx says of a log, and XML in a form that can be compared. */
final class EvtxExport {
  private EvtxExport() {}

  /** Its records, skipping the test where the tool is not installed. */
  static List<String> records(Path file) throws IOException, InterruptedException {
    Path out = Files.createTempFile("evtxexport", ".xml");
    Process process;
    try {
      process =
          new ProcessBuilder("evtxexport", "-f", "xml", file.toString())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      Files.delete(out);
      return Assumptions.abort("evtxexport is not here; install libevtx-utils to compare with it");
    }
    process.waitFor();
    String text = Files.readString(out, StandardCharsets.UTF_8);
    Files.delete(out);
    List<String> records = new ArrayList<>();
    for (int from = text.indexOf("<Event "); from >= 0; ) {
      int end = text.indexOf("\n</Event>\n", from) + "\n</Event>".length();
      records.add(text.substring(from, end));
      from = text.indexOf("<Event ", end);
    }
    return records;
  }

  /**
   * One line for each element and text, attributes in order of name. Hexadecimal numbers are
   * compared as numbers, for evtxexport fills them with zeros and Windows does not; so are
   * fractions, which it writes with an exponent.
   */
  static List<String> lines(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      List<String> lines = new ArrayList<>();
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      add(root, "", lines);
      return lines;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(xml, e);
    }
  }

  private static void add(Element element, String path, List<String> lines) {
    String here = path + "/" + element.getTagName();
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), plain(attribute.getNodeValue()));
    }
    boolean hasElements = false;
    StringBuilder text = new StringBuilder();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      hasElements |= n instanceof Element;
      if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(n.getNodeValue());
      }
    }
    lines.add(here + " " + attributes + (hasElements ? "" : " = " + plain(text.toString())));
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        add(child, here, lines);
      }
    }
  }

  private static String plain(String value) {
    if (value.matches("0x[0-9a-fA-F]{1,16}")) {
      return "0x" + Long.toHexString(Long.parseUnsignedLong(value.substring(2), 16));
    }
    return value.matches("-?\\d+\\.\\d+(e[+-]\\d+)?")
        ? Double.toString(Double.parseDouble(value))
        : value;
  }
}
