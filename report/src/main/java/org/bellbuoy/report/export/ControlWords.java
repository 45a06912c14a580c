package org.bellbuoy.report.export;

import org.bellbuoy.core.finding.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * Control as the exports tell it: only what follows for certain is called {@code controls}. STIX
 * 2.1 takes names of relationships of one's own (section 3.6 of the standard).
 */
final class ControlWords {
  /** High, medium and low on the scale of STIX 2.1, appendix A. */
  private static final int HIGH = 85;

  private static final int MEDIUM = 50;
  private static final int LOW = 15;

  /** The role under which a finding tells of ultimate controllers. */
  private static final String ULTIMATE = "ultimate-controller";

  private ControlWords() {}

  /** A name of the relation from controller to party. Not told counts as possible. */
  static String relation(PartyRef.Controller controller) {
    return switch (told(controller.certainty())) {
      case PartyRef.CERTAIN -> "controls";
      case PartyRef.STATED -> "stated-to-control";
      default -> "possibly-controls";
    };
  }

  /** A party's role; of an ultimate controller with how sure it is unless it is certain. */
  static String relation(PartyRef party) {
    if (!party.role().equals(ULTIMATE)) {
      return party.role();
    }
    return switch (told(party.certainty())) {
      case PartyRef.CERTAIN -> ULTIMATE;
      case PartyRef.STATED -> "stated-" + ULTIMATE;
      default -> "possible-" + ULTIMATE;
    };
  }

  /** How sure control is, 0 to 100; null where it is not told. */
  static @Nullable Integer confidence(PartyRef.Controller controller) {
    return confidence(controller.certainty());
  }

  /** How sure control is; null of a role that is none, since its source alone says so. */
  static @Nullable Integer confidence(PartyRef party) {
    return party.role().equals(ULTIMATE) ? confidence(party.certainty()) : null;
  }

  private static @Nullable Integer confidence(@Nullable String certainty) {
    return switch (told(certainty)) {
      case PartyRef.CERTAIN -> HIGH;
      case PartyRef.STATED -> MEDIUM;
      case PartyRef.POSSIBLE -> LOW;
      default -> null;
    };
  }

  /** A sentence on how sure it is. */
  static String sentence(PartyRef.Controller controller) {
    String verb =
        switch (told(controller.certainty())) {
          case PartyRef.CERTAIN -> "Controls";
          case PartyRef.STATED -> "Is stated to control";
          default -> "May control";
        };
    return verb + ", by: " + basis(controller) + ". Control is not behaviour.";
  }

  static String basis(PartyRef.Controller controller) {
    String basis = controller.basis();
    return basis == null ? "not told" : basis;
  }

  private static String told(@Nullable String certainty) {
    return certainty == null ? "" : certainty;
  }
}
