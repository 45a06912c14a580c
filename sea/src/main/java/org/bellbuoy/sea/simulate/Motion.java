package org.bellbuoy.sea.simulate;

/** Where a ship is, as a pure function of time. */
interface Motion {
  /** When it comes into being. */
  long fromMillis();

  /** When it is gone. */
  long toMillis();

  /** Fills in the fix at this instant. */
  void at(long millis, Fix fix);
}
