package org.bellbuoy.port.zeek;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;

/**
 * Reads a log of Zeek (tabs or JSON, also of what is still open, compressed or not, headers within
 * a file) or Suricata's EVE, line by line. Which form a line has is told by the line. Memory: one
 * line of at most a megabyte. Not thread safe; one reader may read several inputs after another.
 */
public final class LogReader {
  /** The format of such a source. */
  public static final String FORMAT = "zeek-log";

  private final Consumer<LogRow> rows;
  private final Consumer<LogRecord> records;
  private final Consumer<Reject> rejects;
  private final JsonRows json = new JsonRows();

  /**
   * A reader.
   *
   * @param rows is given every row, of logs of which no record is made too
   * @param records is given what rows tell
   * @param rejects is given what could not be read
   */
  public LogReader(Consumer<LogRow> rows, Consumer<LogRecord> records, Consumer<Reject> rejects) {
    this.rows = rows;
    this.records = records;
    this.rejects = rejects;
  }

  /** Whether content looks like such a log, by its first bytes. */
  public static boolean isLog(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    return text.startsWith("#separator ")
        || (text.startsWith("{")
            && (text.contains("\"event_type\"")
                || text.contains("\"_path\"")
                || text.contains("\"id.orig_h\"")
                || (text.contains("\"ts\"") && text.contains("\"uid\""))));
  }

  /**
   * Reads one input to its end.
   *
   * @param source its index among those of the run
   * @return what was read, with the problem that ended it early, if any
   * @throws SourceException when it cannot be opened
   */
  public SourceInfo read(Input input, int source) throws SourceException {
    try (Content content = Content.open(input)) {
      String named = pathOf(content.name());
      TsvHeader header = new TsvHeader(named);
      LogLines.read(content, new Lines(source, named, header));
      return content.finish(FORMAT);
    }
  }

  /** The log's name as the file's name tells it: all before the first dot. */
  static String pathOf(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private final class Lines implements LogLines.Sink {
    private final int source;
    private final String named;
    private final TsvHeader header;

    Lines(int source, String named, TsvHeader header) {
      this.source = source;
      this.named = named;
      this.header = header;
    }

    @Override
    public void line(byte[] buffer, int from, int length, long offset, long number) {
      if (buffer[from] == '{') {
        json(buffer, from, length, offset, number);
      } else if (buffer[from] == '#') {
        header.line(new String(buffer, from, length, StandardCharsets.UTF_8));
      } else if (!header.hasFields()) {
        reject(
            "log-form",
            offset,
            length,
            number,
            "it is neither JSON nor follows a line #fields that names its fields.");
      } else {
        String line = new String(buffer, from, length, StandardCharsets.UTF_8);
        Map<String, String> values = header.values(line);
        if (values == null) {
          reject(
              "log-fields",
              offset,
              length,
              number,
              "its number of values is not that of the %d fields in #fields."
                  .formatted(header.fields()));
        } else {
          row(new LogRow(header.path, values, source, offset, length, number));
        }
      }
    }

    private void json(byte[] buffer, int from, int length, long offset, long number) {
      Map<String, String> values = json.values(buffer, from, length);
      if (values == null) {
        reject("log-json", offset, length, number, "it is not one JSON object.");
        return;
      }
      String event = values.get("event_type");
      String path = values.get("_path");
      String log = event != null ? "eve-" + event : path != null ? path : named;
      row(new LogRow(log, values, source, offset, length, number));
    }

    private void row(LogRow row) {
      rows.accept(row);
      try {
        LogRecord record = LogRecords.of(row);
        if (record != null) {
          records.accept(record);
        }
      } catch (LogFields.Unreadable e) {
        reject("log-value", row.offset(), row.length(), row.line(), e.getMessage() + ".");
      }
    }

    @Override
    public void tooLong(long offset, long bytes, long number) {
      int length = (int) Math.min(bytes, Integer.MAX_VALUE);
      reject(
          "log-line",
          offset,
          length,
          number,
          "it has %d bytes, more than the %d that are read.".formatted(bytes, LogLines.MOST_BYTES));
    }

    private void reject(String reason, long offset, int length, long number, String detail) {
      rejects.accept(
          new Reject(reason, source, offset, length, number, "line " + number + ": " + detail));
    }
  }
}
