package org.bellbuoy.register.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How right the matcher is on labelled pairs. Pure; the order of the pairs does not matter. */
public final class MatchEvaluation {
  private MatchEvaluation() {}

  /**
   * Counts of one set of pairs.
   *
   * @param hits matches told as such
   * @param falseMatches others told as matches
   * @param misses matches not told
   * @param rightlyApart others told apart
   */
  public record Counts(int hits, int falseMatches, int misses, int rightlyApart) {
    private static final Counts NONE = new Counts(0, 0, 0, 0);

    /** How many pairs. */
    public int pairs() {
      return hits + falseMatches + misses + rightlyApart;
    }

    /** Hits among all told as matches; empty where nothing was told. */
    public Optional<Double> precision() {
      return share(hits, hits + falseMatches);
    }

    /** Hits among all that are matches; empty where there are none. */
    public Optional<Double> recall() {
      return share(hits, hits + misses);
    }

    /** Harmonic mean of precision and recall; empty where there is nothing to find or told. */
    public Optional<Double> f1() {
      return share(2 * hits, 2 * hits + falseMatches + misses);
    }

    private static Optional<Double> share(int part, int whole) {
      return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    private Counts with(boolean told, boolean match) {
      return new Counts(
          hits + (told && match ? 1 : 0),
          falseMatches + (told && !match ? 1 : 0),
          misses + (!told && match ? 1 : 0),
          rightlyApart + (!told && !match ? 1 : 0));
    }
  }

  /** A pair and what was said of it. */
  public record Judged(LabelledPairs.Pair pair, MatchResult result) {
    /** Whether it was told as at least possible. */
    public boolean told() {
      return result.verdict() != MatchResult.Verdict.DIFFERENT;
    }

    /** Whether that was wrong. */
    public boolean wrong() {
      return told() != pair.match();
    }
  }

  /** Holds both names of each pair against each other, with nothing known but their type. */
  public static List<Judged> judge(List<LabelledPairs.Pair> pairs, MatchOptions options) {
    EntityMatcher matcher = EntityMatcher.of(options);
    return pairs.stream()
        .map(
            pair ->
                new Judged(
                    pair,
                    matcher.compare(
                        NamedEntity.named("1", pair.type(), pair.first()),
                        NamedEntity.named("2", pair.type(), pair.second()))))
        .toList();
  }

  /** Counts of those that meet the condition, where "possible" counts as told. */
  public static Counts count(List<Judged> judged, Predicate<Judged> which) {
    Counts counts = Counts.NONE;
    for (Judged one : judged) {
      if (which.test(one)) {
        counts = counts.with(one.told(), one.pair().match());
      }
    }
    return counts;
  }

  /** The same with only "same" as told. */
  public static Counts countSame(List<Judged> judged) {
    Counts counts = Counts.NONE;
    for (Judged one : judged) {
      boolean same = one.result().verdict() == MatchResult.Verdict.SAME;
      counts = counts.with(same, one.pair().match());
    }
    return counts;
  }

  /** Counts for each type that occurs. */
  public static Map<EntityType, Counts> byType(List<Judged> judged) {
    Map<EntityType, Counts> counts = new EnumMap<>(EntityType.class);
    for (Judged one : judged) {
      counts.merge(
          one.pair().type(),
          Counts.NONE.with(one.told(), one.pair().match()),
          (a, b) ->
              new Counts(
                  a.hits + b.hits,
                  a.falseMatches + b.falseMatches,
                  a.misses + b.misses,
                  a.rightlyApart + b.rightlyApart));
    }
    return counts;
  }
}
