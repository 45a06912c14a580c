package org.bellbuoy.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.ControlOptions;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.MarketFolder;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.lock.Lockin;
import org.bellbuoy.register.lock.RepairInputs;
import org.bellbuoy.register.lockin.RepairSimulation;
import org.bellbuoy.register.lockin.SimulationOptions;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;
import picocli.CommandLine.Option;

/** Options that questions about lock-in share, and what they make of a register. */
final class RegisterLockinAsked {
  @Option(
      names = "--faults-per-year",
      paramLabel = "N",
      description =
          "Faults a year that the ships of a zone repair, mean. Default: what the zone's field"
              + " x-faults-per-year tells, and no wait where it tells nothing.")
  double faultsPerYear = Double.NaN;

  @Option(
      names = "--job-days",
      paramLabel = "DAYS",
      description =
          "Days that one repair binds a ship, mean. Default: what the zone's field x-job-days tells,"
              + " and no wait where it tells nothing.")
  double jobDays = Double.NaN;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "400",
      description =
          "Years of each of the 30 runs by which waits are simulated. Default: ${DEFAULT-VALUE}.")
  int years = 400;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the simulation. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "A role without whose holder an asset counts as lost; may be repeated. Default: owner,"
              + " operator, maker, software-maker, service-provider and remote-access.")
  List<String> roles = new ArrayList<>();

  /** Markets of the folder; what cannot be used is told on standard error. */
  MarketFolder.Loaded markets(
      Environment environment,
      RegisterGiven given,
      RegisterAsked.Loaded loaded,
      List<Reject> rejects)
      throws SourceException {
    MarketFolder.Loaded markets =
        MarketFolder.load(
            given.markets(environment),
            loaded.register(),
            FolderOptions.forHeap(Runtime.getRuntime().maxMemory()),
            rejects::add);
    List<MarketRow> rows = new ArrayList<>();
    for (RegisterFolder.Kept kept : loaded.kept()) {
      rows.addAll(kept.register().markets());
      rejects.addAll(kept.register().marketRejects());
    }
    rows.addAll(markets.rows());
    markets.problems().forEach(problem -> say(environment, problem));
    rejects.forEach(reject -> say(environment, "Not used: " + reject.detail()));
    return new MarketFolder.Loaded(rows, markets.files(), markets.problems());
  }

  private static void say(Environment environment, String sentence) {
    environment.err().println("bellbuoy: " + SafeText.visible(sentence));
  }

  /** A register on a day, ready for questions. */
  Lockin lockin(Controllers controllers, LocalDate day) {
    if (faultsPerYear <= 0 || Double.isInfinite(faultsPerYear)) {
      throw CommandException.usage(
          "--faults-per-year is " + faultsPerYear + "; it must be a number above 0.");
    }
    if (jobDays <= 0 || Double.isInfinite(jobDays)) {
      throw CommandException.usage("--job-days is " + jobDays + "; it must be a number above 0.");
    }
    if (years < 1 || years > 100_000) {
      throw CommandException.usage("--years is " + years + "; it must lie from 1 to 100000.");
    }
    SimulationOptions options =
        new SimulationOptions(years, SimulationOptions.defaults().warmUpYears());
    return Lockin.of(
        controllers,
        day,
        new RepairInputs(faultsPerYear, jobDays),
        new RepairSimulation(options, () -> new SplittableRandom(seed)),
        kinds());
  }

  static Controllers controllers(RegisterAsked.Loaded loaded, LocalDate day) {
    return Controllers.of(loaded.register(), day, ControlOptions.defaults());
  }

  private Set<RoleKind> kinds() {
    if (roles.isEmpty()) {
      return Lockin.ROLES;
    }
    Set<RoleKind> kinds = EnumSet.noneOf(RoleKind.class);
    for (String role : roles) {
      RoleKind kind =
          Words.parse(RoleKind.class, role)
              .orElseThrow(
                  () ->
                      CommandException.usage(
                          "--role is '%s'; roles are %s."
                              .formatted(role, Words.all(RoleKind.class))));
      kinds.add(kind);
    }
    return kinds;
  }
}
