package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellbuoy.report.export.ExportFormat;
import org.bellbuoy.report.export.ExportInput;
import org.bellbuoy.sea.detect.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy findings export}. */
@Command(
    name = "export",
    description =
        "Writes findings to a file that other programs open, and says what the format leaves out.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandExport implements Callable<Integer> {
  @Option(
      names = {"--to", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "File to write.")
  Path to = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "ndjson, csv, geojson, ocsf (OCSF Detection Finding), stix (STIX 2.1 bundle), cef"
              + " (ArcSight), kml, cot (Cursor on Target). Default: by the file's suffix.")
  @Nullable ExportFormat format;

  @Option(names = "--force", description = "Replace the file if there is one.")
  boolean force;

  @Mixin FindingsCommandGiven given = new FindingsCommandGiven();

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Mixin FindingsCommandFilters filters = new FindingsCommandFilters();

  private final Environment environment;

  FindingsCommandExport(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    ExportFormat form = format == null ? bySuffix() : format;
    if (Files.isDirectory(to)) {
      throw new CommandException("--to " + to + " is a folder; name a file.");
    }
    if (Files.exists(to) && !force) {
      throw taken();
    }
    ExportInput input = given.input(store, filters, environment);
    write(input, form);
    long placeless =
        form == ExportFormat.COT
            ? input.findings().stream().filter(f -> f.place() == null).count()
            : 0;
    environment
        .out()
        .printf(
            Locale.ROOT,
            "%s in %s%n",
            Words.count(input.findings().size() - placeless, "finding is", "findings are"),
            to.toAbsolutePath().normalize());
    if (placeless > 0) {
      environment
          .out()
          .println(
              Words.count(
                      placeless, "finding has no place and is", "findings have no place and are")
                  + " not in it.");
    }
    if (form != ExportFormat.NDJSON) {
      environment.out().println("Left out: " + form.drops());
    }
    return Bellbuoy.OK;
  }

  private ExportFormat bySuffix() {
    String name = to.toString().toLowerCase(Locale.ROOT);
    ExportFormat found = null;
    int longest = 0;
    for (ExportFormat each : ExportFormat.values()) {
      for (String suffix : each.suffixes()) {
        if (name.endsWith(suffix) && suffix.length() > longest) {
          found = each;
          longest = suffix.length();
        }
      }
    }
    if (found == null) {
      throw filters.wrong(
          "--to "
              + to
              + " tells no format; end it with .geojson, .csv, .jsonl, .ocsf, .stix, .cef, .kml or"
              + " .cot, or give --format.");
    }
    return found;
  }

  private CommandException taken() {
    return new CommandException(to + " is there already; --force replaces it.");
  }

  /** Writes aside, then moves, so that the file is there whole or not at all. */
  private void write(ExportInput input, ExportFormat form) throws IOException {
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
        form.write(input, writer);
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

  /** Formats by their word; jsonl is another word for ndjson. */
  static final class FormatConverter implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String value) {
      String word = value.toLowerCase(Locale.ROOT);
      for (ExportFormat each : ExportFormat.values()) {
        if (each.word().equals(word.equals("jsonl") ? "ndjson" : word)) {
          return each;
        }
      }
      throw new TypeConversionException(
          "'"
              + value
              + "' is no format; formats are "
              + String.join(
                  ", ", Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList()));
    }
  }
}
