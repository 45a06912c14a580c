package org.bellbuoy.port.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thresholds of {@code port.scan}.
 *
 * @param leastTargets so many different hosts that one actor tried in vain on a day are a scan
 * @param leastPorts so many different ports of one host that one actor tried in vain on a day
 * @param mostTries whoever tries the same host and port more often than this is waiting for it, not
 *     scanning
 * @param leastFunctions so many different functions asked of one device, a third of them refused
 * @param leastPoints so many different points asked of one device, most of them once
 * @param walkPoints so many where nothing is refused and most lie one next to another
 */
public record ScanOptions(
    int leastTargets,
    int leastPorts,
    int mostTries,
    int leastFunctions,
    int leastPoints,
    int walkPoints) {
  /** The defaults. */
  public static ScanOptions defaults() {
    return new ScanOptions(8, 8, 5, 15, 40, 100);
  }

  /** All of them by name, for the ledger. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("scan-targets", Integer.toString(leastTargets));
    all.put("scan-ports", Integer.toString(leastPorts));
    all.put("scan-most-tries", Integer.toString(mostTries));
    all.put("scan-functions", Integer.toString(leastFunctions));
    all.put("scan-points", Integer.toString(leastPoints));
    all.put("scan-walk-points", Integer.toString(walkPoints));
    return all;
  }

  /**
   * The thresholds that a ledger tells.
   *
   * @throws IllegalArgumentException a sentence, when one is missing or cannot be
   */
  public static ScanOptions fromParameters(Map<String, String> told) {
    return new ScanOptions(
        (int) ControlOptions.number(told, "scan-targets", ""),
        (int) ControlOptions.number(told, "scan-ports", ""),
        (int) ControlOptions.number(told, "scan-most-tries", ""),
        (int) ControlOptions.number(told, "scan-functions", ""),
        (int) ControlOptions.number(told, "scan-points", ""),
        (int) ControlOptions.number(told, "scan-walk-points", ""));
  }
}
