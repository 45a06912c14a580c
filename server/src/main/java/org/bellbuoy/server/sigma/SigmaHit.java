package org.bellbuoy.server.sigma;

import java.util.List;

/**
 * All hits of one rule.
 *
 * @param rule which
 * @param count records
 * @param neededFullUri how many of them hit only because the query was also tested as a full URI
 * @param firstMillis earliest time, milliseconds since 1970 UTC; {@link
 *     org.bellbuoy.server.log.WebRow#NO_TIME} where none is told
 * @param lastMillis latest time
 * @param kept the first of them in order of the records, as many as the options say
 */
public record SigmaHit(
    SigmaRule rule,
    long count,
    long neededFullUri,
    long firstMillis,
    long lastMillis,
    List<SigmaPlace> kept) {
  public SigmaHit {
    kept = List.copyOf(kept);
  }
}
