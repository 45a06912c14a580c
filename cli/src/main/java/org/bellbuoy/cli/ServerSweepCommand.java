package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy server sweep}. */
@Command(
    name = "sweep",
    description = {
      "Sweeps the collected trees of servers: their logs, events, web folders, configuration and"
          + " builds. Says of each who tried, who got in, what was left behind, how patched it is,"
          + " whether its key must be taken for stolen, and of which days nothing is known. Contacts"
          + " nobody and writes to --out only."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerSweepCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "ROOT",
      description =
          "One server's tree each: a mounted image, a triage collection, a folder or a zip. A folder"
              + " of such is a fleet. May be left out where --fleet names paths.")
  List<String> roots = new ArrayList<>();

  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "What is known of the servers, as YAML: host, product, farm, owner, paths ...")
  @Nullable Path fleet;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Judge patches for this day. Default: the last day of the logs.")
  @Nullable LocalDate date;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of Sigma rules of your own, run as they are.")
  @Nullable Path rules;

  @Option(
      names = "--query-alone",
      description =
          "Test cs-uri-query of Sigma rules against the query alone, to the letter of the"
              + " specification. Without it path?query counts too: see docs/server-sigma.md.")
  boolean queryAlone;

  @Option(
      names = "--builds",
      paramLabel = "DIR",
      description = "Newer tables of builds and fixes; those missing are taken from the program.")
  @Nullable Path builds;

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description = "More file names known from entries: regex;weight;what;source.")
  @Nullable Path names;

  @Option(
      names = "--hashes",
      paramLabel = "FILE",
      description = "More files known from entries: sha256,what,source.")
  @Nullable Path hashes;

  @Option(
      names = "--public-keys",
      paramLabel = "FILE",
      description = "Machine keys that are known to all, one a line.")
  @Nullable Path publicKeys;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "Secret that keys the fingerprints of machine keys. Default: one made for this sweep and"
              + " forgotten.")
  @Nullable Path secret;

  @Option(
      names = "--chain",
      paramLabel = "SPAN",
      converter = Durations.class,
      defaultValue = "24h",
      description =
          "A page first seen so soon after an entry belongs to it. Default: ${DEFAULT-VALUE}.")
  long chainMillis;

  @Option(
      names = "--most-clients",
      paramLabel = "N",
      defaultValue = "3",
      description = "Pages that more clients use are not rare. Default: ${DEFAULT-VALUE}.")
  int mostClients;

  @Option(
      names = "--thin-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "With less than this share of the usual rows a day is thinned. Default:"
              + " ${DEFAULT-VALUE}.")
  double thinShare;

  @Option(
      names = "--weak",
      description = "Tell weak findings also of servers that have no stronger one.")
  boolean weak;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description = "Folder for findings and report, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Store to keep runs and findings in. Default: bellbuoy.duckdb in --out.")
  @Nullable Path store;

  @Option(names = "--no-store", description = "Keep nothing in a store.")
  boolean noStore;

  @Mixin JoinSettings joining = new JoinSettings();

  @Option(names = "--json", description = "Print findings on standard output, one line each.")
  boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeaWatchCommand.FailOnConverter.class,
      description =
          "Exit with 3 when findings of this level or a graver one exist: likely, possible.")
  @Nullable Level failOn;

  private final Environment environment;

  ServerSweepCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    if (roots.isEmpty() && fleet == null) {
      throw CommandException.usage("Name at least one ROOT, or a --fleet file that has paths.");
    }
    if (mostClients < 1 || !(thinShare >= 0 && thinShare < 1)) {
      throw CommandException.usage(
          "--most-clients must be 1 or more and --thin-share 0 or more and below 1.");
    }
    SweepAsked asked =
        new SweepAsked(
            roots,
            fleet,
            date,
            rules,
            queryAlone,
            builds,
            names,
            hashes,
            publicKeys,
            secret,
            chainMillis,
            mostClients,
            thinShare,
            weak);
    Path kept = noStore ? null : store != null ? store : out.resolve("bellbuoy.duckdb");
    return new SweepRun(environment, asked, out, kept, joining).run("Server sweep", json, failOn);
  }

  /** Days. */
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + value + "' is no day; write it as 2025-07-21");
      }
    }
  }
}
