package org.bellbuoy.server.event;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real logs that are not part of the repository. */
final class SharedData {
  private SharedData() {}

  static Path file(String name) {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    Path file = root.resolve("..").resolve("shared").resolve("data/server").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> name + " is not here");
    return file;
  }
}
