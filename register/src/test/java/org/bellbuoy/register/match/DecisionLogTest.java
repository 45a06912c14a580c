package org.bellbuoy.register.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DecisionLogTest {
  private final DecisionLog log = DecisionLog.empty();

  @Test
  void takingADecisionBackPartsWhatItJoinedAndBothStayInTheLog() {
    assertThat(log.add(decision("1", "a", "b", true))).isEmpty();
    assertThat(log.add(decision("2", "b", "c", true))).isEmpty();
    assertThat(log.groups()).containsExactly(List.of("a", "b", "c"));
    assertThat(log.undo(new DecisionLog.Undo("2", "keeper", 5, "other ship"))).isEmpty();
    assertThat(log.groups()).containsExactly(List.of("a", "b"));
    assertThat(log.all()).hasSize(2);
    assertThat(log.undoOf("2")).hasValueSatisfying(u -> assertThat(u.by()).isEqualTo("keeper"));
  }

  @Test
  void decisionsThatContradictEachOtherAreTold() {
    log.add(decision("1", "a", "b", true));
    log.add(decision("2", "b", "c", true));
    log.add(decision("3", "a", "c", false));
    assertThat(log.contradictions())
        .containsExactly("Decision 3 parts a and c, which other decisions join.");
  }

  @Test
  void whatCannotBeAddedOrTakenBackIsTold() {
    log.add(decision("1", "a", "b", true));
    assertThat(log.add(decision("1", "a", "c", true))).contains("There is a decision 1 already.");
    assertThat(log.add(decision("2", "a", "a", true)))
        .contains("Decision 2 holds a against itself.");
    assertThat(log.undo(new DecisionLog.Undo("9", "keeper", 5, "why")))
        .contains("There is no decision 9.");
    log.undo(new DecisionLog.Undo("1", "keeper", 5, "why"));
    assertThat(log.undo(new DecisionLog.Undo("1", "keeper", 6, "why")))
        .contains("Decision 1 was taken back before.");
  }

  private static MatchDecision decision(String id, String left, String right, boolean one) {
    return new MatchDecision(id, left, right, one, "keeper", 1, List.of("Same papers."));
  }
}
