package org.bellbuoy.sea.feed;

import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;

/**
 * How often a station must transmit its position (ITU-R M.1371-6, Annex 1, tables 1 and 2; for
 * class B "SO" the nominal column).
 */
public final class ReportingInterval {
  /** Status 1: at anchor. */
  public static final int AT_ANCHOR = 1;

  /** Status 5: moored. */
  public static final int MOORED = 5;

  private static final int SLOW_MILLIS = 180_000;

  private ReportingInterval() {}

  /**
   * The nominal interval in milliseconds.
   *
   * @param equipmentClass class of the station; {@code OTHER} is taken as class A
   * @param navigationalStatus 0 to 15, or −1: only a status of at anchor or moored slows class A
   *     down, a ship that lies still without saying so must go on every 10 s
   * @param speedDeciknots speed in tenths of a knot, or −1, which is taken as under 14 knots
   * @param changingCourse whether the heading differs from its 30-second mean by more than 5
   *     degrees
   */
  public static int millis(
      EquipmentClass equipmentClass,
      int navigationalStatus,
      int speedDeciknots,
      boolean changingCourse) {
    return switch (equipmentClass) {
      case A, OTHER -> classA(navigationalStatus, speedDeciknots, changingCourse);
      case B_SO -> classBSelfOrganising(speedDeciknots);
      case B_CS -> speedDeciknots > 20 || speedDeciknots < 0 ? 30_000 : SLOW_MILLIS;
    };
  }

  private static int classA(int status, int speedDeciknots, boolean changingCourse) {
    if (status == AT_ANCHOR || status == MOORED) {
      // The status decides alone: however fast, a ship that says so need send no more often.
      return speedDeciknots <= 30 ? SLOW_MILLIS : 10_000;
    }
    if (speedDeciknots > 230) {
      return 2_000;
    }
    if (speedDeciknots > 140) {
      return changingCourse ? 2_000 : 6_000;
    }
    return changingCourse ? 3_333 : 10_000;
  }

  private static int classBSelfOrganising(int speedDeciknots) {
    if (speedDeciknots > 230) {
      return 5_000;
    }
    if (speedDeciknots > 140) {
      return 15_000;
    }
    return speedDeciknots > 20 || speedDeciknots < 0 ? 30_000 : SLOW_MILLIS;
  }
}
