package org.bellbuoy.core.finding;

/**
 * One explanation and how probable it is beside the others of the same assessment.
 *
 * @param name a stable word, for example {@code switched-off}
 * @param probability 0 to 1; all hypotheses of an assessment sum to one
 */
public record Hypothesis(String name, double probability) {}
