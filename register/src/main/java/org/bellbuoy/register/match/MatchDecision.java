package org.bellbuoy.register.match;

import java.util.List;

/**
 * That two records were taken for one, or for two, and why. Never changed; taken back by a {@link
 * DecisionLog.Undo}.
 *
 * @param id of the decision, unique in its log
 * @param leftId one record
 * @param rightId the other
 * @param oneThing whether they were taken for one
 * @param by who decided: a person or a rule with its version
 * @param atEpochMillis when
 * @param reasons in sentences
 */
public record MatchDecision(
    String id,
    String leftId,
    String rightId,
    boolean oneThing,
    String by,
    long atEpochMillis,
    List<String> reasons) {
  /** Keeps a copy. */
  public MatchDecision {
    reasons = List.copyOf(reasons);
  }
}
