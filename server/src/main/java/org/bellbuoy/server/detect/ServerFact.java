package org.bellbuoy.server.detect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.json.SecretText;

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

  /** Code of the reason that an attempt ended in status 500, which does not show that it failed. */
  public static final String UNTOLD_500 = "status-500";

  /** Whether it is an attempt of which the status does not tell how it ended. */
  public boolean endsUntold() {
    return state == EntryState.ATTEMPTED
        && reasons.stream().anyMatch(reason -> reason.code().equals(UNTOLD_500));
  }

  public ServerFact {
    TreeMap<String, String> safe = new TreeMap<>(about);
    // A digest of a file is told on purpose; any other long run may be a key.
    safe.replaceAll((name, value) -> name.equals("sha256") ? value : SecretText.blot(value));
    about = Collections.unmodifiableMap(safe);
    reasons = List.copyOf(reasons);
    traces = List.copyOf(traces);
  }
}
