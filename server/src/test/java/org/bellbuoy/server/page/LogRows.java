package org.bellbuoy.server.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.junit.jupiter.api.Assumptions;

/** A plain splitter of logs for tests, slow and without rejects. */
public final class LogRows {
  private static final Pattern ACCESS =
      Pattern.compile(
          "\"?(\\S+) \\S+ (\\S+) \\[([^\\]]+)\\] \"(\\S+) (\\S*)[^\"]*\" (\\d+) (\\S+)"
              + "(?: \"([^\"]*)\" \"([^\"]*)\")?.*");
  private static final DateTimeFormatter ACCESS_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  private LogRows() {}

  /** A file among the shared data; skips the test where it is absent. */
  public static Path shared(String path) {
    Path file =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared", "data", "server")
            .resolve(path);
    Assumptions.assumeTrue(Files.exists(file), "the shared data are not here: " + path);
    return file;
  }

  /** All lines of a shared file or of a folder's files by name, as one log. */
  public static String content(String path) throws IOException {
    Path file = shared(path);
    if (!Files.isDirectory(file)) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(file)) {
      for (Path one : files.sorted().toList()) {
        all.append(Files.readString(one, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }

  /** Gives each row of a log; the row is another object each time. */
  public static List<WebRow> rows(String log) {
    List<WebRow> rows = new ArrayList<>();
    read(log, rows::add);
    return rows;
  }

  /** Gives each row of a log. */
  public static void read(String log, Consumer<WebRow> to) {
    byte[] bytes = log.getBytes(StandardCharsets.ISO_8859_1);
    List<String> fields = List.of();
    LogKind kind = LogKind.ACCESS;
    int from = 0;
    long line = 0;
    while (from < bytes.length) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      int to2 = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
      String text = new String(bytes, from, to2 - from, StandardCharsets.ISO_8859_1);
      line++;
      if (text.startsWith("#Fields: ")) {
        kind = LogKind.W3C;
        fields = List.of(text.substring(9).toLowerCase(Locale.ROOT).split(" "));
      } else if (text.startsWith("label,") || text.startsWith("DateTime,")) {
        kind = LogKind.HTTP_PROXY;
        fields = List.of(text.toLowerCase(Locale.ROOT).split(","));
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        WebRow row = row(bytes, from, to2, line);
        row.kind = kind;
        if (fill(row, text, fields)) {
          to.accept(row);
        }
      }
      from = end + 1;
    }
  }

  private static WebRow row(byte[] bytes, int from, int to, long line) {
    WebRow row = new WebRow();
    row.bytes = bytes;
    row.from = from;
    row.to = to;
    row.offset = from;
    row.line = line;
    Arrays.fill(row.start, -1);
    Arrays.fill(row.end, -1);
    return row;
  }

  private static boolean fill(WebRow row, String text, List<String> fields) {
    return row.kind == LogKind.ACCESS ? fillAccess(row, text) : fillColumns(row, text, fields);
  }

  private static boolean fillColumns(WebRow row, String text, List<String> fields) {
    char separator = row.kind == LogKind.W3C ? ' ' : ',';
    int at = 0;
    for (int i = 0; i < fields.size(); i++) {
      int end = text.indexOf(separator, at);
      if (end < 0) {
        end = text.length();
        if (i < fields.size() - 1) {
          return false;
        }
      }
      String name = fields.get(i);
      for (WebField field : WebField.values()) {
        if (field.names().contains(name)) {
          set(row, field, at, end);
        }
      }
      at = Math.min(text.length(), end + 1);
    }
    String date = row.text(WebField.DATE);
    String time = row.text(WebField.TIME);
    String both = row.text(WebField.DATE_TIME);
    if (both != null) {
      row.epochMillis = OffsetDateTime.parse(both).toInstant().toEpochMilli();
    } else if (date != null && time != null) {
      row.epochMillis =
          LocalDateTime.parse(date + "T" + time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    String status = row.text(WebField.STATUS);
    row.status = status == null ? WebRow.UNKNOWN : Integer.parseInt(status);
    return true;
  }

  private static boolean fillAccess(WebRow row, String text) {
    Matcher m = ACCESS.matcher(text);
    if (!m.matches()) {
      return false;
    }
    set(row, WebField.CLIENT_IP, m.start(1), m.end(1));
    set(row, WebField.USERNAME, m.start(2), m.end(2));
    set(row, WebField.METHOD, m.start(4), m.end(4));
    int question = m.group(5).indexOf('?');
    int stemEnd = question < 0 ? m.end(5) : m.start(5) + question;
    set(row, WebField.STEM, m.start(5), stemEnd);
    set(row, WebField.QUERY, Math.min(m.end(5), stemEnd + 1), m.end(5));
    set(row, WebField.STATUS, m.start(6), m.end(6));
    set(row, WebField.BYTES_SENT, m.start(7), m.end(7));
    if (m.start(8) >= 0) {
      set(row, WebField.REFERER, m.start(8), m.end(8));
      set(row, WebField.USER_AGENT, m.start(9), m.end(9));
    }
    row.status = Integer.parseInt(m.group(6));
    row.epochMillis = OffsetDateTime.parse(m.group(3), ACCESS_TIME).toInstant().toEpochMilli();
    return true;
  }

  private static void set(WebRow row, WebField field, int at, int end) {
    boolean none = end - at == 1 && row.bytes[row.from + at] == '-';
    row.start[field.ordinal()] = row.from + at;
    row.end[field.ordinal()] = row.from + (none ? at : end);
  }
}
