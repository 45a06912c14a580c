package org.bellbuoy.register.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that are not part of the repository. */
final class SharedData {
  private SharedData() {}

  static byte[] read(String name) throws IOException {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    Path file = root.resolve("..").resolve("shared").resolve("data/register").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> name + " is not here");
    return Files.readAllBytes(file);
  }
}
