package org.bellbuoy.register.policy;

import java.util.List;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.policy.CompiledRule.Answer;

/** What is asked: the facts of a party or asset, and what its rules answered last. */
abstract sealed class Facts implements Struct permits PartyFacts, AssetFacts {
  private List<Answer> answers = List.of();
  private int round;
  private boolean whole;

  /**
   * Notes that it is to be asked in a round.
   *
   * @param all whether all its facts may be others, not only who controls a party
   * @return whether it was not noted in that round before
   */
  final boolean note(int now, boolean all) {
    boolean first = round != now;
    whole = all || (!first && whole);
    round = now;
    return first;
  }

  /** Whether all its facts may be others since it was noted. */
  final boolean whole() {
    return whole;
  }

  /** Answers of all rules, in their order; none where it was not asked. */
  final List<Answer> answers() {
    return answers;
  }

  final void answered(List<Answer> own) {
    answers = own;
  }

  static Object text(String value) {
    return value.isEmpty() ? Unknown.VALUE : value;
  }

  static Object plain(Entity entity, String field) {
    return switch (field) {
      case "id" -> entity.id();
      case "name" -> entity.name();
      case "kind" -> entity.kindWord();
      case "country" -> text(entity.country());
      default -> throw unknown(field);
    };
  }

  static IllegalStateException unknown(String field) {
    return new IllegalStateException("The checker let pass the field " + field + ".");
  }
}
