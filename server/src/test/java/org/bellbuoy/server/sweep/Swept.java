package org.bellbuoy.server.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmSimulation;
import org.bellbuoy.server.simulate.FarmTruth;
import org.bellbuoy.server.tree.Fleet;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;
import org.jspecify.annotations.Nullable;

/** What a sweep made of roots, put together as the command does it. */
record Swept(ServerSweep.Result result, String rejects) {
  private static final byte[] SECRET = "a secret of this test alone".getBytes();

  /** A farm that was written and swept. */
  record Farm(FarmTruth truth, Swept swept) {}

  static Farm farm(FarmScenario scenario, Path folder) throws Exception {
    FarmTruth truth = FarmSimulation.of(scenario).write(folder);
    return new Farm(truth, farm(folder, 2));
  }

  static Swept farm(Path folder, int threads) throws Exception {
    return of(List.of(), folder.resolve("fleet.yaml"), threads);
  }

  static Swept of(List<Path> roots, @Nullable Path fleet, int threads) throws Exception {
    Fleet told = fleet == null ? null : Fleet.read(fleet);
    SweepOptions options = SweepOptions.defaults(threads, SweepSecret.of(SECRET));
    ServerSweep sweep = new ServerSweep(options, "test", () -> 0L);
    Path file = Files.createTempFile("rejects", ".jsonl");
    try {
      ServerSweep.Result result;
      try (RejectLog rejects = RejectLog.to(file, sweep::sourceName)) {
        result =
            sweep.run(
                ServerTrees.open(roots, told, TreeLimits.defaults()), rejects, Progress.silent());
      }
      return new Swept(result, Files.readString(file));
    } finally {
      Files.delete(file);
    }
  }

  List<Finding> findings(String host) {
    return result.findings().stream().filter(f -> host(f).equals(host)).toList();
  }

  ServerVerdict verdict(String host) {
    return result.verdicts().stream()
        .filter(v -> v.identity().host().equals(host))
        .findFirst()
        .orElseThrow();
  }

  static String host(Finding finding) {
    return finding.assets().getFirst().id();
  }

  static String id(Finding finding, String name) {
    return finding.subject().ids().getOrDefault(name, "");
  }

  /** The state, as the first reason names it. */
  static String state(Finding finding) {
    return finding.reasons().getFirst().code().substring(ServerFindings.STATE.length());
  }

  static boolean telling(Finding finding) {
    return finding.assessment().level() == Level.LIKELY
        || finding.assessment().level() == Level.POSSIBLE;
  }

  static String line(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %s %s",
        host(finding),
        finding.rule(),
        finding.assessment().level().word(),
        state(finding),
        finding.from(),
        finding.subject().ids());
  }
}
