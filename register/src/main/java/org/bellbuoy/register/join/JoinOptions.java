package org.bellbuoy.register.join;

import java.util.Set;
import java.util.TreeSet;

/**
 * How findings are joined.
 *
 * @param rules rules of severity that are on
 * @param countries countries whose certain or stated control the keeper wants raised (ISO 3166-1
 *     alpha-2); none by default, for which country matters is the keeper's to say
 * @param mostParties most parties told for one finding
 */
public record JoinOptions(Set<SeverityRule> rules, Set<String> countries, int mostParties) {
  private static final int MOST_PARTIES = 60;

  public JoinOptions {
    rules = Set.copyOf(rules);
    countries = java.util.Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  /** All rules on, no country named. */
  public static JoinOptions defaults() {
    return new JoinOptions(Set.of(SeverityRule.values()), Set.of(), MOST_PARTIES);
  }
}
