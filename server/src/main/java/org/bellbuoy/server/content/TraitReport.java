package org.bellbuoy.server.content;

import java.util.Comparator;
import java.util.List;

/**
 * What is odd about one script, each rule once.
 *
 * @param traits heaviest first
 */
public record TraitReport(List<Trait> traits) {
  /** Score from which a script is {@link Grade#MEDIUM}. */
  public static final int MEDIUM_SCORE = 30;

  /** Score from which a script is {@link Grade#HIGH}. */
  public static final int HIGH_SCORE = 60;

  /** A trait of less weight is weak: any number of weak ones leave a script {@link Grade#LOW}. */
  public static final int WEAK_BELOW = 25;

  private static final int MOST = 100;

  /** How odd the whole is. */
  public enum Grade {
    /** Nothing odd. */
    NONE,
    /** As many good pages are. */
    LOW,
    /** Someone should know why it is there. */
    MEDIUM,
    /** As web shells are. */
    HIGH
  }

  public TraitReport {
    traits =
        traits.stream()
            .sorted(
                Comparator.comparingInt((Trait t) -> -t.weight())
                    .thenComparing(Trait::rule)
                    .thenComparingInt(Trait::offset))
            .toList();
  }

  /** Sum of weights, at most 100. */
  public int score() {
    return Math.min(MOST, traits.stream().mapToInt(Trait::weight).sum());
  }

  /** What the score comes to. */
  public Grade grade() {
    if (traits.isEmpty()) {
      return Grade.NONE;
    }
    if (traits.getFirst().weight() < WEAK_BELOW || score() < MEDIUM_SCORE) {
      return Grade.LOW;
    }
    return score() < HIGH_SCORE ? Grade.MEDIUM : Grade.HIGH;
  }

  /** The same without what is odd about the place: as true of a copy anywhere else. */
  public TraitReport ofContent() {
    return new TraitReport(traits.stream().filter(t -> !t.rule().ofPlace()).toList());
  }

  /** Whether it has that trait. */
  public boolean has(TraitRule rule) {
    return traits.stream().anyMatch(t -> t.rule() == rule);
  }
}
