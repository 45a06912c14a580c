package org.bellbuoy.sea.cable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bellbuoy.core.source.SourceException;

/** The shared cable maps; a test that asks for one is skipped where they are not at hand. */
final class RealCables {
  private RealCables() {}

  static Path file(String name) {
    Path file =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared")
            .resolve("data/sea/cables")
            .resolve(name);
    assumeTrue(Files.exists(file), "The cable map " + name + " is not at hand.");
    return file;
  }

  static Cables teleGeography() throws SourceException {
    return Cables.read(file("telegeography-2022-cable-geo.json.gz"), CableOptions.defaults());
  }
}
