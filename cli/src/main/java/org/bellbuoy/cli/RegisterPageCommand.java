package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.folder.MarketFolder;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.page.FindingsOfSubject;
import org.bellbuoy.register.page.RegisterPage;
import org.bellbuoy.report.HtmlDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register page}. */
@Command(
    name = "page",
    description =
        "Writes one HTML page about a party or asset: ownership picture, control step by step,"
            + " concentration, what is left without it, sources, what is not known.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterPageCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Id in the register, identifier (IMO number, LEI ...), name or part of one.")
  String name = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The page; replaced when it is there.")
  Path out = Path.of("");

  @Option(
      names = "--dossier",
      description =
          "Of a party, under the headings of supply-chain risk information (NIST SP 800-161).")
  boolean dossier;

  @Option(
      names = "--findings",
      paramLabel = "FILE|DIR",
      description =
          "A findings.jsonl, or a folder with one: the page lists those in which the party or asset"
              + " stands. May be given more than once. Default: none.")
  List<Path> findings = new ArrayList<>();

  @Mixin RegisterAsked asked = new RegisterAsked();

  @Mixin RegisterLockinAsked how = new RegisterLockinAsked();

  private final Environment environment;

  RegisterPageCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    final long start = environment.nanoTime().getAsLong();
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    List<Reject> rejects = new ArrayList<>();
    MarketFolder.Loaded markets = how.markets(environment, asked.given, loaded, rejects);
    String id = asked.one(loaded.register(), name);
    if (dossier && loaded.register().entity(id).orElse(null) instanceof Asset) {
      throw CommandException.usage(
          "'%s' is an asset (%s); a dossier is about a party.".formatted(name, id));
    }
    LocalDate day = asked.day(loaded.register());
    Controllers controllers = RegisterLockinAsked.controllers(loaded, day);
    List<SourceInfo> inputs = new ArrayList<>(loaded.folder().files());
    RegisterPageFindings given = RegisterPageFindings.of(environment, findings);
    Map<String, String> digests = given.digests();
    FindingsOfSubject found =
        findings.isEmpty()
            ? null
            : given.read(FindingsOfSubject.of(loaded.register(), controllers, id), inputs);
    Document page =
        RegisterPage.of(
            controllers, how.lockin(controllers, day), markets.rows(), id, dossier, found);
    inputs.addAll(markets.files());
    rejects.addAll(loaded.rejects());
    Run run =
        ledger(
            inputs,
            rejects,
            digests,
            loaded.folder().rows() + markets.rows().size(),
            found,
            id,
            day,
            start);
    Path file = environment.workingFolder().resolve(out).toAbsolutePath();
    Path folder = file.getParent();
    Path named = file.getFileName();
    if (folder == null || named == null) {
      throw CommandException.usage("--out is '%s'; it must name a file.".formatted(out));
    }
    WholeFile.write(
        folder, named.toString(), writer -> HtmlDocument.write(writer, run, page, Outputs.land()));
    environment.out().print("Wrote " + out + "\n");
    environment.out().flush();
    return Bellbuoy.OK;
  }

  private static String told(double value) {
    return Double.isNaN(value) ? "not given" : Double.toString(value);
  }

  private Run ledger(
      List<SourceInfo> inputs,
      List<Reject> rejects,
      Map<String, String> digests,
      long rows,
      @Nullable FindingsOfSubject found,
      String id,
      LocalDate day,
      long start) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("name", id);
    parameters.put("as-of", day.toString());
    parameters.put("dossier", Boolean.toString(dossier));
    parameters.put("faults-per-year", told(how.faultsPerYear));
    parameters.put("job-days", told(how.jobDays));
    parameters.put("roles", how.roles.isEmpty() ? "default" : String.join(" ", how.roles));
    parameters.put("years", Integer.toString(how.years));
    parameters.put("seed", Long.toString(how.seed));
    parameters.putAll(digests);
    StringBuilder text = new StringBuilder("run|register page");
    parameters.forEach((key, value) -> text.append('|').append(key).append('=').append(value));
    inputs.stream()
        .map(info -> info.contentSha256() + ' ' + info.format())
        .sorted()
        .forEach(digest -> text.append('|').append(digest));
    Map<String, Long> counted = new TreeMap<>();
    rejects.forEach(reject -> counted.merge(reject.reason(), 1L, Long::sum));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", rows);
    if (found != null) {
      counts.put("findings read", found.read());
    }
    counts.put("rejects", (long) rejects.size());
    return new Run(
        FindingIds.ofName(text.toString()).toString(),
        Version.text(),
        "register page",
        parameters,
        Map.of(),
        inputs,
        counts,
        counted,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        false,
        null,
        null,
        found != null && found.simulated() > 0
            ? List.of(
                "Findings marked SIMULATED rest on simulated data; the register's facts do not.")
            : List.of());
  }
}
