package org.bellbuoy.sea.simulate;

/**
 * What is staged: four ways in which a ship goes quiet, of which only one is an act of its crew.
 */
public enum ActKind {
  /** A cargo ship switches its transponder off in good coverage and crosses a cable slowly. */
  SWITCHED_OFF,
  /** A ship sails beyond every station's range, and comes back when time is left. */
  OUT_OF_RANGE,
  /** A station hears nothing. */
  RECEIVER_OUTAGE,
  /** A ship goes on transmitting without a position. */
  GNSS_LOST
}
