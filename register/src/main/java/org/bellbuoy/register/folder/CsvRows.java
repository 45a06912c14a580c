package org.bellbuoy.register.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.csv.CsvCells;
import org.bellbuoy.core.source.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV line by line: a header, then rows, with commas and RFC 4180 quotes, lines that begin
 * with # as comments. A line is a row: quotes do not span lines, so that a forgotten one spoils one
 * row and not the rest of the file. Memory does not grow with the file.
 */
final class CsvRows {
  private static final int LONGEST_LINE = 1 << 16;

  private final Content content;
  private final int source;
  private final Table table;
  private final RowSink sink;
  private final long mostBytes;
  private final byte[] line = new byte[LONGEST_LINE];
  private int length;
  private boolean tooLong;
  private long start;
  private long number;
  private @Nullable Map<String, Integer> header;
  private boolean ended;

  private CsvRows(Content content, int source, Table table, RowSink sink, long mostBytes) {
    this.content = content;
    this.source = source;
    this.table = table;
    this.sink = sink;
    this.mostBytes = mostBytes;
  }

  static void read(Content content, int source, Table table, RowSink sink, long mostBytes) {
    new CsvRows(content, source, table, sink, mostBytes).run();
  }

  private void run() {
    byte[] buffer = new byte[1 << 16];
    long before = 0;
    for (int n = content.read(buffer); n >= 0 && !ended; n = content.read(buffer)) {
      for (int i = 0; i < n && !ended; i++) {
        if (buffer[i] == '\n') {
          line(before + i + 1);
        } else if (length < LONGEST_LINE) {
          line[length++] = buffer[i];
        } else {
          tooLong = true;
        }
      }
      before += n;
      if (before > mostBytes && !ended) {
        problem(
            new RowProblem(
                "too-large",
                "is larger than %d bytes and was read no further; part it into several files."
                    .formatted(mostBytes)));
        ended = true;
      }
    }
    if (!ended && (length > 0 || tooLong)) {
      line(before);
    }
    if (!ended && header == null) {
      problem(new RowProblem("no-header", "is empty; its first row must name the columns."));
    }
  }

  private void line(long end) {
    number++;
    try {
      if (tooLong) {
        throw new RowProblem(
            "line-too-long", "the line is longer than %d bytes.".formatted(LONGEST_LINE));
      }
      String text = text();
      if (!text.isBlank() && !text.startsWith("#")) {
        take(cells(text), end);
      }
    } catch (RowProblem e) {
      problem(e);
      // Without a header there is nothing to read rows by.
      ended |= header == null;
    }
    start = end;
    length = 0;
    tooLong = false;
  }

  private String text() throws RowProblem {
    int from = number == 1 && startsWithMark() ? 3 : 0;
    int to = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    for (int i = from; i < to; i++) {
      if (line[i] < 0) {
        return decoded(from, to);
      }
    }
    return new String(line, from, Math.max(0, to - from), StandardCharsets.US_ASCII);
  }

  private String decoded(int from, int to) throws RowProblem {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RowProblem("not-utf8", "the line is not UTF-8; save the file as UTF-8.");
    }
  }

  private boolean startsWithMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private void take(List<String> cells, long end) throws RowProblem {
    Map<String, Integer> known = header;
    if (known == null) {
      header = header(cells);
      return;
    }
    if (cells.size() > known.size()) {
      throw new RowProblem(
          "columns",
          "%d values stand under %d columns; is a comma not in quotes?"
              .formatted(cells.size(), known.size()));
    }
    List<String> whole = new ArrayList<>(cells);
    while (whole.size() < known.size()) {
      whole.add("");
    }
    ended |=
        !sink.row(
            new Row(source, content.name(), start, (int) (end - start), number, known, whole));
  }

  private Map<String, Integer> header(List<String> cells) throws RowProblem {
    Map<String, Integer> columns = new HashMap<>();
    for (String cell : cells) {
      String column = cell.toLowerCase(Locale.ROOT);
      if (!table.knows(column)) {
        throw RowProblem.of(
            "unknown-column",
            "a column",
            cell,
            "allowed are %s, and any that begins with %s."
                .formatted(String.join(", ", table.columns()), Table.OWN));
      }
      if (columns.putIfAbsent(column, columns.size()) != null) {
        throw RowProblem.of("unknown-column", "a column", cell, "it stands there twice.");
      }
    }
    for (String column : table.needed()) {
      if (!columns.containsKey(column)) {
        throw new RowProblem("missing-column", "the column %s is missing.".formatted(column));
      }
    }
    return columns;
  }

  private static List<String> cells(String text) throws RowProblem {
    CsvCells row = CsvCells.of(text);
    if (row.open()) {
      throw new RowProblem("open-quote", "a quote is not closed on its line.");
    }
    return row.stripped();
  }

  private void problem(RowProblem problem) {
    sink.problem(source, content.name(), start, length, number, problem);
  }
}
