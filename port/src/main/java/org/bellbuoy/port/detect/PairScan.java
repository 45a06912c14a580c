package org.bellbuoy.port.detect;

import org.jspecify.annotations.Nullable;

/** Whether one device was felt over by another, by what it was asked. Pure. */
enum PairScan {
  /** Many functions, of which many are not there. */
  FUNCTIONS("functions"),
  /** Many points, most of them once. */
  POINTS("points");

  private static final double MOST_ONCE = 0.6;
  private static final double MOST_STEPS = 0.7;
  private static final int FEW_REFUSED = 3;

  private final String word;

  PairScan(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** How it was felt over; null where it was not. */
  static @Nullable PairScan of(ControlPair pair, ScanOptions options) {
    if (pair.functions.size() >= options.leastFunctions()
        && pair.refusedFunctions.size() * 3 >= pair.functions.size()) {
      return FUNCTIONS;
    }
    boolean once = pair.points.size() >= MOST_ONCE * pair.pointsAsked;
    if (!once || pair.points.size() < options.leastPoints()) {
      return null;
    }
    boolean refused = pair.refusedRequests.size() >= FEW_REFUSED;
    boolean walks =
        pair.points.size() >= options.walkPoints() && pair.steps >= MOST_STEPS * pair.pointsAsked;
    return refused || walks ? POINTS : null;
  }
}
