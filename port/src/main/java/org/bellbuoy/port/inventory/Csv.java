package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.json.SafeText;

/** Cells of CSV after RFC 4180. */
final class Csv {
  private Csv() {}

  /** The cells of one line; a quote that is not closed ends with the line. */
  static List<String> row(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /**
   * A text as a cell: nothing in it steers a screen, a spreadsheet takes it for no formula, and it
   * stands in one line.
   */
  static String cell(String text) {
    String shown = shown(text);
    if (!shown.isEmpty() && "=+-@\t".indexOf(shown.charAt(0)) >= 0) {
      shown = "'" + shown;
    }
    boolean plain = shown.indexOf(',') < 0 && shown.indexOf('"') < 0;
    return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
  }

  /** A text in one line, without anything that steers a screen. */
  static String shown(String text) {
    return SafeText.visible(text).replace('\r', ' ').replace('\n', ' ').strip();
  }
}
