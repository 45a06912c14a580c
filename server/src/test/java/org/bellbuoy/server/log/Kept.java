package org.bellbuoy.server.log;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.junit.jupiter.api.Assumptions;

/** Keeps all rows as text, for tests. */
final class Kept implements RowAggregate<Kept> {
  final List<String> rows = new ArrayList<>();

  @Override
  public void row(WebRow row) {
    TreeMap<String, String> fields = new TreeMap<>();
    for (WebField field : WebField.values()) {
      if (row.has(field)) {
        String text = row.text(field);
        fields.put(field.name(), text == null ? "" : text);
      }
    }
    String time =
        row.epochMillis == WebRow.NO_TIME ? "-" : Instant.ofEpochMilli(row.epochMillis).toString();
    rows.add(
        "%d@%d+%d line %d %s %d %s"
            .formatted(
                row.source, row.offset, row.lengthBytes, row.line, time, row.status, fields));
  }

  @Override
  public void merge(Kept later) {
    rows.addAll(later.rows);
  }

  /** All that a scan told. */
  record All(List<String> rows, List<Reject> rejects, List<LogReport> reports) {
    LogTally tally() {
      return reports.getFirst().tally();
    }

    String told() {
      StringBuilder out = new StringBuilder();
      rows.forEach(row -> out.append(row).append('\n'));
      rejects.forEach(reject -> out.append(reject).append('\n'));
      for (LogReport r : reports) {
        LogTally t = r.tally();
        out.append(r.info()).append(r.kind()).append(r.endsOpen()).append(t.lines());
        out.append(' ').append(t.rows()).append(' ').append(t.headerLines());
        out.append(' ').append(t.ignoredLines()).append(t.rejects()).append(t.fieldsEver());
        out.append(t.fieldsAlways()).append(t.earliestEpochMillis()).append(' ');
        out.append(t.latestEpochMillis()).append(' ').append(t.clockSteps()).append(' ');
        out.append(t.largestStepMillis()).append(t.firstClockSteps());
        out.append(t.rowsWithoutTime()).append('\n');
      }
      return out.toString();
    }
  }

  static final LogScan.Options WHOLE = LogScan.Options.of(1);

  static All scan(List<LogSource> sources, LogScan.Options options) {
    List<Reject> rejects = new ArrayList<>();
    LogScan.Result<Kept> result = LogScan.scan(sources, Kept::new, rejects::add, options);
    return new All(result.aggregate().rows, rejects, result.reports());
  }

  static All scan(String name, byte[] content) {
    return scan(List.of(source(0, name, content, Optional.empty())), WHOLE);
  }

  static All scan(String name, String content) {
    return scan(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static LogSource source(int index, String name, byte[] content, Optional<LogKind> kind) {
    return new LogSource(
        index,
        new Input(name, name, content.length, true, () -> new ByteArrayInputStream(content)),
        kind);
  }

  /** A file or folder of the real data, which is not part of the repository. */
  static Path shared(String name) {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    Path path = root.resolve("..").resolve("shared").resolve("data/server").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), () -> name + " is not here");
    return path;
  }
}
