package org.bellbuoy.sea.track;

import java.util.Iterator;
import org.bellbuoy.core.identity.Mmsi;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.ReportingInterval;
import org.bellbuoy.sea.geo.Sphere;

/**
 * Joins the messages of one MMSI to hulls.
 *
 * <p>Several hypotheses are kept: a fix joins the open hull that predicts it best, or opens a new
 * one when no hull could have come there. A hull with fewer than {@link Hull#MATURE_FIXES} fixes is
 * noise until it has more; when it never gets them its fixes are rejects. Only then may anyone
 * speak of speed. After the multi-hypothesis segmentation of Global Fishing Watch (gpsdio-segment),
 * with tighter bounds for feeds that lose no messages. Stateless; all state is in {@link Vessel}.
 */
public final class Tracker {
  /** A second reception of a message comes within this time; later it is a repeat of old data. */
  static final long DUPLICATE_MILLIS = 30_000;

  /** Beyond this age an equal payload may be sent afresh. */
  static final long STALE_MILLIS = 900_000;

  /** Receivers' clocks differ; a record this much older than the last is still in order. */
  static final long ORDER_SLACK_MILLIS = 2_000;

  /** A young hull without a further fix for this long was noise. */
  static final long NOISE_MILLIS = 1_800_000;

  /** A static or positionless message is taken for hulls heard within this time. */
  static final long ATTRIBUTE_MILLIS = 24L * 3_600_000;

  /** Open hypotheses at most. */
  static final int MAX_HULLS = 20;

  /** 91 degrees: position not available. */
  private static final int LATITUDE_NOT_AVAILABLE = 910_000_000;

  /** 181 degrees: position not available. */
  private static final int LONGITUDE_NOT_AVAILABLE = 1_810_000_000;

  /** Within about a kilometre of 0,0: a receiver that has no fix. */
  private static final int NULL_ISLAND_E7 = 100_000;

  /** Takes one record of the vessel. */
  public void follow(Vessel vessel, AisRecord record, TrackListener listener) {
    long hash = record.payloadHash != 0 ? record.payloadHash : signature(record);
    boolean repeat = false;
    for (int i = 0; i < Vessel.MEMORY; i++) {
      if (vessel.recentHash[i] == hash) {
        long age = Math.abs(record.epochMillis - vessel.recentMillis[i]);
        if (age <= DUPLICATE_MILLIS) {
          if (!record.isBehind()) {
            alsoHeard(vessel, i, record, listener);
          }
          listener.duplicate(vessel, record);
          return;
        }
        repeat |= age <= STALE_MILLIS;
      }
    }
    vessel.recentHash[vessel.recentAt] = hash;
    vessel.recentMillis[vessel.recentAt] = record.epochMillis;
    vessel.recentHull[vessel.recentAt] = 0;
    int at = vessel.recentAt;
    vessel.recentAt = (vessel.recentAt + 1) % Vessel.MEMORY;

    takeStatic(vessel, record);
    boolean report =
        record.kind == AisRecord.Kind.POSITION || record.kind == AisRecord.Kind.POSITION_AND_STATIC;
    boolean late =
        vessel.lastMillis != AisRecord.NO_TIME
            && record.epochMillis < vessel.lastMillis - ORDER_SLACK_MILLIS;
    if (!report) {
      if (late) {
        listener.late(vessel, record, false);
      } else {
        vessel.lastMillis = Math.max(vessel.lastMillis, record.epochMillis);
        heardOnly(vessel, record, listener);
      }
      return;
    }
    String wrong = positionProblem(record);
    boolean lost = wrong == null && isWithoutPosition(record);
    if (late) {
      if (wrong != null) {
        listener.reject(wrong, place(record), positionText(record));
      }
      listener.late(vessel, record, wrong == null && !lost);
      return;
    }
    vessel.lastMillis = Math.max(vessel.lastMillis, record.epochMillis);
    prune(vessel, record.epochMillis, listener);
    if (wrong != null) {
      listener.reject(wrong, place(record), positionText(record));
      heardOnly(vessel, record, listener);
    } else if (lost) {
      heardOnly(vessel, record, listener);
      for (Hull hull : vessel.hulls) {
        if (isCandidate(hull, record.epochMillis)) {
          lose(hull, record);
        }
      }
    } else if (isStale(vessel, record, repeat)) {
      listener.reject(
          "stale-repeat",
          place(record),
          "the same position report as before although under way: " + positionText(record));
      heardOnly(vessel, record, listener);
    } else {
      vessel.recentHull[at] = join(vessel, record, listener);
    }
  }

  /** A second reception is of the hull that took the first, or of all where none did. */
  private static void alsoHeard(
      Vessel vessel, int remembered, AisRecord record, TrackListener listener) {
    int taker = vessel.recentHull[remembered];
    boolean there = vessel.hulls.stream().anyMatch(hull -> hull.number == taker);
    for (Hull hull : vessel.hulls) {
      if ((hull.number == taker || !there)
          && Math.abs(record.epochMillis - hull.lastHeardMillis) <= DUPLICATE_MILLIS) {
        listener.alsoHeard(vessel, hull, record, vessel.recentMillis[remembered]);
        hull.heardBy(record.station, record.epochMillis);
      }
    }
  }

  /** Joins the fix to a hull and returns that hull's number. */
  private static int join(Vessel vessel, AisRecord record, TrackListener listener) {
    Hull best = null;
    double bestError = Double.POSITIVE_INFINITY;
    for (Hull hull : vessel.hulls) {
      double error = DeadReckoning.discrepancyMetres(hull, record);
      // A ship is preferred to a stray position that happens to lie nearer.
      double weighed = hull.isMature() ? error : error * 2 + DeadReckoning.FIX_SLACK_METRES;
      if (error < Double.POSITIVE_INFINITY && weighed < bestError) {
        best = hull;
        bestError = weighed;
      }
    }
    if (best == null) {
      best = new Hull(vessel.nextHullNumber++);
      if (vessel.hulls.size() == MAX_HULLS) {
        makeRoom(vessel, listener);
      }
      vessel.hulls.add(best);
      // A jump is still a transmission of this MMSI: until the new hull has proved to be a ship,
      // the others count as heard, so that noise never makes a silence.
      for (Hull other : vessel.hulls) {
        if (other != best && isCandidate(other, record.epochMillis)) {
          hear(vessel, other, record, listener);
        }
      }
    } else if (!best.isMature()) {
      for (Hull other : vessel.hulls) {
        if (other != best && other.isMature() && isCandidate(other, record.epochMillis)) {
          hear(vessel, other, record, listener);
        }
      }
    }
    if (best.isMature() && vessel.hulls.size() > 1) {
      for (Hull other : vessel.hulls) {
        if (other != best && other.numberHeardMillis == AisRecord.NO_TIME) {
          other.numberHeardMillis = record.knownMillis();
        }
      }
      best = OneShip.survivor(vessel, best, record, listener);
    }
    listener.fix(vessel, best, record);
    take(vessel, best, record);
    return best.number;
  }

  private static void take(Vessel vessel, Hull hull, AisRecord record) {
    hull.signal(
        record.epochMillis,
        ReportingInterval.millis(
            hull.equipmentClass, hull.navigationalStatus, hull.speedDeciknots, false));
    if (hull.fixes == 0) {
      hull.firstFixMillis = record.epochMillis;
      hull.firstFixPlace = place(record);
    }
    hull.fixes++;
    hull.lastFixMillis = Math.max(hull.lastFixMillis, record.epochMillis);
    hull.latitudeE7 = record.latitudeE7;
    hull.longitudeE7 = record.longitudeE7;
    hull.speedDeciknots = record.speedDeciknots;
    hull.courseDecidegrees = record.courseDecidegrees;
    hull.navigationalStatus = record.navigationalStatus;
    hull.equipmentClass = record.equipmentClass;
    hull.rangeMetres =
        Double.isNaN(record.rangeMetres) && record.receiverLatitudeE7 != AisRecord.NO_DEGREES
            ? Sphere.distanceMetresE7(
                record.receiverLatitudeE7,
                record.receiverLongitudeE7,
                record.latitudeE7,
                record.longitudeE7)
            : record.rangeMetres;
    hull.lastFixPlace = place(record);
    hull.lostSinceMillis = AisRecord.NO_TIME;
    hull.lostLastMillis = AisRecord.NO_TIME;
    hull.lostReports = 0;
    if (record.speedDeciknots >= 0 && record.speedDeciknots < 1022) {
      hull.knotCounts[Math.min(63, record.speedDeciknots / 10)]++;
    }
    hull.trail.add(record.epochMillis, record.latitudeE7, record.longitudeE7);
    hull.recent(record.epochMillis);
    heardNow(vessel, hull, record);
  }

  /**
   * Takes a message without a fix for all hulls that are still followed; of several ships of the
   * number only for the one that had the last fix, so that no ship is heard in its namesake's
   * words.
   */
  private static void heardOnly(Vessel vessel, AisRecord record, TrackListener listener) {
    Hull latest = null;
    for (Hull hull : vessel.hulls) {
      if (hull.isMature() && (latest == null || hull.lastFixMillis > latest.lastFixMillis)) {
        latest = hull;
      }
    }
    for (Hull hull : vessel.hulls) {
      if (isCandidate(hull, record.epochMillis) && (!hull.isMature() || hull == latest)) {
        hear(vessel, hull, record, listener);
      }
    }
  }

  static void hear(Vessel vessel, Hull hull, AisRecord record, TrackListener listener) {
    listener.heardWithoutFix(vessel, hull, record);
    heardNow(vessel, hull, record);
  }

  private static void heardNow(Vessel vessel, Hull hull, AisRecord record) {
    hull.lastHeardKnownMillis = Math.max(hull.lastHeardKnownMillis, record.knownMillis());
    hull.heardName = vessel.name;
    hull.heardImo = vessel.imo;
    hull.lastHeardMillis = Math.max(hull.lastHeardMillis, record.epochMillis);
    hull.numberHeardMillis = AisRecord.NO_TIME;
    hull.lastHeardPlace = place(record);
    hull.lastStation = record.station;
    hull.heardBy(record.station, record.epochMillis);
    hull.heard(record.epochMillis);
  }

  private static void lose(Hull hull, AisRecord record) {
    if (hull.lostSinceMillis == AisRecord.NO_TIME) {
      hull.lostSinceMillis = record.epochMillis;
      hull.lostPlace = place(record);
      hull.lostReports = 0;
      hull.lostLastMillis = record.epochMillis;
    }
    hull.lostBeforeMillis = hull.lostLastMillis;
    hull.lostLastMillis = record.epochMillis;
    hull.lostReports++;
  }

  private static boolean isCandidate(Hull hull, long epochMillis) {
    return epochMillis - hull.lastHeardMillis <= ATTRIBUTE_MILLIS;
  }

  private static void prune(Vessel vessel, long nowMillis, TrackListener listener) {
    if (vessel.hulls.size() < 2) {
      return;
    }
    Iterator<Hull> hulls = vessel.hulls.iterator();
    while (hulls.hasNext()) {
      Hull hull = hulls.next();
      if (!hull.isMature() && nowMillis - hull.lastFixMillis > NOISE_MILLIS) {
        rejectUnconfirmed(vessel, hull, listener);
        hulls.remove();
      }
    }
  }

  /** Tells that no more records come: beside a ship, positions that nothing confirmed are noise. */
  public void finish(Vessel vessel, TrackListener listener) {
    if (vessel.hulls.stream().noneMatch(Hull::isMature)) {
      return;
    }
    Iterator<Hull> hulls = vessel.hulls.iterator();
    while (hulls.hasNext()) {
      Hull hull = hulls.next();
      if (!hull.isMature()) {
        rejectUnconfirmed(vessel, hull, listener);
        hulls.remove();
      }
    }
  }

  /** Makes room for one more hull: noise goes first, and never a ship while there is noise. */
  private static void makeRoom(Vessel vessel, TrackListener listener) {
    Hull oldest = vessel.hulls.getFirst();
    for (Hull hull : vessel.hulls) {
      if (hull.isMature() == oldest.isMature()
          ? hull.lastFixMillis < oldest.lastFixMillis
          : oldest.isMature()) {
        oldest = hull;
      }
    }
    if (!oldest.isMature()) {
      rejectUnconfirmed(vessel, oldest, listener);
    }
    listener.dropped(vessel, oldest);
    vessel.remove(oldest);
  }

  private static void rejectUnconfirmed(Vessel vessel, Hull hull, TrackListener listener) {
    if (hull.fixes > 1) {
      rejectJump(
          vessel,
          hull.firstFixPlace,
          hull.trail.latitudeE7(0),
          hull.trail.longitudeE7(0),
          listener);
    }
    rejectJump(vessel, hull.lastFixPlace, hull.latitudeE7, hull.longitudeE7, listener);
  }

  private static void rejectJump(
      Vessel vessel, Place place, int latitudeE7, int longitudeE7, TrackListener listener) {
    listener.reject(
        "jump",
        place,
        "position "
            + degrees(latitudeE7)
            + ", "
            + degrees(longitudeE7)
            + " is out of reach of every track of MMSI "
            + vessel.mmsi
            + " and was not confirmed");
  }

  private static void takeStatic(Vessel vessel, AisRecord record) {
    if (record.name != null && !record.name.isBlank()) {
      vessel.name = record.name;
    }
    if (record.callSign != null && !record.callSign.isBlank()) {
      vessel.callSign = record.callSign;
    }
    if (Mmsi.isImoNumber(record.imo)) {
      vessel.imo = record.imo;
    }
    if (record.shipType > 0) {
      vessel.shipType = record.shipType;
    }
    if (record.toBowMetres > 0 || record.toSternMetres > 0) {
      vessel.lengthMetres = Math.max(0, record.toBowMetres) + Math.max(0, record.toSternMetres);
    }
  }

  /**
   * The word for an impossible position, or null for a possible one or one that is not available.
   */
  private static @org.jspecify.annotations.Nullable String positionProblem(AisRecord record) {
    int latitude = record.latitudeE7;
    int longitude = record.longitudeE7;
    if (latitude == AisRecord.NO_DEGREES
        || longitude == AisRecord.NO_DEGREES
        || latitude == LATITUDE_NOT_AVAILABLE
        || longitude == LONGITUDE_NOT_AVAILABLE) {
      return null;
    }
    if (Math.abs((long) latitude) > 900_000_000L || Math.abs((long) longitude) > 1_800_000_000L) {
      return "impossible-position";
    }
    if (Math.abs(latitude) < NULL_ISLAND_E7 && Math.abs(longitude) < NULL_ISLAND_E7) {
      return "null-island";
    }
    return null;
  }

  private static boolean isWithoutPosition(AisRecord record) {
    return record.latitudeE7 == AisRecord.NO_DEGREES
        || record.longitudeE7 == AisRecord.NO_DEGREES
        || record.latitudeE7 == LATITUDE_NOT_AVAILABLE
        || record.longitudeE7 == LONGITUDE_NOT_AVAILABLE
        || record.utcSecond >= 61;
  }

  private static boolean isStale(Vessel vessel, AisRecord record, boolean repeat) {
    if (record.speedDeciknots < 30 || record.speedDeciknots >= 1022) {
      return false;
    }
    if (repeat && record.payloadHash != 0) {
      return true;
    }
    for (Hull hull : vessel.hulls) {
      if (hull.latitudeE7 == record.latitudeE7
          && hull.longitudeE7 == record.longitudeE7
          && hull.speedDeciknots == record.speedDeciknots
          && record.epochMillis - hull.lastFixMillis > DUPLICATE_MILLIS) {
        return true;
      }
    }
    return false;
  }

  private static long signature(AisRecord record) {
    long hash = record.epochMillis * 0x9E3779B97F4A7C15L + record.type;
    hash = (hash ^ record.latitudeE7) * 0xC2B2AE3D27D4EB4FL;
    hash = (hash ^ record.longitudeE7) * 0x165667B19E3779F9L;
    hash = (hash ^ record.speedDeciknots) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  static Place place(AisRecord record) {
    return new Place(record.source, record.offset, record.length, record.line);
  }

  private static String positionText(AisRecord record) {
    return "position "
        + degrees(record.latitudeE7)
        + ", "
        + degrees(record.longitudeE7)
        + " of MMSI "
        + record.mmsi;
  }

  private static String degrees(int e7) {
    return String.format(java.util.Locale.ROOT, "%.5f", e7 * 1e-7);
  }
}
