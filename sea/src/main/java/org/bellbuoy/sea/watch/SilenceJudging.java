package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.judge.Dossier;
import org.bellbuoy.sea.judge.Handovers;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.Moments;
import org.bellbuoy.sea.judge.SilenceFacts;
import org.bellbuoy.sea.judge.SilenceJudge;
import org.bellbuoy.sea.judge.SilenceModel;
import org.bellbuoy.sea.judge.Surroundings;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceiverPlaces;

/**
 * Judges silences of a run against all that was heard in it: while they lasted, with what was known
 * at each moment, and once they were over. Safe for use by many threads.
 */
final class SilenceJudging {
  /** Silences from this length on are judged while they last. */
  static final long LEAST_MILLIS = Moments.LEAST_MILLIS;

  private static final double NEIGHBOUR_METRES = 50_000;
  private static final long NEIGHBOUR_MILLIS = 900_000;

  private final Hearings hearings;
  private final Surroundings surroundings;
  private final Handovers handovers;
  private final ReceiverStates receivers;
  private final SilenceJudge judge;
  private final Map<Long, HearingSeries> series = new HashMap<>();
  private final List<SeaEvent.LossKnown> losses;
  private final LateShares lateShares;
  private final double lateShare;
  private final long endMillis;
  private final SilenceOptions options;

  SilenceJudging(Followed followed, ReceiverStates receivers, SilenceOptions options) {
    this(
        new Known(
            closed(followed),
            followed.series(),
            followed.receiverPlaces(),
            receivers,
            followed.told().stream()
                .filter(SeaEvent.LossKnown.class::isInstance)
                .map(SeaEvent.LossKnown.class::cast)
                .toList(),
            followed.lateShares()),
        options,
        followed.counts().getOrDefault("late", 0L)
            / (double) Math.max(1, followed.counts().getOrDefault("records", 0L)),
        followed.endMillis());
  }

  /** Judges silences that last, by what is known so far. */
  SilenceJudging(Known known, SilenceOptions options) {
    this(known, options, 0, Long.MAX_VALUE);
  }

  private SilenceJudging(Known known, SilenceOptions options, double lateShare, long endMillis) {
    this.options = options;
    receivers = known.receivers();
    hearings = known.hearings();
    surroundings = new Surroundings(Atlas.open(Scale.M10), known.places());
    handovers = new Handovers(known.series());
    judge = new SilenceJudge(Shipped.MODEL, options);
    for (HearingSeries one : known.series()) {
      series.put(key(one.mmsi, one.hull), one);
    }
    losses = known.losses();
    lateShares = known.lateShares();
    this.lateShare = lateShare;
    this.endMillis = endMillis;
  }

  private static Hearings closed(Followed followed) {
    Hearings hearings = Hearings.of(followed.series());
    if (followed.hasRecords()) {
      // Who is no longer heard at the end of the data was silent then, not absent.
      hearings.closeUntil(HearingSeries.slot(followed.endMillis()), followed.series());
    }
    return hearings;
  }

  /** Read once: a stream is judged again and again. */
  private static final class Shipped {
    static final SilenceModel MODEL = SilenceModel.shipped();
  }

  /** What is known of everybody, at the end or at some event time. */
  record Known(
      Hearings hearings,
      List<HearingSeries> series,
      ReceiverPlaces places,
      ReceiverStates receivers,
      List<SeaEvent.LossKnown> losses,
      LateShares lateShares) {}

  /**
   * How a silence was judged.
   *
   * @param judgement once it was over, or at the end of the data
   * @param live while it lasted, in order of time
   */
  record Both(Judgement judgement, List<Judgement> live) {}

  /** Who was heard where. */
  Hearings hearings() {
    return hearings;
  }

  /** Judges a silence, while it lasted and afterwards. */
  Both judge(SeaEvent.Silence silence) {
    Dossier dossier = dossier(silence);
    List<Judgement> live =
        live(silence, dossier, Moments.lasting(silence.fromMillis(), silence.toMillis()));
    long moment = silence.open() ? endMillis : silence.toMillis() + Moments.SETTLE_MILLIS;
    return new Both(at(silence, dossier, moment, lateShare), live);
  }

  /** Judges a silence at moments at which it lasts. */
  List<Judgement> live(SeaEvent.Silence silence, long[] moments) {
    return moments.length == 0 ? List.of() : live(silence, dossier(silence), moments);
  }

  private List<Judgement> live(SeaEvent.Silence silence, Dossier dossier, long[] moments) {
    List<Judgement> live = new ArrayList<>();
    for (long moment : moments) {
      live.add(at(silence, dossier, moment, lateShares.at(moment)));
    }
    return live;
  }

  private Dossier dossier(SeaEvent.Silence silence) {
    HearingSeries own =
        series.getOrDefault(
            key(silence.mmsi(), silence.hull()),
            new HearingSeries(silence.mmsi(), silence.hull(), false));
    return new Dossier(silence, own, hearings, surroundings, true);
  }

  private Judgement at(SeaEvent.Silence silence, Dossier dossier, long momentMillis, double late) {
    SilenceFacts facts = dossier.at(momentMillis);
    return judge.judge(
        facts,
        new SilenceJudge.Circumstances(
            receivers.asOf(momentMillis, options.minOutageMillis()),
            handovers.at(facts.silence(), momentMillis),
            neighboursLost(silence, momentMillis),
            silence.fixesBefore().isEmpty(),
            late));
  }

  /** Other ships near that were found to have lost their position around its beginning. */
  private int neighboursLost(SeaEvent.Silence silence, long momentMillis) {
    Set<Integer> ships = new HashSet<>();
    for (SeaEvent.LossKnown loss : losses) {
      if (loss.mmsi() != silence.mmsi()
          && Math.abs(loss.fromMillis() - silence.fromMillis()) <= NEIGHBOUR_MILLIS
          && loss.knownMillis() <= momentMillis
          && Sphere.distanceMetresE7(
                  loss.before().latitudeE7(),
                  loss.before().longitudeE7(),
                  silence.before().latitudeE7(),
                  silence.before().longitudeE7())
              <= NEIGHBOUR_METRES) {
        ships.add(loss.mmsi());
      }
    }
    return ships.size();
  }

  private static long key(int mmsi, int hull) {
    return (long) mmsi << 16 | hull & 0xFFFF;
  }
}
