package org.bellbuoy.sea.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.feed.ReportingInterval;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.Cells;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.bellbuoy.sea.reception.ReceptionMap;

/**
 * The house's first cut at a silence: was it possible to hear the ship where it would have been? It
 * no longer judges; the evaluation keeps it to compare with.
 *
 * <p>For each ten-minute slot of the silence (the first three hours and, when it came back, the
 * last three), the share q of other ships' slots that were heard near the place where the ship
 * would have been, in the half hour around; q is not taken higher than what the ship itself was
 * heard before. Evidence for a switch-off is the sum of −log(1 − q), discounted because misses come
 * in runs, added to the prior log odds. Slots in which the receivers were down, or with too few
 * others to know, count as unknown. Too many unknown or poorly heard slots, and it cannot be told.
 *
 * <p>Pure: the same silence, reception and outages give the same weighing.
 */
public final class SilenceWeighing {
  /** Other ships that suffice to know reception. */
  static final int ENOUGH_VESSELS = 2;

  /** Vessel-slots of others that suffice. */
  static final int ENOUGH_VESSEL_SLOTS = 6;

  /** Slots on either side that tell of a slot. */
  static final int SLOTS_AROUND = 2;

  /** How far into a silence, and back from its end, the way is taken as known. */
  static final long KNOWN_WAY_MILLIS = 3L * 3_600_000;

  /** Reception below which hearing nothing says nothing. */
  static final double FAIR_SHARE = 0.5;

  /**
   * A ship of whose reports this share was heard is not soon lost by chance; below it a slot counts
   * less, in proportion: signals fade before they end.
   */
  static final double FULL_SIGNAL = 0.3;

  /** Slots at the start of a silence of which at least half must have been fairly heard. */
  static final int ONSET_SLOTS = 3;

  /** No slot is ever more certain than this. */
  static final double MOST_CERTAIN = 0.95;

  /** Share of a silence with the receivers down from which that explains it. */
  static final double DOWN_SHARE = 0.8;

  private SilenceWeighing() {}

  /**
   * Parameters of this first cut.
   *
   * @param likely probability from which the level is likely
   * @param possible probability from which the level is possible
   * @param leastObservable share of slots of known and fair reception below which nothing is said
   * @param prior probability of a switch-off before anything is known
   * @param independence share of one ten-minute slot's evidence that counts as new
   */
  public record Options(
      double likely, double possible, double leastObservable, double prior, double independence) {
    /** As it was used. */
    public static Options defaults() {
      return new Options(0.9, 0.5, 0.5, 0.01, 0.35);
    }
  }

  /**
   * One slot of a silence.
   *
   * @param slot number of the slot
   * @param cell where the ship would have been
   * @param shareHeard of others' slots, NaN where unknown
   * @param vessels other ships behind it
   * @param expected transmissions due from the silent ship
   * @param down whether the receivers were down
   */
  public record Slot(
      long slot, int cell, double shareHeard, int vessels, double expected, boolean down) {}

  /**
   * What came out.
   *
   * @param level in a word
   * @param probabilityOff that it was switched off
   * @param probabilityDown that the receivers were down
   * @param observable share of slots with known and fair reception
   * @param meanShareHeard over known slots, NaN where none
   * @param expected transmissions due during the silence by the reporting interval
   * @param downMillis of the silence in which the receivers were down
   * @param others most other ships that any slot rests on
   * @param slots each slot looked at
   */
  public record Result(
      Level level,
      double probabilityOff,
      double probabilityDown,
      double observable,
      double meanShareHeard,
      double expected,
      long downMillis,
      int others,
      List<Slot> slots) {
    public Result {
      slots = List.copyOf(slots);
    }
  }

  /** Weighs a silence. */
  public static Result weigh(
      SeaEvent.Silence silence, ReceptionMap reception, ReceiverStates receivers, Options options) {
    int interval =
        ReportingInterval.millis(
            silence.equipmentClass(),
            silence.before().navigationalStatus(),
            silence.before().speedDeciknots(),
            false);
    boolean classB = ReceptionCounter.isClassB(silence.equipmentClass());
    double strength = Math.min(1, silence.signal() / FULL_SIGNAL);
    double ownShare = (silence.heardSlotsOfLastTen() + 0.5) / 11.0;
    List<Slot> slots = new ArrayList<>();
    double evidence = 0;
    double shareSum = 0;
    int known = 0;
    int fair = 0;
    int others = 0;
    int onset = 0;
    int onsetFair = 0;
    long first = ReceptionMap.slot(silence.fromMillis()) + 1;
    long last = ReceptionMap.slot(silence.toMillis()) - 1;
    for (long s = first; s <= last; s++) {
      long middle = s * ReceptionMap.SLOT_MILLIS + ReceptionMap.SLOT_MILLIS / 2;
      if (!isOnKnownWay(silence, middle)) {
        continue;
      }
      double[] at = whereabouts(silence, middle);
      int cell = Cells.of(at[0], at[1]);
      boolean down =
          receivers.downMillis(
                  silence.stations(),
                  s * ReceptionMap.SLOT_MILLIS,
                  (s + 1) * ReceptionMap.SLOT_MILLIS)
              > ReceptionMap.SLOT_MILLIS / 2;
      ReceptionMap.Sum sum =
          reception.others(
              cell, s, classB, silence.mmsi(), SLOTS_AROUND, ENOUGH_VESSELS, ENOUGH_VESSEL_SLOTS);
      boolean enough =
          sum.vesselCount() >= ENOUGH_VESSELS && sum.vesselSlots >= ENOUGH_VESSEL_SLOTS;
      double share = enough ? sum.shareHeard() : Double.NaN;
      slots.add(
          new Slot(
              s,
              cell,
              share,
              sum.vesselCount(),
              ReceptionMap.SLOT_MILLIS / (double) interval,
              down));
      if (onset < ONSET_SLOTS) {
        onset++;
      }
      if (enough && !down) {
        double q = Math.min(MOST_CERTAIN, Math.min(share, ownShare)) * strength;
        known++;
        shareSum += share;
        others = Math.max(others, sum.vesselCount());
        if (q >= FAIR_SHARE) {
          fair++;
          if (slots.size() <= ONSET_SLOTS) {
            onsetFair++;
          }
        }
        evidence -= Math.log1p(-q) * options.independence();
      }
    }
    long down = receivers.downMillis(silence.stations(), silence.fromMillis(), silence.toMillis());
    boolean receiverDown = down >= DOWN_SHARE * silence.millis();
    double observable = slots.isEmpty() ? 0 : fair / (double) slots.size();
    double logOdds = Math.log(options.prior() / (1 - options.prior())) + evidence;
    double off = 1 / (1 + Math.exp(-logOdds));
    double downProbability = 0;
    if (receiverDown) {
      downProbability = 0.97;
      off *= 0.03;
    }
    return new Result(
        level(silence, off, observable, onsetFair * 2 < onset, receiverDown, options),
        off,
        downProbability,
        observable,
        known == 0 ? Double.NaN : shareSum / known,
        silence.millis() / (double) interval,
        down,
        others,
        slots);
  }

  private static Level level(
      SeaEvent.Silence silence,
      double off,
      double observable,
      boolean blindOnset,
      boolean receiverDown,
      Options options) {
    if (receiverDown) {
      // That explains the silence and hides everything else: nothing can be said of the ship.
      return Level.CANNOT_TELL;
    }
    // Where others vanish at the same time, what could be heard later on tells nothing of the
    // start.
    if (blindOnset || observable < options.leastObservable()) {
      return Level.CANNOT_TELL;
    }
    if (off >= options.likely()) {
      // Sets are switched off in port every day; that is no act at sea.
      return isLyingStill(silence) ? Level.POSSIBLE : Level.LIKELY;
    }
    return off >= options.possible() ? Level.POSSIBLE : Level.UNLIKELY;
  }

  /** Whether the ship lay at anchor or at a berth before the silence. */
  public static boolean isLyingStill(SeaEvent.Silence silence) {
    int status = silence.before().navigationalStatus();
    int speed = silence.before().speedDeciknots();
    boolean saysSo = status == ReportingInterval.AT_ANCHOR || status == ReportingInterval.MOORED;
    // An unknown speed is no speed of zero.
    return saysSo ? speed <= 30 : speed >= 0 && speed < 5;
  }

  private static boolean isOnKnownWay(SeaEvent.Silence silence, long epochMillis) {
    return epochMillis - silence.fromMillis() <= KNOWN_WAY_MILLIS
        || (silence.after() != null && silence.toMillis() - epochMillis <= KNOWN_WAY_MILLIS);
  }

  /** Where the ship would have been: on the straight way, or going on as it went. */
  public static double[] whereabouts(SeaEvent.Silence silence, long epochMillis) {
    SeaEvent.End before = silence.before();
    SeaEvent.End after = silence.after();
    if (after != null) {
      double share =
          Math.clamp(
              (epochMillis - before.epochMillis())
                  / (double) Math.max(1, after.epochMillis() - before.epochMillis()),
              0,
              1);
      double turn = Sphere.wrapLongitude(after.longitude() - before.longitude());
      return new double[] {
        before.latitude() + (after.latitude() - before.latitude()) * share,
        Sphere.wrapLongitude(before.longitude() + turn * share)
      };
    }
    double seconds = Math.max(0, epochMillis - before.epochMillis()) / 1000.0;
    double run =
        before.courseDecidegrees() < 0
            ? 0
            : before.knots() * Sphere.METRES_PER_SECOND_PER_KNOT * seconds;
    double course = Math.max(0, before.courseDecidegrees()) / 10.0;
    return new double[] {
      Sphere.destinationLatitude(before.latitude(), course, run),
      Sphere.destinationLongitude(before.latitude(), before.longitude(), course, run)
    };
  }
}
