package org.bellbuoy.port.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bellbuoy.core.source.SourceException;

/** Checklists that come with the program, and those of a keeper. */
public final class Checklists {
  /** Largest file that is read, in bytes. */
  public static final long LARGEST_BYTES = 1L << 20;

  private static final List<String> BUILT_IN = List.of("33cfr101.650", "iec62443-3-3");

  private Checklists() {}

  /** Names of those that come with the program. */
  public static List<String> names() {
    return BUILT_IN;
  }

  /**
   * One that comes with the program.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Checklist builtIn(String name) {
    if (!BUILT_IN.contains(name)) {
      throw new IllegalArgumentException("no checklist is called " + name);
    }
    String file = name + ".yaml";
    try (InputStream in = Checklists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the program");
      }
      return ChecklistReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A keeper's own, of the same shape.
   *
   * @param name of the file, for messages
   * @param text YAML 1.2
   * @throws SourceException a sentence with line and column, when it is none
   */
  public static Checklist read(String name, String text) throws SourceException {
    return ChecklistReader.read(name, text);
  }
}
