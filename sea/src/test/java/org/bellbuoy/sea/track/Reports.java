package org.bellbuoy.sea.track;

import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;

/** Records made by hand. */
public final class Reports {
  /** 2026-01-10T00:00:00Z, on the edge of a ten-minute slot. */
  public static final long START = 1_768_003_200_000L;

  private Reports() {}

  /** A class A position report of a ship under way, without a payload. */
  public static AisRecord position(
      int mmsi, long epochMillis, double latitude, double longitude, double knots, double course) {
    AisRecord r = new AisRecord();
    r.kind = AisRecord.Kind.POSITION;
    r.equipmentClass = AisRecord.EquipmentClass.A;
    r.type = 1;
    r.mmsi = mmsi;
    r.epochMillis = epochMillis;
    r.latitudeE7 = (int) Math.round(latitude * 1e7);
    r.longitudeE7 = (int) Math.round(longitude * 1e7);
    r.speedDeciknots = (int) Math.round(knots * 10);
    r.courseDecidegrees = (int) Math.round(course * 10);
    r.navigationalStatus = 0;
    r.utcSecond = (int) (epochMillis / 1000 % 60);
    // Every record has bytes of its own.
    r.offset = epochMillis - START;
    r.length = 60;
    r.line = 1 + (epochMillis - START) / 1000;
    return r;
  }

  /** A report of a ship that left a place at START and keeps course and speed. */
  public static AisRecord onTheWay(
      int mmsi, long sinceStart, double latitude, double longitude, double knots, double course) {
    double metres = knots * Sphere.METRES_PER_SECOND_PER_KNOT * sinceStart / 1000;
    return position(
        mmsi,
        START + sinceStart,
        Sphere.destinationLatitude(latitude, course, metres),
        Sphere.destinationLongitude(latitude, longitude, course, metres),
        knots,
        course);
  }

  /** The same report without a position: 91 and 181 degrees. */
  public static AisRecord withoutPosition(AisRecord r) {
    r.latitudeE7 = 910_000_000;
    r.longitudeE7 = 1_810_000_000;
    r.utcSecond = 63;
    return r;
  }

  /** Name, type and dimensions. */
  public static AisRecord statics(int mmsi, long epochMillis, String name, int shipType) {
    AisRecord r = position(mmsi, epochMillis, 0, 0, 0, 0);
    r.kind = AisRecord.Kind.STATIC;
    r.type = 5;
    r.latitudeE7 = AisRecord.NO_DEGREES;
    r.longitudeE7 = AisRecord.NO_DEGREES;
    r.speedDeciknots = AisRecord.UNKNOWN;
    r.courseDecidegrees = AisRecord.UNKNOWN;
    r.navigationalStatus = AisRecord.UNKNOWN;
    r.utcSecond = AisRecord.UNKNOWN;
    r.name = name;
    r.shipType = shipType;
    return r;
  }
}
