package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.watch.CableFile;
import org.bellbuoy.sea.watch.SeaWatch;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;

/** One run of the sea watch with all it writes. */
final class WatchRun {
  private final Environment environment;
  private final List<String> paths;
  private final SeaWatchOptions options;
  private final @Nullable Path cables;
  private final CableOptions cableOptions;
  private final Path out;
  private final @Nullable Path store;
  private final boolean live;
  private final JoinSettings joining;

  WatchRun(
      Environment environment,
      List<String> paths,
      SeaWatchOptions options,
      @Nullable Path cables,
      CableOptions cableOptions,
      Path out,
      @Nullable Path store,
      boolean live,
      JoinSettings joining) {
    this.environment = environment;
    this.paths = paths;
    this.options = options;
    this.cables = cables;
    this.cableOptions = cableOptions;
    this.out = out;
    this.store = store;
    this.live = live;
    this.joining = joining;
  }

  int run(String title, boolean json, @Nullable Level failOn) throws IOException, SourceException {
    CableFile cableFile = cables == null ? null : CableFile.read(cables.toString(), cableOptions);
    RegisterJoin register = joining.load(environment);
    Outputs.prepare(out);
    List<Input> inputs = inputs();
    List<String> names = inputs.stream().map(Input::name).toList();
    long bytes = inputs.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum();
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            compressed(inputs) ? 0 : bytes);
    SeaWatch.Result result;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get);
        LiveLog log = new LiveLog(out, live, environment.out(), json)) {
      SeaWatch watch = new SeaWatch(options, cableFile, Version.text(), environment.nanoTime());
      result = watch.run(inputs, rejects, progress, new SeaWatch.Live(live, log));
      log.complete(result.run());
    }
    RegisterJoin.Joined joined =
        RegisterJoin.join(register, result.run(), result.findings(), Clues.NONE);
    List<String> problems = new ArrayList<>(result.problems());
    problems.addAll(joined.problems());
    result =
        new SeaWatch.Result(joined.run(), joined.findings(), result.exhibits(), result.problems());
    if (result.run().counts().getOrDefault("records", 0L) == 0) {
      problems.add(
          "No usable AIS record in "
              + String.join(", ", paths)
              + (result.run().rejects().isEmpty()
                  ? ""
                  : " (rejects: " + result.run().rejects() + ", see " + Outputs.REJECTS + ")")
              + "; nothing can be said, which is no all-clear.");
    }
    new Outputs(environment, out, store).write(title, result, options.exhibits());
    if (json) {
      for (Finding finding : result.findings()) {
        environment.out().println(FindingJson.write(finding));
      }
    } else {
      new Summary(environment.out()).print(result, out);
    }
    for (String problem : problems) {
      environment.err().println("bellbuoy: " + SafeText.visible(problem));
    }
    boolean read = result.run().counts().getOrDefault("records", 0L) > 0;
    if (!problems.isEmpty() && read) {
      environment
          .err()
          .println("bellbuoy: what could be read was judged; the results are in " + out + ".");
    }
    return Bellbuoy.status(
        !problems.isEmpty(), failOn != null && exists(result.findings(), failOn));
  }

  private static boolean exists(List<Finding> findings, Level level) {
    return findings.stream()
        .filter(f -> f.rule().equals("sea.silence"))
        .anyMatch(f -> f.assessment().level().compareTo(level) <= 0);
  }

  private static boolean compressed(List<Input> inputs) {
    return inputs.stream().anyMatch(i -> !i.path().endsWith(i.name()));
  }

  private List<Input> inputs() throws IOException, SourceException {
    if (!live || !paths.contains("-")) {
      return StandardInput.kept(paths, environment.in(), out);
    }
    if (paths.size() > 1) {
      throw CommandException.usage("--live reads standard input alone; give - and nothing else.");
    }
    return StandardInput.asItComes(paths, environment.in(), out);
  }
}
