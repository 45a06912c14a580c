package org.bellbuoy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.register.join.JoinOptions;
import org.bellbuoy.register.join.PartyJoin;
import org.bellbuoy.register.join.SeverityRule;
import org.jspecify.annotations.Nullable;

/**
 * Joins what any watch found to a register, and writes that into the ledger so that it can be
 * repeated. The watch itself knows nothing of it: its own run stays as it was under a parameter.
 */
final class RegisterJoin {
  /** How the files of a register are told apart among the inputs of a run. */
  private static final String FORMAT = "bellbuoy register ";

  private static final String WATCH_RUN = "register-watch-run";
  private static final String RULES = "register-severity-rules";
  private static final String COUNTRIES = "register-watch-countries";
  private static final String NO_COUNTRY = "none";

  private final RegisterGiven.Loaded loaded;
  private final JoinOptions options;

  RegisterJoin(RegisterGiven.Loaded loaded, JoinOptions options) {
    this.loaded = loaded;
    this.options = options;
  }

  /** A run and its findings. */
  record Joined(Run run, List<Finding> findings, List<String> problems) {
    Joined {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /** The same where no register was given. */
  static Joined join(@Nullable RegisterJoin join, Run run, List<Finding> findings, Clues clues) {
    return join == null ? new Joined(run, findings, List.of()) : join.join(run, findings, clues);
  }

  private Joined join(Run run, List<Finding> findings, Clues clues) {
    Map<String, String> parameters = new LinkedHashMap<>(run.parameters());
    String rules =
        options.rules().isEmpty()
            ? "none"
            : Arrays.stream(SeverityRule.values())
                .filter(options.rules()::contains)
                .map(SeverityRule::word)
                .collect(Collectors.joining(","));
    String countries =
        options.countries().isEmpty() ? NO_COUNTRY : String.join(",", options.countries());
    parameters.put(RULES, rules);
    parameters.put(COUNTRIES, countries);
    parameters.put(WATCH_RUN, run.id());
    String id = id(run.id(), rules, countries);
    List<Finding> joined = joined(findings, clues, id);
    List<SourceInfo> inputs = new ArrayList<>(run.inputs());
    inputs.addAll(loaded.folder().files());
    Map<String, Long> counts = new LinkedHashMap<>(run.counts());
    long named = joined.stream().filter(finding -> !finding.parties().isEmpty()).count();
    counts.put("findings-with-parties", named);
    Map<String, Long> rejects = new TreeMap<>(run.rejects());
    loaded.rejects().forEach(reject -> rejects.merge("register-" + reject.reason(), 1L, Long::sum));
    List<String> notes = new ArrayList<>(run.notes());
    notes.add(note(named, joined.size()));
    if (!loaded.rejects().isEmpty()) {
      notes.add(
          "Register: %d of its rows could not be used; bellbuoy register check tells each."
              .formatted(loaded.rejects().size()));
    }
    notes.addAll(loaded.folder().notes());
    Run told =
        new Run(
            id,
            run.version(),
            run.command(),
            parameters,
            run.rules(),
            inputs,
            counts,
            rejects,
            run.seconds(),
            run.simulated(),
            run.from(),
            run.to(),
            notes);
    return new Joined(told, joined, loaded.folder().problems());
  }

  private static String note(long named, int all) {
    return "Register: %d of %d findings have parties; of the others it holds neither subject nor"
            .formatted(named, all)
        + " assets, or nobody with a role in them. Control is not behaviour: no assessment was"
        + " changed by it.";
  }

  private List<Finding> joined(List<Finding> findings, Clues clues, String run) {
    PartyJoin join = PartyJoin.of(loaded.folder().register(), options);
    return findings.stream().map(one -> join.join(one, clues).withRun(run)).toList();
  }

  private String id(String watchRun, String rules, String countries) {
    StringBuilder name = new StringBuilder("register join|").append(watchRun);
    name.append('|').append(rules).append('|').append(countries);
    for (SourceInfo file : loaded.folder().files()) {
      name.append('|').append(file.format()).append('=').append(file.contentSha256());
    }
    return FindingIds.ofName(name.toString()).toString();
  }

  /** Whether a source is a file of a register. */
  static boolean isRegister(SourceInfo source) {
    return source.format().startsWith(FORMAT);
  }

  /** The run of the watch alone, as it was before a register was joined. */
  static Run before(Run run) {
    String id = run.parameters().get(WATCH_RUN);
    if (id == null) {
      return run;
    }
    Map<String, String> parameters = new LinkedHashMap<>(run.parameters());
    parameters.keySet().removeAll(List.of(RULES, COUNTRIES, WATCH_RUN));
    return new Run(
        id,
        run.version(),
        run.command(),
        parameters,
        run.rules(),
        run.inputs().stream().filter(source -> !isRegister(source)).toList(),
        run.counts(),
        run.rejects(),
        run.seconds(),
        run.simulated(),
        run.from(),
        run.to(),
        run.notes());
  }

  /**
   * The join of a ledger over the files that were found again; null where it tells of none.
   *
   * @throws IllegalArgumentException where the ledger's parameters are none of this version
   */
  static @Nullable RegisterJoin again(Run run, List<Input> files) throws SourceException {
    String rules = run.parameters().get(RULES);
    String countries = run.parameters().get(COUNTRIES);
    if (rules == null || countries == null) {
      return null;
    }
    JoinOptions options;
    try {
      options =
          JoinSettings.options(
              rules, countries.equals(NO_COUNTRY) ? List.of() : List.of(countries.split(",")));
    } catch (CommandException e) {
      throw new IllegalArgumentException("The ledger's register: " + e.getMessage(), e);
    }
    return new RegisterJoin(RegisterGiven.load(List.of(RegisterStored.again(files))), options);
  }

  /** Findings as the ledger's run tells them. */
  List<Finding> repeated(Run run, List<Finding> findings, Clues clues) {
    return joined(findings, clues, run.id());
  }
}
