package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * What each receiver gave, hour by hour, and how far it reached in each quarter of the day. Fed
 * with every reception; not thread safe. Memory grows with receivers and hours.
 */
final class ReceiverMeter {
  static final long HOUR_MILLIS = 3_600_000;
  static final long QUARTER_MILLIS = 6 * HOUR_MILLIS;

  /**
   * Ranges beyond 1,000 nm are taken for garbled positions. Ducts off California carried to 900 nm
   * in the recordings at hand, and beyond that only scattered positions came.
   */
  private static final int BINS = 100;

  private static final double BIN_METRES = 10 * Sphere.METRES_PER_NAUTICAL_MILE;
  private static final double NEARLY_ALL = 0.99;

  private final List<Meter> meters = new ArrayList<>();
  private final AisRecord record = new AisRecord();

  /** Six hours of one receiver. */
  private static final class Quarter {
    long receptions;
    int farthestMmsi;
    double farthestMetres = Double.NaN;
    double secondMetres = Double.NaN;
    final int[] ranges = new int[BINS];
    int ranged;
    long places;
    double x;
    double y;
    double z;
    int receiverLatitudeE7 = AisRecord.NO_DEGREES;
    int receiverLongitudeE7 = AisRecord.NO_DEGREES;

    void reached(int mmsi, double metres) {
      int bin = (int) (metres / BIN_METRES);
      if (!(metres >= 0) || bin >= BINS) {
        return;
      }
      ranges[bin]++;
      ranged++;
      if (mmsi == farthestMmsi && !Double.isNaN(farthestMetres)) {
        farthestMetres = Math.max(farthestMetres, metres);
      } else if (Double.isNaN(farthestMetres) || metres > farthestMetres) {
        secondMetres = farthestMetres;
        farthestMetres = metres;
        farthestMmsi = mmsi;
      } else if (Double.isNaN(secondMetres) || metres > secondMetres) {
        secondMetres = metres;
      }
    }

    void heardAt(double latitude, double longitude) {
      double phi = Math.toRadians(latitude);
      double lambda = Math.toRadians(longitude);
      x += Math.cos(phi) * Math.cos(lambda);
      y += Math.cos(phi) * Math.sin(lambda);
      z += Math.sin(phi);
      places++;
    }

    /** Upper edge of the bin that holds the last of nearly all ranges. */
    double nearlyAllMetres() {
      int left = (int) Math.ceil(ranged * NEARLY_ALL);
      for (int i = 0; i < BINS && left > 0; i++) {
        left -= ranges[i];
        if (left <= 0) {
          return (i + 1) * BIN_METRES;
        }
      }
      return Double.NaN;
    }

    Receiver.Quarter told(long fromMillis) {
      Geometry.Position middle =
          places == 0
              ? null
              : new Geometry.Position(
                  Math.toDegrees(Math.atan2(y, x)),
                  Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
      return new Receiver.Quarter(
          fromMillis,
          receptions,
          nearlyAllMetres(),
          secondMetres,
          middle,
          receiverLatitudeE7 == AisRecord.NO_DEGREES
              ? null
              : new Geometry.Position(receiverLongitudeE7 * 1e-7, receiverLatitudeE7 * 1e-7));
    }
  }

  private static final class Meter {
    final TreeMap<Long, long[]> hours = new TreeMap<>();
    final TreeMap<Long, Quarter> quarters = new TreeMap<>();
    long receptions;
    long hour = Long.MIN_VALUE;
    long[] inHour = new long[1];
    Quarter inQuarter = new Quarter();

    void heard(AisRecord r) {
      long now = Math.floorDiv(r.epochMillis, HOUR_MILLIS);
      if (now != hour) {
        hour = now;
        inHour = hours.computeIfAbsent(now, h -> new long[1]);
        inQuarter =
            quarters.computeIfAbsent(
                Math.floorDiv(r.epochMillis, QUARTER_MILLIS), q -> new Quarter());
      }
      receptions++;
      inHour[0]++;
      inQuarter.receptions++;
      if (r.receiverLatitudeE7 != AisRecord.NO_DEGREES) {
        inQuarter.receiverLatitudeE7 = r.receiverLatitudeE7;
        inQuarter.receiverLongitudeE7 = r.receiverLongitudeE7;
      }
      if (r.ownVessel || r.kind == AisRecord.Kind.BASE_STATION) {
        return;
      }
      boolean placed =
          Math.abs((long) r.latitudeE7) <= 900_000_000
              && Math.abs((long) r.longitudeE7) <= 1_800_000_000;
      if (placed) {
        inQuarter.heardAt(r.latitudeE7 * 1e-7, r.longitudeE7 * 1e-7);
      }
      boolean reckoned =
          Double.isNaN(r.rangeMetres) && placed && r.receiverLatitudeE7 != AisRecord.NO_DEGREES;
      inQuarter.reached(
          r.mmsi,
          reckoned
              ? Sphere.distanceMetresE7(
                  r.receiverLatitudeE7, r.receiverLongitudeE7, r.latitudeE7, r.longitudeE7)
              : r.rangeMetres);
    }
  }

  /** Takes a batch. */
  void heard(AisBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      batch.load(i, record);
      while (meters.size() <= record.station + 1) {
        meters.add(new Meter());
      }
      meters.get(record.station + 1).heard(record);
    }
  }

  /** All receivers that gave anything, the unnamed one first, then in order of their index. */
  List<Receiver> receivers(List<String> names, List<Outages.Outage> outages) {
    List<Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < meters.size(); i++) {
      Meter meter = meters.get(i);
      if (meter.receptions == 0) {
        continue;
      }
      int station = i - 1;
      List<Receiver.Hour> hours = new ArrayList<>();
      for (Map.Entry<Long, long[]> one : meter.hours.entrySet()) {
        hours.add(new Receiver.Hour(one.getKey() * HOUR_MILLIS, one.getValue()[0]));
      }
      List<Receiver.Quarter> quarters = new ArrayList<>();
      for (Map.Entry<Long, Quarter> one : meter.quarters.entrySet()) {
        quarters.add(one.getValue().told(one.getKey() * QUARTER_MILLIS));
      }
      receivers.add(
          new Receiver(
              station < 0 ? SeaWatch.UNNAMED_RECEIVER : names.get(station),
              meter.receptions,
              hours,
              quarters,
              outages.stream().filter(o -> o.station() == station).toList()));
    }
    return receivers;
  }

  /** Distance between two places that may not be known; NaN then. */
  static double apartMetres(Geometry.@Nullable Position a, Geometry.@Nullable Position b) {
    return a == null || b == null
        ? Double.NaN
        : Sphere.distanceMetres(
            a.latitudeDegrees(), a.longitudeDegrees(), b.latitudeDegrees(), b.longitudeDegrees());
  }
}
