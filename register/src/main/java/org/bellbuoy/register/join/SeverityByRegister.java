package org.bellbuoy.register.join;

import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Moves a severity by what rules found; a pure function. */
final class SeverityByRegister {
  /** Code of the reason that tells of a move. */
  static final String CODE = "severity-by-register";

  private SeverityByRegister() {}

  /**
   * A severity after the rules.
   *
   * @param reason what moved it; null where nothing did
   */
  record Moved(Severity severity, @Nullable Reason reason) {}

  /**
   * One step up where any rule that is on says so, else one step down where one says so.
   *
   * @param found why, by the rule that found it, in the order of the rules
   * @param on rules that are switched on
   */
  static Moved move(Severity from, Map<SeverityRule, String> found, Set<SeverityRule> on) {
    for (int steps : new int[] {1, -1}) {
      for (SeverityRule rule : SeverityRule.values()) {
        String why = found.get(rule);
        if (why != null && on.contains(rule) && rule.steps() == steps) {
          Severity to = step(from, steps);
          return to == from ? new Moved(from, null) : new Moved(to, reason(from, to, rule, why));
        }
      }
    }
    return new Moved(from, null);
  }

  private static Severity step(Severity from, int steps) {
    Severity[] all = Severity.values();
    return all[Math.clamp(from.ordinal() + steps, 0, all.length - 1)];
  }

  private static Reason reason(Severity from, Severity to, SeverityRule rule, String why) {
    return Reason.of(
        CODE,
        "Severity from %s to %s by the rule %s: %s The assessment is as without a register."
            .formatted(word(from), word(to), rule.word(), why));
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(java.util.Locale.ROOT);
  }
}
