package org.bellbuoy.store;

import java.time.Instant;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for; null asks for all.
 *
 * @param rule the rule's id
 * @param level assessment level
 * @param state where the finding stands
 * @param subject text within the subject's key or name, in either case
 * @param asset id of an asset it touches
 * @param from spans that end before this are left out
 * @param to spans that start at or after this are left out
 * @param run id of a run that found it, even when a later run found it again
 * @param limit at most this many, the earliest first
 */
public record FindingFilter(
    @Nullable String rule,
    @Nullable Level level,
    @Nullable State state,
    @Nullable String subject,
    @Nullable String asset,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String run,
    int limit) {
  private static final FindingFilter ALL =
      new FindingFilter(null, null, null, null, null, null, null, null, Integer.MAX_VALUE);

  public FindingFilter {
    if (limit < 0) {
      throw new IllegalArgumentException("limit: " + limit + " is below zero.");
    }
  }

  /** Every finding. */
  public static FindingFilter all() {
    return ALL;
  }

  /** The same for one rule. */
  public FindingFilter withRule(String id) {
    return new FindingFilter(id, level, state, subject, asset, from, to, run, limit);
  }

  /** The same for one level. */
  public FindingFilter withLevel(Level only) {
    return new FindingFilter(rule, only, state, subject, asset, from, to, run, limit);
  }

  /** The same for one state. */
  public FindingFilter withState(State only) {
    return new FindingFilter(rule, level, only, subject, asset, from, to, run, limit);
  }

  /** The same for subjects whose key or name holds that text. */
  public FindingFilter withSubject(String text) {
    return new FindingFilter(rule, level, state, text, asset, from, to, run, limit);
  }

  /** The same for findings that touch that asset. */
  public FindingFilter withAsset(String id) {
    return new FindingFilter(rule, level, state, subject, id, from, to, run, limit);
  }

  /** The same for spans that reach into that time. */
  public FindingFilter between(@Nullable Instant start, @Nullable Instant end) {
    return new FindingFilter(rule, level, state, subject, asset, start, end, run, limit);
  }

  /** The same for one run. */
  public FindingFilter withRun(String id) {
    return new FindingFilter(rule, level, state, subject, asset, from, to, id, limit);
  }

  /** The same with at most that many. */
  public FindingFilter withLimit(int atMost) {
    return new FindingFilter(rule, level, state, subject, asset, from, to, run, atMost);
  }
}
