package org.bellbuoy.sea.detect;

import java.util.Locale;

/** Numbers and spans in the words of findings. */
public final class Words {
  private Words() {}

  /** A span such as {@code 3 h 05 min}, {@code 12 min} or {@code 2 d 4 h}. */
  public static String span(long millis) {
    long minutes = Math.round(millis / 60_000.0);
    if (millis < 120_000) {
      return Math.round(millis / 1000.0) + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
    return String.format(Locale.ROOT, "%d d %d h", minutes / 1440, minutes % 1440 / 60);
  }

  /** A number with that many decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A share as percent. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /** One or many. */
  public static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
