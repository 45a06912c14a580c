package org.bellbuoy.server.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * Which builds there are and where what is fixed. Data: four tables, and one that says where their
 * rows are from, that come with the program and that a user can replace. Immutable, safe for use by
 * several threads.
 */
public final class BuildTables {
  /** Names of the tables in a folder. */
  static final List<String> FILES =
      List.of(
          "builds.csv", "vulnerabilities.csv", "fixes.csv", "products.csv", TableReader.SOURCES);

  /** Largest table file that is read. */
  static final long LARGEST_BYTES = 16L << 20;

  private final LocalDate asOf;
  private final Map<Product, List<BuildRow>> builds;
  private final Map<String, Vulnerability> vulnerabilities;
  private final Map<String, Map<Product, Map<String, Fix>>> fixes;
  private final Map<Product, Support> support;
  private final List<TableSource> sources;

  BuildTables(TableReader read) {
    this.asOf = read.asOf;
    this.builds = new EnumMap<>(read.builds);
    this.vulnerabilities = new LinkedHashMap<>(read.vulnerabilities);
    this.fixes = read.fixes;
    this.support = new EnumMap<>(read.support);
    this.sources = List.copyOf(read.sources.values());
  }

  /** The tables that come with the program. */
  public static BuildTables bundled() {
    try {
      return of(bundledTexts());
    } catch (TableException e) {
      throw new IllegalStateException("the tables of the program cannot be read", e);
    }
  }

  /** The texts of the tables that come with the program, by file name: to be changed and given. */
  public static Map<String, String> bundledTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : FILES) {
      texts.put(file, resource(file));
    }
    return texts;
  }

  private static String resource(String file) {
    try (InputStream in = BuildTables.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the table " + file + " of the program cannot be read", e);
    }
  }

  /**
   * The tables of a folder; one that is not there is taken from the program.
   *
   * @throws TableException where the folder holds none, or one holds what it may not: a sentence
   *     with file, line, column and value
   */
  public static BuildTables load(Path folder) throws TableException {
    Map<String, String> texts = new LinkedHashMap<>();
    int found = 0;
    for (String file : FILES) {
      Path path = folder.resolve(file);
      if (Files.isRegularFile(path)) {
        texts.put(file, text(path));
        found++;
      } else {
        texts.put(file, resource(file));
      }
    }
    if (found == 0) {
      throw new TableException(
          "The folder %s holds no build table; put one or more of %s there."
              .formatted(folder, String.join(", ", FILES)));
    }
    return of(texts);
  }

  private static String text(Path path) throws TableException {
    try {
      if (Files.size(path) > LARGEST_BYTES) {
        throw new TableException(
            "%s is larger than %d bytes; is it a build table?".formatted(path, LARGEST_BYTES));
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new TableException("%s is not UTF-8; save it as UTF-8.".formatted(path), e);
    } catch (IOException e) {
      throw new TableException("%s cannot be read; check its permissions.".formatted(path), e);
    }
  }

  /** From the texts of all tables, by file name. */
  static BuildTables of(Map<String, String> texts) throws TableException {
    return new BuildTables(TableReader.read(texts));
  }

  /** The day up to which the tables are known to be right: the oldest of the four counts. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Where the rows are from, in the table's order. */
  public List<TableSource> sources() {
    return sources;
  }

  /** Builds of a product, oldest first. */
  public List<BuildRow> builds(Product product) {
    return builds.getOrDefault(product, List.of());
  }

  /** The row of a build, where there is one; the update's where the CU has the same number. */
  public Optional<BuildRow> row(Product product, BuildNumber build) {
    return builds(product).stream().filter(r -> r.build().equals(build)).reduce((a, b) -> b);
  }

  /** All vulnerabilities, in the table's order. */
  public List<Vulnerability> vulnerabilities() {
    return List.copyOf(vulnerabilities.values());
  }

  /** One by its id. */
  public Optional<Vulnerability> vulnerability(String id) {
    return Optional.ofNullable(vulnerabilities.get(id));
  }

  /** Last day of support; empty where not set. */
  public Optional<LocalDate> supportEnds(Product product) {
    Support s = support.get(product);
    return s == null ? Optional.empty() : Optional.ofNullable(s.ends());
  }

  String supportNote(Product product) {
    Support s = support.get(product);
    return s == null ? "" : s.note();
  }

  @Nullable Fix fix(String id, Product product, String line) {
    Map<String, Fix> lines = fixes.getOrDefault(id, Map.of()).getOrDefault(product, Map.of());
    Fix own = lines.get(line);
    return own == null ? lines.get("*") : own;
  }
}
