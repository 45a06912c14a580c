package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.report.HtmlDocument;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.evaluate.EvaluationJson;
import org.bellbuoy.sea.evaluate.EvaluationMarkdown;
import org.bellbuoy.sea.evaluate.EvaluationResult;
import org.bellbuoy.sea.judge.SilenceModel;
import org.bellbuoy.sea.trial.EvaluationPage;
import org.bellbuoy.sea.trial.EvaluationText;
import org.bellbuoy.sea.trial.Outcome;
import org.bellbuoy.sea.trial.SilenceEvaluation;
import org.bellbuoy.sea.trial.TooLittle;
import org.bellbuoy.sea.watch.Followed;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;

/** One run of {@code sea evaluate silence} with all it writes. */
final class EvaluationRun {
  static final String JSON = "evaluation.json";
  static final String MARKDOWN = "evaluation.md";
  static final String PAGE = "evaluation.html";

  private final Environment environment;
  private final List<String> paths;
  private final SeaWatchOptions options;
  private final long seed;
  private final int perVessel;
  private final boolean shipped;
  private final @Nullable Path writeModel;
  private final Path out;
  private final boolean json;

  EvaluationRun(
      Environment environment,
      List<String> paths,
      SeaWatchOptions options,
      long seed,
      int perVessel,
      boolean shipped,
      @Nullable Path writeModel,
      Path out,
      boolean json) {
    this.environment = environment;
    this.paths = paths;
    this.options = options;
    this.seed = seed;
    this.perVessel = perVessel;
    this.shipped = shipped;
    this.writeModel = writeModel;
    this.out = out;
    this.json = json;
  }

  int run() throws IOException, SourceException {
    try {
      return measure();
    } catch (TooLittle e) {
      environment.err().println("bellbuoy: " + e.getMessage());
      return Bellbuoy.FAILED;
    }
  }

  private int measure() throws IOException, SourceException, TooLittle {
    long start = environment.nanoTime().getAsLong();
    List<Input> inputs = Inputs.find(paths, environment.in());
    SilenceEvaluation evaluation = new SilenceEvaluation(options, seed, perVessel);
    Path model = writeModel;
    if (model != null) {
      return learn(evaluation, inputs, model);
    }
    Outputs.prepare(out);
    List<String> names = inputs.stream().map(Input::name).toList();
    Outcome outcome;
    Map<String, Long> rejected;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get)) {
      outcome =
          evaluation.run(
              inputs, shipped ? SilenceModel.shipped() : null, rejects, progress(inputs));
      rejected = rejects.counts();
    }
    Followed followed = outcome.followed();
    Run run = ledger(outcome, rejected, start);
    WholeFile.write(out, Outputs.RUN, writer -> writer.write(RunJson.write(run)));
    if (!followed.hasRecords()) {
      environment
          .err()
          .println(
              "bellbuoy: No usable AIS record in "
                  + SafeText.visible(String.join(", ", paths))
                  + "; nothing can be evaluated.");
      return Bellbuoy.FAILED;
    }
    if (outcome.cases(false) == 0) {
      environment
          .err()
          .println(
              "bellbuoy: The recording holds no silence of 30 minutes to 3 hours of a class A ship"
                  + " under way, and none could be made; nothing can be evaluated.");
      return Bellbuoy.FAILED;
    }
    EvaluationResult classA =
        outcome.measures(false, command(), names(inputs), seed, notes(outcome));
    String live = EvaluationText.json(outcome);
    String measures = EvaluationJson.write(classA).strip();
    String classB =
        outcome.cases(true) == 0
            ? "null"
            : EvaluationJson.write(
                    outcome.measures(true, command(), names(inputs), seed, notes(outcome)))
                .strip();
    String all =
        "{\"schema\":\"bellbuoy.silence-evaluation/1\",\"simulated\":"
            + followed.simulated()
            + ",\"classA\":"
            + measures
            + ",\"classB\":"
            + classB
            + ",\"whileLasting\":"
            + live
            + "}\n";
    WholeFile.write(out, JSON, writer -> writer.write(all));
    WholeFile.write(
        out,
        MARKDOWN,
        writer ->
            writer.write(
                EvaluationMarkdown.write(classA) + "\n" + EvaluationText.markdown(outcome)));
    WholeFile.write(
        out,
        PAGE,
        writer ->
            HtmlDocument.write(writer, run, EvaluationPage.of(classA, outcome), Outputs.land()));
    if (json) {
      environment.out().print(all);
    } else {
      print(classA, outcome, run);
    }
    environment.out().flush();
    return tellProblems(run);
  }

  private int learn(SilenceEvaluation evaluation, List<Input> inputs, Path model)
      throws IOException, TooLittle {
    try (RejectLog rejects = RejectLog.counting()) {
      Files.write(model, evaluation.learn(inputs, rejects, progress(inputs)).lines());
    }
    environment.out().println(model.toAbsolutePath().normalize());
    environment.out().flush();
    return Bellbuoy.OK;
  }

  private Progress progress(List<Input> inputs) {
    boolean compressed = inputs.stream().anyMatch(i -> !i.path().endsWith(i.name()));
    return new Progress(
        environment.terminal() && !json,
        environment.err(),
        environment.nanoTime(),
        compressed ? 0 : inputs.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum());
  }

  /** The command as one would give it again, without the folders of this machine. */
  private String command() {
    return "bellbuoy sea evaluate silence RECORDINGS --seed "
        + seed
        + " --per-vessel "
        + perVessel
        + (shipped ? " --shipped" : "");
  }

  /** Many files are told by their number. */
  private static List<String> names(List<Input> inputs) {
    List<String> names = inputs.stream().map(Input::name).sorted().toList();
    return names.size() <= 10
        ? names
        : List.of(names.size() + " files, " + names.getFirst() + " to " + names.getLast());
  }

  private List<String> notes(Outcome outcome) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Lengths of made silences are drawn evenly between 30 minutes and 3 hours, moments evenly"
            + " among each vessel's reports under way; natural silences are mostly short, so length"
            + " alone tells them apart to some degree.");
    notes.add(
        shipped
            ? "All silences were judged by the model that the program ships."
            : "Each silence was judged by a model learnt from other vessels at other times: five"
                + " folds of vessels by five of time.");
    notes.add(outcome.drawn().sentence());
    notes.add(
        "A natural silence may be a switch-off that nobody knows of; such count against the method.");
    return notes;
  }

  private Run ledger(Outcome outcome, Map<String, Long> rejected, long start) {
    Followed followed = outcome.followed();
    Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
    parameters.put("seed", Long.toString(seed));
    parameters.put("per-vessel", Integer.toString(perVessel));
    parameters.put("shipped", Boolean.toString(shipped));
    StringBuilder name = new StringBuilder("run|sea evaluate silence");
    parameters.forEach((key, value) -> name.append('|').append(key).append('=').append(value));
    followed.sources().stream()
        .map(source -> source.contentSha256() + ' ' + source.format())
        .sorted()
        .forEach(digest -> name.append('|').append(digest));
    Map<String, Long> counts = new LinkedHashMap<>(followed.counts());
    counts.put("rejects", rejected.values().stream().mapToLong(Long::longValue).sum());
    counts.put("scored-class-a", (long) outcome.cases(false));
    counts.put("scored-class-b", (long) outcome.cases(true));
    return new Run(
        FindingIds.ofName(name.toString()).toString(),
        Version.text(),
        "sea evaluate silence",
        parameters,
        Map.of(),
        followed.sources(),
        counts,
        rejected,
        (environment.nanoTime().getAsLong() - start) / 1e9,
        followed.simulated(),
        followed.hasRecords() ? Instant.ofEpochMilli(followed.startMillis()) : null,
        followed.hasRecords() ? Instant.ofEpochMilli(followed.endMillis()) : null,
        List.of());
  }

  private void print(EvaluationResult result, Outcome outcome, Run run) {
    if (run.simulated()) {
      environment.out().println("SIMULATED data: no vessel or receiver here is real.");
    }
    environment.out().print(org.bellbuoy.sea.evaluate.EvaluationText.write(result));
    environment.out().println();
    environment
        .out()
        .printf(
            Locale.ROOT,
            "Natural silences called likely: %d. %s in %.0f s.%n",
            outcome.naturalCalledLikely().size(),
            Words.count(run.counts().getOrDefault("records", 0L), "record", "records"),
            run.seconds());
    for (String name : List.of(PAGE, MARKDOWN, JSON)) {
      environment.out().println(out.resolve(name).toAbsolutePath().normalize());
    }
  }

  private int tellProblems(Run run) {
    List<String> problems =
        run.inputs().stream().map(SourceInfo::problem).filter(Objects::nonNull).toList();
    problems.forEach(
        problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }
}
