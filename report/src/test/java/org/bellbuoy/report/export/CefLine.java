package org.bellbuoy.report.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of CEF lines, made from the format's description alone: eight parts by unescaped pipes;
 * in the last one keys of letters and digits before an unescaped equals sign, a value up to the
 * blank before the next key.
 */
record CefLine(List<String> header, Map<String, String> extension) {
  private static final Pattern KEY = Pattern.compile("(?:^| )([A-Za-z0-9_]+)=");

  static CefLine parse(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int at = 0;
    while (parts.size() < 7) {
      char c = line.charAt(at++);
      if (c == '\\') {
        char escaped = line.charAt(at++);
        if (escaped != '\\' && escaped != '|') {
          throw new IllegalArgumentException("no escape of the header: \\" + escaped);
        }
        part.append(escaped);
      } else if (c == '|') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    return new CefLine(parts, extension(line.substring(at)));
  }

  private static Map<String, String> extension(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher keys = KEY.matcher(text);
    String key = "";
    int from = 0;
    while (keys.find()) {
      if (!key.isEmpty()) {
        put(all, key, text.substring(from, keys.start()));
      } else if (keys.start() != 0) {
        throw new IllegalArgumentException("text before the first key: " + text);
      }
      key = keys.group(1);
      from = keys.end();
    }
    put(all, key, text.substring(from));
    return all;
  }

  private static void put(Map<String, String> all, String key, String raw) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '=') {
        throw new IllegalArgumentException("a bare equals sign in " + key);
      }
      if (c == '\\') {
        char escaped = raw.charAt(++i);
        value.append(
            switch (escaped) {
              case '\\', '=' -> escaped;
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> throw new IllegalArgumentException("no escape: \\" + escaped);
            });
      } else {
        value.append(c);
      }
    }
    if (all.put(key, value.toString()) != null) {
      throw new IllegalArgumentException("twice: " + key);
    }
  }
}
