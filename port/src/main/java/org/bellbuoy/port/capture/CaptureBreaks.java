package org.bellbuoy.port.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of a capture what of it was not read. Pure. */
final class CaptureBreaks {
  private CaptureBreaks() {}

  /**
   * Phrases without a stop, for lists of what was missed.
   *
   * @param name of the capture
   */
  static List<String> of(String name, CaptureTally tally) {
    List<String> breaks = new ArrayList<>();
    String brokenOff = tally.brokenOff();
    if (brokenOff != null) {
      breaks.add(
          "%s breaks off within %s, and what was captured after that is not known"
              .formatted(name, brokenOff));
    }
    String first = tally.firstPassedOver();
    if (first != null) {
      boolean one = tally.passedOver() == 1;
      breaks.add(
          String.format(
              Locale.ROOT,
              one
                  ? "%s has one place of %3$,d bytes that was not read (%4$s)"
                  : "%s has %,d places of %,d bytes in all that were not read (the first: %s)",
              name,
              tally.passedOver(),
              tally.passedOverBytes(),
              bare(first)));
    }
    return breaks;
  }

  /** The sentence on a capture of which nothing was read; why, where something says it. */
  static String nothing(String path, @Nullable String why) {
    return path
        + " holds no packets that can be read"
        + (why == null ? "." : ": " + bare(why) + ".");
  }

  private static String bare(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
