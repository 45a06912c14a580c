package org.bellbuoy.server.log;

import org.jspecify.annotations.Nullable;

/**
 * Rows of the W3C extended log format (W3C working draft WD-logfile-960323) as IIS writes it:
 * values without spaces, a hyphen for none. Where a line has too many columns and quotes, as IIS
 * Advanced Logging writes them, quoted values are taken whole.
 */
final class W3cParser implements RowParser {
  private static final int DATE = WebField.DATE.ordinal();
  private static final int TIME = WebField.TIME.ordinal();
  private static final int STATUS = WebField.STATUS.ordinal();

  private final LogTimes times = new LogTimes();
  private @Nullable Columns prepared;
  private @Nullable WebRow preparedRow;
  private int found;

  @Override
  public @Nullable RejectReason parse(LogHead head, byte[] bytes, int from, int to, WebRow row) {
    Columns columns = head.columns();
    if (columns == null) {
      prepared = null;
      found = count(bytes, from, to);
      return RejectReason.NO_HEADER;
    }
    if (columns != prepared || row != preparedRow) {
      columns.prepare(row);
      prepared = columns;
      preparedRow = row;
    }
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    if (!split(columns, bytes, from, end, row)) {
      return RejectReason.BINARY;
    }
    if (found > columns.count) {
      splitQuoted(columns, bytes, from, end, row);
    }
    if (found != columns.count) {
      return found < columns.count ? RejectReason.TOO_FEW_COLUMNS : RejectReason.TOO_MANY_COLUMNS;
    }
    return values(head.dayMillis(), bytes, row);
  }

  /** Cuts a line at its separators; false where it holds control characters. */
  private boolean split(Columns columns, byte[] bytes, int from, int to, WebRow row) {
    int[] fieldOf = columns.fieldOf;
    int count = columns.count;
    byte separator = columns.separator;
    int column = 0;
    int start = from;
    for (int at = from; at < to; at += 8) {
      long marks = Words.upToSpace(Words.at(bytes, at));
      while (marks != 0) {
        int end = at + Words.first(marks);
        marks &= marks - 1;
        if (end >= to) {
          break;
        }
        byte found = bytes[end];
        if (found == separator) {
          if (column < count) {
            put(row, fieldOf[column], bytes, start, end);
          }
          column++;
          start = end + 1;
        } else if (found != '\t' && found != ' ') {
          return false;
        }
      }
    }
    if (column < count) {
      put(row, fieldOf[column], bytes, start, to);
    }
    this.found = column + 1;
    return true;
  }

  private static void put(WebRow row, int field, byte[] bytes, int start, int end) {
    if (field >= 0) {
      row.start[field] = start;
      row.end[field] = end - start == 1 && bytes[start] == '-' ? start : end;
    }
  }

  /** The same with values in quotes, which may hold separators and doubled quotes. */
  private void splitQuoted(Columns columns, byte[] bytes, int from, int to, WebRow row) {
    int column = 0;
    int at = from;
    while (true) {
      boolean quoted = at < to && bytes[at] == '"';
      int end = quoted ? CsvParser.closing(bytes, at + 1, to) : at;
      if (end < 0) {
        return;
      }
      int start = quoted ? at + 1 : at;
      int next = quoted ? end + 1 : end;
      while (next < to && bytes[next] != columns.separator) {
        next++;
      }
      if (column < columns.count) {
        put(row, columns.fieldOf[column], bytes, start, quoted ? end : next);
      }
      column++;
      if (next >= to) {
        break;
      }
      at = next + 1;
    }
    found = column;
  }

  private @Nullable RejectReason values(long headDay, byte[] bytes, WebRow row) {
    row.epochMillis = WebRow.NO_TIME;
    long day = headDay;
    if (row.end[DATE] > row.start[DATE]) {
      day = times.day(bytes, row.start[DATE], row.end[DATE]);
      if (day == WebRow.NO_TIME) {
        return RejectReason.BAD_TIME;
      }
    } else if (row.start[DATE] >= 0) {
      day = WebRow.NO_TIME;
    }
    if (row.end[TIME] > row.start[TIME]) {
      int time = LogTimes.timeOfDay(bytes, row.start[TIME], row.end[TIME]);
      if (time < 0) {
        return RejectReason.BAD_TIME;
      }
      row.epochMillis = day == WebRow.NO_TIME ? WebRow.NO_TIME : day + time;
    }
    int status = RowParser.status(bytes, row.start[STATUS], row.end[STATUS]);
    if (status == -2) {
      return RejectReason.BAD_STATUS;
    }
    row.status = status;
    return null;
  }

  private static int count(byte[] bytes, int from, int to) {
    int count = from == to ? 0 : 1;
    for (int i = from; i < to; i++) {
      count += bytes[i] == ' ' ? 1 : 0;
    }
    return count;
  }

  @Override
  public long fields() {
    return prepared == null ? 0 : prepared.fields;
  }

  @Override
  public String detail(RejectReason reason, byte[] bytes, int from, int to) {
    return switch (reason) {
      case NO_HEADER ->
          (found == 14 || found == 15)
              ? ("%d columns before any #Fields line: the file was cut at its head. The number fits"
                      + " the columns IIS writes by default; put the header of a neighbouring file"
                      + " of that site before it if it was not changed that day.")
                  .formatted(found)
              : ("%d columns before any #Fields line: the file was cut at its head; fetch the whole"
                      + " file.")
                  .formatted(found);
      case TOO_FEW_COLUMNS, TOO_MANY_COLUMNS, CUT_SHORT ->
          "%d columns where #Fields names %d: %s"
              .formatted(
                  found, prepared == null ? 0 : prepared.count, RowParser.shown(bytes, from, to));
      case BAD_TIME ->
          "date or time: " + field(WebField.DATE, bytes) + " " + field(WebField.TIME, bytes);
      case BAD_STATUS -> "sc-status: " + field(WebField.STATUS, bytes);
      default -> RowParser.shown(bytes, from, to);
    };
  }

  private String field(WebField field, byte[] bytes) {
    WebRow row = preparedRow;
    int at = row == null ? -1 : row.start[field.ordinal()];
    return row == null || at < 0
        ? "-"
        : RowParser.shown(bytes, at, Math.max(at, row.end[field.ordinal()]));
  }
}
