package org.bellbuoy.sea.track;

import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;

/**
 * Tells the hulls of an MMSI that are one ship from those that are several.
 *
 * <p>A ship that could also have made a fix is not silent, whoever it is taken to be of. Receivers
 * whose clock steps, and reports that come out of order, put a ship where it cannot have been at
 * that moment, and so make two hulls of one ship. From then on either could have made the fixes of
 * the other. Two ships that share a number contradict each other again and again: each comes back
 * after a fix of the other that it could not have made. Stateless; cost per fix is that of the
 * vessel's hulls.
 */
final class OneShip {
  /** For so long one must have been able to make all fixes of the other. */
  private static final long SAME_SHIP_MILLIS = 600_000;

  /** Clocks step by minutes; a hull that comes within reach of another's fixes later is a ship. */
  private static final long STEP_MILLIS = 1_800_000;

  /**
   * A hull that came back so often after fixes that it could not have made is a ship of its own. A
   * clock that steps forth and back brings one back once or twice.
   */
  static final int SHIP_RETURNS = 3;

  private OneShip() {}

  /**
   * Hears, and in the end drops, the hulls that are the ship of this fix too; returns the hull that
   * is to take it.
   *
   * @param best the hull that predicts the fix best
   */
  static Hull survivor(Vessel vessel, Hull best, AisRecord record, TrackListener listener) {
    long now = record.epochMillis;
    Hull survivor = best;
    for (Hull other : List.copyOf(vessel.hulls)) {
      if (other == survivor || !other.isMature()) {
        continue;
      }
      if (DeadReckoning.discrepancyMetres(other, record) == Double.POSITIVE_INFINITY) {
        other.contradicted(now);
        continue;
      }
      long apart = now - other.lastFixMillis;
      // Later it could have sailed to wherever another ship of the same number is.
      if (apart > STEP_MILLIS || !isOne(survivor, other)) {
        continue;
      }
      boolean old = survivor.firstFixMillis < now - SAME_SHIP_MILLIS;
      if (old && apart > SAME_SHIP_MILLIS) {
        drop(vessel, other, listener);
      } else if (old
          && other.firstFixMillis < now - SAME_SHIP_MILLIS
          && other.contradictedMillis < now - SAME_SHIP_MILLIS
          && survivor.contradictedMillis < now - SAME_SHIP_MILLIS) {
        // Both get fixes in turn, and each could have made them all: the older one goes on.
        Hull younger = other.firstFixMillis < survivor.firstFixMillis ? survivor : other;
        survivor = younger == other ? survivor : other;
        drop(vessel, younger, listener);
      } else {
        Tracker.hear(vessel, other, record, listener);
      }
    }
    return survivor;
  }

  /** One began when the other ended, or they hardly ever contradicted each other. */
  private static boolean isOne(Hull hull, Hull other) {
    return hull.firstFixMillis >= other.lastFixMillis - SAME_SHIP_MILLIS
        || hull.returns < SHIP_RETURNS
        || other.returns < SHIP_RETURNS;
  }

  private static void drop(Vessel vessel, Hull hull, TrackListener listener) {
    listener.dropped(vessel, hull);
    vessel.hulls.remove(hull);
  }
}
