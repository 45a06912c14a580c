package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.Reject;

/**
 * Lines of a table in text: fields parted by the separator, a quoted field may hold it, {@code #}
 * begins a comment line. A field that is not quoted is taken as it stands, for regular expressions
 * hold backslashes.
 */
final class IndicatorLines {
  private static final int MOST_LINE_CHARACTERS = 4_096;

  /** What takes a line's fields. */
  interface Taker {
    /** Returns a sentence on why it cannot be used, empty where it can. */
    String take(List<String> fields);
  }

  private IndicatorLines() {}

  static List<Reject> read(byte[] file, int source, String header, Taker taker) {
    List<Reject> rejects = new ArrayList<>();
    String text = new String(file, StandardCharsets.UTF_8);
    long offset = 0;
    long line = 0;
    for (String raw : text.split("\n", -1)) {
      line++;
      int bytes = raw.getBytes(StandardCharsets.UTF_8).length;
      String plain = raw.strip().replace("\uFEFF", "");
      boolean heading = line == 1 && plain.toLowerCase(java.util.Locale.ROOT).startsWith(header);
      if (!plain.isEmpty() && !plain.startsWith("#") && !heading) {
        String problem =
            plain.length() > MOST_LINE_CHARACTERS
                ? "The line has more than %d characters.".formatted(MOST_LINE_CHARACTERS)
                : taker.take(fields(plain));
        if (!problem.isEmpty()) {
          rejects.add(new Reject("indicator", source, offset, bytes, line, problem));
        }
      }
      offset += bytes + 1;
    }
    return rejects;
  }

  /** By semicolons where the line has one outside quotes, else by commas. */
  static List<String> fields(String line) {
    List<String> bySemicolon = split(line, ';');
    return bySemicolon.size() > 1 ? bySemicolon : split(line, ',');
  }

  private static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && (quoted || field.isEmpty())) {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
