package org.bellbuoy.core.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure a rule is of its claim.
 *
 * @param level the answer in a word
 * @param probability of the rule's claim, 0 to 1; null where no number is justified
 * @param hypotheses competing explanations, most probable first; empty where none were weighed
 */
public record Assessment(Level level, @Nullable Double probability, List<Hypothesis> hypotheses) {
  public Assessment {
    hypotheses = List.copyOf(hypotheses);
  }
}
