package org.bellbuoy.sea.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells formats apart by what stands in the first bytes. */
final class Recogniser {
  private Recogniser() {}

  static Optional<FeedFormat> recognise(byte[] head, int length, String name) {
    int start = 0;
    if (length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
      start = 3;
    }
    // One byte a character, so that nothing in dirt can go wrong.
    String text = new String(head, start, length - start, StandardCharsets.ISO_8859_1);
    String trimmed = text.stripLeading();
    if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      Optional<FeedFormat> json = json(trimmed);
      if (json.isPresent()) {
        return json;
      }
    }
    for (String line : text.split("\r?\n")) {
      Optional<FeedFormat> csv = header(line);
      if (csv.isPresent()) {
        return csv;
      }
      if (!line.isBlank()) {
        break;
      }
    }
    for (String line : text.split("\r?\n")) {
      if (isSentence(line)) {
        return Optional.of(FeedFormat.NMEA);
      }
      if (isLogLine(line)) {
        return Optional.of(FeedFormat.SBARC);
      }
    }
    return name.contains("AIS_SBARC_") && length > 0
        ? Optional.of(FeedFormat.SBARC)
        : Optional.empty();
  }

  private static Optional<FeedFormat> json(String text) {
    if (text.contains("\"MessageType\"")
        && (text.contains("\"MetaData\"") || text.contains("\"Message\""))) {
      return Optional.of(FeedFormat.AISSTREAM);
    }
    boolean listed =
        text.contains("\"vessels\"") || text.contains("\"features\"") || text.startsWith("[");
    return text.contains("\"mmsi\"") && (listed || text.contains("FeatureCollection"))
        ? Optional.of(FeedFormat.DIGITRAFFIC)
        : Optional.empty();
  }

  private static Optional<FeedFormat> header(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (!lower.contains("mmsi") && !lower.contains("userid")) {
      return Optional.empty();
    }
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    Fields fields = new Fields();
    fields.split(bytes, 0, bytes.length, CsvFeed.separator(bytes, 0, bytes.length), true);
    if (!new Columns(fields).complete()) {
      return Optional.empty();
    }
    if (lower.contains("type of mobile")) {
      return Optional.of(FeedFormat.DMA);
    }
    if (lower.contains("message_id") && lower.contains("millisecond")) {
      return Optional.of(FeedFormat.EXACTEARTH);
    }
    return Optional.of(
        lower.contains("basedatetime") || lower.contains("base_date_time")
            ? FeedFormat.MARINECADASTRE
            : FeedFormat.CSV);
  }

  /** Whether an AIS sentence stands in the line, or the line is another NMEA sentence. */
  private static boolean isSentence(String line) {
    for (int at = line.indexOf('!'); at >= 0; at = line.indexOf('!', at + 1)) {
      if (line.length() > at + 6
          && line.charAt(at + 3) == 'V'
          && line.charAt(at + 4) == 'D'
          && (line.charAt(at + 5) == 'M' || line.charAt(at + 5) == 'O')
          && line.charAt(at + 6) == ',') {
        return true;
      }
    }
    int at = line.indexOf('$');
    if (at < 0 || line.length() < at + 7) {
      return false;
    }
    int letters = at + 1;
    while (letters < line.length() && isUpper(line.charAt(letters))) {
      letters++;
    }
    int count = letters - at - 1;
    return (count == 4 || count == 5) && letters < line.length() && line.charAt(letters) == ',';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether the line begins with HH:MM:SS:mmm; as the radio club's logs do. */
  private static boolean isLogLine(String line) {
    if (line.length() < 14 || line.charAt(12) != ';') {
      return false;
    }
    for (int i = 0; i < 12; i++) {
      char c = line.charAt(i);
      boolean colon = i == 2 || i == 5 || i == 8;
      if (colon != (c == ':') || (!colon && (c < '0' || c > '9'))) {
        return false;
      }
    }
    return true;
  }
}
