package org.bellbuoy.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.join.Clues;
import org.bellbuoy.server.sweep.ServerSweep;

/**
 * Repeats a sweep as its ledger tells. A tree is more than its files: where each lies and when it
 * was changed is judged too, so a sweep is repeated in the place of its trees or not at all.
 */
final class SweepRepeat {
  /** The command as the ledger names it. */
  static final String COMMAND = "server sweep";

  private SweepRepeat() {}

  /**
   * What the sweep finds now, by id.
   *
   * @param after what is done to findings when the sweep is over
   */
  static Map<UUID, Finding> repeat(
      Environment environment,
      Run run,
      List<FindingsCommandSources.Located> located,
      BiFunction<List<Finding>, Clues, List<Finding>> after)
      throws FindingsCommandRepeat.Impossible, IOException, SourceException {
    List<SourceInfo> inputs = run.inputs();
    for (int i = 0; i < located.size(); i++) {
      if (!located.get(i).path().equals(inputs.get(i).path())) {
        throw new FindingsCommandRepeat.Impossible(
            SafeText.visible(inputs.get(i).path())
                + " is not in its place; a sweep can only be repeated where its trees lay."
                + " --evidence-only looks at the quoted bytes.");
      }
    }
    SweepAsked asked = SweepAsked.of(run.parameters());
    SweepAsked.Told told;
    try {
      told = asked.read(environment.processors());
    } catch (CommandException e) {
      throw new FindingsCommandRepeat.Impossible(String.valueOf(e.getMessage()));
    }
    told.given()
        .forEach(
            (name, digest) -> {
              if (!digest.equals(run.parameters().get(name))) {
                throw new IllegalArgumentException(
                    "What --"
                        + name.substring(0, name.length() - GivenDigests.SUFFIX.length())
                        + " names has other bytes than the run read.");
              }
            });
    ServerSweep sweep = new ServerSweep(told.options(), Version.text(), environment.nanoTime());
    var trees = told.open();
    long bytes = SweepRun.bytes(trees);
    Progress progress =
        new Progress(environment.terminal(), environment.err(), environment.nanoTime(), bytes);
    ServerSweep.Result result;
    try (RejectLog rejects = RejectLog.counting()) {
      result = sweep.run(trees, rejects, progress);
    }
    if (!result.run().id().equals(run.id())) {
      throw new FindingsCommandRepeat.Impossible(
          "The trees hold other files than the run read: one that no finding rests on was added,"
              + " changed or removed.");
    }
    Map<UUID, Finding> found = new HashMap<>();
    after
        .apply(result.findings(), SweepRun.clues(result.verdicts()))
        .forEach(finding -> found.put(finding.id(), finding));
    return found;
  }
}
