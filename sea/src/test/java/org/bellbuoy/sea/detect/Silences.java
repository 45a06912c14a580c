package org.bellbuoy.sea.detect;

import static org.bellbuoy.sea.track.Reports.START;

import java.util.List;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.Trail;
import org.jspecify.annotations.Nullable;

/** Silences made by hand: of a ship at 55 north 20 east that goes east at 12 knots. */
final class Silences {
  static final int MMSI = 230_123_456;
  static final long HOUR = 3_600_000;
  static final Place FROM = new Place(0, 100, 60, 1);
  static final Place FIX = new Place(0, 40, 60, 0);
  static final Place TO = new Place(0, 900, 60, 9);

  private Silences() {}

  static SeaEvent.End at(long sinceStart, int speedDeciknots, int status) {
    double metres = 12 * Sphere.METRES_PER_SECOND_PER_KNOT * sinceStart / 1000;
    return new SeaEvent.End(
        START + sinceStart,
        (int) Math.round(Sphere.destinationLatitude(55, 90, metres) * 1e7),
        (int) Math.round(Sphere.destinationLongitude(55, 20, 90, metres) * 1e7),
        speedDeciknots,
        900,
        status);
  }

  static SeaEvent.Silence under(long millis, boolean open) {
    return silence(millis, open, at(0, 120, 0), 10, List.of());
  }

  static SeaEvent.Silence silence(
      long millis, boolean open, SeaEvent.End before, int heardSlots, List<Integer> stations) {
    boolean still = before.speedDeciknots() < 5;
    SeaEvent.@Nullable End after =
        open ? null : still ? before : at(millis, before.speedDeciknots(), 0);
    return new SeaEvent.Silence(
        MMSI,
        1,
        START,
        START + millis,
        open,
        before,
        after,
        FROM,
        FIX,
        open ? null : TO,
        EquipmentClass.A,
        14,
        600,
        heardSlots,
        1,
        2 * HOUR,
        Double.NaN,
        org.bellbuoy.sea.feed.AisRecord.NO_TIME,
        stations,
        new Trail(4),
        null,
        List.of(START - 30_000, START - 20_000, START - 10_000, START),
        List.of());
  }
}
