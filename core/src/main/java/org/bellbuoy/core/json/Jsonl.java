package org.bellbuoy.core.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Reads {@code findings.jsonl} line by line; what is wrong is told with file and line. */
public final class Jsonl implements AutoCloseable {
  /** No finding comes near this; a file without line ends must not fill the memory. */
  private static final int LONGEST_LINE_BYTES = 64 << 20;

  private final InputStream in;
  private final String name;
  private long line;

  private Jsonl(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** Opens a file of findings. */
  public static Jsonl open(Path file) throws IOException {
    return of(Files.newInputStream(file), file.toString());
  }

  /** Reads findings from a stream, which is closed with this reader. */
  public static Jsonl of(InputStream in, String name) {
    return new Jsonl(new BufferedInputStream(in, 1 << 16), name);
  }

  /** All findings of a file. */
  public static List<Finding> readAll(Path file) throws IOException {
    List<Finding> all = new ArrayList<>();
    try (Jsonl in = open(file)) {
      for (Finding next = in.next(); next != null; next = in.next()) {
        all.add(next);
      }
    }
    return all;
  }

  /**
   * The next finding, null at the end; blank lines are passed over.
   *
   * @throws IllegalArgumentException when a line is no finding; the message names file and line
   */
  public @Nullable Finding next() throws IOException {
    byte[] bytes = nextLine();
    while (bytes != null) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        try {
          return FindingJson.read(text);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(name + ", line " + line + ": " + e.getMessage(), e);
        }
      }
      bytes = nextLine();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte @Nullable [] nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    int b = in.read();
    if (b < 0) {
      return null;
    }
    line++;
    while (b >= 0 && b != '\n') {
      if (bytes.size() == LONGEST_LINE_BYTES) {
        throw new IllegalArgumentException(
            name + ", line " + line + ": longer than " + (LONGEST_LINE_BYTES >> 20) + " MiB.");
      }
      bytes.write(b);
      b = in.read();
    }
    return bytes.toByteArray();
  }
}
