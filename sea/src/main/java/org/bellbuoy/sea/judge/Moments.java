package org.bellbuoy.sea.judge;

import java.util.Arrays;

/** When a silence is judged while it lasts, and when afterwards. */
public final class Moments {
  /** A silence is judged once it has lasted this long, and again and again while it goes on. */
  public static final long LEAST_MILLIS = 600_000;

  /** A silence that is over is judged this long after its end: how it was heard then counts too. */
  public static final long SETTLE_MILLIS = 70L * 60_000;

  /** The last moment comes this long after the beginning. */
  public static final long LAST_MILLIS = 7_200_000;

  private static final int[] MINUTES = {10, 15, 20, 30, 45, 60, 90, 120};

  private Moments() {}

  /** Moments of a silence within a span, its end left out. */
  public static long[] within(long onsetMillis, long sinceMillis, long untilMillis) {
    return Arrays.stream(MINUTES)
        .mapToLong(minutes -> onsetMillis + minutes * 60_000L)
        .filter(moment -> moment >= sinceMillis && moment < untilMillis)
        .toArray();
  }

  /** Whether there is any such moment. */
  public static boolean anyWithin(long onsetMillis, long sinceMillis, long untilMillis) {
    if (untilMillis <= onsetMillis + LEAST_MILLIS || sinceMillis > onsetMillis + LAST_MILLIS) {
      return false;
    }
    return within(onsetMillis, sinceMillis, untilMillis).length > 0;
  }

  /** Moments at which a silence from one time to another was judged while it lasted. */
  public static long[] lasting(long fromMillis, long toMillis) {
    return Arrays.stream(MINUTES)
        .mapToLong(minutes -> fromMillis + minutes * 60_000L)
        .filter(moment -> moment < toMillis)
        .toArray();
  }
}
