package org.bellbuoy.port.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** A written simulation, read back. */
record Written(Path folder, PortTruth truth) {

  static Written of(PortScenario scenario, Path folder) {
    try {
      return new Written(folder, PortSimulation.of(scenario).write(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** The captures, in the order in which the truth tells them. */
  Path[] captures() {
    return truth.captures().stream()
        .map(capture -> folder.resolve(capture.file()))
        .toArray(Path[]::new);
  }

  /** SHA-256 over all names and contents. */
  String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files()) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  PortTruth.Act act(ActKind kind) {
    return truth.acts().stream().filter(act -> act.kind() == kind).findFirst().orElseThrow();
  }
}
