package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.BoundingBox;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.GeoJsonExport;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.report.Backdrop;
import org.bellbuoy.report.HtmlReport;
import org.bellbuoy.report.ReportInput;
import org.bellbuoy.sea.watch.SeaWatch;
import org.bellbuoy.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run found. Each file appears whole or not at all; only rejects, and in a stream
 * what is told while it lasts, are written while the run reads, so that none is lost when it is
 * stopped.
 */
final class Outputs {
  static final String FINDINGS = "findings.jsonl";
  static final String LIVE = "live.jsonl";
  static final String RUN = "run.json";
  static final String REPORT = "report.html";
  static final String REJECTS = "rejects.jsonl";
  static final String GEOJSON = "findings.geojson";
  static final String CSV = "findings.csv";

  private final Environment environment;
  private final Path folder;
  private final @Nullable Path store;

  Outputs(Environment environment, Path folder, @Nullable Path store) {
    this.environment = environment;
    this.folder = folder;
    this.store = store;
  }

  /** Makes the folder and tries that it can be written to, before any work is done. */
  static void prepare(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".bellbuoy", ".probe");
      Files.delete(probe);
    } catch (FileAlreadyExistsException e) {
      throw new CommandException(
          "--out " + folder + " is a file; give a folder, which is made if needed.");
    } catch (IOException e) {
      throw new CommandException(
          "--out "
              + folder
              + " cannot be written to ("
              + reason(e)
              + "); give another folder with --out.");
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException problem ? problem.getReason() : null;
    return reason == null ? "the system gives no reason" : reason;
  }

  void write(String title, SeaWatch.Result result, int detailed) throws IOException {
    Thread saving = null;
    List<RuntimeException> failures = new ArrayList<>();
    Path storeFile = store;
    if (storeFile != null) {
      // The database takes a second or two to open: it does so while the page is written.
      saving =
          Thread.ofPlatform()
              .name("bellbuoy-store")
              .start(
                  () -> {
                    try (Store opened = Store.open(storeFile)) {
                      opened.save(result.run(), result.findings());
                    } catch (RuntimeException e) {
                      failures.add(e);
                    }
                  });
    }
    WholeFile.write(
        folder,
        FINDINGS,
        writer -> {
          for (Finding finding : result.findings()) {
            writer.write(FindingJson.write(finding));
            writer.write('\n');
          }
        });
    WholeFile.write(folder, RUN, writer -> writer.write(RunJson.write(result.run())));
    Origin origin = Origin.of(result.run());
    WholeFile.write(
        folder, GEOJSON, writer -> GeoJsonExport.write(result.findings(), f -> origin, writer));
    WholeFile.write(folder, CSV, writer -> CsvExport.write(result.findings(), f -> origin, writer));
    WholeFile.write(
        folder,
        REPORT,
        writer ->
            HtmlReport.write(
                writer,
                new ReportInput(
                    result.run(), result.findings(), result.exhibits(), title, land(), detailed)));
    if (saving != null) {
      try {
        saving.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while saving to " + storeFile, e);
      }
      if (!failures.isEmpty()) {
        throw failures.getFirst();
      }
    }
    environment.out().flush();
  }

  /** Land at the scale that a map of that width can show. */
  static Backdrop land() {
    return (west, south, east, north, tolerance) ->
        Atlas.open(east - west > 12 ? Scale.M50 : Scale.M10)
            .coastline(new BoundingBox(south, west, north, east), tolerance);
  }
}
