package org.bellbuoy.sea.reception;

import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.bellbuoy.sea.feed.ReportingInterval;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.track.Hull;

/**
 * Turns consecutive fixes of a hull into what was expected and received, place by place.
 *
 * <p>Missed transmissions are laid evenly on the way between two fixes up to {@link
 * #BRIDGED_MILLIS} apart. After that, and for a hull that never comes back, it is taken to have
 * gone on as it went for {@link #FADE_MILLIS}: a place from which everybody vanishes must not look
 * well heard.
 */
public final class ReceptionCounter {
  /** Fixes further apart than this are not joined by a straight way. */
  public static final long BRIDGED_MILLIS = 6L * 3_600_000;

  /** How long a vanished hull is still expected. */
  public static final long FADE_MILLIS = 3_600_000;

  private final ReceptionMap map;
  private final CountedReceiver receiver;

  /** Counts into that map what a receiver heard, or all did. */
  public ReceptionCounter(ReceptionMap map, CountedReceiver receiver) {
    this.map = map;
    this.receiver = receiver;
  }

  /** The map that is counted into. */
  public ReceptionMap map() {
    return map;
  }

  /** Counts a fix of a hull that still holds the fix before. */
  public void fix(int mmsi, Hull hull, AisRecord record) {
    boolean classB = isClassB(record.equipmentClass);
    int cell = Cells.of(record.latitudeE7 * 1e-7, record.longitudeE7 * 1e-7);
    long slot = ReceptionMap.slot(record.epochMillis);
    int heard = receiver.counts(record) ? 1 : 0;
    if (hull.fixes == 0) {
      map.add(cell, slot, classB, mmsi, 1, heard);
      return;
    }
    long apart = Math.max(0, record.epochMillis - hull.lastFixMillis);
    int interval =
        ReportingInterval.millis(
            hull.equipmentClass, hull.navigationalStatus, hull.speedDeciknots, false);
    if (apart <= ReceptionMap.SLOT_MILLIS) {
      // A report that comes early, in a turn say, was due all the same.
      map.add(cell, slot, classB, mmsi, Math.max(1.0, apart / (double) interval), heard);
      return;
    }
    map.add(cell, slot, classB, mmsi, 1, heard);
    if (apart <= BRIDGED_MILLIS) {
      missed(
          mmsi,
          classB,
          interval,
          hull.lastFixMillis,
          record.epochMillis,
          hull.latitude(),
          hull.longitude(),
          record.latitudeE7 * 1e-7,
          record.longitudeE7 * 1e-7);
    } else {
      fade(mmsi, hull, hull.lastFixMillis + FADE_MILLIS);
    }
  }

  /**
   * Counts that the one receiver heard a fix too that another had heard first.
   *
   * @param firstMillis when it was heard first
   */
  public void alsoHeard(int mmsi, Hull hull, AisRecord record, long firstMillis) {
    if (!receiver.isAll()
        && receiver.counts(record)
        && hull.heardByMillis(record.station) < firstMillis
        && Math.abs((long) record.latitudeE7) <= 900_000_000
        && Math.abs((long) record.longitudeE7) <= 1_800_000_000) {
      map.add(
          Cells.of(record.latitudeE7 * 1e-7, record.longitudeE7 * 1e-7),
          ReceptionMap.slot(firstMillis),
          isClassB(record.equipmentClass),
          mmsi,
          0,
          1);
    }
  }

  /** Counts a hull that was not heard again before the data ended. */
  public void vanished(int mmsi, Hull hull, long endMillis) {
    long until = Math.min(endMillis, hull.lastFixMillis + FADE_MILLIS);
    if (until - hull.lastFixMillis > ReceptionMap.SLOT_MILLIS) {
      fade(mmsi, hull, until);
    }
  }

  private void fade(int mmsi, Hull hull, long untilMillis) {
    double knots =
        hull.speedDeciknots < 0 || hull.speedDeciknots >= 1022 ? 0 : hull.speedDeciknots / 10.0;
    double run =
        hull.courseDecidegrees < 0
            ? 0
            : knots
                * Sphere.METRES_PER_SECOND_PER_KNOT
                * (untilMillis - hull.lastFixMillis)
                / 1000.0;
    double course = Math.max(0, hull.courseDecidegrees) / 10.0;
    missed(
        mmsi,
        isClassB(hull.equipmentClass),
        ReportingInterval.millis(
            hull.equipmentClass, hull.navigationalStatus, hull.speedDeciknots, false),
        hull.lastFixMillis,
        untilMillis,
        hull.latitude(),
        hull.longitude(),
        Sphere.destinationLatitude(hull.latitude(), course, run),
        Sphere.destinationLongitude(hull.latitude(), hull.longitude(), course, run));
  }

  private void missed(
      int mmsi,
      boolean classB,
      int intervalMillis,
      long fromMillis,
      long toMillis,
      double latitude1,
      double longitude1,
      double latitude2,
      double longitude2) {
    double turn = Sphere.wrapLongitude(longitude2 - longitude1);
    long at = fromMillis;
    while (at < toMillis) {
      long slot = ReceptionMap.slot(at);
      long end = Math.min(toMillis, (slot + 1) * ReceptionMap.SLOT_MILLIS);
      double share = ((at + end) / 2.0 - fromMillis) / (toMillis - fromMillis);
      int cell =
          Cells.of(
              latitude1 + (latitude2 - latitude1) * share,
              Sphere.wrapLongitude(longitude1 + turn * share));
      map.add(cell, slot, classB, mmsi, (end - at) / (double) intervalMillis, 0);
      at = end;
    }
  }

  /** Whether that class is counted with class B, whose signals are weaker. */
  public static boolean isClassB(EquipmentClass equipmentClass) {
    return equipmentClass == EquipmentClass.B_CS || equipmentClass == EquipmentClass.B_SO;
  }
}
