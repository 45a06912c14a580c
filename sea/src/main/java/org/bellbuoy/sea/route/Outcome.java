package org.bellbuoy.sea.route;

/** What came of asking for the ways over water within a reach. */
public sealed interface Outcome {
  /** Land lies within the reach, and ways lead round it; the water reach belongs to one thread. */
  record ByWater(WaterReach reach) implements Outcome {}

  /** The straight distance stands, and why. */
  record Straight(Why why) implements Outcome {}

  /** Why land was not considered. */
  enum Why {
    /** There is none within the reach, so nothing changes. */
    NO_LAND,
    /** The reach is too large for cells of use, or comes too near to a pole. */
    TOO_LARGE,
    /** A fix lies far inside drawn land: on a lake or a river, or it is false. */
    INLAND,
    /** By the coastlines no way over water leads from fix to fix in the time. */
    NO_WAY
  }
}
