package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.model.Lookup;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that all commands of the register share, and loading it. */
final class RegisterAsked {
  private static final int MOST_NAMES = 20;

  @Mixin RegisterGiven given = new RegisterGiven();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Day that is asked about, as 2025-11-03, 2025-11 or 2025; a month or year means its first"
              + " day. Default: the newest day on which the register recorded anything; where no"
              + " row tells when it was recorded, today in UTC.")
  @Nullable String asOf;

  @Option(
      names = "--json",
      description = "Print JSON on standard output, one object a line, and nothing else.")
  boolean json;

  /** The clock for a register whose rows do not say when they were recorded. */
  Clock clock = Clock.systemUTC();

  private @Nullable PrintStream told;

  /** What was loaded, with its rejects. */
  record Loaded(
      RegisterFolder.Loaded folder, List<Reject> rejects, List<RegisterFolder.Kept> kept) {
    Register register() {
      return folder.register();
    }
  }

  /** Loads the register and keeps its rejects. */
  Loaded load(Environment environment) throws SourceException {
    told = environment.err();
    RegisterGiven.Loaded loaded = given.load(environment);
    return new Loaded(loaded.folder(), loaded.rejects(), loaded.kept());
  }

  /** Tells on standard error what could not be used. */
  void tell(Environment environment, Loaded loaded) {
    loaded.folder().problems().forEach(problem -> say(environment, problem));
    loaded.folder().notes().forEach(note -> say(environment, note));
    if (!loaded.rejects().isEmpty()) {
      told(environment, loaded, "Not used: ", reject -> !RegisterFolder.kept(reject));
      told(environment, loaded, "Used with doubt: ", RegisterFolder::kept);
    }
    if (loaded.register().entities().isEmpty()) {
      throw new CommandException(
          given.called()
              + " holds no party or asset that could be used; nothing can be said of it.");
    }
  }

  private static void told(
      Environment environment, Loaded loaded, String what, Predicate<Reject> which) {
    RejectLog log = RejectLog.counting();
    loaded.rejects().stream().filter(which).forEach(reject -> add(log, reject));
    String counts =
        log.counts().entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    if (!counts.isEmpty()) {
      say(environment, what + counts + "; bellbuoy register check tells each.");
    }
  }

  private static void add(RejectLog log, Reject reject) {
    try {
      log.add(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Environment environment, String sentence) {
    environment.err().println("bellbuoy: " + SafeText.visible(sentence));
  }

  /** The day that is asked about. */
  LocalDate day(Register register) {
    String given = asOf;
    if (given != null) {
      return PartialDate.parse(given)
          .map(PartialDate::first)
          .orElseThrow(
              () ->
                  CommandException.usage(
                      "--as-of is '%s'; a date is as 2025-11-03, 2025-11 or 2025."
                          .formatted(given)));
    }
    return register.newestRecorded().orElseGet(this::today);
  }

  private LocalDate today() {
    LocalDate today = LocalDate.now(clock);
    PrintStream err = told;
    if (err != null) {
      told = null;
      err.println(
          "bellbuoy: No row says when it was recorded; the day asked about is today, %s (UTC)."
              .formatted(today));
    }
    return today;
  }

  /** The one party or asset that a name means. */
  String one(Register register, String name) {
    List<String> ids = Lookup.find(register, name);
    if (ids.size() == 1) {
      return ids.getFirst();
    }
    if (ids.isEmpty()) {
      throw new CommandException(
          "The register holds nothing of the id, identifier or name '%s'.".formatted(name));
    }
    String listed =
        ids.stream()
            .limit(MOST_NAMES)
            .map(id -> id + " (" + name(register, id) + ")")
            .collect(Collectors.joining(", "));
    String more = ids.size() > MOST_NAMES ? " and %d more".formatted(ids.size() - MOST_NAMES) : "";
    throw CommandException.usage(
        "'%s' may be any of %s%s; give the id.".formatted(name, listed, more));
  }

  private static String name(Register register, String id) {
    return register.entity(id).map(entity -> entity.name()).orElse(id);
  }
}
