package org.bellbuoy.sea.judge;

import java.util.List;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.NearbyShare;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the facts of one silence for all moments at which it is judged; what is the same at
 * several is looked up once. For one thread.
 */
public final class Dossier {
  private static final int HALF_HOUR_SLOTS = 15;
  private static final long RANGE_TREND_MILLIS = 1_800_000;

  private final SeaEvent.Silence silence;
  private final HearingSeries own;
  private final Hearings hearings;
  private final Surroundings surroundings;
  private final boolean hiding;
  private final boolean classB;
  private final int[] stations;
  private final double[] onsetValues = new double[Feature.values().length];
  private final OwnSignal signal;
  private final ReceiverPlaces.@Nullable Where receiver;
  private final double rangeMetres;
  private final double shoreMetres;
  private final HearingModel.Onset onset;
  private List<Chances.Step> lastingSteps = List.of();
  private long lastingUntil = Long.MIN_VALUE;

  /**
   * The dossier of a silence.
   *
   * @param own the ship's own series
   * @param hiding whether to look for hiding places too, which takes longer
   */
  public Dossier(
      SeaEvent.Silence silence,
      HearingSeries own,
      Hearings hearings,
      Surroundings surroundings,
      boolean hiding) {
    this.silence = silence;
    this.own = own;
    this.hearings = hearings;
    this.surroundings = surroundings;
    this.hiding = hiding;
    classB = ReceptionCounter.isClassB(silence.equipmentClass());
    stations = silence.stations().stream().mapToInt(Integer::intValue).sorted().toArray();
    SeaEvent.End before = silence.before();
    signal = OwnSignal.before(own, silence.fromMillis());
    receiver =
        surroundings.receiver(
            silence.stations(), silence.fromMillis(), before.latitude(), before.longitude());
    rangeMetres = range(silence.rangeMetres(), receiver, before);
    shoreMetres = surroundings.shoreMetres(before.latitude(), before.longitude());
    NearbyShare earlier = others(-HALF_HOUR_SLOTS, 0, silence.fromMillis(), before);
    own(onsetValues);
    place(onsetValues, before);
    for (int w = 0; w < NearbyShare.WIDTHS; w++) {
      put(onsetValues, Feature.OTHERS_BEFORE_NEAR, w, earlier.share(w));
      put(onsetValues, Feature.SHIPS_BEFORE_NEAR, w, Math.log1p(earlier.ships(w)));
    }
    onset =
        new HearingModel.Onset(
            onsetValues[Feature.RATE_30_MIN.ordinal()],
            onsetValues[Feature.RATE_180_MIN.ordinal()],
            onsetValues[Feature.LAST_5.ordinal()],
            silence.heardSlotsOfLastTen(),
            onsetValues[Feature.RANGE_BEFORE.ordinal()],
            earlier.share(0),
            earlier.share(1));
  }

  /** The facts at a moment. */
  public SilenceFacts at(long momentMillis) {
    boolean ended = !silence.open() && silence.toMillis() <= momentMillis;
    SeaEvent.Silence seen = ended ? silence : lasting(momentMillis);
    List<Chances.Step> steps = ended ? steps(silence, silence.toMillis()) : lastingSteps(seen);
    double[] v = onsetValues.clone();
    put(v, Feature.LENGTH, 0, Math.log(Math.max(1, seen.millis() / 60_000.0)));
    NearbyShare ten = Chances.sum(steps, 0, SilenceFacts.steps(10));
    NearbyShare thirty = Chances.sum(steps, 0, SilenceFacts.steps(30));
    NearbyShare meanwhile = Chances.sum(steps, 0, steps.size());
    for (int w = 0; w < NearbyShare.WIDTHS; w++) {
      put(v, Feature.OTHERS_10_MIN_NEAR, w, ten.share(w));
      put(v, Feature.OTHERS_30_MIN_NEAR, w, thirty.share(w));
      put(v, Feature.OTHERS_MEANWHILE_NEAR, w, meanwhile.share(w));
      put(v, Feature.SHIPS_MEANWHILE_NEAR, w, Math.log1p(meanwhile.ships(w)));
    }
    double shoreAfter = ended ? after(v, steps) : Double.NaN;
    return new SilenceFacts(
        seen,
        momentMillis,
        ended,
        signal.intervalMillis(),
        rangeMetres,
        !Double.isNaN(silence.rangeMetres()) || (receiver != null && receiver.told()),
        shoreMetres,
        shoreAfter,
        steps,
        v);
  }

  private void own(double[] v) {
    long followed = signal.followedMillis();
    for (int i = 0; i < 6; i++) {
      put(v, Feature.RATE_2_MIN, i, signal.rate(i, followed));
    }
    for (int i = 0; i < 5; i++) {
      put(v, Feature.LAST_2, i, signal.last(i, silence.fixesBefore()));
    }
    put(v, Feature.GAP_30_MIN, 0, signal.longestGap(HALF_HOUR_SLOTS));
    put(v, Feature.GAP_60_MIN, 0, signal.longestGap(2 * HALF_HOUR_SLOTS));
    put(v, Feature.GAP_6_H, 0, signal.longestGap(12 * HALF_HOUR_SLOTS));
    put(v, Feature.GAPS_OVER_10_MIN_6_H, 0, signal.gaps(12 * HALF_HOUR_SLOTS, 5));
    put(v, Feature.GAPS_OVER_30_MIN_12_H, 0, signal.gaps(24 * HALF_HOUR_SLOTS, HALF_HOUR_SLOTS));
    put(v, Feature.HEARD_SLOTS_OF_TEN, 0, silence.heardSlotsOfLastTen());
    put(v, Feature.FOLLOWED, 0, followed / 3_600_000.0);
  }

  private void place(double[] v, SeaEvent.End before) {
    put(v, Feature.RANGE_BEFORE, 0, Math.log(Math.max(1, rangeMetres / 1000)));
    put(v, Feature.RANGE_GROWS, 0, rangeGrows() / 1000);
    put(v, Feature.SHORE_BEFORE, 0, Math.log(0.5 + shoreMetres / 1000));
    Surroundings.Land land = surroundings.land(receiver, before.latitude(), before.longitude());
    put(v, Feature.LAND_TO_RECEIVER, 0, land.kilometres());
    put(v, Feature.LAND_NEAR_SHIP, 0, land.shareNearShip());
    put(v, Feature.SPEED_BEFORE, 0, before.knots());
    put(v, Feature.CLASS_B, 0, classB ? 1 : 0);
  }

  /** What is known once it was heard again; gives the distance to shore there. */
  private double after(double[] v, List<Chances.Step> steps) {
    OwnSignal back = OwnSignal.after(own, silence.toMillis());
    for (int i = 0; i < 5; i++) {
      put(v, Feature.RATE_AFTER_2_MIN, i, back.rate(i, Long.MAX_VALUE));
      put(v, Feature.FIRST_2, i, back.last(i, silence.fixesAfter()));
    }
    put(v, Feature.GAP_AFTER_30_MIN, 0, back.longestGap(HALF_HOUR_SLOTS));
    put(v, Feature.GAP_AFTER_60_MIN, 0, back.longestGap(2 * HALF_HOUR_SLOTS));
    SeaEvent.End before = silence.before();
    SeaEvent.End found = silence.after();
    SeaEvent.End end = found == null ? before : found;
    ReceiverPlaces.Where there =
        surroundings.receiver(
            silence.stations(), silence.toMillis(), end.latitude(), end.longitude());
    double range = there == null ? rangeMetres : range(Double.NaN, there, end);
    put(v, Feature.RANGE_AFTER, 0, Math.log(Math.max(1, range / 1000)));
    double shore = surroundings.shoreMetres(end.latitude(), end.longitude());
    put(v, Feature.SHORE_AFTER, 0, Math.log(0.5 + shore / 1000));
    put(
        v,
        Feature.LAND_NEAR_SHIP_AFTER,
        0,
        surroundings.land(there, end.latitude(), end.longitude()).shareNearShip());
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
    NearbyShare atEnd = Chances.sum(steps, steps.size() - SilenceFacts.steps(30), steps.size());
    NearbyShare later = others(1, 1 + HALF_HOUR_SLOTS, silence.toMillis(), end);
    for (int w = 0; w < NearbyShare.WIDTHS; w++) {
      put(v, Feature.OTHERS_AT_END_NEAR, w, atEnd.share(w));
      put(v, Feature.OTHERS_AFTER_NEAR, w, later.share(w));
    }
    return shore;
  }

  /** How others were heard around one place, over slots counted from that of a time. */
  private NearbyShare others(int fromSlot, int toSlot, long timeMillis, SeaEvent.End at) {
    NearbyShare sum = new NearbyShare();
    int slot = HearingSeries.slot(timeMillis);
    for (int s = slot + fromSlot; s < slot + toSlot; s++) {
      hearings.addTo(
          sum, s, at.latitude(), at.longitude(), rangeMetres, classB, silence.mmsi(), stations);
    }
    return sum;
  }

  /** Steps of the silence as it looked while it lasted: those of an earlier moment are a part. */
  private List<Chances.Step> lastingSteps(SeaEvent.Silence seen) {
    long end = seen.toMillis();
    if (end > lastingUntil) {
      // As far as it lasted in the end: a moment takes only those over by then.
      lastingUntil = Math.max(end, silence.toMillis());
      lastingSteps = steps(seen, lastingUntil);
    }
    return lastingSteps.stream().takeWhile(step -> step.toMillis() <= end).toList();
  }

  private List<Chances.Step> steps(SeaEvent.Silence seen, long endMillis) {
    return Chances.steps(
        new Chances.View(seen, onset, rangeMetres, hearings, classB, hiding, stations), endMillis);
  }

  private static double range(
      double told, ReceiverPlaces.@Nullable Where receiver, SeaEvent.End at) {
    if (!Double.isNaN(told)) {
      return told;
    }
    return receiver == null
        ? Surroundings.UNKNOWN_RANGE_METRES
        : Sphere.distanceMetres(
            at.latitude(), at.longitude(), receiver.latitude(), receiver.longitude());
  }

  /** Metres by which the range grew over the half hour before; 0 where it is not known. */
  private double rangeGrows() {
    ReceiverPlaces.Where from = receiver;
    if (from == null || silence.trailBefore().size() == 0) {
      return 0;
    }
    SeaEvent.End before = silence.before();
    int at = silence.trailBefore().size() - 1;
    while (at > 0
        && before.epochMillis() - silence.trailBefore().epochMillis(at) < RANGE_TREND_MILLIS) {
      at--;
    }
    double then =
        Sphere.distanceMetres(
            silence.trailBefore().latitudeE7(at) * 1e-7,
            silence.trailBefore().longitudeE7(at) * 1e-7,
            from.latitude(),
            from.longitude());
    double now =
        Sphere.distanceMetres(
            before.latitude(), before.longitude(), from.latitude(), from.longitude());
    return now - then;
  }

  /** The silence as it looked at a moment at which it still lasted. */
  private SeaEvent.Silence lasting(long momentMillis) {
    return silence.lasting(
        silence.open() ? Math.min(momentMillis, silence.toMillis()) : momentMillis);
  }

  private static void put(double[] values, Feature first, int offset, double value) {
    values[first.ordinal() + offset] = value;
  }
}
