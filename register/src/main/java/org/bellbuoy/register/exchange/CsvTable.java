package org.bellbuoy.register.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.core.csv.CsvCells;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) of others: a header, then rows whose quoted values may hold line ends. A
 * quote that is not closed within {@value #MOST_LINES} lines spoils the line it stands on and no
 * other. Memory: one row.
 */
public final class CsvTable {
  /** Most lines that a row may take. */
  static final int MOST_LINES = 64;

  private static final int MOST_CHARS = 1 << 22;

  private final Lines lines;
  private final Consumer<Reject> rejects;
  private final Deque<Lines.Line> waiting = new ArrayDeque<>();

  /**
   * A row.
   *
   * @param columns index of each column by its name
   */
  public record Row(Map<String, Integer> columns, List<String> cells, Entry entry) {
    /** What stands in a column, without spaces around it; empty where there is nothing. */
    public String get(String column) {
      Integer index = columns.get(column);
      return index == null || index >= cells.size() ? "" : cells.get(index).strip();
    }

    /** Everything the row holds, by column, without what is empty. */
    public Map<String, String> filled() {
      Map<String, String> filled = new HashMap<>();
      columns.forEach(
          (column, index) -> {
            if (!get(column).isEmpty()) {
              filled.put(column, get(column));
            }
          });
      return filled;
    }
  }

  private boolean anyRejected;

  private CsvTable(InputStream in, String name, int source, Consumer<Reject> rejects) {
    this.rejects =
        reject -> {
          anyRejected = true;
          rejects.accept(reject);
        };
    this.lines = new Lines(in, name, source, this.rejects);
  }

  /**
   * Reads to the end.
   *
   * @param needed columns without which nothing can be read
   * @param rows takes each row
   * @throws IOException when the stream cannot be read
   */
  public static void read(
      InputStream in,
      String name,
      int source,
      Consumer<Reject> rejects,
      List<String> needed,
      Consumer<Row> rows)
      throws IOException {
    new CsvTable(in, name, source, rejects).run(name, source, needed, rows);
  }

  private void run(String name, int source, List<String> needed, Consumer<Row> rows)
      throws IOException {
    Map<String, Integer> columns = null;
    Entry header = new Entry(name, source, 0, 0, 0);
    boolean any = false;
    for (Row row = row(Map.of()); row != null; row = row(columns == null ? Map.of() : columns)) {
      if (columns == null && anyRejected) {
        // What cannot be read may have been the header: the next row must not pass for it.
        break;
      }
      if (columns == null) {
        columns = new HashMap<>();
        header = row.entry();
        for (String cell : row.cells()) {
          columns.putIfAbsent(cell.strip(), columns.size());
        }
        Map<String, Integer> known = columns;
        List<String> missing = needed.stream().filter(c -> !known.containsKey(c)).toList();
        if (!missing.isEmpty() || columns.size() < row.cells().size()) {
          rejects.accept(
              row.entry()
                  .reject(
                      "header",
                      missing.isEmpty()
                          ? "a column stands there twice; nothing of the file was read."
                          : "the columns %s are missing; nothing of the file was read."
                              .formatted(String.join(", ", missing))));
          return;
        }
        continue;
      }
      any = true;
      if (row.cells().size() > columns.size()) {
        rejects.accept(
            row.entry()
                .reject(
                    "columns",
                    "%d values stand under %d columns; is a comma not in quotes?"
                        .formatted(row.cells().size(), columns.size())));
      } else {
        rows.accept(row);
      }
    }
    if (columns == null) {
      rejects.accept(
          header.reject(
              "header",
              "%s has no first row that can be read and names the columns; nothing was read."
                  .formatted(name)));
    } else if (!any && !anyRejected) {
      rejects.accept(header.reject("no-rows", name + " names columns and holds no rows."));
    }
  }

  /** The next row that can be read; null at the end. */
  private @Nullable Row row(Map<String, Integer> columns) throws IOException {
    while (true) {
      Lines.Line first = line();
      if (first == null) {
        return null;
      }
      if (first.text().isBlank()) {
        continue;
      }
      List<Lines.Line> taken = new ArrayList<>(List.of(first));
      StringBuilder text = new StringBuilder(first.text());
      boolean open = odd(first.text());
      while (open && taken.size() < MOST_LINES && text.length() < MOST_CHARS) {
        Lines.Line more = line();
        if (more == null) {
          break;
        }
        taken.add(more);
        text.append('\n').append(more.text());
        open ^= odd(more.text());
      }
      if (!open) {
        return new Row(columns, CsvCells.of(text).cells(), whole(taken));
      }
      for (int i = taken.size() - 1; i > 0; i--) {
        waiting.addFirst(taken.get(i));
      }
      rejects.accept(
          first
              .entry()
              .reject(
                  "open-quote",
                  "a quote on line %d is not closed.".formatted(first.entry().line())));
    }
  }

  private Lines.@Nullable Line line() throws IOException {
    Lines.Line kept = waiting.pollFirst();
    return kept == null ? lines.next() : kept;
  }

  private static Entry whole(List<Lines.Line> taken) {
    Entry first = taken.getFirst().entry();
    Entry last = taken.getLast().entry();
    long length = last.offset() + last.length() - first.offset();
    return new Entry(first.file(), first.source(), first.offset(), (int) length, first.line());
  }

  private static boolean odd(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
