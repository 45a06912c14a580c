package org.bellbuoy.core.export;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.run.Run;

/**
 * Whether the data behind a finding were recorded or made up. Only the run knows: a name that says
 * so may come from anyone.
 */
public enum Origin {
  /** The run says that an input is simulated. */
  SIMULATED("simulated"),
  /** The run says nothing of the kind. */
  RECORDED("recorded"),
  /** The run's ledger is not at hand. */
  NOT_TOLD("not-told");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  /** The word that exports carry. */
  public String word() {
    return word;
  }

  /** What is known from one run, for all its findings. */
  public static Origin of(Run run) {
    return run.simulated() ? SIMULATED : RECORDED;
  }

  /** Looks up each finding's run among these. */
  public static Function<Finding, Origin> among(Collection<Run> runs) {
    Map<String, Origin> known = new HashMap<>();
    for (Run run : runs) {
      // One run may be kept twice; a single word of simulation counts.
      known.merge(run.id(), of(run), (a, b) -> a == SIMULATED ? a : b);
    }
    return finding -> known.getOrDefault(finding.run(), NOT_TOLD);
  }
}
