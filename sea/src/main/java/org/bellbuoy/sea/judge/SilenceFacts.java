package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.NearbyShare;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.reception.ReceptionCounter;

/**
 * All that is known of one silence at one moment, as numbers: everything but what a hearing model
 * adds. A moment while the silence lasts uses nothing after it.
 *
 * @param silence cut at the moment where it still lasted then
 * @param momentMillis when it is judged
 * @param ended whether it was over by then
 * @param intervalMillis what its class, status and speed made due
 * @param rangeMetres from its receiver, estimated where the feed does not tell
 * @param rangeTold whether the range is the feed's or a told receiver's
 * @param shoreMetres at the last fix, at most 100 km
 * @param shoreAfterMetres at the first fix after, NaN while it lasts
 * @param steps looks of four minutes
 * @param values by {@link Feature}, those of the hearing model still 0
 */
@SuppressWarnings("ArrayRecordComponent") // read only by this room, on a path walked very often
public record SilenceFacts(
    SeaEvent.Silence silence,
    long momentMillis,
    boolean ended,
    int intervalMillis,
    double rangeMetres,
    boolean rangeTold,
    double shoreMetres,
    double shoreAfterMetres,
    List<Chances.Step> steps,
    double[] values) {
  private static final int TEN_MINUTES = 5;
  private static final int HALF_HOUR = 15;
  private static final int MOST_SLOTS = 90;
  private static final long RANGE_TREND_MILLIS = 1_800_000;

  /**
   * Gathers what is known.
   *
   * @param own the ship's own series
   * @param hiding whether to look for hiding places too, which takes longer
   */
  public static SilenceFacts of(
      SeaEvent.Silence silence,
      HearingSeries own,
      Hearings hearings,
      Surroundings surroundings,
      long momentMillis,
      boolean hiding) {
    boolean ended = !silence.open() && silence.toMillis() <= momentMillis;
    SeaEvent.Silence s = ended ? silence : lasting(silence, momentMillis);
    boolean classB = ReceptionCounter.isClassB(s.equipmentClass());
    double[] v = new double[Feature.values().length];
    SeaEvent.End before = s.before();
    OwnSignal signal = OwnSignal.before(own, s.fromMillis());
    ReceiverPlaces.Where receiver =
        surroundings.receiver(s.stations(), s.fromMillis(), before.latitude(), before.longitude());
    boolean told = !Double.isNaN(s.rangeMetres()) || (receiver != null && receiver.told());
    double range = range(s.rangeMetres(), receiver, before);

    long followed = signal.followedMillis();
    for (int i = 0; i < 6; i++) {
      put(v, Feature.RATE_2_MIN, i, signal.rate(i, followed));
    }
    for (int i = 0; i < 5; i++) {
      put(v, Feature.LAST_2, i, signal.last(i, s.fixesBefore()));
    }
    put(v, Feature.GAP_30_MIN, 0, signal.longestGap(HALF_HOUR));
    put(v, Feature.GAP_60_MIN, 0, signal.longestGap(2 * HALF_HOUR));
    put(v, Feature.GAP_6_H, 0, signal.longestGap(180));
    put(v, Feature.GAPS_OVER_10_MIN_6_H, 0, signal.gaps(180, TEN_MINUTES));
    put(v, Feature.GAPS_OVER_30_MIN_12_H, 0, signal.gaps(360, HALF_HOUR));
    put(v, Feature.HEARD_SLOTS_OF_TEN, 0, s.heardSlotsOfLastTen());
    put(v, Feature.FOLLOWED, 0, followed / 3_600_000.0);
    put(v, Feature.RANGE_BEFORE, 0, Math.log(Math.max(1, range / 1000)));
    put(v, Feature.RANGE_GROWS, 0, rangeGrows(s, receiver) / 1000);
    double shore = surroundings.shoreMetres(before.latitude(), before.longitude());
    put(v, Feature.SHORE_BEFORE, 0, Math.log(0.5 + shore / 1000));
    Surroundings.Land land = surroundings.land(receiver, before.latitude(), before.longitude());
    put(v, Feature.LAND_TO_RECEIVER, 0, land.kilometres());
    put(v, Feature.LAND_NEAR_SHIP, 0, land.shareNearShip());
    put(v, Feature.SPEED_BEFORE, 0, before.knots());
    put(v, Feature.CLASS_B, 0, classB ? 1 : 0);
    put(v, Feature.LENGTH, 0, Math.log(Math.max(1, s.millis() / 60_000.0)));

    int first = HearingSeries.slot(s.fromMillis()) + 1;
    int last = HearingSeries.slot(Math.min(s.toMillis(), momentMillis));
    Windows windows = new Windows(hearings, s, range, classB);
    NearbyShare earlier = windows.fixed(first - 1 - HALF_HOUR, first - 1, before);
    NearbyShare ten = windows.fixed(first, Math.min(last, first + TEN_MINUTES), before);
    NearbyShare thirty = windows.fixed(first, Math.min(last, first + HALF_HOUR), before);
    NearbyShare meanwhile = windows.onWay(first, Math.min(last, first + MOST_SLOTS));
    for (int w = 0; w < NearbyShare.WIDTHS; w++) {
      put(v, Feature.OTHERS_BEFORE_NEAR, w, earlier.share(w));
      put(v, Feature.SHIPS_BEFORE_NEAR, w, Math.log1p(earlier.ships(w)));
      put(v, Feature.OTHERS_10_MIN_NEAR, w, ten.share(w));
      put(v, Feature.OTHERS_30_MIN_NEAR, w, thirty.share(w));
      put(v, Feature.OTHERS_MEANWHILE_NEAR, w, meanwhile.share(w));
      put(v, Feature.SHIPS_MEANWHILE_NEAR, w, Math.log1p(meanwhile.ships(w)));
    }
    double shoreAfter = Double.NaN;
    if (ended) {
      shoreAfter = after(v, s, own, surroundings, windows, first, last, range);
    }
    HearingModel.Onset onset =
        new HearingModel.Onset(
            v[Feature.RATE_30_MIN.ordinal()],
            v[Feature.RATE_180_MIN.ordinal()],
            v[Feature.LAST_5.ordinal()],
            s.heardSlotsOfLastTen(),
            v[Feature.RANGE_BEFORE.ordinal()],
            earlier.share(0),
            earlier.share(1));
    return new SilenceFacts(
        s,
        momentMillis,
        ended,
        signal.intervalMillis(),
        range,
        told,
        shore,
        shoreAfter,
        Chances.steps(s, onset, range, hearings, classB, momentMillis, hiding),
        v);
  }

  /** What is known once it was heard again; gives the distance to shore there. */
  private static double after(
      double[] v,
      SeaEvent.Silence s,
      HearingSeries own,
      Surroundings surroundings,
      Windows windows,
      int first,
      int last,
      double range) {
    OwnSignal signal = OwnSignal.after(own, s.toMillis());
    for (int i = 0; i < 5; i++) {
      put(v, Feature.RATE_AFTER_2_MIN, i, signal.rate(i, Long.MAX_VALUE));
      put(v, Feature.FIRST_2, i, signal.last(i, s.fixesAfter()));
    }
    put(v, Feature.GAP_AFTER_30_MIN, 0, signal.longestGap(HALF_HOUR));
    put(v, Feature.GAP_AFTER_60_MIN, 0, signal.longestGap(2 * HALF_HOUR));
    SeaEvent.End before = s.before();
    SeaEvent.End after = s.after();
    SeaEvent.End end = after == null ? before : after;
    ReceiverPlaces.Where receiver =
        surroundings.receiver(s.stations(), s.toMillis(), end.latitude(), end.longitude());
    double metres = range(Double.NaN, receiver, end);
    put(
        v,
        Feature.RANGE_AFTER,
        0,
        Math.log(Math.max(1, (receiver == null ? range : metres) / 1000)));
    double shore = surroundings.shoreMetres(end.latitude(), end.longitude());
    put(v, Feature.SHORE_AFTER, 0, Math.log(0.5 + shore / 1000));
    put(
        v,
        Feature.LAND_NEAR_SHIP_AFTER,
        0,
        surroundings.land(receiver, end.latitude(), end.longitude()).shareNearShip());
    double seconds = Math.max(60, (end.epochMillis() - before.epochMillis()) / 1000.0);
    double made =
        Sphere.distanceMetresE7(
                before.latitudeE7(), before.longitudeE7(), end.latitudeE7(), end.longitudeE7())
            / seconds
            / Sphere.METRES_PER_SECOND_PER_KNOT;
    put(v, Feature.PROGRESS, 0, made / (before.knots() + 1));
    int turn =
        before.courseDecidegrees() < 0 || end.courseDecidegrees() < 0
            ? 0
            : Math.abs(
                Math.floorMod(end.courseDecidegrees() - before.courseDecidegrees() + 1800, 3600)
                    - 1800);
    put(v, Feature.COURSE_CHANGE, 0, turn / 10.0);
    put(v, Feature.SPEED_AFTER, 0, end.knots());
    NearbyShare atEnd = windows.fixed(Math.max(first, last - HALF_HOUR), last, end);
    NearbyShare later = windows.fixed(last + 1, last + 1 + HALF_HOUR, end);
    for (int w = 0; w < NearbyShare.WIDTHS; w++) {
      put(v, Feature.OTHERS_AT_END_NEAR, w, atEnd.share(w));
      put(v, Feature.OTHERS_AFTER_NEAR, w, later.share(w));
    }
    return shore;
  }

  private static double range(
      double told,
      ReceiverPlaces.@org.jspecify.annotations.Nullable Where receiver,
      SeaEvent.End at) {
    if (!Double.isNaN(told)) {
      return told;
    }
    return receiver == null
        ? Surroundings.UNKNOWN_RANGE_METRES
        : Sphere.distanceMetres(
            at.latitude(), at.longitude(), receiver.latitude(), receiver.longitude());
  }

  /** Metres by which the range grew over the half hour before; 0 where it is not known. */
  private static double rangeGrows(
      SeaEvent.Silence s, ReceiverPlaces.@org.jspecify.annotations.Nullable Where receiver) {
    if (receiver == null || s.trailBefore().size() == 0) {
      return 0;
    }
    int at = s.trailBefore().size() - 1;
    while (at > 0
        && s.before().epochMillis() - s.trailBefore().epochMillis(at) < RANGE_TREND_MILLIS) {
      at--;
    }
    double then =
        Sphere.distanceMetres(
            s.trailBefore().latitudeE7(at) * 1e-7,
            s.trailBefore().longitudeE7(at) * 1e-7,
            receiver.latitude(),
            receiver.longitude());
    double now =
        Sphere.distanceMetres(
            s.before().latitude(),
            s.before().longitude(),
            receiver.latitude(),
            receiver.longitude());
    return now - then;
  }

  /** The silence as it looked at a moment at which it still lasted. */
  private static SeaEvent.Silence lasting(SeaEvent.Silence s, long momentMillis) {
    return new SeaEvent.Silence(
        s.mmsi(),
        s.hull(),
        s.fromMillis(),
        Math.min(momentMillis, s.open() ? s.toMillis() : momentMillis),
        true,
        s.before(),
        null,
        s.fromPlace(),
        s.fixPlace(),
        null,
        s.equipmentClass(),
        s.usualTopKnots(),
        s.speedReports(),
        s.heardSlotsOfLastTen(),
        s.signal(),
        s.followedMillis(),
        s.rangeMetres(),
        s.stations(),
        s.trailBefore(),
        null,
        s.fixesBefore(),
        List.of());
  }

  private static void put(double[] values, Feature first, int offset, double value) {
    values[first.ordinal() + offset] = value;
  }

  /** The value of a feature. */
  double value(Feature feature) {
    return values[feature.ordinal()];
  }

  /** Sums over others for spans of slots. */
  private record Windows(
      Hearings hearings, SeaEvent.Silence silence, double rangeMetres, boolean classB) {
    NearbyShare fixed(int from, int to, SeaEvent.End at) {
      NearbyShare sum = new NearbyShare();
      for (int slot = from; slot < to; slot++) {
        hearings.addTo(
            sum, slot, at.latitude(), at.longitude(), rangeMetres, classB, silence.mmsi());
      }
      return sum;
    }

    NearbyShare onWay(int from, int to) {
      NearbyShare sum = new NearbyShare();
      for (int slot = from; slot < to; slot++) {
        double[] at =
            org.bellbuoy.sea.detect.SilenceWeighing.whereabouts(
                silence, slot * HearingSeries.SLOT_MILLIS + HearingSeries.SLOT_MILLIS / 2);
        hearings.addTo(sum, slot, at[0], at[1], rangeMetres, classB, silence.mmsi());
      }
      return sum;
    }
  }
}
