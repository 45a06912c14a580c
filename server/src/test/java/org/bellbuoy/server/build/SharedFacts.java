package org.bellbuoy.server.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables of public facts that are not part of the repository. */
final class SharedFacts {
  private SharedFacts() {}

  /** Rows without the header, split at commas. */
  static List<String[]> rows(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared")
            .resolve("data/server/facts")
            .resolve(name);
    assumeTrue(Files.exists(file), "The table " + name + " is not at hand.");
    return Files.readAllLines(file).stream().skip(1).map(l -> l.split(",", -1)).toList();
  }
}
