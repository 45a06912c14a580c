package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.jspecify.annotations.Nullable;

/**
 * Land and receivers around a ship: distance to shore, range, and land that stands between a ship
 * and its receiver, which VHF hardly passes. Safe for use by many threads once all was read.
 */
public final class Surroundings {
  /** Range taken where no receiver's place is known. */
  static final double UNKNOWN_RANGE_METRES = 40_000;

  /** Distance to shore is not told apart beyond. */
  private static final double FAR_FROM_SHORE_METRES = 100_000;

  private static final int SAMPLES = 60;
  private static final double NEAR_SHIP_METRES = 40_000;

  private final Atlas atlas;
  private final ReceiverPlaces receivers;

  /** Surroundings by a map of land and what is known of receivers. */
  public Surroundings(Atlas atlas, ReceiverPlaces receivers) {
    this.atlas = atlas;
    this.receivers = receivers;
  }

  /** Land between a ship and its receiver: in all, and in the forty kilometres nearest the ship. */
  record Land(double kilometres, double shareNearShip) {}

  /** Metres to the nearest shore, 0 on land, at most 100 km. */
  double shoreMetres(double latitude, double longitude) {
    if (atlas.isLand(latitude, longitude)) {
      return 0;
    }
    return Math.min(
        FAR_FROM_SHORE_METRES,
        atlas.distanceToShoreMetres(latitude, longitude, FAR_FROM_SHORE_METRES));
  }

  /** The nearest receiver of those that heard a ship, as known at a time; null where none is. */
  ReceiverPlaces.@Nullable Where receiver(
      List<Integer> stations, long epochMillis, double latitude, double longitude) {
    List<Integer> asked = stations.isEmpty() ? List.of(-1) : stations;
    ReceiverPlaces.Where best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int station : asked) {
      ReceiverPlaces.Where where = receivers.at(station, epochMillis);
      if (where == null) {
        continue;
      }
      double metres =
          Sphere.distanceMetres(latitude, longitude, where.latitude(), where.longitude());
      if (metres < least) {
        least = metres;
        best = where;
      }
    }
    return best;
  }

  /** Land on the way of a signal; none where the receiver's place is only reckoned. */
  Land land(ReceiverPlaces.@Nullable Where from, double latitude, double longitude) {
    if (from == null || !from.told()) {
      return new Land(0, 0);
    }
    double metres = Sphere.distanceMetres(from.latitude(), from.longitude(), latitude, longitude);
    double turn = Sphere.wrapLongitude(longitude - from.longitude());
    int land = 0;
    int near = 0;
    int nearLand = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double share = (i + 0.5) / SAMPLES;
      boolean isLand =
          atlas.isLand(
              from.latitude() + (latitude - from.latitude()) * share,
              Sphere.wrapLongitude(from.longitude() + turn * share));
      boolean isNear = (1 - share) * metres <= NEAR_SHIP_METRES;
      near += isNear ? 1 : 0;
      land += isLand ? 1 : 0;
      nearLand += isLand && isNear ? 1 : 0;
    }
    return new Land(metres / 1000 * land / SAMPLES, near == 0 ? 0 : nearLand / (double) near);
  }
}
