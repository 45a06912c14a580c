package org.bellbuoy.sea.cable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bellbuoy.core.source.SourceException;

/**
 * The cables of one file, in its order.
 *
 * @param cables at least one
 * @param skippedByType geometries that are no lines, by GeoJSON type; {@code none} where a feature
 *     has no geometry, {@code empty line} where a line has fewer than two places
 */
public record Cables(List<Cable> cables, SortedMap<String, Integer> skippedByType) {
  public Cables {
    cables = List.copyOf(cables);
    skippedByType = Collections.unmodifiableSortedMap(new TreeMap<>(skippedByType));
  }

  /** These cables and nothing skipped. */
  public static Cables of(List<Cable> cables) {
    return new Cables(cables, new TreeMap<>());
  }

  /**
   * Reads a GeoJSON file, gzipped or not.
   *
   * @throws SourceException in one sentence, when the file gives no cables
   */
  public static Cables read(Path file, CableOptions options) throws SourceException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), options);
    } catch (NoSuchFileException e) {
      throw new SourceException("The cable file " + file + " does not exist.", e);
    } catch (IOException e) {
      throw new SourceException(
          "The cable file " + file + " cannot be opened: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Reads GeoJSON, gzipped or not; the caller closes the stream.
   *
   * @throws SourceException in one sentence that begins with {@code nameForErrors}, when the stream
   *     gives no cables
   */
  public static Cables read(InputStream in, String nameForErrors, CableOptions options)
      throws SourceException {
    return new CableReader(nameForErrors, options).read(in);
  }

  /** How many geometries were skipped because they are no lines. */
  public int skipped() {
    return skippedByType.values().stream().mapToInt(Integer::intValue).sum();
  }
}
