package org.bellbuoy.core.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one row of CSV (RFC 4180), as written between commas.
 *
 * @param cells at least one
 * @param open whether a quote was never closed; the last cell then holds all behind it
 */
public record CsvCells(List<String> cells, boolean open) {
  public CsvCells {
    cells = List.copyOf(cells);
  }

  /** Takes a row apart; it may hold line ends within quotes. Linear in its length. */
  public static CsvCells of(CharSequence row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return new CsvCells(cells, quoted);
  }

  /** The cells without white space around them. */
  public List<String> stripped() {
    return cells.stream().map(String::strip).toList();
  }
}
