package org.bellbuoy.register.control;

import org.bellbuoy.register.model.Share;

/**
 * From which share on a holder counts.
 *
 * @param units share in units of {@link Share#ONE}
 * @param orEqual whether exactly that much is enough
 */
public record Threshold(long units, boolean orEqual) {
  /** More than half of the votes. */
  public static final Threshold MAJORITY = new Threshold(Share.ONE / 2, false);

  /** Half or more: the rule of OFAC for property of blocked persons (FAQ 398 to 401). */
  public static final Threshold FIFTY_PERCENT = new Threshold(Share.ONE / 2, true);

  /** Whether a holding is enough. */
  public boolean reachedBy(long held) {
    return orEqual ? held >= units : held > units;
  }

  /** The least holding that is enough. */
  long least() {
    return orEqual ? units : units + 1;
  }

  /** In words, for example {@code more than 50 %}. */
  @Override
  public String toString() {
    return orEqual
        ? Share.percent(units) + " % or more"
        : "more than " + Share.percent(units) + " %";
  }
}
