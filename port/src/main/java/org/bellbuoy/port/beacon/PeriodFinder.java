package org.bellbuoy.port.beacon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds a period in times of events that survives jitter, missed events and drift. The
 * autocorrelation of the events: how often two of them are about a period apart, against half and
 * one and a half of it. Of events at random all three are the same; of bursts the shorter is more
 * frequent; of a beacon with jitter of up to a third only the period itself stands out. Since only
 * events near each other are compared, jitter may add up. Looks at no more than {@link
 * #MOST_EVENTS} events; cost n times the 16 steps of each octave between the shortest gap and the
 * whole.
 */
public final class PeriodFinder {
  /** Events looked at, the last ones. */
  public static final int MOST_EVENTS = 8192;

  /** Fewer events have no period that could be told from chance. */
  public static final int FEWEST_EVENTS = 12;

  private static final int NEIGHBOURS = 3;
  private static final int CENTRINGS = 5;
  private static final double CENTRING_WINDOW = 0.3;
  private static final double AT_ONCE = 0.25;
  private static final int STEPS_PER_OCTAVE = 16;
  private static final double WINDOW = 0.2;
  private static final double NEEDED_SIGMAS = 4;
  private static final double NEEDED_CONTRAST = 0.4;

  private PeriodFinder() {}

  /**
   * A period.
   *
   * @param seconds its length
   * @param sigmas by how many standard deviations it stands out from events at random
   * @param contrast from −1 to 1; 1 where nothing lies between
   */
  public record Period(double seconds, double sigmas, double contrast) {}

  /**
   * The most distinct period.
   *
   * @param startNanos times in nanoseconds, in any order
   * @return null where there is none
   */
  public static @Nullable Period find(long[] startNanos) {
    long[] times = startNanos.clone();
    Arrays.sort(times);
    if (times.length > MOST_EVENTS) {
      times = Arrays.copyOfRange(times, times.length - MOST_EVENTS, times.length);
    }
    if (times.length < FEWEST_EVENTS) {
      return null;
    }
    double[] seconds = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      seconds[i] = (times[i] - times[0]) / 1e9;
    }
    double longest = seconds[seconds.length - 1] / (FEWEST_EVENTS - 2);
    Tally tally = new Tally(seconds);
    Period best = null;
    double step = Math.pow(2, 1.0 / STEPS_PER_OCTAVE);
    for (double period = shortest(seconds); period <= longest; period *= step) {
      Period here = tally.at(period);
      if (here != null && (best == null || here.sigmas() > best.sigmas())) {
        best = here;
      }
    }
    return best == null ? null : tally.centred(best);
  }

  /** No period is shorter than nearly all gaps; below a second times are those of retries. */
  private static double shortest(double[] seconds) {
    double[] gaps = new double[seconds.length - 1];
    for (int i = 1; i < seconds.length; i++) {
      gaps[i - 1] = seconds[i] - seconds[i - 1];
    }
    Arrays.sort(gaps);
    return Math.max(1, gaps[gaps.length / 50] * (1 - WINDOW));
  }

  /** Counts how often events are so far apart. */
  private static final class Tally {
    private final double[] seconds;
    private final double[] thinned;

    Tally(double[] seconds) {
      this.seconds = seconds;
      this.thinned = new double[seconds.length];
    }

    /**
     * The period where it stands out, else null. Events that follow at once, as retries and bursts
     * do, count as one; otherwise each long pause would count for every pair around it.
     */
    @Nullable Period at(double period) {
      int events = thin(period);
      int peak = 0;
      int before = 0;
      int after = 0;
      for (int i = 0; i < events; i++) {
        for (int j = i + 1; j < Math.min(events, i + 1 + NEIGHBOURS); j++) {
          double share = (thinned[j] - thinned[i]) / period;
          peak += Math.abs(share - 1) < WINDOW ? 1 : 0;
          before += Math.abs(share - 0.5) < WINDOW ? 1 : 0;
          after += Math.abs(share - 1.5) < WINDOW ? 1 : 0;
        }
      }
      if (peak < FEWEST_EVENTS - 2) {
        return null;
      }
      double around = (before + after) / 2.0;
      double sigmas = (peak - around) / Math.sqrt(0.5 * (peak + before + after));
      double contrast = (peak - around) / (peak + around);
      // Where the half is as frequent, the period is a multiple of another.
      boolean distinct = before < peak * (1 - NEEDED_CONTRAST);
      return distinct && sigmas >= NEEDED_SIGMAS && contrast >= NEEDED_CONTRAST
          ? new Period(period, sigmas, contrast)
          : null;
    }

    private int thin(double period) {
      int events = 0;
      double last = Double.NEGATIVE_INFINITY;
      for (double second : seconds) {
        if (second - last >= AT_ONCE * period) {
          thinned[events++] = second;
          last = second;
        }
      }
      return events;
    }

    /** The same with its length put where what lies about it has its middle. */
    Period centred(Period period) {
      double length = period.seconds();
      for (int round = 0; round < CENTRINGS; round++) {
        length = middle(length);
      }
      return new Period(length, period.sigmas(), period.contrast());
    }

    private double middle(double period) {
      int events = thin(period);
      double[] about = new double[events * NEIGHBOURS];
      int count = 0;
      for (int i = 0; i < events; i++) {
        for (int j = i + 1; j < Math.min(events, i + 1 + NEIGHBOURS); j++) {
          double apart = thinned[j] - thinned[i];
          if (Math.abs(apart / period - 1) < CENTRING_WINDOW) {
            about[count++] = apart;
          }
        }
      }
      Arrays.sort(about, 0, count);
      return count == 0 ? period : about[count / 2];
    }
  }
}
