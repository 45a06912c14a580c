package org.bellbuoy.port.detect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says for the ledger by what commands were judged. Pure. */
public final class UsualNote {
  private UsualNote() {}

  /**
   * What was taken as usual or allowed, a sentence.
   *
   * @param seen who asked whom
   * @param baseline of a known-good capture, null for none
   * @param policy whether there is one
   * @param packets whether any capture was read, and not logs only
   */
  public static String of(
      PairTable seen,
      @Nullable PairTable baseline,
      ControlOptions options,
      boolean policy,
      boolean packets) {
    if (!packets) {
      return "No packet was read, and logs show no operation: no command could be seen or judged.";
    }
    if (seen.operations() == 0) {
      return "No operation of a protocol that is read was seen, so no command could be judged.";
    }
    Usual usual = Usual.of(seen, baseline, options);
    if (policy) {
      return usual.basis() == Usual.Basis.BASELINE
          ? "What is allowed was taken from the policy, and what is usual from the known-good"
              + " capture."
          : "What is allowed was taken from the policy alone; there was no known-good capture that"
              + " shows what is usual.";
    }
    return switch (usual.basis()) {
      case BASELINE ->
          "There was no policy: what is usual was taken from the known-good capture, so whoever did"
              + " harm in that counts as usual.";
      case FIRST_PART ->
          ("There was neither a policy nor a known-good capture: what is usual was taken from the"
                  + " first part of the capture itself, until %s, so an intruder who was there from"
                  + " the start counts as usual.")
              .formatted(PortWords.time(usual.learntUntilNanos()));
      case NOTHING ->
          String.format(
              Locale.ROOT,
              "There was neither a policy nor a known-good capture, and %s: nothing was taken as"
                  + " usual, and of writes it cannot be told whether they are.",
              options.learnShare() <= 0
                  ? "none of the capture itself was to be taken as usual"
                  : "the operations span %s, too short to be compared with themselves (%s are needed)"
                      .formatted(
                          PortWords.span(seen.spanNanos()),
                          PortWords.span(options.leastLearnNanos())));
    };
  }
}
