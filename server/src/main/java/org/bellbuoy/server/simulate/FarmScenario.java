package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate. Equal scenarios give equal bytes.
 *
 * @param seed all chance comes from it
 * @param start first day, UTC
 * @param days how many days of logs
 * @param servers how many servers; two of three run SharePoint, the third Exchange
 * @param organisations how many organisations they belong to
 * @param requestsPerDay ordinary requests to each server on a working day
 * @param acts what is staged
 */
public record FarmScenario(
    long seed,
    LocalDate start,
    int days,
    int servers,
    int organisations,
    long requestsPerDay,
    List<StagedAct> acts) {

  /** Checks the numbers. */
  public FarmScenario {
    acts = List.copyOf(acts);
    within("days", days, 10, 400);
    within("servers", servers, 3, 400);
    within("organisations", organisations, 1, servers);
    if (requestsPerDay < 0 || requestsPerDay > 100_000_000) {
      throw new IllegalArgumentException(
          "requests per day must be 0 to 100000000, not " + requestsPerDay);
    }
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", not " + value);
    }
  }

  /** No acts: six servers of three organisations for fourteen days. */
  public static FarmScenario quiet() {
    return new FarmScenario(1, LocalDate.of(2025, 7, 14), 14, 6, 3, 250, List.of());
  }

  /** The demo: the quiet farm with every act in every state once. */
  public static FarmScenario demo() {
    return quiet().withActs(everyState(1, 1));
  }

  /** A larger farm for evaluation: every act in every state, in variants drawn by the seed. */
  public static FarmScenario trial(long seed) {
    return new FarmScenario(seed, LocalDate.of(2025, 7, 10), 21, 12, 5, 600, everyState(seed, 3));
  }

  private static List<StagedAct> everyState(long seed, int times) {
    List<StagedAct> acts = new ArrayList<>();
    Chance chance = Chance.of(seed, "variants");
    for (ActKind kind : ActKind.values()) {
      for (ActState state : kind.states()) {
        int count = Math.min(times, kind.variants());
        int first = chance.below(kind.variants());
        for (int i = 0; i < count; i++) {
          int variant = (first + i * Math.max(1, kind.variants() / count)) % kind.variants();
          acts.add(new StagedAct(kind, state, variant));
        }
      }
    }
    return acts;
  }

  /** The same with another seed; acts keep their variants. */
  public FarmScenario withSeed(long newSeed) {
    return new FarmScenario(newSeed, start, days, servers, organisations, requestsPerDay, acts);
  }

  /** The same from another day on. */
  public FarmScenario withStart(LocalDate newStart) {
    return new FarmScenario(seed, newStart, days, servers, organisations, requestsPerDay, acts);
  }

  /** The same for another number of days. */
  public FarmScenario withDays(int newDays) {
    return new FarmScenario(seed, start, newDays, servers, organisations, requestsPerDay, acts);
  }

  /**
   * The same with another number of servers and organisations. All acts at once want six servers of
   * three organisations or more: with fewer, writing may find no day left for one.
   */
  public FarmScenario withServers(int newServers, int newOrganisations) {
    return new FarmScenario(seed, start, days, newServers, newOrganisations, requestsPerDay, acts);
  }

  /** The same with another volume. */
  public FarmScenario withRequestsPerDay(long newRequests) {
    return new FarmScenario(seed, start, days, servers, organisations, newRequests, acts);
  }

  /** The same with these acts instead. */
  public FarmScenario withActs(List<StagedAct> newActs) {
    return new FarmScenario(seed, start, days, servers, organisations, requestsPerDay, newActs);
  }
}
