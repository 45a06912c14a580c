package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A written farm, read back without this package's own code. */
record Written(Path folder, FarmTruth truth) {

  static Written of(FarmScenario scenario, Path folder) throws IOException {
    return new Written(folder, FarmSimulation.of(scenario).write(folder));
  }

  List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** SHA-256 over all paths, contents and times of change. */
  String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
      if (!name.equals("fleet.yaml") && !name.equals("truth.json")) {
        long millis = Files.getLastModifiedTime(file).toMillis();
        digest.update(Long.toString(millis).getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  List<String> lines(String file) {
    try {
      return List.of(Files.readString(folder.resolve(file)).split("\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FarmTruth.Act> acts(ActKind kind) {
    return truth.acts().stream().filter(a -> a.kind() == kind).toList();
  }

  List<FarmTruth.Act> acts(ActKind kind, ActState state) {
    return acts(kind).stream().filter(a -> a.state() == state).toList();
  }

  /** Rows of the W3C logs of one server, in order of files and lines. */
  List<W3c> rows(String host) throws IOException {
    List<W3c> rows = new ArrayList<>();
    Path logs = folder.resolve(host).resolve("C/inetpub/logs/LogFiles/W3SVC1");
    try (var all = Files.list(logs)) {
      for (Path file : all.sorted().toList()) {
        rows.addAll(W3c.of(Files.readString(file)));
      }
    }
    return rows;
  }
}
