package org.bellbuoy.sea.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.sea.judge.Scene.HOUR;
import static org.bellbuoy.sea.judge.Scene.MINUTE;
import static org.bellbuoy.sea.track.Reports.START;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceDetector;
import org.bellbuoy.sea.detect.WatchedVessel;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.judge.Moments;
import org.bellbuoy.sea.judge.SilenceFacts;
import org.bellbuoy.sea.judge.SilenceTraining;
import org.bellbuoy.sea.judge.Surroundings;
import org.bellbuoy.sea.reception.HearingLog;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.track.Reports;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final int FIRST = 219_000_001;
  private static final long END = 16 * HOUR;
  private static final Atlas ATLAS = Atlas.open(Scale.M10);

  /** Ships at 9 knots, each heard every 30 s but for holes of its own. */
  private static List<AisRecord> records(int ships) {
    List<AisRecord> records = new ArrayList<>();
    for (int i = 0; i < ships; i++) {
      SplittableRandom random = new SplittableRandom(i);
      long hole = 0;
      for (long at = i * 1_000L; at < END; at += 30_000) {
        if (at > hole && random.nextInt(400) == 0) {
          hole = at + random.nextLong(90 * MINUTE);
        }
        if (at <= hole && hole > 0 && at > 0) {
          continue;
        }
        double knots = i == 3 ? 0 : 9;
        records.add(
            random.nextInt(30) == 0
                ? Reports.statics(FIRST + i, START + at, "SHIP", 70)
                : Reports.onTheWay(FIRST + i, at, 55 + i * 0.05, 3, knots, 90));
      }
    }
    records.sort(Comparator.comparingLong(r -> r.epochMillis));
    return records;
  }

  private static Recording recording(List<AisRecord> records) {
    Recording recording = new Recording();
    for (int from = 0; from < records.size(); from += 100) {
      AisBatch batch = new AisBatch(100);
      records.subList(from, Math.min(records.size(), from + 100)).forEach(r -> batch.add(r, 0));
      recording.add(batch);
    }
    return recording;
  }

  /** What the watch's own detector makes of records. */
  private record Whole(List<SeaEvent.Silence> silences, List<HearingSeries> series) {}

  private static Whole whole(List<AisRecord> records, long least) {
    SilenceDetector detector = new SilenceDetector(least, Long.MAX_VALUE / 4);
    Map<Integer, WatchedVessel> states = new TreeMap<>();
    List<SeaEvent.Silence> silences = new ArrayList<>();
    records.forEach(
        r ->
            detector.record(
                states.computeIfAbsent(r.mmsi, detector::begin), r, e -> keep(e, silences)));
    states.values().forEach(s -> detector.finish(s, START + END, e -> keep(e, silences)));
    return new Whole(silences, HearingLog.union(List.of(detector.hearing())));
  }

  private static void keep(SeaEvent event, List<SeaEvent.Silence> silences) {
    if (event instanceof SeaEvent.Silence silence) {
      silences.add(silence);
    }
  }

  private static Trials trials(List<AisRecord> records) {
    return new Trials(
        recording(records),
        Hearings.of(whole(records, Trials.LEAST_GAP_MILLIS).series()),
        new Surroundings(ATLAS, new ReceiverPlaces()),
        new Folds(START, START + END));
  }

  private static String told(SeaEvent.Silence s) {
    return s.mmsi()
        + " "
        + s.fromMillis()
        + " "
        + s.toMillis()
        + " "
        + s.before()
        + s.after()
        + s.fixesBefore()
        + s.fixesAfter()
        + s.heardSlotsOfLastTen();
  }

  private static List<String> told(List<Trials.Trial> trials) {
    return trials.stream()
        .map(t -> told(t.silence()) + t.scored() + t.heardThroughout() + t.group())
        .toList();
  }

  @Test
  void aMadeSilenceIsWhatTheDetectorFindsWithTheRecordsOfThatShipTakenAway() {
    List<AisRecord> records = records(6);
    List<Trials.Trial> made = trials(records).made(5, 4);
    assertThat(made).hasSizeGreaterThan(10).allMatch(Trials.Trial::switchedOff);
    for (Trials.Trial trial : made) {
      SeaEvent.Silence silence = trial.silence();
      // Everything strictly inside is taken away; where it ends, a record came that was kept.
      List<AisRecord> left =
          records.stream()
              .filter(
                  r ->
                      r.mmsi != silence.mmsi()
                          || r.epochMillis <= silence.fromMillis()
                          || r.epochMillis >= silence.toMillis())
              .toList();
      Whole without = whole(left, Moments.LEAST_MILLIS);
      assertThat(without.silences().stream().map(TrialsTest::told)).contains(told(silence));
      assertThat(records)
          .anyMatch(r -> r.mmsi == silence.mmsi() && r.epochMillis == silence.fromMillis())
          .anyMatch(r -> r.mmsi == silence.mmsi() && r.epochMillis == silence.toMillis());
      // The ship's own series has a hole there, and is whole elsewhere as far as is looked.
      for (int i = 0; i < trial.own().size(); i++) {
        int slot = trial.own().slotAt(i);
        assertThat(
                slot <= HearingSeries.slot(silence.fromMillis())
                    || slot >= HearingSeries.slot(silence.toMillis()))
            .isTrue();
      }
      assertThat(java.util.Objects.requireNonNull(trial.ended()).ended()).isTrue();
      assertThat(trial.lasting()).noneMatch(SilenceFacts::ended);
      assertThat(trial.lasting())
          .hasSize(Moments.lasting(silence.fromMillis(), silence.toMillis()).length);
    }
  }

  @Test
  void onlyShipsUnderWayAreSwitchedOffAndScoredOnesAreOfScoredLength() {
    List<Trials.Trial> made = trials(records(6)).made(7, 6);
    assertThat(made).noneMatch(t -> t.silence().mmsi() == FIRST + 3);
    assertThat(made)
        .filteredOn(Trials.Trial::scored)
        .isNotEmpty()
        .allMatch(t -> t.silence().millis() >= 30 * MINUTE && t.silence().millis() <= 3 * HOUR);
    assertThat(made).anyMatch(t -> !t.scored());
  }

  @Test
  void heardThroughoutMeansThatTheShipWasHeardAllTheTimeInTruth() {
    List<AisRecord> records = records(6);
    int holes = 0;
    for (Trials.Trial trial : trials(records).made(11, 10)) {
      SeaEvent.Silence silence = trial.silence();
      long last = silence.fromMillis();
      long longest = 0;
      for (AisRecord r : records) {
        if (r.mmsi == silence.mmsi()
            && r.epochMillis > silence.fromMillis()
            && r.epochMillis <= silence.toMillis()) {
          longest = Math.max(longest, r.epochMillis - last);
          last = r.epochMillis;
        }
      }
      assertThat(trial.heardThroughout()).isEqualTo(longest <= 10 * MINUTE);
      holes += trial.heardThroughout() ? 0 : 1;
    }
    assertThat(holes).as("of both kinds").isPositive();
  }

  @Test
  void theSameSeedGivesTheSameTrialsAndAnotherGivesOthers() {
    List<AisRecord> records = records(6);
    List<String> once = told(trials(records).made(3, 3));
    assertThat(told(trials(records).made(3, 3))).isEqualTo(once);
    assertThat(told(trials(records).made(4, 3))).isNotEqualTo(once);
  }

  @Test
  void moreVesselsInTheRecordingChangeNoTrialOfTheOthers() {
    List<AisRecord> all = records(6);
    List<AisRecord> fewer = all.stream().filter(r -> r.mmsi != FIRST).toList();
    assertThat(
            trials(all).made(3, 3).stream()
                .filter(t -> t.silence().mmsi() != FIRST)
                .map(t -> told(t.silence())))
        .isEqualTo(trials(fewer).made(3, 3).stream().map(t -> told(t.silence())).toList());
  }

  @Test
  void followingAgainWithNothingTakenAwayFindsTheNaturalSilences() {
    List<AisRecord> records = records(4);
    Recording recording = recording(records);
    List<String> natural =
        whole(records, Moments.LEAST_MILLIS).silences().stream()
            .filter(s -> !s.open())
            .map(TrialsTest::told)
            .toList();
    List<String> again = new ArrayList<>();
    for (int mmsi : recording.vessels()) {
      recording
          .follow(mmsi, Long.MIN_VALUE, Long.MAX_VALUE, Moments.LEAST_MILLIS, time -> true)
          .silences()
          .forEach(s -> again.add(told(s)));
      assertThat(recording.times(mmsi))
          .containsExactly(
              records.stream().filter(r -> r.mmsi == mmsi).mapToLong(r -> r.epochMillis).toArray());
    }
    assertThat(again).isNotEmpty().containsExactlyInAnyOrderElementsOf(natural);
    assertThat(recording.times(1)).isEmpty();
    assertThat(recording.underWay(FIRST + 3)).as("it lay still").isEmpty();
  }

  @Test
  void naturalTrialsAreThoseOfShipsUnderWay() {
    List<AisRecord> records = records(6);
    Whole whole = whole(records, Trials.LEAST_GAP_MILLIS);
    List<Trials.Trial> natural =
        trials(records).natural(whole.silences(), Trials.byKey(whole.series()));
    assertThat(natural)
        .isNotEmpty()
        .noneMatch(Trials.Trial::switchedOff)
        .allMatch(t -> !t.silence().open() && t.silence().millis() >= 10 * MINUTE)
        .noneMatch(t -> t.silence().mmsi() == FIRST + 3);
  }

  @Test
  void whatIsLeftOutOfLearningLeavesNoTrace() {
    List<AisRecord> records = records(8);
    Trials trials = trials(records);
    Whole whole = whole(records, Trials.LEAST_GAP_MILLIS);
    List<Trials.Trial> all =
        new ArrayList<>(trials.natural(whole.silences(), Trials.byKey(whole.series())));
    all.addAll(trials.made(3, 4));
    List<SilenceTraining.Gap> gaps = trials.gaps(whole.silences(), Trials.byKey(whole.series()));
    int judged = all.getLast().group();
    List<String> model = lines(all, gaps, judged, false);
    // The truth about those left out is turned round: a model that saw them would differ.
    assertThat(lines(all, gaps, judged, true)).isEqualTo(model);
    assertThat(lines(all, gaps, -1, true)).isNotEqualTo(lines(all, gaps, -1, false));
  }

  private static List<String> lines(
      List<Trials.Trial> all, List<SilenceTraining.Gap> gaps, int judged, boolean turned) {
    List<SilenceTraining.Example> ended = new ArrayList<>();
    List<SilenceTraining.Example> lasting = new ArrayList<>();
    for (Trials.Trial trial : all) {
      boolean out = judged >= 0 && !Folds.apartFrom(judged).test(trial.group());
      boolean off = trial.switchedOff() != (turned && (out || judged < 0 && trial.scored()));
      ended.add(
          new SilenceTraining.Example(
              java.util.Objects.requireNonNull(trial.ended()), off, trial.group()));
      trial.lasting().forEach(f -> lasting.add(new SilenceTraining.Example(f, off, trial.group())));
    }
    return SilenceTraining.fit(
            gaps, ended, lasting, judged < 0 ? g -> true : Folds.apartFrom(judged))
        .lines();
  }
}
