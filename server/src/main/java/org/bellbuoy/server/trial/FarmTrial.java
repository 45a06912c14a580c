package org.bellbuoy.server.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmScenario;
import org.bellbuoy.server.simulate.FarmSimulation;
import org.bellbuoy.server.simulate.FarmTruth;
import org.bellbuoy.server.simulate.FarmTruth.Act;
import org.bellbuoy.server.sweep.ServerSweep;
import org.bellbuoy.server.sweep.SweepOptions;
import org.bellbuoy.server.tree.Fleet;
import org.bellbuoy.server.tree.FleetException;
import org.bellbuoy.server.tree.ServerTrees;
import org.bellbuoy.server.tree.TreeLimits;

/**
 * A farm that was simulated, written, swept and is held against its truth. The sweep gets the
 * farm's files and its fleet file; of the truth it gets nothing.
 */
public final class FarmTrial {
  private final FarmTruth truth;
  private final ServerSweep.Result result;

  private FarmTrial(FarmTruth truth, ServerSweep.Result result) {
    this.truth = truth;
    this.result = result;
  }

  /**
   * Writes a farm into a folder and sweeps it. Costs some 10 s and 50 MB of disk for a farm of
   * {@link FarmScenario#trial}.
   *
   * @throws java.nio.file.FileAlreadyExistsException where the folder holds a farm already
   */
  public static FarmTrial of(FarmScenario scenario, Path folder, SweepOptions options)
      throws IOException, SourceException {
    FarmTruth truth = FarmSimulation.of(scenario).write(folder);
    return new FarmTrial(truth, sweep(folder, options));
  }

  /** Sweeps a farm that was written before. */
  public static ServerSweep.Result sweep(Path folder, SweepOptions options)
      throws IOException, SourceException {
    ServerSweep sweep = new ServerSweep(options, "trial", () -> 0L);
    try (RejectLog rejects = RejectLog.counting()) {
      Fleet fleet = Fleet.read(folder.resolve("fleet.yaml"));
      return sweep.run(
          ServerTrees.open(List.of(), fleet, TreeLimits.defaults()), rejects, Progress.silent());
    } catch (FleetException e) {
      throw new IllegalStateException("the simulator wrote a fleet file that cannot be read", e);
    }
  }

  /** What was staged. */
  public FarmTruth truth() {
    return truth;
  }

  /** What the sweep says. */
  public ServerSweep.Result result() {
    return result;
  }

  /** Findings about what an act did, in their order. */
  public List<Finding> answering(Act act) {
    return result.findings().stream().filter(f -> Answers.is(f, act)).toList();
  }

  /** Adds what this trial shows to a table. */
  public void addTo(TrialTable table) {
    for (Act act : truth.acts()) {
      // Whether a package is missing or a number hidden is told by the patch, not by a finding.
      if (act.kind() != ActKind.HALF_PATCHED && act.kind() != ActKind.HEADER_ONLY_BUILD) {
        add(act, table);
      }
    }
    Set<String> notEntered = new HashSet<>();
    for (FarmTruth.ServerTruth server : truth.servers()) {
      if (server.entry().compareTo(ActState.SUCCEEDED) < 0) {
        notEntered.add(server.host());
      }
    }
    for (Finding finding : result.findings()) {
      // An act on an entered server leaves more than the truth lists line by line.
      if (notEntered.contains(finding.assets().getFirst().id())
          && truth.acts().stream().noneMatch(act -> Answers.is(finding, act))) {
        table.ordinary(finding);
      }
    }
    for (FarmTruth.ServerTruth server : truth.servers()) {
      table.verdict(server.entry(), level(server.host()));
    }
    table.farm(truth.servers().size(), result.run().counts().getOrDefault("rows", 0L));
  }

  /** The level of the claim that a server was entered. */
  public Level level(String host) {
    return result.verdicts().stream()
        .filter(v -> v.identity().host().equals(host))
        .findFirst()
        .orElseThrow()
        .level();
  }

  private void add(Act act, TrialTable table) {
    List<Finding> mine = answering(act);
    TrialTable.Row row = table.row(act.kind());
    if (act.benign()) {
      // The same address or file may have done worse in another act.
      List<Finding> own = mine.stream().filter(f -> !answersHarm(f, act)).toList();
      Level worst = worst(own);
      row.twin(worst);
      if (worst == Level.LIKELY || worst == Level.POSSIBLE) {
        table.note("twin called " + worst.word(), act, own);
      }
      return;
    }
    boolean right = rightState(act, mine);
    boolean far = toldFarther(act, mine);
    row.act(!mine.isEmpty(), right, far);
    if (mine.isEmpty() || !right) {
      table.note(mine.isEmpty() ? "not found" : "told with a lesser state", act, mine);
    } else if (far) {
      table.note("told farther than it came", act, mine);
    }
  }

  /** Whether findings of an attempt that failed, and of nothing else, say that it came through. */
  private boolean toldFarther(Act act, List<Finding> mine) {
    return (act.state() == ActState.ATTEMPTED || act.state() == ActState.BLOCKED)
        && mine.stream()
            .filter(f -> !answersHarm(f, act))
            .anyMatch(f -> Answers.state(f).compareTo(ActState.SUCCEEDED) >= 0);
  }

  private static Level worst(List<Finding> findings) {
    Level worst = Level.UNLIKELY;
    for (Finding finding : findings) {
      Level level = finding.assessment().level();
      worst = level.compareTo(worst) < 0 ? level : worst;
    }
    return worst;
  }

  /** Whether findings say that an act came at least as far as it did. */
  private static boolean rightState(Act act, List<Finding> mine) {
    if (act.state() == ActState.CANNOT_TELL || !act.kind().isEntry()) {
      return !mine.isEmpty();
    }
    // Of a page that was deleted again, more than that it was there cannot be shown.
    ActState least = act.kind() == ActKind.DELETED_SHELL ? ActState.SUCCEEDED : act.state();
    return mine.stream().anyMatch(f -> Answers.state(f).compareTo(least) >= 0);
  }

  private boolean answersHarm(Finding finding, Act but) {
    return truth.acts().stream()
        .anyMatch(other -> !other.benign() && !other.equals(but) && Answers.is(finding, other));
  }
}
