package org.bellbuoy.register.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/** What readers of lists share about a row. */
final class ListRow {
  private ListRow() {}

  /** Values that a semicolon parts. */
  static List<String> several(CsvTable.Row row, String... columns) {
    List<String> values = new ArrayList<>();
    for (String column : columns) {
      for (String value : row.get(column).split(";", -1)) {
        if (!value.isBlank() && !values.contains(value.strip())) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  /** A day; null, and counted, where it cannot be read. */
  static @Nullable PartialDate date(CsvTable.Row row, String column, Gathering gathering) {
    String text = row.get(column);
    PartialDate date = ListDates.parse(text).orElse(null);
    if (date == null && !text.isEmpty()) {
      gathering.note("days cannot be read and are kept as text", row.entry(), text);
    }
    return date;
  }

  /** Everything a row says, under the list's word, but for what has a place in the model. */
  static Map<String, String> details(String list, CsvTable.Row row, Set<String> placed) {
    Map<String, String> details = new HashMap<>();
    row.filled()
        .forEach(
            (column, value) -> {
              if (!placed.contains(column)) {
                details.put(list + ":" + column, value);
              }
            });
    return details;
  }

  static Statement said(String source, CsvTable.Row row, @Nullable PartialDate recorded) {
    return new Statement(source, null, null, recorded, Confidence.UNKNOWN, "", row.entry().place());
  }
}
