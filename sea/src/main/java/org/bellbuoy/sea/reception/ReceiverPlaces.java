package org.bellbuoy.sea.reception;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Where receivers are, as known at a time: told by the feed (its own position, or range and bearing
 * of a ship), or else the middle of all it has heard. Moving receivers are followed. Fed with every
 * reception in order of time; asked only about what was known then. Not thread safe while fed.
 */
public final class ReceiverPlaces {
  /** How often a place is written down. */
  static final long STEP_MILLIS = 600_000;

  /** A place that moved less is the same place. */
  private static final double SAME_METRES = 500;

  /** Fixes before a middle means anything. */
  private static final int ENOUGH = 50;

  private static final double FIXED_POINT = 1e6;

  private final List<Station> stations = new ArrayList<>();

  /** A place from a time on. */
  private record Known(long fromMillis, double latitude, double longitude, boolean told) {}

  private static final class Station {
    long x;
    long y;
    long z;
    long fixes;
    double toldLatitude = Double.NaN;
    double toldLongitude = Double.NaN;
    long nextMillis = Long.MIN_VALUE;
    final List<Known> known = new ArrayList<>();
  }

  /** A place: latitude, longitude in degrees, and whether it was told and not reckoned. */
  public record Where(double latitude, double longitude, boolean told) {}

  /** Takes one reception; one that is behind tells nothing that was known in its time. */
  public void heard(AisRecord r) {
    if (r.isBehind()) {
      return;
    }
    Station station = station(r.station);
    boolean fix =
        r.latitudeE7 != AisRecord.NO_DEGREES
            && Math.abs((long) r.latitudeE7) <= 900_000_000L
            && Math.abs((long) r.longitudeE7) <= 1_800_000_000L;
    if (r.receiverLatitudeE7 != AisRecord.NO_DEGREES) {
      station.toldLatitude = r.receiverLatitudeE7 * 1e-7;
      station.toldLongitude = r.receiverLongitudeE7 * 1e-7;
    } else if (fix
        && Double.isNaN(station.toldLatitude)
        && !Double.isNaN(r.rangeMetres)
        && !Double.isNaN(r.bearingDegrees)
        && r.rangeMetres < 100_000) {
      // The way back from the ship; near ones only, whose bearing errs by the least.
      double back = (r.bearingDegrees + 180) % 360;
      double latitude = r.latitudeE7 * 1e-7;
      station.toldLatitude = Sphere.destinationLatitude(latitude, back, r.rangeMetres);
      station.toldLongitude =
          Sphere.destinationLongitude(latitude, r.longitudeE7 * 1e-7, back, r.rangeMetres);
    }
    if (fix && !r.ownVessel) {
      double latitude = Math.toRadians(r.latitudeE7 * 1e-7);
      double longitude = Math.toRadians(r.longitudeE7 * 1e-7);
      station.x += Math.round(Math.cos(latitude) * Math.cos(longitude) * FIXED_POINT);
      station.y += Math.round(Math.cos(latitude) * Math.sin(longitude) * FIXED_POINT);
      station.z += Math.round(Math.sin(latitude) * FIXED_POINT);
      station.fixes++;
    }
    if (r.epochMillis >= station.nextMillis) {
      station.nextMillis = r.epochMillis + STEP_MILLIS;
      note(station, r.epochMillis);
    }
  }

  private static void note(Station station, long epochMillis) {
    Known now;
    if (!Double.isNaN(station.toldLatitude)) {
      now = new Known(epochMillis, station.toldLatitude, station.toldLongitude, true);
    } else if (station.fixes >= ENOUGH) {
      now =
          new Known(
              epochMillis,
              Math.toDegrees(
                  Math.atan2(
                      (double) station.z, Math.hypot((double) station.x, (double) station.y))),
              Math.toDegrees(Math.atan2((double) station.y, (double) station.x)),
              false);
    } else {
      return;
    }
    if (station.known.isEmpty() || differs(station.known.getLast(), now)) {
      station.known.add(now);
    }
  }

  private static boolean differs(Known a, Known b) {
    return a.told() != b.told()
        || Sphere.distanceMetres(a.latitude(), a.longitude(), b.latitude(), b.longitude())
            > SAME_METRES;
  }

  /**
   * Where a receiver was as far as known at a time, null when it was not known yet.
   *
   * @param station its index, −1 for the one receiver of a feed that names none
   */
  public @org.jspecify.annotations.Nullable Where at(int station, long epochMillis) {
    if (station + 1 >= stations.size()) {
      return null;
    }
    Where found = null;
    for (Known one : stations.get(station + 1).known) {
      if (one.fromMillis() > epochMillis) {
        break;
      }
      found = new Where(one.latitude(), one.longitude(), one.told());
    }
    return found;
  }

  private Station station(int index) {
    while (stations.size() <= index + 1) {
      stations.add(new Station());
    }
    return stations.get(index + 1);
  }
}
