package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.watch.CaptureHealth;

/**
 * Whether a capture could see enough to support anything. A contradiction needs no such thing: what
 * was seen was seen.
 *
 * @param lacks why not, a phrase each; empty where it is enough
 */
record Sight(EvidenceOptions options, CaptureHealth health, List<String> lacks) {
  /** So large a share of one-sided conversations or cut packets supports nothing. */
  private static final double MOST_SHARE = 0.05;

  Sight {
    lacks = List.copyOf(lacks);
  }

  static Sight of(EvidenceOptions options, CaptureHealth health, long longestGapNanos) {
    List<String> lacks = new ArrayList<>();
    long window = Math.max(0, health.lastNanos() - health.firstNanos());
    if (window < options.leastWindowNanos()) {
      lacks.add(
          "it covers %s, less than %s"
              .formatted(PortWords.span(window), PortWords.span(options.leastWindowNanos())));
    }
    if (longestGapNanos > options.mostGapNanos()) {
      lacks.add(
          "it has no packet for %s, more than %s"
              .formatted(PortWords.span(longestGapNanos), PortWords.span(options.mostGapNanos())));
    }
    double observable = health.readShare();
    if (observable < options.leastObservable()) {
      lacks.add(
          String.format(
              Locale.ROOT,
              "%.1f %% of the bytes sent could be read in it, less than %.1f %%",
              observable * 100,
              options.leastObservable() * 100));
    }
    share(lacks, health.oneSided(), health.conversations(), "conversations have one side only");
    share(lacks, health.cutPackets(), health.packets(), "packets were cut short");
    share(
        lacks, health.unreadPackets(), health.packets(), "packets are of links that are not read");
    share(lacks, health.malformed(), health.packets(), "packets have headers that cannot be");
    share(
        lacks,
        health.droppedPackets(),
        health.packets() + health.droppedPackets(),
        "packets were dropped by the capturing machine");
    return new Sight(options, health, lacks);
  }

  private static void share(List<String> lacks, long count, long all, String phrase) {
    if (all > 0 && count > MOST_SHARE * all) {
      lacks.add(String.format(Locale.ROOT, "%.1f %% of %s", 100.0 * count / all, phrase));
    }
  }

  /** Whether enough was captured to say of what was seen that it was all like that. */
  boolean enough() {
    return lacks.isEmpty();
  }

  /** Whether the keeper says that all was captured there, and enough was. */
  boolean enough(Place place) {
    return enough() && options.sees().contains(place);
  }

  /** Why {@link #enough()} does not hold, a sentence; empty where it does. */
  String why() {
    return enough()
        ? ""
        : " The capture is not enough to support anything: " + String.join("; ", lacks) + ".";
  }

  /** Why an absence does not count, a sentence. */
  String why(Place place) {
    if (!enough()) {
      return why();
    }
    return options.sees().contains(place)
        ? ""
        : " An absence counts only where it is stated that the capture sees %s (--sees %s)."
            .formatted(place.meaning(), place.word());
  }

  /** What an absence rests on, a sentence. */
  String stated(Place place) {
    return " It is stated, and was not checked, that the capture sees " + place.meaning() + ".";
  }
}
