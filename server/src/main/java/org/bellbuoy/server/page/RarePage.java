package org.bellbuoy.server.page;

import java.util.List;
import org.bellbuoy.core.finding.Reason;

/**
 * A page that is used as hardly any other of its server.
 *
 * @param page which
 * @param points sum of its traits
 * @param weight what the points come to
 * @param reasons its traits, each with its number
 */
public record RarePage(Page page, double points, Weight weight, List<Reason> reasons) {
  public RarePage {
    reasons = List.copyOf(reasons);
  }

  /** What points come to. */
  public enum Weight {
    /** Told beside something stronger. */
    WEAK,
    /** Unusual. */
    MEDIUM,
    /** Hardly explained otherwise. */
    STRONG
  }
}
