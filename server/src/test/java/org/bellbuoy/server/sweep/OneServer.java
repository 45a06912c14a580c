package org.bellbuoy.server.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.tree.Fleet;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;
import org.jspecify.annotations.Nullable;

/** The tree of one server, written by a test and swept. */
record OneServer(Path folder) {
  private static final List<String> FIELDS =
      List.of(
          "date",
          "time",
          "cs-method",
          "cs-uri-stem",
          "cs-uri-query",
          "cs-username",
          "c-ip",
          "cs(User-Agent)",
          "cs(Referer)",
          "sc-status");

  /** Days of July 2025 of ordinary requests, a row each two minutes, without one column. */
  void log(String without, int first, int end) throws IOException {
    int left = FIELDS.indexOf(without);
    for (int day = first; day < end; day++) {
      StringBuilder text = new StringBuilder("#Fields:");
      FIELDS.stream().filter(f -> !f.equals(without)).forEach(f -> text.append(' ').append(f));
      text.append('\n');
      for (int minute = 0; minute < 1440; minute += 2) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    "2025-07-" + day,
                    "%02d:%02d:00".formatted(minute / 60, minute % 60),
                    "GET",
                    "/page" + minute % 7 + ".html",
                    "-",
                    "-",
                    "10.0.0." + minute % 50,
                    "Mozilla/5.0",
                    "http://www.example.test/",
                    "200"));
        if (left >= 0) {
          row.remove(left);
        }
        text.append(String.join(" ", row)).append('\n');
      }
      write("C/inetpub/logs/LogFiles/W3SVC1/u_ex2507" + day + ".log", text.toString());
    }
  }

  /** The log of one day. */
  Path day(int day) {
    return folder.resolve("root/C/inetpub/logs/LogFiles/W3SVC1/u_ex2507" + day + ".log");
  }

  /** Adds rows as they are, after those of a day. */
  void append(int day, String rows) throws IOException {
    Files.writeString(day(day), rows, StandardOpenOption.APPEND);
  }

  /** Writes a file of the server. */
  Path write(String path, String text) throws IOException {
    Path file = folder.resolve("root").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  ServerVerdict verdict(String product) throws Exception {
    return sweep(product, null).verdicts().getFirst();
  }

  ServerSweep.Result sweep(String product, @Nullable SigmaEngine sigma) throws Exception {
    Path fleet = folder.resolve("fleet.yaml");
    Files.writeString(
        fleet, "servers:\n  - host: one\n    product: " + product + "\n    paths: [root]\n");
    SweepOptions all =
        SweepOptions.defaults(
            1, SweepSecret.of("a secret of this test alone".getBytes(StandardCharsets.UTF_8)));
    SweepOptions options =
        new SweepOptions(
            all.date(),
            all.weak(),
            all.toolShell(),
            all.rarePages(),
            all.coverage(),
            1,
            all.tables(),
            all.secret(),
            all.publicKeys(),
            all.names(),
            all.hashes(),
            sigma,
            Map.of());
    try (RejectLog rejects = RejectLog.counting()) {
      return new ServerSweep(options, "test", () -> 0L)
          .run(
              ServerTrees.open(List.of(), Fleet.read(fleet), TreeLimits.defaults()),
              rejects,
              Progress.silent());
    }
  }
}
