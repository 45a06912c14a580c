package org.bellbuoy.server.sweep;

import static org.bellbuoy.server.sweep.Cell.Tone.ALARM;
import static org.bellbuoy.server.sweep.Cell.Tone.CALM;
import static org.bellbuoy.server.sweep.Cell.Tone.UNKNOWN;
import static org.bellbuoy.server.sweep.Cell.Tone.WARNING;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.jspecify.annotations.Nullable;

/** Answers whether a server's machine key is still its own. Of several the oldest counts. Pure. */
final class KeyCell {
  private KeyCell() {}

  static Cell of(Verdicts.Known known) {
    List<ServerFact> facts =
        known.facts().stream().filter(f -> f.rule().equals(ServerRules.MACHINE_KEY.id())).toList();
    if (!facts.isEmpty()) {
      ServerFact worst =
          facts.stream()
              .max(
                  Comparator.comparing(ServerFact::strength)
                      .thenComparingInt(f -> urgency(technique(f))))
              .orElseThrow();
      String technique = technique(worst);
      return new Cell(
          word(technique),
          "Machine key: " + Stories.sentence(worst),
          worst.strength() == Strength.STRONG
              ? ALARM
              : technique.equals("key-unknown") ? UNKNOWN : WARNING);
    }
    if (known.keys().isEmpty()) {
      return new Cell(
          "not seen",
          "Machine key: no explicit key in the configurations that were collected.",
          UNKNOWN);
    }
    Instant lastLog = known.days().end();
    Instant oldest = oldest(known.keys(), lastLog);
    String written =
        oldest == null
            ? KeyFacts.whyUnknown(known.keys(), lastLog)
            : "its file was last changed at " + oldest;
    Instant entry = known.firstSuccess();
    if (entry != null) {
      return new Cell(
          "check",
          "Machine key: "
              + written
              + ", after the first entry. Whether the key itself was changed then is not told.",
          WARNING);
    }
    return new Cell(
        "own",
        "Machine key: explicit, on no other farm; "
            + written
            + ". No entry is known before which it would have to be changed.",
        CALM);
  }

  private static String technique(ServerFact fact) {
    return fact.about().getOrDefault("technique", "");
  }

  /** Of equal strength, what may already have been taken comes before what could be. */
  private static int urgency(String technique) {
    return switch (technique) {
      case "key-weak" -> 0;
      case "key-shared" -> 1;
      case "key-exposed" -> 2;
      case "key-unknown" -> 3;
      case "key-public" -> 4;
      default -> 5;
    };
  }

  private static String word(String technique) {
    return switch (technique) {
      case "key-shared" -> "shared";
      case "key-public" -> "public";
      case "key-weak" -> "weak";
      case "key-exposed" -> "exposed";
      case "key-unknown" -> "cannot tell";
      default -> "take for stolen";
    };
  }

  /** When the oldest key was last changed; null where that is not known of one of them. */
  private static @Nullable Instant oldest(List<KeyFacts.Held> keys, @Nullable Instant lastLog) {
    Instant oldest = null;
    for (KeyFacts.Held held : keys) {
      Instant changed = KeyFacts.changed(held, lastLog);
      if (changed == null) {
        return null;
      }
      oldest = oldest == null || changed.isBefore(oldest) ? changed : oldest;
    }
    return oldest;
  }
}
