package org.bellbuoy.port.zeek;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;

/** All that a reading of logs tells; for tests. */
public final class Logs {
  public final List<LogRow> rows = new ArrayList<>();
  public final List<LogRecord> records = new ArrayList<>();
  public final List<Reject> rejects = new ArrayList<>();

  private Logs(List<Input> inputs, boolean keepRows) {
    LogReader reader =
        new LogReader(
            row -> {
              if (keepRows) {
                rows.add(row);
              }
            },
            records::add,
            rejects::add);
    try {
      for (int i = 0; i < inputs.size(); i++) {
        reader.read(inputs.get(i), i);
      }
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads files and folders. */
  public static Logs of(Path... files) {
    return read(true, files);
  }

  /** Reads files and folders and keeps records only. */
  public static Logs records(Path... files) {
    return read(false, files);
  }

  private static Logs read(boolean keepRows, Path... files) {
    try {
      return new Logs(
          Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in), keepRows);
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads one log that is held in memory. */
  public static Logs of(String name, byte[] content) {
    return new Logs(
        List.of(
            new Input(name, name, content.length, true, () -> new ByteArrayInputStream(content))),
        true);
  }

  /** Reads one log that is written as text. */
  public static Logs of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The connections among the records. */
  public List<LogRecord.Connection> connections() {
    return records.stream()
        .filter(LogRecord.Connection.class::isInstance)
        .map(LogRecord.Connection.class::cast)
        .toList();
  }
}
