package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.GeoJsonExport;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.sea.detect.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy findings export}. */
@Command(
    name = "export",
    description = "Writes findings to a file that other programs open.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandExport implements Callable<Integer> {
  /** The forms, by the suffix of a file. */
  enum Format {
    /** A map. */
    GEOJSON,
    /** A table. */
    CSV,
    /** The findings themselves. */
    JSONL
  }

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "File to write.")
  Path to = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "geojson, csv or jsonl. Default: by the file's suffix.")
  @Nullable Format format;

  @Option(names = "--force", description = "Replace the file if there is one.")
  boolean force;

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Mixin FindingsCommandFilters filters = new FindingsCommandFilters();

  private final Environment environment;

  FindingsCommandExport(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Format form = format == null ? bySuffix() : format;
    if (Files.isDirectory(to)) {
      throw new CommandException("--to " + to + " is a folder; name a file.");
    }
    if (Files.exists(to) && !force) {
      throw taken();
    }
    return store.open(
        opened -> {
          List<Finding> found = opened.store().findings(filters.filter(opened));
          if (found.isEmpty()) {
            filters.nothing(environment, opened, false);
          }
          write(found, form);
          environment
              .out()
              .printf(
                  Locale.ROOT,
                  "%s in %s%n",
                  Words.count(found.size(), "finding is", "findings are"),
                  to.toAbsolutePath().normalize());
          return Bellbuoy.OK;
        });
  }

  private Format bySuffix() {
    String name = to.toString().toLowerCase(Locale.ROOT);
    for (Format each : Format.values()) {
      if (name.endsWith("." + FindingsCommandText.word(each))) {
        return each;
      }
    }
    throw filters.wrong(
        "--to " + to + " tells no format; end it with .geojson, .csv or .jsonl, or give --format.");
  }

  private CommandException taken() {
    return new CommandException(to + " is there already; --force replaces it.");
  }

  /** Writes aside, then moves, so that the file is there whole or not at all. */
  private void write(List<Finding> findings, Format form) throws IOException {
    Path whole = to.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path aside =
        whole.resolveSibling(
            "." + whole.getFileName() + '.' + ProcessHandle.current().pid() + ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
        write(findings, form, writer);
      }
      if (force) {
        Files.move(aside, whole, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(aside, whole);
      }
    } catch (FileAlreadyExistsException e) {
      throw taken();
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void write(List<Finding> findings, Format form, Writer writer) throws IOException {
    switch (form) {
      case GEOJSON -> GeoJsonExport.write(findings, writer);
      case CSV -> CsvExport.write(findings, writer);
      case JSONL -> {
        for (Finding finding : findings) {
          writer.write(FindingJson.write(finding));
          writer.write('\n');
        }
      }
    }
  }
}
