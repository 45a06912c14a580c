package org.bellbuoy.sea.track;

import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * Tells the hulls of an MMSI that are one ship from those that are several.
 *
 * <p>A ship that could also have made a fix is not silent, whoever it is taken to be of. Receivers
 * whose clock steps, and reports that come out of order, put a ship where it cannot have been at
 * that moment, and so make two hulls of one ship. From then on either could have made the fixes of
 * the other. Two ships that share a number contradict each other again and again: one comes back
 * after a fix of the other that it could not have made, or they are farther apart than a step could
 * put one ship. That is counted for each pair of hulls by itself, so that a third says nothing of
 * two. Stateless; cost per fix is that of the vessel's hulls.
 */
final class OneShip {
  /** For so long one must have been able to make all fixes of the other. */
  private static final long SAME_SHIP_MILLIS = 600_000;

  /** Clocks step by minutes; a hull that comes within reach of another's fixes later is a ship. */
  private static final long STEP_MILLIS = 1_800_000;

  /**
   * Two hulls that came back so often are two ships. A clock that steps forth and back brings them
   * back twice, and until they have been one for ten minutes it may do so again.
   */
  static final int SHIP_RETURNS = 6;

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
      if (other == survivor || !other.isMature() || !vessel.hulls.contains(other)) {
        continue;
      }
      if (DeadReckoning.discrepancyMetres(other, record) == Double.POSITIVE_INFINITY) {
        HullPair pair = vessel.pair(survivor, other);
        pair.contradicted(other.number, now);
        pair.tooFarForStep |= !couldBeStep(other, record);
        continue;
      }
      long apart = now - other.lastFixMillis;
      HullPair pair = vessel.knownPair(survivor, other);
      // Later it could have sailed to wherever another ship of the same number is.
      if (apart > STEP_MILLIS || !isOne(pair)) {
        continue;
      }
      boolean old = survivor.firstFixMillis < now - SAME_SHIP_MILLIS;
      boolean agreed = pair == null || pair.contradictedMillis < now - SAME_SHIP_MILLIS;
      if (old && apart > SAME_SHIP_MILLIS) {
        drop(vessel, other, listener);
      } else if (old && agreed && other.firstFixMillis < now - SAME_SHIP_MILLIS) {
        // Both get fixes in turn, and each could have made them all: the older one goes on.
        Hull younger = other.firstFixMillis < survivor.firstFixMillis ? survivor : other;
        survivor = younger == other ? survivor : other;
        drop(vessel, younger, listener);
      } else {
        Tracker.hear(vessel, other, record, listener);
      }
    }
    for (HullPair pair : vessel.pairs) {
      pair.fix(survivor.number);
    }
    return survivor;
  }

  private static boolean isOne(@Nullable HullPair pair) {
    return pair == null || !pair.tooFarForStep && pair.returns < SHIP_RETURNS;
  }

  /** A clock that steps moves a ship along its own way only: as far as it sails in that time. */
  private static boolean couldBeStep(Hull hull, AisRecord record) {
    double knots = Math.max(DeadReckoning.knots(hull.speedDeciknots), hull.usualTopKnots());
    knots = Math.max(knots, DeadReckoning.knots(record.speedDeciknots));
    double metres =
        Sphere.distanceMetresE7(
            hull.latitudeE7, hull.longitudeE7, record.latitudeE7, record.longitudeE7);
    double sailed = knots * Sphere.METRES_PER_SECOND_PER_KNOT * (STEP_MILLIS / 1000.0);
    return metres <= DeadReckoning.FIX_SLACK_METRES + DeadReckoning.REPORTED_SPEED_FACTOR * sailed;
  }

  private static void drop(Vessel vessel, Hull hull, TrackListener listener) {
    listener.dropped(vessel, hull);
    vessel.remove(hull);
  }
}
