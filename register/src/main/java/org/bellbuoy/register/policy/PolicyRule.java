package org.bellbuoy.register.policy;

import org.bellbuoy.core.finding.Severity;

/**
 * A rule as it is written.
 *
 * @param id its own word; findings name {@code policy.} and this
 * @param version raised by its keeper whenever it says something else
 * @param title what it is for, in a few words
 * @param severity how much it would matter
 * @param scope what it is asked of
 * @param expression in CEL, of type bool; true means that the rule is broken
 */
public record PolicyRule(
    String id, int version, String title, Severity severity, Scope scope, String expression) {
  /** What a rule is asked of. */
  public enum Scope {
    /** Each asset, as {@code asset}. */
    ASSET,
    /** Each named party, as {@code party}. */
    PARTY
  }
}
