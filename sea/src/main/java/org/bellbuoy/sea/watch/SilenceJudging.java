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
  private final List<SeaEvent.PositionLoss> losses = new ArrayList<>();
  private final double lateShare;
  private final long endMillis;
  private final SilenceOptions options;

  SilenceJudging(Followed followed, ReceiverStates receivers, SilenceOptions options) {
    this.receivers = receivers;
    this.options = options;
    hearings = Hearings.of(followed.series());
    if (followed.hasRecords()) {
      // Who is no longer heard at the end of the data was silent then, not absent.
      hearings.closeUntil(HearingSeries.slot(followed.endMillis()), followed.series());
    }
    surroundings = new Surroundings(Atlas.open(Scale.M10), followed.receiverPlaces());
    handovers = new Handovers(followed.series());
    judge = new SilenceJudge(SilenceModel.shipped(), options);
    for (HearingSeries one : followed.series()) {
      series.put(key(one.mmsi, one.hull), one);
    }
    for (SeaEvent event : followed.events()) {
      if (event instanceof SeaEvent.PositionLoss loss) {
        losses.add(loss);
      }
    }
    long records = Math.max(1, followed.counts().getOrDefault("records", 0L));
    lateShare = followed.counts().getOrDefault("late", 0L) / (double) records;
    endMillis = followed.endMillis();
  }

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
    HearingSeries own =
        series.getOrDefault(
            key(silence.mmsi(), silence.hull()),
            new HearingSeries(silence.mmsi(), silence.hull(), false));
    Dossier dossier = new Dossier(silence, own, hearings, surroundings, true);
    List<Judgement> live = new ArrayList<>();
    for (long moment : Moments.lasting(silence.fromMillis(), silence.toMillis())) {
      live.add(at(silence, dossier, moment));
    }
    long moment = silence.open() ? endMillis : silence.toMillis() + Moments.SETTLE_MILLIS;
    return new Both(at(silence, dossier, moment), live);
  }

  private Judgement at(SeaEvent.Silence silence, Dossier dossier, long momentMillis) {
    SilenceFacts facts = dossier.at(momentMillis);
    return judge.judge(
        facts,
        new SilenceJudge.Circumstances(
            receivers.asOf(momentMillis, options.minOutageMillis()),
            handovers.at(facts.silence(), momentMillis),
            neighboursLost(silence, momentMillis),
            silence.fixesBefore().isEmpty(),
            lateShare));
  }

  /** Other ships near that were found to have lost their position around its beginning. */
  private int neighboursLost(SeaEvent.Silence silence, long momentMillis) {
    Set<Integer> ships = new HashSet<>();
    for (SeaEvent.PositionLoss loss : losses) {
      if (loss.mmsi() != silence.mmsi()
          && Math.abs(loss.fromMillis() - silence.fromMillis()) <= NEIGHBOUR_MILLIS
          && loss.fromMillis() + options.minPositionLossMillis() <= momentMillis
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
