package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes what lies in one server's tree besides its web logs. */
final class TreeWriter {
  private final Path root;
  private final Server server;
  private int files;

  TreeWriter(Path root, Server server) {
    this.root = root;
    this.server = server;
  }

  int write() throws IOException {
    for (Map.Entry<String, Server.Planned> one : server.files.entrySet()) {
      content(one.getKey(), one.getValue().content(), one.getValue().modifiedMillis());
    }
    for (Map.Entry<String, List<Server.StagedLine>> one : server.lines.entrySet()) {
      lines(one.getKey(), one.getValue());
    }
    return files;
  }

  private void content(String path, String content, long modifiedMillis) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.ISO_8859_1); // some are no text
    Files.setLastModifiedTime(file, FileTime.fromMillis(modifiedMillis));
    files++;
  }

  private void lines(String path, List<Server.StagedLine> staged) throws IOException {
    List<Server.StagedLine> sorted =
        staged.stream().sorted(Comparator.comparingLong(Server.StagedLine::epochMillis)).toList();
    LocalDate today = null;
    LineBuffer out = null;
    String file = path;
    try {
      for (Server.StagedLine one : sorted) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(one.epochMillis(), WebLogs.DAY_MILLIS));
        boolean daily = path.endsWith("%d-1.LOG");
        if (out == null || daily && !date.equals(today)) {
          if (out != null) {
            out.close();
          }
          file = path.replace("%d", date.toString().replace("-", ""));
          out = open(file, date);
          today = date;
        }
        out.put(one.text()).end();
        if (one.act() != null) {
          one.act().evidence(file, out.lines(), one.holds());
        }
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  private LineBuffer open(String file, LocalDate date) throws IOException {
    LineBuffer out = new LineBuffer(root.resolve(file));
    files++;
    long midnight = date.toEpochDay() * WebLogs.DAY_MILLIS;
    if (file.startsWith(Layout.ECP_LOGS)) {
      WebLogs.exchangeHeading(
          out, "ECP Server Log", "TimeStamp,ServerName,EventId,EventData", server, midnight);
    } else if (file.startsWith(Layout.OAB_LOGS)) {
      WebLogs.exchangeHeading(
          out, "OABGenerator Log", "DateTime,ServerName,EventId,Data", server, midnight);
    }
    return out;
  }

  /** Sets each log's time to the end of its last day, so that trees do not tell when they ran. */
  static void settle(Path root, FarmScenario scenario) throws IOException {
    FileTime end =
        FileTime.fromMillis(
            scenario.start().plusDays(scenario.days()).toEpochDay() * WebLogs.DAY_MILLIS);
    try (var all = Files.walk(root)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        String name = one.getFileName().toString();
        if (Files.isRegularFile(one)
            && (name.endsWith(".log") || name.endsWith(".LOG") || name.endsWith(".jsonl"))) {
          Files.setLastModifiedTime(one, end);
        }
      }
    }
  }
}
