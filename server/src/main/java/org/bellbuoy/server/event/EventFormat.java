package org.bellbuoy.server.event;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways Windows events come in. */
public enum EventFormat {
  /** The binary log of Windows Vista and later, {@code .evtx}. */
  EVTX("evtx"),
  /** JSON objects, one a line, one after another or in an array. */
  JSON("events-json"),
  /** XML as Event Viewer and wevtutil write it, with or without one root. */
  XML("events-xml");

  /** Bytes of content that {@link #recognise} is best given. */
  public static final int HEAD_BYTES = 1 << 14;

  private static final byte[] FILE = "ElfFile\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] CHUNK = "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1);

  /** A quoted name of one of these is in the first record of every JSON export that is known. */
  private static final List<String> JSON_NAMES =
      List.of(
          "\"EventID\"",
          "\"EventId\"",
          "\"event_id\"",
          "\"winlog\"",
          "\"winlog.event_id\"",
          "\"Event\"",
          "\"ProviderName\"");

  private final String word;

  EventFormat(String word) {
    this.word = word;
  }

  /** The word that {@link org.bellbuoy.core.source.SourceInfo} carries. */
  public String word() {
    return word;
  }

  /**
   * The format of a content, by its first bytes.
   *
   * @param head holds them
   * @param length how many of them count
   * @param name of the content, which only helps where the bytes alone leave doubt
   */
  public static Optional<EventFormat> recognise(byte[] head, int length, String name) {
    if (has(head, length, 0, FILE)
        || has(head, length, 0, CHUNK)
        || has(head, length, EvtxReader.HEADER_BYTES, CHUNK)) {
      return Optional.of(EVTX);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    Charset charset = TextUnits.charsetOf(head, length).orElse(StandardCharsets.ISO_8859_1);
    String text = new String(head, 0, length, charset);
    int first = 0;
    while (first < text.length() && isPassedOver(text.charAt(first))) {
      first++;
    }
    char sign = first < text.length() ? text.charAt(first) : ' ';
    if ((sign == '{' || sign == '[') && JSON_NAMES.stream().anyMatch(text::contains)) {
      return Optional.of(JSON);
    }
    if (sign == '<' && (namesEvent(text) || text.contains("<Events"))) {
      return Optional.of(XML);
    }
    return lower.endsWith(".evtx") && !isText(text) ? Optional.of(EVTX) : Optional.empty();
  }

  private static boolean isPassedOver(char c) {
    // The last three are a UTF-8 byte order mark read as Latin letters.
    return c <= ' ' || c == '\uFEFF' || c == '\u00EF' || c == '\u00BB' || c == '\u00BF';
  }

  private static boolean namesEvent(String text) {
    for (int at = text.indexOf("<Event"); at >= 0; at = text.indexOf("<Event", at + 1)) {
      int after = at + "<Event".length();
      if (after == text.length() || text.charAt(after) == '>' || text.charAt(after) <= ' ') {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n');
  }

  private static boolean has(byte[] head, int length, int at, byte[] signature) {
    if (at + signature.length > length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (head[at + i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
