package org.bellbuoy.sea.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.evaluate.EvaluationResult.Count;
import org.bellbuoy.sea.evaluate.EvaluationResult.Data;
import org.bellbuoy.sea.evaluate.EvaluationResult.Detail;
import org.bellbuoy.sea.evaluate.EvaluationResult.Fold;
import org.bellbuoy.sea.evaluate.EvaluationResult.Method;
import org.bellbuoy.sea.evaluate.EvaluationResult.StratumResult;

/** Measures methods on cases, by stratum. The same input and seed give the same result. */
public final class Evaluation {
  /** Vessels of either kind from which an interval is given: fewer cannot be drawn from. */
  public static final int LEAST_VESSELS = 5;

  /** Most points of a curve. */
  public static final int ROC_POINTS = 200;

  private static final Set<String> DETAILED =
      Set.of(Stratum.ALL, Stratum.HEARD_WELL, Stratum.HEARD_THROUGHOUT);

  private final List<SilenceCase> cases;
  private final List<MethodScores> methods;
  private final EvaluationOptions options;
  private final boolean[] off;
  private final List<Ranking> rankings;
  private final int main;

  private Evaluation(
      List<SilenceCase> cases, List<MethodScores> methods, EvaluationOptions options) {
    this.cases = List.copyOf(cases);
    this.methods = List.copyOf(methods);
    this.options = options;
    off = new boolean[cases.size()];
    for (int i = 0; i < off.length; i++) {
      off[i] = cases.get(i).switchedOff();
    }
    for (MethodScores method : methods) {
      if (method.score().length != off.length) {
        throw new IllegalArgumentException(
            method.method()
                + ": "
                + method.score().length
                + " scores for "
                + off.length
                + " silences.");
      }
    }
    List<String> ids = methods.stream().map(MethodScores::method).toList();
    if (ids.stream().distinct().count() < ids.size()) {
      throw new IllegalArgumentException("Two methods have the same id: " + ids + ".");
    }
    main = ids.indexOf(options.mainMethod());
    if (main < 0) {
      throw new IllegalArgumentException(
          "The main method '" + options.mainMethod() + "' is none of " + ids + ".");
    }
    rankings = methods.stream().map(m -> Ranking.of(m.score(), off)).toList();
  }

  /**
   * Measures.
   *
   * @throws IllegalArgumentException when there is no case, scores are not as many as cases, ids
   *     repeat, or the main method is missing
   */
  public static EvaluationResult run(
      List<SilenceCase> cases, List<MethodScores> methods, EvaluationOptions options) {
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("There is no silence to evaluate on.");
    }
    return new Evaluation(cases, methods, options).result();
  }

  private EvaluationResult result() {
    List<StratumResult> strata = Stratum.all().stream().map(this::stratum).toList();
    List<String> notes = new ArrayList<>(options.notes());
    methods.forEach(m -> note(m, notes));
    return new EvaluationResult(
        options,
        data(),
        methods.stream()
            .map(m -> new Method(m.method(), m.title(), m.probability(), m.level() != null))
            .toList(),
        strata,
        notes);
  }

  private StratumResult stratum(Stratum stratum) {
    boolean[] member = new boolean[off.length];
    for (int i = 0; i < member.length; i++) {
      member[i] = stratum.holds().test(cases.get(i));
    }
    int[] vesselOf = new int[off.length];
    int vessels = number(member, vesselOf);
    int vesselsOff = vessels(member, true);
    int vesselsNatural = vessels(member, false);
    boolean enough = vesselsOff > 0 && vesselsNatural > 0;
    List<EvaluationResult.Score> scores = List.of();
    List<Detail> details = List.of();
    if (enough) {
      List<Ranking> within = rankings.stream().map(r -> r.only(member, vesselOf)).toList();
      Bootstrap.Draws draws =
          vesselsOff < LEAST_VESSELS || vesselsNatural < LEAST_VESSELS
              ? null
              : Bootstrap.draw(
                  within,
                  vessels,
                  options.naturalCalledRate(),
                  options.resamples(),
                  // By name, so that no stratum's draws hang on which others there are.
                  new SplittableRandom(options.seed() * 31 + stratum.id().hashCode()));
      double[] ones = Metrics.weights(null, vessels);
      StratumMeasures measures =
          new StratumMeasures(methods, within, ones, off, member, options, main);
      scores = measures.scores(draws);
      details = DETAILED.contains(stratum.id()) ? measures.details() : List.of();
    }
    return new StratumResult(
        stratum.id(),
        stratum.group(),
        stratum.label(),
        count(IntStream.range(0, off.length).filter(i -> member[i])),
        vesselsNatural,
        vesselsOff,
        scores,
        details);
  }

  private Data data() {
    boolean[] everyone = new boolean[off.length];
    Arrays.fill(everyone, true);
    return new Data(
        count(IntStream.range(0, off.length)),
        (int) cases.stream().filter(SilenceCase::wouldHaveBeenHeard).count(),
        number(everyone, new int[off.length]),
        cases.stream().mapToLong(SilenceCase::fromMillis).min().orElseThrow(),
        cases.stream().mapToLong(SilenceCase::toMillis).max().orElseThrow(),
        folds(SilenceCase::vesselFold),
        folds(SilenceCase::timeFold));
  }

  private List<Fold> folds(ToIntFunction<SilenceCase> foldOf) {
    return cases.stream()
        .mapToInt(foldOf)
        .distinct()
        .sorted()
        .mapToObj(
            fold ->
                new Fold(
                    fold,
                    count(
                        IntStream.range(0, off.length)
                            .filter(i -> foldOf.applyAsInt(cases.get(i)) == fold))))
        .toList();
  }

  private Count count(IntStream which) {
    int[] counts = new int[2];
    which.forEach(i -> counts[off[i] ? 1 : 0]++);
    return new Count(counts[0], counts[1]);
  }

  private int vessels(boolean[] member, boolean switchedOff) {
    return (int)
        IntStream.range(0, off.length)
            .filter(i -> member[i] && off[i] == switchedOff)
            .map(i -> cases.get(i).mmsi())
            .distinct()
            .count();
  }

  /** Numbers the vessels by MMSI, so that the order of cases changes no draw. */
  private int number(boolean[] member, int[] vesselOf) {
    TreeMap<Integer, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < off.length; i++) {
      if (member[i]) {
        numbers.put(cases.get(i).mmsi(), 0);
      }
    }
    int next = 0;
    for (var number : numbers.entrySet()) {
      number.setValue(next++);
    }
    for (int i = 0; i < off.length; i++) {
      if (member[i]) {
        vesselOf[i] = numbers.getOrDefault(cases.get(i).mmsi(), 0);
      }
    }
    return next;
  }

  /** Says plainly when a method tells nothing apart. */
  private void note(MethodScores method, List<String> notes) {
    String name = method.title() + " (" + method.method() + ")";
    double[] score = method.score();
    if (Arrays.stream(score).allMatch(s -> s == score[0])) {
      notes.add(
          name + " gives all " + score.length + " silences the same score: it tells none apart.");
    }
    Level[] level = method.level();
    if (level == null) {
      return;
    }
    Calls calls = Metrics.callsAt(Level.POSSIBLE, level, off, null);
    if (calls.offCalled() + calls.naturalCalled() == 0) {
      notes.add(
          name
              + " calls none of the "
              + score.length
              + " silences possible or likely, though "
              + (long) calls.offMissed()
              + " are artificial switch-offs.");
    }
  }
}
