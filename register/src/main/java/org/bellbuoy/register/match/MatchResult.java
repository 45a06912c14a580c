package org.bellbuoy.register.match;

import java.util.List;

/**
 * Whether two records mean one thing, and why.
 *
 * @param leftId id of the record asked about
 * @param rightId id of the record it was held against
 * @param verdict the answer
 * @param basis what it rests on
 * @param score 0 to 1; no probability
 * @param sentences what met and what did not, in the order in which it was looked at
 * @param vetoes what forbade a match that names alone would have made; empty where nothing did
 */
public record MatchResult(
    String leftId,
    String rightId,
    Verdict verdict,
    Basis basis,
    double score,
    List<String> sentences,
    List<String> vetoes) {
  /** Keeps copies. */
  public MatchResult {
    sentences = List.copyOf(sentences);
    vetoes = List.copyOf(vetoes);
  }

  /** The answer. */
  public enum Verdict {
    /** They share a number that only one thing has, or their names are the same. */
    SAME,
    /** They may be one: for a person to decide. */
    POSSIBLE,
    /** Nothing shows that they are one. */
    DIFFERENT
  }

  /** What an answer rests on. */
  public enum Basis {
    /** A number they share, or two numbers that cannot belong to one thing. */
    IDENTIFIER,
    /** Their names. */
    NAME,
    /** What they are. */
    TYPE
  }
}
