package org.bellbuoy.server.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.core.csv.CsvCells;
import org.jspecify.annotations.Nullable;

/**
 * A small table: a line {@code # asOf: YYYY-MM-DD}, comments, one header, rows of comma-separated
 * values with RFC 4180 quotes. Refuses what it does not know, for a misspelt column would otherwise
 * be an all-clear.
 */
final class CsvTable {
  /** Longest table that is read, in characters. */
  static final int LONGEST_CHARS = 8 << 20;

  private static final String AS_OF = "# asof:";

  /** One row by column, with its place. */
  record Row(String file, int line, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "");
    }

    String required(String column) throws TableException {
      String value = get(column);
      if (value.isEmpty()) {
        throw wrong(column, "is empty; it must be given");
      }
      return value;
    }

    LocalDate day(String column) throws TableException {
      String value = required(column);
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw wrong(column, "is '" + shown(value) + "', which is no day like 2026-04-14");
      }
    }

    @Nullable LocalDate dayOrNull(String column) throws TableException {
      return get(column).isEmpty() ? null : day(column);
    }

    BuildNumber build(String column) throws TableException {
      String value = required(column);
      BuildNumber build = BuildNumber.parse(value).orElse(null);
      if (build == null || build.revision() == BuildNumber.HIDDEN) {
        throw wrong(
            column,
            "is '" + shown(value) + "', which is no build of four numbers like 15.2.1118.20");
      }
      return build;
    }

    TableException wrong(String column, String what) {
      return new TableException("%s, line %d: %s %s.".formatted(file, line, column, what));
    }
  }

  private CsvTable() {}

  /** The rows of a table, and its date. */
  record Read(LocalDate asOf, List<Row> rows) {}

  static Read read(String file, String text, List<String> columns) throws TableException {
    if (text.length() > LONGEST_CHARS) {
      throw new TableException(
          "%s holds more than %d characters; is it a build table?".formatted(file, LONGEST_CHARS));
    }
    LocalDate asOf = null;
    List<String> header = null;
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String bare = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (bare.toLowerCase(Locale.ROOT).startsWith(AS_OF)) {
        asOf = asOf(file, number, bare.substring(AS_OF.length()).strip());
      } else if (!bare.isBlank() && !bare.startsWith("#")) {
        List<String> cells = cells(file, number, bare);
        if (header == null) {
          header = header(file, number, cells, columns);
        } else {
          rows.add(row(file, number, header, cells));
        }
      }
    }
    if (header == null) {
      throw new TableException(
          "%s holds no header; its first row must name the columns %s."
              .formatted(file, String.join(",", columns)));
    }
    if (asOf == null) {
      throw new TableException(
          "%s does not say as of when it is; add a line like '# asOf: 2026-11-23'."
              .formatted(file));
    }
    return new Read(asOf, rows);
  }

  private static LocalDate asOf(String file, int line, String value) throws TableException {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new TableException(
          "%s, line %d: asOf is '%s', which is no day like 2026-11-23."
              .formatted(file, line, shown(value)),
          e);
    }
  }

  private static List<String> header(
      String file, int line, List<String> cells, List<String> columns) throws TableException {
    Set<String> seen = new HashSet<>();
    for (String cell : cells) {
      if (!columns.contains(cell)) {
        throw new TableException(
            "%s, line %d: the column '%s' is not known; allowed are %s."
                .formatted(file, line, shown(cell), String.join(", ", columns)));
      }
      if (!seen.add(cell)) {
        throw new TableException(
            "%s, line %d: the column '%s' stands there twice.".formatted(file, line, cell));
      }
    }
    for (String column : columns) {
      if (!seen.contains(column)) {
        throw new TableException(
            "%s, line %d: the column '%s' is missing; needed are %s."
                .formatted(file, line, column, String.join(", ", columns)));
      }
    }
    return cells;
  }

  private static Row row(String file, int line, List<String> header, List<String> cells)
      throws TableException {
    if (cells.size() != header.size()) {
      throw new TableException(
          "%s, line %d: %d values stand under %d columns."
              .formatted(file, line, cells.size(), header.size()));
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(header.get(i), cells.get(i));
    }
    return new Row(file, line, values);
  }

  private static List<String> cells(String file, int number, String line) throws TableException {
    CsvCells row = CsvCells.of(line);
    if (row.open()) {
      throw new TableException("%s, line %d: a quote is not closed.".formatted(file, number));
    }
    return row.stripped();
  }

  static String shown(String value) {
    String cut = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    StringBuilder out = new StringBuilder();
    cut.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return out.toString();
  }
}
