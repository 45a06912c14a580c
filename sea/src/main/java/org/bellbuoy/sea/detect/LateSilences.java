package org.bellbuoy.sea.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;

/** Works receptions that came late into silences that they interrupt. */
public final class LateSilences {
  private LateSilences() {}

  /**
   * The events with every silence cut at the late receptions inside it; pieces shorter than the
   * least length are no silences. Late receptions themselves are left out of what comes back.
   *
   * @param events in {@link SeaEvent#ORDER}
   */
  public static List<SeaEvent> workIn(List<SeaEvent> events, long minSilenceMillis) {
    List<SeaEvent> result = new ArrayList<>();
    int from = 0;
    while (from < events.size()) {
      int to = from;
      while (to < events.size() && events.get(to).mmsi() == events.get(from).mmsi()) {
        to++;
      }
      vessel(events.subList(from, to), minSilenceMillis, result);
      from = to;
    }
    result.sort(SeaEvent.ORDER);
    return result;
  }

  private static void vessel(List<SeaEvent> events, long minSilenceMillis, List<SeaEvent> result) {
    List<SeaEvent.LateHeard> late = new ArrayList<>();
    for (SeaEvent event : events) {
      if (event instanceof SeaEvent.LateHeard one) {
        late.add(one);
      }
    }
    for (SeaEvent event : events) {
      switch (event) {
        case SeaEvent.LateHeard ignored -> {}
        case SeaEvent.Silence silence -> cut(silence, late, minSilenceMillis, result);
        case SeaEvent.Identity identity -> result.add(identity);
        case SeaEvent.PositionLoss loss -> result.add(loss);
        case SeaEvent.Told ignored -> {}
      }
    }
  }

  private static void cut(
      SeaEvent.Silence silence,
      List<SeaEvent.LateHeard> late,
      long minSilenceMillis,
      List<SeaEvent> result) {
    SeaEvent.Silence rest = silence;
    for (SeaEvent.LateHeard one : late) {
      if (one.fromMillis() <= rest.fromMillis() || one.fromMillis() >= rest.toMillis()) {
        continue;
      }
      SeaEvent.End fix = one.fix();
      SeaEvent.Silence before = ending(rest, one, fix);
      if (before.millis() >= minSilenceMillis) {
        result.add(before);
      }
      rest = beginning(rest, one, fix);
    }
    if (rest.millis() >= minSilenceMillis) {
      result.add(rest);
    }
  }

  private static SeaEvent.Silence ending(
      SeaEvent.Silence s,
      SeaEvent.LateHeard at,
      SeaEvent.@org.jspecify.annotations.Nullable End fix) {
    return new SeaEvent.Silence(
        s.mmsi(),
        s.hull(),
        s.fromMillis(),
        at.fromMillis(),
        false,
        s.before(),
        fix,
        s.fromPlace(),
        s.fixPlace(),
        at.place(),
        s.equipmentClass(),
        s.usualTopKnots(),
        s.speedReports(),
        s.heardSlotsOfLastTen(),
        s.signal(),
        s.followedMillis(),
        s.rangeMetres(),
        s.numberHeardMillis() <= at.fromMillis() ? s.numberHeardMillis() : AisRecord.NO_TIME,
        s.stations(),
        s.trailBefore(),
        null,
        s.fixesBefore(),
        List.of());
  }

  private static SeaEvent.Silence beginning(
      SeaEvent.Silence s,
      SeaEvent.LateHeard at,
      SeaEvent.@org.jspecify.annotations.Nullable End fix) {
    return new SeaEvent.Silence(
        s.mmsi(),
        s.hull(),
        at.fromMillis(),
        s.toMillis(),
        s.open(),
        fix == null ? s.before() : fix,
        s.after(),
        at.place(),
        // Without a position in it, the last fix stays the one before.
        fix == null ? s.fixPlace() : at.place(),
        s.toPlace(),
        s.equipmentClass(),
        s.usualTopKnots(),
        s.speedReports(),
        0,
        0,
        s.followedMillis(),
        s.rangeMetres(),
        s.isNumberHeard() ? Math.max(s.numberHeardMillis(), at.fromMillis()) : AisRecord.NO_TIME,
        s.stations(),
        s.trailBefore(),
        s.trailAfter(),
        // What was heard in between came too late to be followed: its signal is not known.
        List.of(),
        s.fixesAfter());
  }
}
