package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.PortJudging;
import org.bellbuoy.port.watch.PortWatch;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.sea.watch.CableFile;
import org.bellbuoy.sea.watch.SeaWatch;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.bellbuoy.server.detect.ServerRules;
import org.jspecify.annotations.Nullable;

/** Runs a command again as its ledger tells, writing nothing. */
final class FindingsCommandRepeat {
  private static final String SEA_WATCH = "sea watch";

  /** How the ledger names the cable file among the inputs. */
  private static final String CABLES = "cables";

  private static final String UNCERTAINTY = "cable-uncertainty";

  private final Environment environment;

  FindingsCommandRepeat(Environment environment) {
    this.environment = environment;
  }

  /** A run that this version cannot repeat; the message is a sentence that says why. */
  static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;

    Impossible(String sentence) {
      super(sentence);
    }
  }

  /**
   * What the run finds now, by id.
   *
   * @param located its inputs in the order of the ledger, all of them found
   */
  Map<UUID, Finding> repeat(Run run, List<FindingsCommandSources.Located> located)
      throws Impossible, IOException {
    if (run.command().equals(PolicyRepeat.COMMAND)) {
      return policies(run, located);
    }
    List<Rule> own =
        switch (run.command()) {
          case SEA_WATCH -> SeaRules.ALL;
          case SweepRepeat.COMMAND -> ServerRules.all();
          case PortWatch.COMMAND -> PortJudging.rules();
          default ->
              throw new Impossible(
                  "This version cannot repeat the command '"
                      + SafeText.visible(run.command())
                      + "'.");
        };
    Map<String, Integer> rules = new TreeMap<>();
    for (Rule rule : own) {
      rules.put(rule.id(), rule.version());
    }
    if (!run.rules().equals(rules)) {
      throw new Impossible(
          "The run judged by "
              + SafeText.visible(run.rules().toString())
              + ", this version judges by "
              + rules
              + "; use Bellbuoy "
              + SafeText.visible(run.version())
              + '.');
    }
    try {
      return withRegister(run, located);
    } catch (SourceException | IllegalArgumentException e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  /** Rules of policies are the keeper's own and stand among the inputs. */
  private static Map<UUID, Finding> policies(Run run, List<FindingsCommandSources.Located> located)
      throws Impossible {
    try {
      return PolicyRepeat.repeat(run, located);
    } catch (SourceException | IllegalArgumentException | CommandException e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  /** The watch as it ran by itself, and its findings joined to the register as they were then. */
  private Map<UUID, Finding> withRegister(Run run, List<FindingsCommandSources.Located> located)
      throws Impossible, SourceException, IOException {
    List<FindingsCommandSources.Located> own = new ArrayList<>();
    List<Input> register = new ArrayList<>();
    for (int i = 0; i < located.size(); i++) {
      Input input = located.get(i).input();
      if (!RegisterJoin.isRegister(run.inputs().get(i))) {
        own.add(located.get(i));
      } else if (input != null) {
        register.add(input);
      }
    }
    RegisterJoin join = RegisterJoin.again(run, register);
    Run before = RegisterJoin.before(run);
    BiFunction<List<Finding>, Clues, List<Finding>> joining =
        (findings, clues) -> join == null ? findings : join.repeated(run, findings, clues);
    if (before.command().equals(SweepRepeat.COMMAND)) {
      return SweepRepeat.repeat(environment, before, own, joining);
    }
    if (before.command().equals(PortWatch.COMMAND)) {
      return PortRepeat.repeat(environment, before, own, joining);
    }
    Map<UUID, Finding> joined = new HashMap<>();
    joining
        .apply(List.copyOf(seaWatch(before, own).values()), Clues.NONE)
        .forEach(finding -> joined.put(finding.id(), finding));
    return joined;
  }

  private Map<UUID, Finding> seaWatch(Run run, List<FindingsCommandSources.Located> located)
      throws SourceException, IOException {
    SeaWatchOptions options =
        SeaWatchOptions.fromParameters(run.parameters(), environment.processors(), 0);
    List<Input> inputs = new ArrayList<>();
    CableFile cables = null;
    for (int i = 0; i < located.size(); i++) {
      FindingsCommandSources.Located one = located.get(i);
      Input input = one.input();
      if (run.inputs().get(i).format().equals(CABLES)) {
        cables = CableFile.read(file(one.path()), cableOptions(run));
      } else if (input != null) {
        inputs.add(input);
      }
    }
    long bytes = inputs.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum();
    SeaWatch watch = watch(options, cables);
    Map<UUID, Finding> found = new HashMap<>();
    try (RejectLog rejects = RejectLog.counting()) {
      Progress progress =
          new Progress(environment.terminal(), environment.err(), environment.nanoTime(), bytes);
      for (Finding finding : watch.run(inputs, rejects, progress).findings()) {
        found.put(finding.id(), finding);
      }
    }
    return found;
  }

  private SeaWatch watch(SeaWatchOptions options, @Nullable CableFile cables) {
    return new SeaWatch(options, cables, Version.text(), environment.nanoTime());
  }

  private static CableOptions cableOptions(Run run) {
    String value = run.parameters().get(UNCERTAINTY);
    if (value == null || !value.endsWith("m")) {
      throw new IllegalArgumentException("The parameter " + UNCERTAINTY + " is missing.");
    }
    try {
      return CableOptions.defaults()
          .withDefaultUncertaintyMetres(Double.parseDouble(value.substring(0, value.length() - 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The parameter " + UNCERTAINTY + " cannot be '" + SafeText.visible(value) + "'.", e);
    }
  }

  /** A cable file is given by its file, an archive around it included. */
  private static String file(String path) {
    int entry = path.indexOf('!');
    return entry < 0 || Files.exists(Path.of(path)) ? path : path.substring(0, entry);
  }
}
