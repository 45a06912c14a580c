package org.bellbuoy.server.sigma;

import java.util.List;
import java.util.Map;

/**
 * How rules are read and what is kept of their hits.
 *
 * @param fullUri whether {@code cs-uri-query} and {@code c-uri-query} of web logs are also tested
 *     against path, question mark and query: many public rules look for a path there
 * @param plusIsSpace whether a plus sign in a user agent, as IIS writes it, may also be a space
 * @param placeholders values of placeholders of the modifier {@code expand}, by name without
 *     percent signs
 * @param mostKeptHits places kept of each rule
 * @param mostCorrelationEvents events kept for correlation rules in all; those after them are
 *     counted
 * @param mostFiles files read of a folder of rules; those after them are told
 * @param mostFileBytes longest file of rules, in bytes
 */
public record SigmaOptions(
    boolean fullUri,
    boolean plusIsSpace,
    Map<String, List<String>> placeholders,
    int mostKeptHits,
    int mostCorrelationEvents,
    int mostFiles,
    int mostFileBytes) {
  public SigmaOptions {
    placeholders = Map.copyOf(placeholders);
  }

  /** Both lenient readings on, no placeholders, 20 places a rule, 500,000 events. */
  public static SigmaOptions defaults() {
    return new SigmaOptions(true, true, Map.of(), 20, 500_000, 50_000, 1 << 20);
  }

  /** The same with another reading of queries. */
  public SigmaOptions withFullUri(boolean on) {
    return new SigmaOptions(
        on,
        plusIsSpace,
        placeholders,
        mostKeptHits,
        mostCorrelationEvents,
        mostFiles,
        mostFileBytes);
  }

  /** The same with values of placeholders. */
  public SigmaOptions withPlaceholders(Map<String, List<String>> values) {
    return new SigmaOptions(
        fullUri,
        plusIsSpace,
        values,
        mostKeptHits,
        mostCorrelationEvents,
        mostFiles,
        mostFileBytes);
  }

  /** The same with other bounds of what is kept. */
  public SigmaOptions withKept(int hits, int correlationEvents) {
    return new SigmaOptions(
        fullUri, plusIsSpace, placeholders, hits, correlationEvents, mostFiles, mostFileBytes);
  }
}
