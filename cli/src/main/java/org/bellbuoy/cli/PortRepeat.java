package org.bellbuoy.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.PolicyFile;
import org.bellbuoy.port.watch.PortWatch;
import org.bellbuoy.port.watch.PortWatchOptions;
import org.bellbuoy.register.join.Clues;

/** Repeats a port watch as its ledger tells, wherever its captures lie now. */
final class PortRepeat {
  private PortRepeat() {}

  /**
   * What the watch finds now, by id.
   *
   * @param after what is done to its findings, with what it knows of devices
   */
  static Map<UUID, Finding> repeat(
      Environment environment,
      Run run,
      List<FindingsCommandSources.Located> located,
      BiFunction<List<Finding>, Clues, List<Finding>> after)
      throws SourceException, IOException {
    List<Input> inputs = new ArrayList<>();
    List<Input> knownGood = new ArrayList<>();
    PolicyFile policy = null;
    for (int i = 0; i < located.size(); i++) {
      Input input = located.get(i).input();
      if (input != null) {
        // Findings name a source as the run did, wherever it lies now.
        Input named =
            new Input(
                run.inputs().get(i).name(),
                input.path(),
                input.storedBytes(),
                input.wholeFile(),
                input.opener());
        if (run.inputs().get(i).format().equals(PolicyFile.FORMAT)) {
          policy = PolicyFile.read(named);
          continue;
        }
        boolean good = run.inputs().get(i).format().startsWith(PortWatch.KNOWN_GOOD);
        (good ? knownGood : inputs).add(named);
      }
    }
    PortWatchOptions options =
        PortWatchOptions.fromParameters(run.parameters())
            .withKnownGood(knownGood)
            .withPolicy(policy);
    Progress progress =
        new Progress(
            environment.terminal(),
            environment.err(),
            environment.nanoTime(),
            inputs.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    Map<UUID, Finding> found = new HashMap<>();
    try (RejectLog rejects = RejectLog.counting()) {
      PortWatch.Result result =
          new PortWatch(options, Version.text(), environment.nanoTime())
              .run(inputs, rejects, progress);
      after
          .apply(result.findings(), PortWatchRun.clues(result))
          .forEach(finding -> found.put(finding.id(), finding));
    }
    return found;
  }
}
