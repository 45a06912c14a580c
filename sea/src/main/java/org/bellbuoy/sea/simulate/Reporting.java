package org.bellbuoy.sea.simulate;

/** How often a station must report: ITU-R M.1371-6, annex 1, tables 1 and 2. */
final class Reporting {
  static final long STATIC_MILLIS = 360_000;
  static final long BASE_STATION_MILLIS = 10_000;

  /** Heading against its mean over 30 s above which a ship is changing course (annex 2, 4.3.3). */
  static final double TURNING_DEGREES = 5;

  /** How long the higher rate is kept after a turn (annex 2, 4.3.3). */
  static final long TURN_HOLD_MILLIS = 20_000;

  private Reporting() {}

  static long classAMillis(int status, double knots, boolean turning) {
    if (status == Fix.AT_ANCHOR || status == Fix.MOORED) {
      return knots > 3 ? 10_000 : 180_000;
    }
    if (knots <= 14) {
      return turning ? 3_333 : 10_000;
    }
    if (knots <= 23) {
      return turning ? 2_000 : 6_000;
    }
    return 2_000;
  }

  static long classBCarrierSenseMillis(double knots) {
    return knots <= 2 ? 180_000 : 30_000;
  }

  static long classBSelfOrganisingMillis(double knots) {
    if (knots <= 2) {
      return 180_000;
    }
    if (knots <= 14) {
      return 30_000;
    }
    return knots <= 23 ? 15_000 : 5_000;
  }

  /**
   * How far a transmission may lie from its nominal time. Class A and class B SO choose a slot
   * within a fifth of the interval (annex 2, 3.3.4.2.2: selection interval 0.2 times the
   * increment); class B CS within a third of it or 10 s, whichever is less (annex 7, 4.3.1).
   */
  static long halfWindowMillis(long intervalMillis, boolean carrierSense) {
    return carrierSense ? Math.min(intervalMillis / 3, 10_000) / 2 : intervalMillis / 10;
  }
}
