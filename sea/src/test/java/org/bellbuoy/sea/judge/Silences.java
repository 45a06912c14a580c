package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;

/** Silences like others but for one thing. */
final class Silences {
  private Silences() {}

  static SeaEvent.Silence with(SeaEvent.Silence s, SeaEvent.End before) {
    return copy(s, before, s.signal(), s.followedMillis(), s.numberHeardMillis(), s.fixesBefore());
  }

  static SeaEvent.Silence numberHeard(SeaEvent.Silence s, long epochMillis) {
    return copy(s, s.before(), s.signal(), s.followedMillis(), epochMillis, s.fixesBefore());
  }

  static SeaEvent.Silence unknown(SeaEvent.Silence s) {
    SeaEvent.End b = s.before();
    return copy(
        s,
        new SeaEvent.End(b.epochMillis(), b.latitudeE7(), b.longitudeE7(), -1, -1, -1),
        0,
        0,
        s.numberHeardMillis(),
        List.of());
  }

  private static SeaEvent.Silence copy(
      SeaEvent.Silence s,
      SeaEvent.End before,
      double signal,
      long followedMillis,
      long numberHeardMillis,
      List<Long> fixesBefore) {
    return new SeaEvent.Silence(
        s.mmsi(),
        s.hull(),
        s.fromMillis(),
        s.toMillis(),
        s.open(),
        before,
        s.after(),
        s.fromPlace(),
        s.fixPlace(),
        s.toPlace(),
        s.equipmentClass(),
        s.usualTopKnots(),
        s.speedReports(),
        s.heardSlotsOfLastTen(),
        signal,
        followedMillis,
        s.rangeMetres(),
        numberHeardMillis,
        s.stations(),
        s.trailBefore(),
        s.trailAfter(),
        fixesBefore,
        s.fixesAfter());
  }
}
