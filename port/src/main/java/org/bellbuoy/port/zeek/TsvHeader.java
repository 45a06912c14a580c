package org.bellbuoy.port.zeek;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header lines of a Zeek log in its own form; it may come again within a file. */
final class TsvHeader {
  private String separator = "\t";
  private String emptyField = "(empty)";
  private String unsetField = "-";
  private String setSeparator = ",";
  private String[] fields = {};
  private String[] types = {};
  String path;

  TsvHeader(String path) {
    this.path = path;
  }

  /** Takes a line that begins with a number sign. */
  void line(String line) {
    if (line.startsWith("#separator ")) {
      separator = unescaped(line.substring(11));
      return;
    }
    int at = line.indexOf(separator);
    if (at < 0) {
      return;
    }
    String value = line.substring(at + separator.length());
    switch (line.substring(0, at)) {
      case "#set_separator" -> setSeparator = value;
      case "#empty_field" -> emptyField = value;
      case "#unset_field" -> unsetField = value;
      case "#path" -> path = openOr(value);
      case "#fields" -> fields = split(value);
      case "#types" -> types = split(value);
      default -> {}
    }
  }

  /** Logs of what is still open may call themselves as those of what is closed. */
  private String openOr(String value) {
    return path.equals("open_" + value) ? path : value;
  }

  boolean hasFields() {
    return fields.length > 0;
  }

  int fields() {
    return fields.length;
  }

  /** The values of a line by name; null where their number is not that of the fields. */
  @Nullable Map<String, String> values(String line) {
    String[] texts = split(line);
    if (texts.length != fields.length) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>(fields.length * 2);
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      if (!text.equals(unsetField)) {
        values.put(fields[i], text.equals(emptyField) ? "" : value(text, i));
      }
    }
    return values;
  }

  private String value(String text, int field) {
    String type = field < types.length ? types[field] : "";
    String plain = text.indexOf('\\') < 0 ? text : unescaped(text);
    boolean many = type.startsWith("set") || type.startsWith("vector");
    return many && !setSeparator.equals(",") ? plain.replace(setSeparator, ",") : plain;
  }

  private String[] split(String line) {
    int count = 1;
    for (int at = line.indexOf(separator); at >= 0; at = next(line, at)) {
      count++;
    }
    String[] parts = new String[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int at = i == count - 1 ? line.length() : line.indexOf(separator, from);
      parts[i] = line.substring(from, at);
      from = at + separator.length();
    }
    return parts;
  }

  private int next(String line, int at) {
    return line.indexOf(separator, at + separator.length());
  }

  /** Zeek writes bytes that may not stand there as {@code \x09}, a backslash as two. */
  static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 3 < text.length() && text.charAt(i + 1) == 'x') {
        int high = Character.digit(text.charAt(i + 2), 16);
        int low = Character.digit(text.charAt(i + 3), 16);
        if (high >= 0 && low >= 0) {
          plain.append((char) (high * 16 + low));
          i += 3;
          continue;
        }
      } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
        i++;
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
