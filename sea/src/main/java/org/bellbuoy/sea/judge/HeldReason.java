package org.bellbuoy.sea.judge;

import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.detect.Words;

/** Says why a silence is called possible though its probability would do for likely. */
final class HeldReason {
  private static final String CODE = "held-at-possible";
  private static final String BEGINNING =
      "By the numbers it would be likely. It is called possible, for ";

  private HeldReason() {}

  static Reason of(Judgement.Held held, SilenceFacts facts) {
    return switch (held) {
      case IN_PORT -> Reason.of(CODE, BEGINNING + "it lay still or came to rest at a shore.");
      case NUMBER_HEARD ->
          Reason.of(
              CODE,
              BEGINNING
                  + "its MMSI was heard meanwhile from where this track was not: of two that send one"
                  + " number nobody knows which is which, and one ship may look like two where"
                  + " receivers' clocks differ.");
      case DUCTING -> {
        double kilometres = Math.exp(facts.value(Feature.RANGE_BEFORE));
        yield Reason.of(
            CODE,
            BEGINNING
                + "it was heard from "
                + Words.number(kilometres, 0)
                + " km away, beyond any radio horizon: such reception ends as it comes.",
            kilometres,
            "km");
      }
      case NO_WITNESS ->
          Reason.of(
              CODE,
              BEGINNING
                  + "those of its class near it were heard in less than half of their slots"
                  + " meanwhile, taken together, or nobody was near: that it was not reception rests"
                  + " on its own signal alone.");
    };
  }
}
