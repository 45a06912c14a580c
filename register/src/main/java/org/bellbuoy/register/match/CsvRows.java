package org.bellbuoy.register.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.csv.CsvCells;

/** Rows of CSV after RFC 4180: quotes around fields, doubled within, line ends within quotes. */
final class CsvRows {
  /**
   * One row.
   *
   * @param offset of its first byte
   * @param length in bytes
   * @param line of its start, from 1
   */
  record Row(List<String> fields, long offset, int length, long line) {}

  private CsvRows() {}

  /** All rows that are not empty. A quote that is never closed takes the rest as one field. */
  static List<Row> of(byte[] csv) {
    List<Row> rows = new ArrayList<>();
    int at = csv.length >= 3 && csv[0] == (byte) 0xEF && csv[1] == (byte) 0xBB ? 3 : 0;
    long line = 1;
    while (at < csv.length) {
      int end = at;
      boolean quoted = false;
      int lines = 0;
      while (end < csv.length && (quoted || csv[end] != '\n')) {
        if (csv[end] == '"') {
          quoted = !quoted;
        } else if (csv[end] == '\n') {
          lines++;
        }
        end++;
      }
      int last = end > at && csv[end - 1] == '\r' ? end - 1 : end;
      if (last > at) {
        String text = new String(csv, at, last - at, StandardCharsets.UTF_8);
        rows.add(new Row(CsvCells.of(text).cells(), at, last - at, line));
      }
      line += lines + 1;
      at = end + 1;
    }
    return rows;
  }
}
