package org.bellbuoy.server.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;

/**
 * Reads error logs of HTTP.sys ({@code HTTPERR\httperr1.log}): W3C lines with {@code cs-uri},
 * {@code sc-status} and {@code s-reason}. Windows keeps them small, so they are read line by line
 * on the caller's thread, in memory of one line. What the bytes hold never throws.
 *
 * <p>Source: Microsoft, "Error logging in HTTP APIs" (KB820729).
 */
public final class HttpErrorLog {
  /** Format as the ledger names it. */
  static final String FORMAT = "httperr";

  private static final int MOST_LINE_BYTES = 1 << 16;
  private static final int QUOTE_BYTES = 512;

  /** Takes what is read. */
  public interface Sink {
    /** One row. */
    void row(HttpErrorRow row);

    /** A line that is none. */
    void reject(Reject reject);
  }

  private final int source;
  private final Sink sink;
  private final LogTimes times = new LogTimes();
  private byte[] line = new byte[1024];
  private int length;
  private long start;
  private long number = 1;
  private boolean tooLong;
  private List<String> columns = List.of();

  private HttpErrorLog(int source, Sink sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads an input to its end.
   *
   * @param source index that rows' rejects carry
   * @throws SourceException when it cannot be opened
   */
  public static SourceInfo read(Input input, int source, Sink sink) throws SourceException {
    try (Content content = Content.open(input)) {
      new HttpErrorLog(source, sink).read(content);
      return content.finish(FORMAT);
    }
  }

  private void read(Content content) {
    byte[] buffer = new byte[1 << 16];
    long at = 0;
    int n;
    while ((n = content.read(buffer)) > 0) {
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          end(true);
          start = at + i + 1;
          number++;
        } else if (length < MOST_LINE_BYTES) {
          line = length == line.length ? Arrays.copyOf(line, length * 2) : line;
          line[length++] = buffer[i];
        } else {
          tooLong = true;
        }
      }
      at += n;
    }
    end(false);
  }

  private void end(boolean whole) {
    int to = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    if (tooLong) {
      reject(
          RejectReason.TOO_LONG,
          to,
          "The line is longer than %d bytes.".formatted(MOST_LINE_BYTES));
    } else if (to > 0 && line[0] == '#') {
      header(LogText.of(line, 0, to));
    } else if (to > 0) {
      row(to, whole);
    }
    length = 0;
    tooLong = false;
  }

  private void header(String text) {
    String names = "#fields:";
    if (text.regionMatches(true, 0, names, 0, names.length())) {
      columns =
          List.of(text.substring(names.length()).strip().toLowerCase(Locale.ROOT).split("[ \t]+"));
    }
  }

  private void row(int to, boolean whole) {
    for (int i = 0; i < to; i++) {
      if (line[i] >= 0 && line[i] < ' ' && line[i] != '\t') {
        reject(RejectReason.BINARY, to, "Byte %d of the line is a control character.".formatted(i));
        return;
      }
    }
    if (columns.isEmpty()) {
      reject(RejectReason.NO_HEADER, to, "No line #Fields: stands before it.");
      return;
    }
    String text = LogText.of(line, 0, to);
    List<String> cells = List.of(text.strip().split("[ \t]+", -1));
    if (cells.size() < columns.size()) {
      reject(
          whole ? RejectReason.TOO_FEW_COLUMNS : RejectReason.CUT_SHORT,
          to,
          "It has %d columns, the header names %d.".formatted(cells.size(), columns.size()));
      return;
    }
    long millis = millis(cell(cells, "date"), cell(cells, "time"));
    if (millis == WebRow.NO_TIME) {
      reject(RejectReason.BAD_TIME, to, "Its date and time are none.");
      return;
    }
    String status = cell(cells, "sc-status");
    if (!status.isEmpty() && !status.matches("[0-9]{1,3}")) {
      reject(RejectReason.BAD_STATUS, to, "Its sc-status is no number of up to three digits.");
      return;
    }
    sink.row(
        new HttpErrorRow(
            millis,
            cell(cells, "c-ip"),
            cell(cells, "cs-method"),
            cell(cells, "cs-uri"),
            status.isEmpty() ? -1 : Integer.parseInt(status),
            cell(cells, "s-reason"),
            start,
            to,
            number,
            LogText.of(line, 0, Math.min(to, QUOTE_BYTES))));
  }

  private long millis(String date, String time) {
    // The reader of days looks at eight bytes at once.
    byte[] bytes =
        Arrays.copyOf(
            (date + time).getBytes(StandardCharsets.ISO_8859_1),
            date.length() + time.length() + Words.SLACK);
    long day = times.day(bytes, 0, date.length());
    int millis =
        day == WebRow.NO_TIME
            ? -1
            : LogTimes.timeOfDay(bytes, date.length(), date.length() + time.length());
    return millis < 0 ? WebRow.NO_TIME : day + millis;
  }

  /** The cell of a column; empty for a dash or a column that is not there. */
  private String cell(List<String> cells, String name) {
    int at = columns.indexOf(name);
    String value = at < 0 ? "" : cells.get(at);
    return value.equals("-") ? "" : value;
  }

  private void reject(RejectReason reason, int bytes, String sentence) {
    sink.reject(new Reject(reason.word(), source, start, bytes, number, sentence));
  }
}
