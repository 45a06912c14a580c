package org.bellbuoy.server.sigma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.junit.jupiter.api.Assumptions;

/** Splits logs for the tests of rules, plainly; and finds data that is not of the repository. */
final class TestLogs {
  private static final Pattern ACCESS =
      Pattern.compile(
          "(\\S+) \\S+ (\\S+) \\[[^\\]]*\\] \"(?:(\\S+) )?(.*?)(?: (HTTP/\\S+))?\" (\\d+) (\\S+)"
              + "(?: \"(.*?)\" \"(.*)\")?\\s*");

  private TestLogs() {}

  static Path data(String name) {
    Path data =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared", "data", "server", name);
    Assumptions.assumeTrue(Files.exists(data), () -> name + " is not here");
    return data;
  }

  /** Files of a folder in order of their names, or the file itself. */
  static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void rows(Path path, Consumer<WebRow> rows) {
    List<Path> files = files(path);
    WebRow row = new WebRow();
    for (int source = 0; source < files.size(); source++) {
      row.source = source;
      try {
        rows(Files.readAllBytes(files.get(source)), row, rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static void rows(String text, Consumer<WebRow> rows) {
    rows(text.getBytes(StandardCharsets.UTF_8), new WebRow(), rows);
  }

  /** A W3C log where there are {@code #Fields}, else an access log. */
  static void rows(byte[] bytes, WebRow row, Consumer<WebRow> rows) {
    WebField[] columns = null;
    int line = 0;
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i < bytes.length && bytes[i] != '\n') {
        continue;
      }
      int to = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
      line++;
      if (to > from && bytes[from] == '#') {
        String header = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        columns = header.startsWith("#Fields:") ? columns(header) : columns;
      } else if (to > from) {
        row.bytes = bytes;
        row.from = from;
        row.to = to;
        row.offset = from;
        row.line = line;
        row.epochMillis = WebRow.NO_TIME;
        row.status = WebRow.UNKNOWN;
        Arrays.fill(row.start, -1);
        Arrays.fill(row.end, -1);
        if (columns != null ? split(row, columns) : access(row)) {
          rows.accept(row);
        }
      }
      from = i + 1;
    }
  }

  private static WebField[] columns(String header) {
    Map<String, WebField> byName = new HashMap<>();
    for (WebField field : WebField.values()) {
      field.names().forEach(name -> byName.put(name, field));
    }
    return Arrays.stream(header.substring(8).strip().toLowerCase(Locale.ROOT).split(" +"))
        .map(byName::get)
        .toArray(WebField[]::new);
  }

  private static boolean split(WebRow row, WebField[] columns) {
    row.kind = LogKind.W3C;
    int at = row.from;
    for (WebField column : columns) {
      if (at > row.to) {
        return false;
      }
      int end = at;
      while (end < row.to && row.bytes[end] != ' ') {
        end++;
      }
      if (column != null) {
        boolean dash = end == at + 1 && row.bytes[at] == '-';
        row.start[column.ordinal()] = at;
        row.end[column.ordinal()] = dash ? at : end;
      }
      at = end + 1;
    }
    String date = row.text(WebField.DATE);
    String time = row.text(WebField.TIME);
    if (date != null && time != null && date.length() == 10 && time.length() == 8) {
      row.epochMillis = Instant.parse(date + "T" + time + "Z").toEpochMilli();
    }
    status(row);
    return at == row.to + 1;
  }

  private static void status(WebRow row) {
    String status = row.text(WebField.STATUS);
    row.status = status == null ? WebRow.UNKNOWN : Integer.parseInt(status);
  }

  private static boolean access(WebRow row) {
    row.kind = LogKind.ACCESS;
    String text = new String(row.bytes, row.from, row.to - row.from, StandardCharsets.ISO_8859_1);
    Matcher matcher = ACCESS.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    set(row, WebField.CLIENT_IP, matcher, 1);
    set(row, WebField.USERNAME, matcher, 2);
    set(row, WebField.METHOD, matcher, 3);
    set(row, WebField.STEM, matcher, 4);
    set(row, WebField.VERSION, matcher, 5);
    set(row, WebField.STATUS, matcher, 6);
    set(row, WebField.BYTES_SENT, matcher, 7);
    set(row, WebField.REFERER, matcher, 8);
    set(row, WebField.USER_AGENT, matcher, 9);
    int stem = WebField.STEM.ordinal();
    int mark = matcher.group(4).indexOf('?');
    int query = WebField.QUERY.ordinal();
    row.start[query] = mark < 0 ? row.end[stem] : row.start[stem] + mark + 1;
    row.end[query] = row.end[stem];
    if (mark >= 0) {
      row.end[stem] = row.start[stem] + mark;
    }
    status(row);
    return true;
  }

  private static void set(WebRow row, WebField field, Matcher matcher, int group) {
    if (matcher.start(group) >= 0) {
      boolean dash = matcher.group(group).equals("-");
      row.start[field.ordinal()] = row.from + matcher.start(group);
      row.end[field.ordinal()] = row.from + (dash ? matcher.start(group) : matcher.end(group));
    }
  }
}
