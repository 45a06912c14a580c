package org.bellbuoy.sea.detect;

/**
 * How fast a ship can have gone while nobody heard it.
 *
 * @param knots the bound
 * @param basis in words, where it comes from
 */
public record SpeedBound(double knots, String basis) {
  /** Reports of speed from which on a ship's own history counts. */
  static final long ENOUGH_REPORTS = 60;

  /** History below this speed says only that the ship lay still. */
  static final double MOVING_KNOTS = 5;

  /**
   * The bound for a ship.
   *
   * @param shipType AIS type, −1 unknown
   * @param usualTopKnots from its own reports, 0 unknown
   * @param reports how many of them
   * @param neededKnots what it must have made to come back where it did: the bound is never less
   * @param marginPercent how much faster it may go than it did in 99 % of its reports
   */
  public static SpeedBound of(
      int shipType, double usualTopKnots, long reports, double neededKnots, double marginPercent) {
    double type = typeKnots(shipType);
    double knots;
    String basis;
    if (reports >= ENOUGH_REPORTS && usualTopKnots >= MOVING_KNOTS) {
      knots = usualTopKnots * (1 + marginPercent / 100);
      basis = "its own usual top speed and " + percent(marginPercent) + " %";
    } else {
      knots = type;
      basis = shipType > 0 ? "the usual top speed of its type" : "the usual top speed of ships";
    }
    double needed = neededKnots * 1.05;
    return needed > knots
        ? new SpeedBound(needed, "the speed it needed to come back where it did")
        : new SpeedBound(knots, basis);
  }

  private static String percent(double value) {
    return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
  }

  /** A speed in knots that few ships of that AIS type exceed. */
  static double typeKnots(int shipType) {
    return switch (shipType < 0 ? -1 : shipType / 10) {
      case 2, 4 -> 45;
      case 3 ->
          switch (shipType) {
            case 30, 33, 34 -> 16;
            case 31, 32 -> 15;
            case 36 -> 15;
            default -> 30;
          };
      case 5 -> shipType == 52 ? 15 : 30;
      case 6 -> 30;
      case 7 -> 25;
      case 8 -> 18;
      default -> 25;
    };
  }
}
