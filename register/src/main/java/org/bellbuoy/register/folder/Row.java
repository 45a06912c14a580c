package org.bellbuoy.register.folder;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table with its place.
 *
 * @param source index of the file among those read
 * @param file name of the file
 * @param offset first byte
 * @param length bytes
 * @param line line from 1
 * @param header index of each column
 * @param values stripped values
 */
record Row(
    int source,
    String file,
    long offset,
    int length,
    long line,
    Map<String, Integer> header,
    List<String> values) {
  private static final int LONGEST_NUMBER = 40;

  /** The value of a column; empty where there is none. */
  String get(String column) {
    Integer index = header.get(column);
    return index == null ? "" : values.get(index);
  }

  String needed(String column) throws RowProblem {
    String value = get(column);
    if (value.isEmpty()) {
      throw new RowProblem("missing-value", column + " is empty; it must be given.");
    }
    return value;
  }

  /** Values that are parted by a bar. */
  List<String> list(String column) {
    String value = get(column);
    return value.isEmpty()
        ? List.of()
        : Arrays.stream(value.split("\\|"))
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .toList();
  }

  <E extends Enum<E>> E word(Class<E> type, String column) throws RowProblem {
    String value = needed(column);
    E constant = Words.parse(type, value).orElse(null);
    if (constant == null) {
      throw RowProblem.of("unknown-word", column, value, "allowed are " + Words.all(type) + ".");
    }
    return constant;
  }

  <E extends Enum<E>> E word(Class<E> type, String column, E otherwise) throws RowProblem {
    return get(column).isEmpty() ? otherwise : word(type, column);
  }

  boolean flag(String column) throws RowProblem {
    String value = get(column);
    return switch (value) {
      case "yes", "true" -> true;
      case "", "no", "false" -> false;
      default -> throw RowProblem.of("unknown-word", column, value, "allowed are yes and no.");
    };
  }

  @Nullable PartialDate date(String column) throws RowProblem {
    String value = get(column);
    if (value.isEmpty()) {
      return null;
    }
    PartialDate date = PartialDate.parse(value).orElse(null);
    if (date == null) {
      throw RowProblem.of(
          "no-date", column, value, "a date is a year, month or day such as 2025-11-03.");
    }
    return date;
  }

  BigDecimal number(String column, String text) throws RowProblem {
    try {
      if (text.length() <= LONGEST_NUMBER && text.matches("[+-]?[0-9]{1,15}(\\.[0-9]+)?")) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      throw new IllegalStateException("Not covered by the pattern: " + text, e);
    }
    throw RowProblem.of(
        "no-number", column, get(column), "it must be a decimal number with a point.");
  }

  /** What is kept as it is: columns that begin with x-. */
  Map<String, String> own() {
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, Integer> column : header.entrySet()) {
      String value = values.get(column.getValue());
      if (column.getKey().startsWith(Table.OWN) && !value.isEmpty()) {
        own.put(column.getKey().substring(Table.OWN.length()), value);
      }
    }
    return own;
  }

  Statement.Place place() {
    return new Statement.Place(file, line);
  }
}
