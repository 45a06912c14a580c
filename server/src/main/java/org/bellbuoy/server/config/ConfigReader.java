package org.bellbuoy.server.config;

import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.server.config.MachineKey.Given;
import org.bellbuoy.server.config.MachineKey.Part;

/**
 * Reads {@code web.config}, {@code applicationHost.config} and {@code machine.config}. Keys are
 * taken out before the XML is parsed. Time grows with the file; memory ten times its size. The
 * caller's bytes hold the keys still: wipe them.
 */
public final class ConfigReader {
  /** Larger files are refused: those of servers are below one mebibyte. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int MOST_DEPTH = 64;

  private final ConfigText text;
  private final int source;
  private final KeyReader keyReader;
  private final List<MachineKey> keys = new ArrayList<>();
  private final List<ConfigFact> facts = new ArrayList<>();
  private final List<SiteLog> logs = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<String> locations = new ArrayList<>();
  private final Settings settings = new Settings(facts, logs);
  private int nextKey;
  private int tagsTo;
  private long linesTo = 1;

  private ConfigReader(ConfigText text, int source, KeyReader keyReader) {
    this.text = text;
    this.source = source;
    this.keyReader = keyReader;
  }

  /**
   * Reads one file.
   *
   * @param source its index among those of the run, for rejects
   */
  public static ConfigReport read(byte[] file, int source, SweepSecret secret, PublicKeys known) {
    if (file.length > MOST_BYTES) {
      String sentence =
          "The configuration has %d bytes; more than %d are not read."
              .formatted(file.length, MOST_BYTES);
      return new ConfigReport(
          List.of(),
          List.of(),
          List.of(),
          List.of(new Reject("config", source, 0, file.length, 0, sentence)));
    }
    try (ConfigText text = ConfigText.of(file)) {
      ConfigReader reader = new ConfigReader(text, source, new KeyReader(secret, known));
      reader.parse();
      return new ConfigReport(reader.keys, reader.facts, reader.logs, reader.rejects);
    }
  }

  private void parse() {
    XMLStreamReader xml = null;
    try {
      xml = SafeXml.open(new CharArrayReader(text.chars));
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(xml);
          case XMLStreamConstants.END_ELEMENT -> end();
          case XMLStreamConstants.DTD ->
              reject(xml, "The configuration has a document type, which is passed over.");
          default -> {}
        }
        if (path.size() > MOST_DEPTH) {
          reject(
              xml, "Elements lie more than %d deep; the rest is not read.".formatted(MOST_DEPTH));
          break;
        }
      }
    } catch (XMLStreamException e) {
      // The parser's own message may quote the file, so it is not repeated.
      int at = e.getLocation() == null ? -1 : e.getLocation().getCharacterOffset();
      int index = Math.clamp(at, 0, text.chars.length);
      rejects.add(
          new Reject(
              "config",
              source,
              text.byteOffset(index),
              0,
              text.line(index),
              "The configuration is not well-formed XML; what stands before is kept."));
    }
    while (nextKey < text.keys.size()) {
      // In comments, or behind what could be parsed: someone should still know that they are there.
      ConfigText.KeySpan span = text.keys.get(nextKey++);
      rejects.add(
          new Reject(
              "config-key",
              source,
              text.byteOffset(span.from),
              0,
              text.line(span.from),
              "A key stands outside any machineKey element, perhaps in a comment."));
    }
  }

  private void reject(XMLStreamReader xml, String sentence) {
    int at = Math.clamp(xml.getLocation().getCharacterOffset(), 0, text.chars.length);
    rejects.add(new Reject("config", source, text.byteOffset(at), 0, text.line(at), sentence));
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName().toLowerCase(Locale.ROOT);
    path.add(name);
    String outer = locations.isEmpty() ? "" : locations.getLast();
    String own = name.equals("location") ? Attributes.of(xml).get("path") : outer;
    locations.add(own);
    int[] tag = text.nextTag(tagsTo);
    int from = tag == null ? text.chars.length : tag[0];
    int end = tag == null ? text.chars.length : tag[1];
    linesTo += tag == null ? 0 : text.lines(tagsTo, from);
    long line = linesTo;
    linesTo += text.lines(from, end);
    tagsTo = end;
    ConfigPlace place =
        new ConfigPlace(
            own,
            String.join("/", path),
            text.byteOffset(from),
            text.byteOffset(end) - text.byteOffset(from),
            line);
    Attributes attributes = Attributes.of(xml);
    if (name.equals("machinekey")) {
      keys.add(machineKey(place, attributes, from, end));
    } else {
      settings.element(path, place, attributes);
    }
  }

  private void end() {
    settings.ended(path);
    path.removeLast();
    locations.removeLast();
  }

  private MachineKey machineKey(ConfigPlace place, Attributes attributes, int from, int end) {
    boolean elsewhere =
        attributes.has("configsource") || attributes.has("configprotectionprovider");
    Part validation = KeyReader.none(elsewhere ? Given.ELSEWHERE : Given.NOT_GIVEN);
    Part decryption = validation;
    while (nextKey < text.keys.size() && text.keys.get(nextKey).from < end) {
      ConfigText.KeySpan span = text.keys.get(nextKey++);
      if (span.from < from) {
        rejects.add(
            new Reject(
                "config-key",
                source,
                text.byteOffset(span.from),
                0,
                text.line(span.from),
                "A key stands outside any machineKey element, perhaps in a comment."));
      } else if (span.validation) {
        validation = keyReader.read("validation", span.value);
      } else {
        decryption = keyReader.read("decryption", span.value);
      }
    }
    return new MachineKey(
        place,
        validation,
        decryption,
        attributes.get("validation"),
        attributes.get("decryption"),
        attributes.get("compatibilitymode"));
  }
}
