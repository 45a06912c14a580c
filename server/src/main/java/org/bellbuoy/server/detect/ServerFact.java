package org.bellbuoy.server.detect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Reason;

/**
 * One thing that happened to a server or is found on it.
 *
 * @param rule id of the rule, for example {@code server.toolshell}
 * @param state how far it came
 * @param strength how much it says by itself
 * @param fromMillis first trace's time, {@link #NO_TIME}
 * @param toMillis last trace's time, {@link #NO_TIME}
 * @param count traces there were, of which some are kept
 * @param about what it is about: {@code client}, {@code path}, {@code account}, {@code file},
 *     {@code sha256}, {@code agent}, {@code technique} and the like. Untrusted text
 * @param reasons why, most telling first
 * @param traces the first and the most telling bytes, by time; at most 50
 */
public record ServerFact(
    String rule,
    EntryState state,
    Strength strength,
    long fromMillis,
    long toMillis,
    long count,
    Map<String, String> about,
    List<Reason> reasons,
    List<Trace> traces) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public ServerFact {
    about = Collections.unmodifiableMap(new TreeMap<>(about));
    reasons = List.copyOf(reasons);
    traces = List.copyOf(traces);
  }
}
