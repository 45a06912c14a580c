package org.bellbuoy.sea.trial;

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
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.judge.Handovers;
import org.bellbuoy.sea.judge.Judgement;
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
  private final SilenceOptions judgeOptions;
  private final long seed;
  private final int perVessel;

  /**
   * An evaluation.
   *
   * @param seed of the choice of moments and lengths
   * @param perVessel moments to switch each vessel off at
   */
  public SilenceEvaluation(
      SeaWatchOptions options, SilenceOptions judgeOptions, long seed, int perVessel) {
    this.options = options;
    this.judgeOptions = judgeOptions;
    this.seed = seed;
    this.perVessel = perVessel;
  }

  /**
   * One silence and how it was judged.
   *
   * @param trial the silence
   * @param ended the judgement once it was over
   * @param lasting judgements while it lasted
   */
  record Judged(Trials.Trial trial, Judgement ended, List<Judgement> lasting) {}

  /**
   * All that an evaluation needs of a recording.
   *
   * @param followed what the watch makes of it
   * @param trials natural and made silences
   * @param gaps natural gaps
   */
  record Prepared(Followed followed, List<Trials.Trial> trials, List<SilenceTraining.Gap> gaps) {}

  /** Reads and makes silences. */
  Prepared prepare(List<Input> inputs, RejectLog rejects, Progress progress)
      throws java.io.IOException {
    Recording recording = new Recording();
    Followed followed =
        Follower.follow(
            inputs, options, Trials.LEAST_GAP_MILLIS, rejects, progress, recording::add);
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
    return new Prepared(followed, trials, maker.gaps(silences, series));
  }

  /** A model of all groups but those that share vessels or time with one; of all for −1. */
  static SilenceModel model(Prepared prepared, int apartFrom) {
    List<Example> ended = new ArrayList<>();
    List<Example> lasting = new ArrayList<>();
    for (Trials.Trial trial : prepared.trials()) {
      ended.add(new Example(trial.ended(), trial.switchedOff(), trial.group()));
      for (SilenceFacts facts : trial.lasting()) {
        lasting.add(new Example(facts, trial.switchedOff(), trial.group()));
      }
    }
    return SilenceTraining.fit(
        prepared.gaps(), ended, lasting, apartFrom < 0 ? g -> true : Folds.apartFrom(apartFrom));
  }

  /**
   * Judges all scored trials.
   *
   * @param shipped a model made elsewhere to judge all with; null to make one for each fold
   */
  List<Judged> judge(Prepared prepared, @Nullable SilenceModel shipped) {
    ReceiverStates receivers = new ReceiverStates(prepared.followed().outages());
    Handovers handovers = new Handovers(prepared.followed().series());
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
              SilenceJudge judge = new SilenceJudge(model, judgeOptions);
              for (Trials.Trial trial : mine) {
                judged.add(
                    new Judged(
                        trial,
                        one(judge, trial.ended(), receivers, handovers),
                        trial.lasting().stream()
                            .map(facts -> one(judge, facts, receivers, handovers))
                            .toList()));
              }
              return judged;
            })
        .flatMap(List::stream)
        .toList();
  }

  private static Judgement one(
      SilenceJudge judge, SilenceFacts facts, ReceiverStates receivers, Handovers handovers) {
    return judge.judge(
        facts,
        new SilenceJudge.Circumstances(
            receivers, handovers.at(facts.silence(), facts.momentMillis()), 0, false, 0));
  }
}
