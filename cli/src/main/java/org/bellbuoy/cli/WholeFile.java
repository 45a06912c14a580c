package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that appears whole or not at all: as {@code .part} first, then moved. */
final class WholeFile {
  private WholeFile() {}

  /** What a file holds. */
  interface Body {
    void write(BufferedWriter writer) throws IOException;
  }

  /**
   * Writes a file into a folder.
   *
   * @throws CommandException a sentence that names the file, when it cannot be written
   */
  static void write(Path folder, String name, Body body) {
    Path partial = folder.resolve(name + ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        body.write(writer);
      }
      Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      String sentence = Bellbuoy.sentence(e);
      throw new CommandException(
          folder.resolve(name)
              + " could not be written: "
              + (sentence == null ? e.toString() : sentence));
    }
  }
}
