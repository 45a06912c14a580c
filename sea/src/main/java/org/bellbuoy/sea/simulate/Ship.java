package org.bellbuoy.sea.simulate;

/**
 * A ship, what it carries and what happens to its transponder.
 *
 * @param index order in the fleet; the key to all its chances
 * @param mmsi 200xxxxxx: MID 200 is not allocated
 * @param name begins with SIM
 * @param equipment kind of transponder
 * @param shipType ITU ship and cargo type
 * @param lengthMetres overall
 * @param beamMetres overall
 * @param draughtDecimetres as in type 5
 * @param motion where it is
 * @param role why it is there, for the truth
 * @param silent when it transmits nothing
 * @param withoutFix when it transmits without a position
 */
record Ship(
    int index,
    int mmsi,
    String name,
    Equipment equipment,
    int shipType,
    int lengthMetres,
    int beamMetres,
    int draughtDecimetres,
    Motion motion,
    String role,
    Span silent,
    Span withoutFix) {

  /** Kind of transponder. */
  enum Equipment {
    A,
    B_SELF_ORGANISING,
    B_CARRIER_SENSE
  }

  /**
   * From one instant to another, the second not included.
   *
   * @param fromMillis first
   * @param toMillis after the last
   */
  record Span(long fromMillis, long toMillis) {
    static final Span NEVER = new Span(0, 0);

    boolean contains(long millis) {
      return millis >= fromMillis && millis < toMillis;
    }
  }

  boolean classB() {
    return equipment != Equipment.A;
  }

  double antennaMetres() {
    return classB() ? 4 : lengthMetres > 60 ? 25 : 12;
  }

  String callSign() {
    return String.format(java.util.Locale.ROOT, "SIM%04d", index % 10_000);
  }
}
