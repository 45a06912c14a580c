package org.bellbuoy.server.sigma;

import java.util.List;
import java.util.Map;

/**
 * One time that a correlation held.
 *
 * @param rule which
 * @param group value by field of the group. Untrusted text
 * @param firstMillis time of its first record, milliseconds since 1970 UTC
 * @param lastMillis time of its last record
 * @param events records, or hits of correlations, that it rests on
 * @param measure what was measured: a count, sum, mean, percentile or share in percent
 * @param kept the first places, as many as the options say
 */
public record SigmaCorrelationHit(
    SigmaRule rule,
    Map<String, String> group,
    long firstMillis,
    long lastMillis,
    int events,
    double measure,
    List<SigmaPlace> kept) {
  public SigmaCorrelationHit {
    group = Map.copyOf(group);
    kept = List.copyOf(kept);
  }
}
