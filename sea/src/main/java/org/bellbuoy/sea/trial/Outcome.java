package org.bellbuoy.sea.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.bellbuoy.sea.evaluate.Baselines;
import org.bellbuoy.sea.evaluate.Evaluation;
import org.bellbuoy.sea.evaluate.EvaluationOptions;
import org.bellbuoy.sea.evaluate.EvaluationResult;
import org.bellbuoy.sea.evaluate.GfwFacts;
import org.bellbuoy.sea.evaluate.MethodScores;
import org.bellbuoy.sea.evaluate.SilenceCase;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.OtherWays;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.bellbuoy.sea.watch.Followed;

/** What an evaluation of silences came to: all judgements, and the measures of them. */
public final class Outcome {
  /** Id of the method that is shipped. */
  public static final String MAIN = "bellbuoy";

  private static final int TWELVE_HOURS_SLOTS = 360;
  private static final double DAY_MILLIS = 86_400_000;

  private final SilenceEvaluation.Prepared prepared;
  private final List<SilenceEvaluation.Judged> judged;
  private final SilenceOptions options;
  private final java.util.IdentityHashMap<Trials.Trial, SilenceWeighing.Result> firstCut =
      new java.util.IdentityHashMap<>();

  Outcome(
      SilenceEvaluation.Prepared prepared,
      List<SilenceEvaluation.Judged> judged,
      SilenceOptions options,
      List<SilenceWeighing.Result> firstCuts) {
    this.prepared = prepared;
    this.judged = judged;
    this.options = options;
    for (int i = 0; i < firstCuts.size(); i++) {
      firstCut.put(prepared.trials().get(i), firstCuts.get(i));
    }
  }

  /** What the watch made of the recording. */
  public Followed followed() {
    return prepared.followed();
  }

  /** What became of the switch-offs drawn. */
  public Drawn drawn() {
    return prepared.drawn();
  }

  /** Scored silences of one class. */
  private List<SilenceEvaluation.Judged> scored(boolean classB) {
    return judged.stream()
        .filter(j -> j.trial().scored() && j.ended() != null)
        .filter(j -> ReceptionCounter.isClassB(j.trial().silence().equipmentClass()) == classB)
        .toList();
  }

  /** How many silences of that class are scored. */
  public int cases(boolean classB) {
    return scored(classB).size();
  }

  /** The measures of one class. */
  public EvaluationResult measures(
      boolean classB, String command, List<String> sources, long seed, List<String> notes) {
    List<SilenceEvaluation.Judged> mine = scored(classB);
    List<SilenceCase> cases = mine.stream().map(Outcome::asCase).toList();
    List<GfwFacts> facts = gfw(mine);
    List<MethodScores> methods = new ArrayList<>();
    methods.add(
        new MethodScores(
            MAIN,
            "Bellbuoy: learnt trees over own signal, others, place and reception",
            column(mine, j -> ended(j).probabilityOff()),
            true,
            mine.stream().map(j -> ended(j).level()).toArray(Level[]::new)));
    methods.add(
        MethodScores.ofScores(
            "logistic",
            "plain logistic regression on own rate, range and share of neighbours heard",
            column(mine, j -> j.plain())));
    methods.add(
        MethodScores.ofScores(
            "hazard",
            "hearing model alone: chance of so long a silence",
            column(mine, j -> j.hazard())));
    methods.add(
        MethodScores.ofScores(
            "beta",
            "Beta posterior of neighbours' share",
            column(mine, j -> OtherWays.beta(ended(j).facts()))));
    methods.add(
        MethodScores.ofScores(
            "smoother",
            "share of neighbours heard, smoothed in space and time",
            column(mine, j -> OtherWays.smoother(ended(j).facts()))));
    methods.add(
        Baselines.firstCut(
            mine.stream()
                .map(j -> java.util.Objects.requireNonNull(firstCut.get(j.trial())))
                .toList()));
    methods.add(Baselines.fixedTimeout(cases));
    methods.add(Baselines.rangeDisc(cases));
    methods.add(Baselines.gfwGraded(cases, facts));
    methods.add(Baselines.gfwRule(cases, facts));
    return Evaluation.run(
        cases,
        methods,
        new EvaluationOptions(
            command,
            sources,
            MAIN,
            seed,
            EvaluationOptions.RESAMPLES,
            EvaluationOptions.NATURAL_CALLED_RATE,
            options.prior(),
            notes));
  }

  /** How soon class A switch-offs are called while they last. */
  public List<LiveFigures> live() {
    return LiveFigures.of(
        judged.stream()
            .filter(j -> !ReceptionCounter.isClassB(j.trial().silence().equipmentClass()))
            .toList());
  }

  /** Natural silences of that were called likely, to be looked at one by one. */
  public List<Judgement> naturalCalledLikely() {
    List<Judgement> called = new ArrayList<>();
    for (SilenceEvaluation.Judged one : judged) {
      Judgement ended = one.ended();
      if (!one.trial().switchedOff() && ended != null && ended.level() == Level.LIKELY) {
        called.add(ended);
      }
    }
    return called;
  }

  /** Natural silences called likely while they lasted but not afterwards, to be looked at too. */
  public List<LiveCall> naturalCalledLive() {
    return LiveCall.of(judged);
  }

  private interface Value {
    double of(SilenceEvaluation.Judged judged);
  }

  private static double[] column(List<SilenceEvaluation.Judged> rows, Value value) {
    return rows.stream().mapToDouble(value::of).toArray();
  }

  private static Judgement ended(SilenceEvaluation.Judged judged) {
    return java.util.Objects.requireNonNull(judged.ended());
  }

  private static SilenceCase asCase(SilenceEvaluation.Judged j) {
    Trials.Trial t = j.trial();
    return new SilenceCase(
        t.silence().mmsi(),
        t.silence().hull(),
        t.silence().fromMillis(),
        t.silence().toMillis(),
        t.switchedOff(),
        !ReceptionCounter.isClassB(t.silence().equipmentClass()),
        true,
        t.silence().heardSlotsOfLastTen(),
        ended(j).facts().rangeMetres(),
        ended(j).facts().shoreMetres(),
        t.switchedOff() && t.heardThroughout(),
        t.group() / Folds.EACH,
        t.group() % Folds.EACH);
  }

  /** What the rule of Global Fishing Watch asks: its cell is one degree wide. */
  private List<GfwFacts> gfw(List<SilenceEvaluation.Judged> rows) {
    Map<Long, Integer> cells = new HashMap<>();
    for (HearingSeries one : prepared.followed().series()) {
      for (int i = 0; i < one.size(); i++) {
        cells.merge(cell(one.latitudeAt(i), one.longitudeAt(i)), one.heardAt(i), Integer::sum);
      }
    }
    double days =
        Math.max(
            1, (prepared.followed().endMillis() - prepared.followed().startMillis()) / DAY_MILLIS);
    List<GfwFacts> facts = new ArrayList<>();
    for (SilenceEvaluation.Judged row : rows) {
      Trials.Trial t = row.trial();
      int slot = HearingSeries.slot(t.silence().fromMillis());
      facts.add(
          new GfwFacts(
              cells.getOrDefault(
                      cell(t.silence().before().latitude(), t.silence().before().longitude()), 0)
                  / days,
              t.own().heardIn(slot - TWELVE_HOURS_SLOTS, slot + 1)));
    }
    return facts;
  }

  private static long cell(double latitude, double longitude) {
    return (long) Math.floor(latitude) * 1000 + (long) Math.floor(longitude);
  }
}
