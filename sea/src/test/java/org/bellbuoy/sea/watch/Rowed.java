package org.bellbuoy.sea.watch;

import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.feed.AisRecord.EquipmentClass;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.Trail;

/** Silences of one ship that differ in their times only. */
final class Rowed {
  private Rowed() {}

  static SeaEvent.Silence silence(SeaEvent.End at, long fromMillis, long toMillis) {
    Place place = new Place(0, 100, 60, 1);
    return new SeaEvent.Silence(
        219_000_001,
        1,
        fromMillis,
        toMillis,
        false,
        at,
        at,
        place,
        place,
        place,
        EquipmentClass.A,
        14,
        600,
        10,
        1,
        HOUR,
        Double.NaN,
        org.bellbuoy.sea.feed.AisRecord.NO_TIME,
        List.of(),
        new Trail(4),
        null,
        List.of(),
        List.of());
  }

  private static final long HOUR = 3_600_000;
}
