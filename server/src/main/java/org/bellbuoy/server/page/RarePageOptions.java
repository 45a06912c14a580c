package org.bellbuoy.server.page;

/**
 * What {@link RarePages} judges by.
 *
 * @param mostClients pages of more clients are not rare
 * @param leastRequests pages of fewer answers are left out
 * @param strong points from which a page is strong, if some trait is decisive
 * @param medium points from which it is medium
 * @param weak points from which it is told at all
 * @param longSpanMillis only in a log at least so long does it say something when a page was first
 *     seen
 * @param leastPeers with fewer pages there is nothing to compare with
 */
public record RarePageOptions(
    int mostClients,
    int leastRequests,
    double strong,
    double medium,
    double weak,
    long longSpanMillis,
    int leastPeers) {
  /** As measured in docs/server-detectors.md. */
  public static RarePageOptions defaults() {
    return new RarePageOptions(Page.FEW_CLIENTS, 3, 9, 6, 4, 7 * 86_400_000L, 20);
  }
}
