package org.bellbuoy.port.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thresholds of {@code port.control}.
 *
 * @param learnShare share of the capture's span, from its beginning, whose pairs are taken as usual
 *     where nothing else tells what is usual; 0 to below 1
 * @param leastLearnNanos in captures shorter than this nothing is taken as usual
 * @param slaveAnswers a device that answered so often before it first asked was a slave
 * @param slaveNanos and for so long
 * @param sweepTargets commands of one kind to so many targets on a day are a sweep
 * @param probeRequests so many different requests of one actor to one target that are refused are
 *     probing
 * @param probeShare and at least this share of all it asked there
 * @param leastWrites ranges and values are learnt from so many writes of a kind of target or more
 */
public record ControlOptions(
    double learnShare,
    long leastLearnNanos,
    int slaveAnswers,
    long slaveNanos,
    int sweepTargets,
    int probeRequests,
    double probeShare,
    int leastWrites) {
  private static final long MILLI = 1_000_000;

  /** The defaults. */
  public static ControlOptions defaults() {
    return new ControlOptions(0.25, 10 * PortWords.MINUTE, 10, PortWords.MINUTE, 5, 5, 0.25, 20);
  }

  /** All of them by name, for the ledger. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("learn-share", Double.toString(learnShare));
    all.put("least-learn", leastLearnNanos / MILLI + " ms");
    all.put("slave-answers", Integer.toString(slaveAnswers));
    all.put("slave-span", slaveNanos / MILLI + " ms");
    all.put("sweep-targets", Integer.toString(sweepTargets));
    all.put("probe-requests", Integer.toString(probeRequests));
    all.put("probe-share", Double.toString(probeShare));
    all.put("least-writes", Integer.toString(leastWrites));
    return all;
  }

  /**
   * The thresholds that a ledger tells.
   *
   * @throws IllegalArgumentException a sentence, when one is missing or cannot be
   */
  public static ControlOptions fromParameters(Map<String, String> told) {
    return new ControlOptions(
        number(told, "learn-share", ""),
        (long) (number(told, "least-learn", " ms") * MILLI),
        (int) number(told, "slave-answers", ""),
        (long) (number(told, "slave-span", " ms") * MILLI),
        (int) number(told, "sweep-targets", ""),
        (int) number(told, "probe-requests", ""),
        number(told, "probe-share", ""),
        (int) number(told, "least-writes", ""));
  }

  static double number(Map<String, String> told, String name, String unit) {
    String value = told.get(name);
    if (value == null || !value.endsWith(unit)) {
      throw new IllegalArgumentException("The parameter " + name + " is missing.");
    }
    try {
      return Double.parseDouble(value.substring(0, value.length() - unit.length()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The parameter " + name + " is no number.", e);
    }
  }
}
