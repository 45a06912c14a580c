package org.bellbuoy.port.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What evidence is judged by.
 *
 * @param sees what the keeper says that the capture sees all of
 * @param leastWindowNanos a capture that covers less supports nothing
 * @param mostGapNanos a longer time without any packet counts as a gap
 * @param leastObservable a smaller share of the streams' bytes supports nothing
 * @param longSessionNanos a session that lasts longer does not end after a set time
 * @param failures so many failed logins in a row are many
 * @param floodPackets packets a second to one address that make a flood
 * @param newAfterShare what first shows after this share of the window is new
 */
public record EvidenceOptions(
    Set<Place> sees,
    long leastWindowNanos,
    long mostGapNanos,
    double leastObservable,
    long longSessionNanos,
    int failures,
    int floodPackets,
    double newAfterShare) {
  private static final long HOUR = 3_600_000_000_000L;

  public EvidenceOptions {
    sees = Set.copyOf(sees);
  }

  /** The defaults; nothing stated. */
  public static EvidenceOptions defaults() {
    return new EvidenceOptions(Set.of(), 24 * HOUR, HOUR, 0.99, 8 * HOUR, 10, 5000, 0.25);
  }

  /** The same with a statement of what the capture sees all of. */
  public EvidenceOptions withSees(Set<Place> places) {
    return new EvidenceOptions(
        places,
        leastWindowNanos,
        mostGapNanos,
        leastObservable,
        longSessionNanos,
        failures,
        floodPackets,
        newAfterShare);
  }

  /** The same with other demands on the capture. */
  public EvidenceOptions withDemands(long leastWindow, long mostGap, double observable) {
    return new EvidenceOptions(
        sees,
        leastWindow,
        mostGap,
        observable,
        longSessionNanos,
        failures,
        floodPackets,
        newAfterShare);
  }

  /** The same with other thresholds. */
  public EvidenceOptions withThresholds(long longSession, int most, int flood) {
    return new EvidenceOptions(
        sees,
        leastWindowNanos,
        mostGapNanos,
        leastObservable,
        longSession,
        most,
        flood,
        newAfterShare);
  }

  /** All by name, with units. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("sees", String.join(",", new TreeSet<>(sees.stream().map(Place::word).toList())));
    all.put("least-window-seconds", Long.toString(leastWindowNanos / 1_000_000_000L));
    all.put("most-gap-seconds", Long.toString(mostGapNanos / 1_000_000_000L));
    all.put("least-observable", Double.toString(leastObservable));
    all.put("long-session-seconds", Long.toString(longSessionNanos / 1_000_000_000L));
    all.put("failures", Integer.toString(failures));
    all.put("flood-packets-per-second", Integer.toString(floodPackets));
    all.put("new-after-share", Double.toString(newAfterShare));
    return all;
  }
}
