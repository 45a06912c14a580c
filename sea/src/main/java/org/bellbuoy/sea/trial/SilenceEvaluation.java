package org.bellbuoy.sea.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.bellbuoy.sea.judge.Handovers;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.OtherWays;
import org.bellbuoy.sea.judge.SilenceFacts;
import org.bellbuoy.sea.judge.SilenceJudge;
import org.bellbuoy.sea.judge.SilenceModel;
import org.bellbuoy.sea.judge.SilenceTraining;
import org.bellbuoy.sea.judge.SilenceTraining.Example;
import org.bellbuoy.sea.judge.Surroundings;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.watch.Followed;
import org.bellbuoy.sea.watch.Follower;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;

/** Reads a recording, makes silences in it, and judges them with models that never saw them. */
public final class SilenceEvaluation {
  private final SeaWatchOptions options;
  private final long seed;
  private final int perVessel;

  /**
   * An evaluation.
   *
   * @param seed of the choice of moments and lengths
   * @param perVessel moments to switch each vessel off at
   */
  public SilenceEvaluation(SeaWatchOptions options, long seed, int perVessel) {
    this.options = options;
    this.seed = seed;
    this.perVessel = perVessel;
  }

  /**
   * One silence and how it was judged. Where only its beginning is judged, because it never ended
   * or lasted too long to be scored, everything of its end is null.
   *
   * @param trial the silence
   * @param ended the judgement once it was over
   * @param lasting judgements while it lasted
   * @param plain the floor
   * @param hazard the hearing model alone
   */
  record Judged(
      Trials.Trial trial,
      @Nullable Judgement ended,
      List<Judgement> lasting,
      double plain,
      double hazard) {}

  /**
   * All that an evaluation needs of a recording.
   *
   * @param followed what the watch makes of it
   * @param trials natural and made silences
   * @param gaps natural gaps
   */
  record Prepared(
      Followed followed, List<Trials.Trial> trials, List<SilenceTraining.Gap> gaps, Drawn drawn) {}

  /**
   * Runs it.
   *
   * @param shipped judges all with this model, made elsewhere; null to make one for each fold
   */
  public Outcome run(
      List<Input> inputs, @Nullable SilenceModel shipped, RejectLog rejects, Progress progress)
      throws IOException, TooLittle {
    Prepared prepared = prepare(inputs, rejects, progress);
    if (shipped == null) {
      requireEnough(prepared);
    }
    return new Outcome(prepared, judge(prepared, shipped), options.silence(), firstCut(prepared));
  }

  /** Reads and makes silences. */
  Prepared prepare(List<Input> inputs, RejectLog rejects, Progress progress) throws IOException {
    Recording recording = new Recording();
    Followed followed =
        Follower.follow(
            inputs, options, Trials.LEAST_GAP_MILLIS, rejects, progress, recording::add);
    if (!followed.hasRecords()) {
      return new Prepared(followed, List.of(), List.of(), new Drawn());
    }
    Hearings hearings = Hearings.of(followed.series());
    Surroundings surroundings = new Surroundings(Atlas.open(Scale.M10), followed.receiverPlaces());
    Folds folds = new Folds(followed.startMillis(), followed.endMillis());
    Trials maker = new Trials(recording, hearings, surroundings, folds);
    List<SeaEvent.Silence> silences = new ArrayList<>();
    for (SeaEvent event : followed.events()) {
      if (event instanceof SeaEvent.Silence silence) {
        silences.add(silence);
      }
    }
    Map<Long, HearingSeries> series = Trials.byKey(followed.series());
    List<Trials.Trial> trials = new ArrayList<>(maker.natural(silences, series));
    trials.addAll(maker.made(seed, perVessel));
    return new Prepared(followed, trials, maker.gaps(silences, series), maker.drawn);
  }

  /** Examples of silences that were over. */
  private static List<Example> ended(Prepared prepared) {
    List<Example> examples = new ArrayList<>();
    for (Trials.Trial trial : prepared.trials()) {
      SilenceFacts facts = trial.ended();
      if (facts != null) {
        examples.add(new Example(facts, trial.switchedOff(), trial.group()));
      }
    }
    return examples;
  }

  /** A model of all groups but those that share vessels or time with one; of all for −1. */
  static SilenceModel model(Prepared prepared, int apartFrom) {
    List<Example> lasting = new ArrayList<>();
    for (Trials.Trial trial : prepared.trials()) {
      for (SilenceFacts facts : trial.lasting()) {
        lasting.add(new Example(facts, trial.switchedOff(), trial.group()));
      }
    }
    return SilenceTraining.fit(
        prepared.gaps(),
        ended(prepared),
        lasting,
        apartFrom < 0 ? g -> true : Folds.apartFrom(apartFrom));
  }

  /** A model of everything in a recording, to be shipped or used elsewhere. */
  public SilenceModel learn(List<Input> inputs, RejectLog rejects, Progress progress)
      throws IOException, TooLittle {
    Prepared prepared = prepare(inputs, rejects, progress);
    if (!isEnough(prepared, -1)) {
      throw new TooLittle(
          "The recording holds too few natural silences of ships under way, or too few ships to"
              + " switch off, to learn from.");
    }
    return model(prepared, -1);
  }

  private static void requireEnough(Prepared prepared) throws TooLittle {
    for (int group :
        prepared.trials().stream().mapToInt(Trials.Trial::group).distinct().toArray()) {
      if (!isEnough(prepared, group)) {
        throw new TooLittle(
            "The recording holds too few silences to learn from some ships and times and judge"
                + " others; judge it with the model that is shipped (--shipped).");
      }
    }
  }

  /** Whether there are gaps, and silences of both kinds, over and lasting, to learn from. */
  private static boolean isEnough(Prepared prepared, int apartFrom) {
    java.util.function.IntPredicate use = apartFrom < 0 ? g -> true : Folds.apartFrom(apartFrom);
    boolean[] found = new boolean[4];
    for (Trials.Trial trial : prepared.trials()) {
      if (use.test(trial.group())) {
        int off = trial.switchedOff() ? 1 : 0;
        found[off] |= trial.ended() != null;
        found[2 + off] |= !trial.lasting().isEmpty();
      }
    }
    return found[0]
        && found[1]
        && found[2]
        && found[3]
        && prepared.gaps().stream().anyMatch(g -> use.test(g.group()) && !g.steps().isEmpty());
  }

  private List<Judged> judge(Prepared prepared, @Nullable SilenceModel shipped) {
    ReceiverStates receivers = new ReceiverStates(prepared.followed().outages());
    Handovers handovers = new Handovers(prepared.followed().series());
    List<Example> examples = ended(prepared);
    return IntStream.range(0, Folds.EACH * Folds.EACH)
        .parallel()
        .mapToObj(
            group -> {
              List<Trials.Trial> mine =
                  prepared.trials().stream().filter(t -> t.group() == group).toList();
              List<Judged> judged = new ArrayList<>();
              if (mine.isEmpty()) {
                return judged;
              }
              SilenceModel model = shipped != null ? shipped : model(prepared, group);
              // Where too little is left to learn the floor from, it says the same of all.
              OtherWays.Plain plain =
                  isEnough(prepared, group)
                      ? OtherWays.plain(examples, Folds.apartFrom(group))
                      : null;
              SilenceJudge judge = new SilenceJudge(model, options.silence());
              for (Trials.Trial trial : mine) {
                SilenceFacts ended = trial.ended();
                judged.add(
                    new Judged(
                        trial,
                        ended == null ? null : one(judge, ended, receivers, handovers),
                        trial.lasting().stream()
                            .map(facts -> one(judge, facts, receivers, handovers))
                            .toList(),
                        ended == null || plain == null ? 0 : plain.of(ended),
                        ended == null ? 0 : OtherWays.hazard(model, ended)));
              }
              return judged;
            })
        .flatMap(List::stream)
        .toList();
  }

  private Judgement one(
      SilenceJudge judge, SilenceFacts facts, ReceiverStates receivers, Handovers handovers) {
    return judge.judge(
        facts,
        new SilenceJudge.Circumstances(
            receivers.asOf(facts.momentMillis(), options.silence().minOutageMillis()),
            handovers.at(facts.silence(), facts.momentMillis()),
            0,
            false,
            0));
  }

  /** How the house's first cut weighs the scored silences, in their order. */
  private static List<SilenceWeighing.Result> firstCut(Prepared prepared) {
    ReceiverStates receivers = new ReceiverStates(prepared.followed().outages());
    return prepared.trials().stream()
        .parallel()
        .map(
            trial ->
                SilenceWeighing.weigh(
                    trial.silence(),
                    prepared.followed().reception(),
                    receivers,
                    SilenceWeighing.Options.defaults()))
        .toList();
  }
}
