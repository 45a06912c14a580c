package org.bellbuoy.server.log;

import org.jspecify.annotations.Nullable;

/**
 * Rows of Exchange's comma separated logs (RFC 4180 within one line). A quoted value is the bytes
 * within its quotes; doubled quotes in it stay doubled, for a slice holds bytes as they are. ECP
 * and OABGenerator lines are taken even where their columns do not fit, for what they say is sought
 * in the whole line.
 */
final class CsvParser implements RowParser {
  private static final int DATE_TIME = WebField.DATE_TIME.ordinal();
  private static final int STATUS = WebField.STATUS.ordinal();

  private final LogTimes times = new LogTimes();
  private final boolean wholeLine;
  private long fields;
  private int named;
  private int found;
  private int timeFrom;
  private int timeTo;
  private int statusFrom;
  private int statusTo;

  CsvParser(LogKind kind) {
    wholeLine = kind == LogKind.ECP_SERVER || kind == LogKind.OAB_GENERATOR;
  }

  @Override
  public @Nullable RejectReason parse(LogHead head, byte[] bytes, int from, int to, WebRow row) {
    Columns columns = head.columns();
    for (int at = from; at < to; at++) {
      if (bytes[at] >= 0 && bytes[at] < ' ' && bytes[at] != '\t') {
        return RejectReason.BINARY;
      }
    }
    if (columns == null) {
      return wholeLine ? lineOnly(bytes, from, to, row) : RejectReason.NO_HEADER;
    }
    fields = columns.fields;
    named = columns.count;
    columns.prepare(row);
    RejectReason problem = split(columns, bytes, from, to, row);
    if (problem == null) {
      problem = values(bytes, row);
    }
    return problem != null && wholeLine ? lineOnly(bytes, from, to, row) : problem;
  }

  private @Nullable RejectReason split(
      Columns columns, byte[] bytes, int from, int to, WebRow row) {
    int column = 0;
    int at = from;
    while (true) {
      int start = at;
      int end = at;
      int next = at;
      if (at < to && bytes[at] == '"') {
        start = at + 1;
        end = closing(bytes, start, to);
        if (end < 0) {
          return RejectReason.OPEN_QUOTE;
        }
        next = end + 1;
        while (next < to && bytes[next] != ',') {
          next++;
        }
      } else {
        while (next < to && bytes[next] != ',') {
          next++;
        }
        end = next;
      }
      if (column < columns.count && columns.fieldOf[column] >= 0) {
        row.start[columns.fieldOf[column]] = start;
        row.end[columns.fieldOf[column]] = end - start == 1 && bytes[start] == '-' ? start : end;
      }
      column++;
      if (next >= to) {
        break;
      }
      at = next + 1;
    }
    found = column;
    return found == named
        ? null
        : found < named ? RejectReason.TOO_FEW_COLUMNS : RejectReason.TOO_MANY_COLUMNS;
  }

  /** Where a quoted value ends, doubled quotes passed over; −1 where it is not closed. */
  static int closing(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '"') {
        if (at + 1 < to && bytes[at + 1] == '"') {
          at++;
        } else {
          return at;
        }
      }
    }
    return -1;
  }

  private @Nullable RejectReason values(byte[] bytes, WebRow row) {
    row.epochMillis = WebRow.NO_TIME;
    timeFrom = Math.max(0, row.start[DATE_TIME]);
    timeTo = Math.max(timeFrom, row.end[DATE_TIME]);
    if (timeTo > timeFrom) {
      row.epochMillis = times.instant(bytes, timeFrom, timeTo);
      if (row.epochMillis == WebRow.NO_TIME) {
        return RejectReason.BAD_TIME;
      }
    }
    statusFrom = Math.max(0, row.start[STATUS]);
    statusTo = Math.max(statusFrom, row.end[STATUS]);
    int status = RowParser.status(bytes, statusFrom, statusTo);
    if (status == -2) {
      return RejectReason.BAD_STATUS;
    }
    row.status = status;
    return null;
  }

  /** A line whose columns are not known: its text, and the time where it begins with one. */
  private @Nullable RejectReason lineOnly(byte[] bytes, int from, int to, WebRow row) {
    fields = 0;
    java.util.Arrays.fill(row.start, -1);
    java.util.Arrays.fill(row.end, -1);
    row.status = WebRow.UNKNOWN;
    int end = from;
    while (end < to && bytes[end] != ',') {
      end++;
    }
    row.epochMillis = times.instant(bytes, from, end);
    return null;
  }

  @Override
  public long fields() {
    return fields;
  }

  @Override
  public String detail(RejectReason reason, byte[] bytes, int from, int to) {
    return switch (reason) {
      case NO_HEADER ->
          "columns before any line that names them: the file was cut at its head; fetch the whole"
              + " file.";
      case TOO_FEW_COLUMNS, TOO_MANY_COLUMNS, CUT_SHORT ->
          "%d columns where the header names %d: %s"
              .formatted(found, named, RowParser.shown(bytes, from, to));
      case BAD_TIME -> "DateTime: " + RowParser.shown(bytes, timeFrom, timeTo);
      case BAD_STATUS -> "HttpStatus: " + RowParser.shown(bytes, statusFrom, statusTo);
      default -> RowParser.shown(bytes, from, to);
    };
  }
}
