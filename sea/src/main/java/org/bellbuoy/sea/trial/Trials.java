package org.bellbuoy.sea.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.judge.Dossier;
import org.bellbuoy.sea.judge.Moments;
import org.bellbuoy.sea.judge.SilenceFacts;
import org.bellbuoy.sea.judge.SilenceTraining;
import org.bellbuoy.sea.judge.Surroundings;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.jspecify.annotations.Nullable;

/**
 * Makes the silences that an evaluation is about: the natural ones of a recording, and as many made
 * by taking the records of one ship away, nobody else changed, each followed by the very detector
 * of the watch.
 */
final class Trials {
  /** Shortest natural gap that reception is learnt from. */
  static final long LEAST_GAP_MILLIS = 240_000;

  /** Longest silence learnt from. */
  static final long MOST_MILLIS = 6L * 3_600_000;

  /** Scored silences are this long at least, and at most {@link #SCORED_MOST_MILLIS}. */
  static final long SCORED_LEAST_MILLIS = 1_800_000;

  static final long SCORED_MOST_MILLIS = 3L * 3_600_000;

  private static final long MEMORY_MILLIS = 13L * 3_600_000;

  /** A set that is off was being heard: the next record would have come within this time. */
  private static final long HEARD_WITHIN_MILLIS = 600_000;

  /** Keeps the streams of one seed apart from those of the next. */
  private static final long SPREAD = 0xD1342543DE82EF95L;

  private final Recording recording;
  private final Hearings hearings;
  private final Surroundings surroundings;
  private final Folds folds;

  /** What became of the moments drawn to be scored. */
  final Drawn drawn = new Drawn();

  Trials(Recording recording, Hearings hearings, Surroundings surroundings, Folds folds) {
    this.recording = recording;
    this.hearings = hearings;
    this.surroundings = surroundings;
    this.folds = folds;
  }

  /**
   * One silence of known making.
   *
   * @param silence as the detector found it
   * @param own the ship's series with the silence in it
   * @param switchedOff whether it was made
   * @param scored whether it counts, and is not for learning only
   * @param heardThroughout whether, when it was made, no more than ten minutes went by in it
   *     without a record that was taken away
   * @param group its fold
   * @param ended facts once it was over; null for one that never was, or lasted too long
   * @param lasting facts at the moments at which it was judged while it lasted
   */
  record Trial(
      SeaEvent.Silence silence,
      HearingSeries own,
      boolean switchedOff,
      boolean scored,
      boolean heardThroughout,
      int group,
      @Nullable SilenceFacts ended,
      List<SilenceFacts> lasting) {}

  /**
   * The natural silences of ten minutes and more of ships under way. Those of more than six hours,
   * and those that never ended, count while they last: nobody knew then how long they would be.
   */
  List<Trial> natural(List<SeaEvent.Silence> silences, Map<Long, HearingSeries> series) {
    return silences.stream()
        .parallel()
        .filter(s -> s.millis() >= Moments.LEAST_MILLIS)
        .filter(s -> isUnderWay(s) && !s.fixesBefore().isEmpty())
        .map(
            s ->
                trial(
                    s,
                    series.getOrDefault(
                        key(s.mmsi(), s.hull()), new HearingSeries(s.mmsi(), s.hull(), false)),
                    false,
                    isScored(s),
                    false))
        .toList();
  }

  /** Natural gaps of four minutes and more, for the hearing model. */
  List<SilenceTraining.Gap> gaps(List<SeaEvent.Silence> silences, Map<Long, HearingSeries> series) {
    return silences.stream()
        .parallel()
        .filter(s -> isUnderWay(s) && !s.fixesBefore().isEmpty() && s.millis() >= LEAST_GAP_MILLIS)
        .map(
            s ->
                SilenceTraining.gap(
                    s,
                    series.getOrDefault(
                        key(s.mmsi(), s.hull()), new HearingSeries(s.mmsi(), s.hull(), false)),
                    hearings,
                    surroundings,
                    folds.group(s.mmsi(), s.fromMillis())))
        .toList();
  }

  /**
   * Switches ships off.
   *
   * @param perVessel moments for each vessel to be scored; as many more, of other lengths, are made
   *     to learn from
   */
  List<Trial> made(long seed, int perVessel) {
    // By the vessel alone, so that other vessels in the recording change nothing.
    return Arrays.stream(recording.vessels())
        .parallel()
        .mapToObj(mmsi -> madeOf(mmsi, new SplittableRandom(seed * SPREAD + mmsi), perVessel))
        .flatMap(List::stream)
        .toList();
  }

  private List<Trial> madeOf(int mmsi, SplittableRandom random, int perVessel) {
    List<Trial> trials = new ArrayList<>();
    long[] moments = recording.underWay(mmsi);
    long[] times = recording.times(mmsi);
    if (moments.length < 3) {
      return trials;
    }
    for (int n = 0; n < 2 * perVessel; n++) {
      boolean scored = n < perVessel;
      int at = random.nextInt(moments.length);
      long moment = moments[at];
      if (at + 1 < moments.length && moments[at + 1] > moment) {
        moment = random.nextLong(moment, moments[at + 1]);
      }
      // The last record of any kind, for a natural silence may follow one without a position too.
      long from = times[after(times, moment) - 1];
      long length =
          scored
              ? random.nextLong(SCORED_LEAST_MILLIS, SCORED_MOST_MILLIS)
              : Math.round(
                  Moments.LEAST_MILLIS
                      * Math.pow(MOST_MILLIS / (double) Moments.LEAST_MILLIS, random.nextDouble()));
      Trial trial = switchOff(mmsi, times, from, length, scored);
      if (trial != null) {
        trials.add(trial);
      }
    }
    return trials;
  }

  private @Nullable Trial switchOff(
      int mmsi, long[] times, long from, long length, boolean scored) {
    Drawn counted = scored ? drawn : new Drawn();
    counted.moments.increment();
    int next = after(times, from);
    if (next == times.length || times[next] - from > HEARD_WITHIN_MILLIS) {
      counted.notHeard.increment();
      return null;
    }
    Recording.Followed followed =
        recording.follow(
            mmsi,
            from - MEMORY_MILLIS,
            from + length + MOST_MILLIS + Moments.SETTLE_MILLIS,
            Moments.LEAST_MILLIS,
            time -> time <= from || time >= from + length);
    for (SeaEvent.Silence s : followed.silences()) {
      if (s.fromMillis() == from && s.toMillis() >= from + length) {
        if (!isUnderWay(s) || s.millis() > MOST_MILLIS || (scored && !isScored(s))) {
          counted.outside.increment();
          return null;
        }
        return trial(
            s,
            followed.hearing().of(mmsi, s.hull()),
            true,
            scored,
            longestGap(times, from, s.toMillis()) <= HEARD_WITHIN_MILLIS);
      }
    }
    int back = after(times, from + length - 1);
    if (back == times.length || times[back] - from > MOST_MILLIS) {
      counted.neverBack.increment();
    } else {
      counted.hidden.increment();
    }
    return null;
  }

  private static int after(long[] times, long time) {
    int found = Arrays.binarySearch(times, time + 1);
    int at = found >= 0 ? found : -found - 1;
    while (at > 0 && times[at - 1] > time) {
      at--;
    }
    return at;
  }

  private static long longestGap(long[] times, long from, long to) {
    long longest = 0;
    long last = from;
    for (int i = after(times, from); i < times.length && last < to; i++) {
      longest = Math.max(longest, Math.min(to, times[i]) - last);
      last = times[i];
    }
    return longest;
  }

  private Trial trial(
      SeaEvent.Silence s,
      HearingSeries own,
      boolean switchedOff,
      boolean scored,
      boolean heardThroughout) {
    Dossier dossier = new Dossier(s, own, hearings, surroundings, true);
    List<SilenceFacts> lasting = new ArrayList<>();
    for (long moment : Moments.lasting(s.fromMillis(), s.toMillis())) {
      lasting.add(dossier.at(moment));
    }
    return new Trial(
        s,
        own,
        switchedOff,
        scored,
        heardThroughout,
        folds.group(s.mmsi(), s.fromMillis()),
        s.open() || s.millis() > MOST_MILLIS
            ? null
            : dossier.at(s.toMillis() + Moments.SETTLE_MILLIS),
        lasting);
  }

  static boolean isScored(SeaEvent.Silence s) {
    return !s.open() && s.millis() >= SCORED_LEAST_MILLIS && s.millis() <= SCORED_MOST_MILLIS;
  }

  private static boolean isUnderWay(SeaEvent.Silence s) {
    return Recording.isUnderWay(s.before().speedDeciknots(), s.before().navigationalStatus());
  }

  static long key(int mmsi, int hull) {
    return (long) mmsi << 16 | hull & 0xFFFF;
  }

  /** Series by {@link #key}. */
  static Map<Long, HearingSeries> byKey(List<HearingSeries> series) {
    Map<Long, HearingSeries> map = new HashMap<>();
    series.forEach(s -> map.put(key(s.mmsi, s.hull), s));
    return map;
  }
}
