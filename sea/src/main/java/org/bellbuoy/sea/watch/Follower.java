package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.core.engine.Engine;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.detect.LateSilences;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.RejectList;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceDetector;
import org.bellbuoy.sea.detect.WatchedVessel;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.judge.Moments;
import org.bellbuoy.sea.reception.CountedReceiver;
import org.bellbuoy.sea.reception.HearingLog;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.reception.ReceptionMap;
import org.jspecify.annotations.Nullable;

/** Reads all inputs once and follows every vessel in them. */
public final class Follower {
  /** How often event time is told to every vessel. */
  static final long TICK_MILLIS = 600_000;

  private Follower() {}

  /** Follows. Sources that cannot be read are told of in what comes back, not thrown. */
  public static Followed follow(
      List<Input> inputs, SeaWatchOptions options, RejectLog rejects, Progress progress)
      throws IOException {
    return follow(
        inputs, options, options.silence().minSilenceMillis(), rejects, progress, batch -> {});
  }

  /**
   * Follows.
   *
   * @param minSilenceMillis silences at least this long are noted
   * @param tap sees every batch of the stream; it may keep them
   */
  public static Followed follow(
      List<Input> inputs,
      SeaWatchOptions options,
      long minSilenceMillis,
      RejectLog rejects,
      Progress progress,
      Consumer<AisBatch> tap)
      throws IOException {
    return follow(inputs, options, minSilenceMillis, rejects, progress, tap, null, null).followed();
  }

  /**
   * What came of following while judging, or of following alone.
   *
   * @param counts of what was told while silences lasted; null where nobody asked for that
   * @param forgot whether anything was too old to be kept
   */
  record Outcome(Followed followed, @Nullable Map<String, Long> counts, boolean forgot) {}

  /**
   * Follows, and judges silences while they last.
   *
   * @param live takes what is told of them; null for following alone
   * @param receiver the one whose receptions count as heard in the reception map; null for all
   */
  static Outcome follow(
      List<Input> inputs,
      SeaWatchOptions options,
      long minSilenceMillis,
      RejectLog rejects,
      Progress progress,
      Consumer<AisBatch> tap,
      @Nullable LiveSink live,
      @Nullable String receiver)
      throws IOException {
    CountedReceiver counted = receiver == null ? CountedReceiver.all() : CountedReceiver.one();
    LateShares lateShares = new LateShares();
    ReceiverPlaces receiverPlaces = new ReceiverPlaces();
    Outages outages = new Outages(options.silence().minOutageMillis());
    try (Engine<AisRecord, WatchedVessel, SeaEvent> engine =
        new Engine<>(
            options.threads(),
            TICK_MILLIS,
            () ->
                new SilenceDetector(
                    minSilenceMillis,
                    options.silence().minPositionLossMillis(),
                    new SilenceDetector.Telling(Moments.LEAST_MILLIS, Moments::anyWithin),
                    counted),
            AisRecord::new)) {
      LiveWatch watch =
          live == null
              ? null
              : new LiveWatch(engine, receiverPlaces, outages, lateShares, options, rejects, live);
      long[] firstMillis = {Long.MAX_VALUE};
      RecordPump[] made = new RecordPump[1];
      RecordPump pump =
          new RecordPump(
              inputs,
              options.format(),
              options.date(),
              options.latenessMillis(),
              Math.max(1, options.threads()),
              rejects,
              record -> {
                outages.heard(record);
                receiverPlaces.heard(record);
                lateShares.heard(record);
                if (!counted.isMet()
                    && record.station >= 0
                    && made[0].stationName(record.station).equals(receiver)) {
                  counted.isNumber(record.station);
                }
              },
              progress,
              batch -> {
                tap.accept(batch);
                firstMillis[0] = Math.min(firstMillis[0], batch.epochMillis(0));
                engine.dispatch(batch);
              },
              watch == null
                  ? RecordPump.Marks.NONE
                  : new RecordPump.Marks(LiveWatch.TICK_MILLIS, watch::passed));
      made[0] = pump;
      pump.run();
      progress.done();
      List<SeaEvent> last = engine.finish(SeaEvent.ORDER);
      List<SeaEvent> events =
          watch == null ? last : watch.finished(last, engine.watermark(), pump.simulated());
      ReceptionMap reception = new ReceptionMap();
      List<HearingLog> logs = new ArrayList<>();
      List<RejectList> lists = new ArrayList<>();
      long duplicates = 0;
      long late = 0;
      long letGo = 0;
      for (SilenceDetector detector : LiveWatch.detectors(engine)) {
        reception.merge(detector.reception());
        logs.add(detector.hearing());
        lists.add(detector.rejects());
        duplicates += detector.duplicates();
        late += detector.late();
        letGo += detector.hullsLetGo();
      }
      for (Reject reject : RejectList.inOrder(lists)) {
        rejects.add(reject);
      }
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("lines", pump.lines());
      counts.put("records", pump.records());
      counts.put("duplicates", duplicates);
      counts.put("late", late);
      counts.put("hulls-let-go", letGo);
      counts.put(
          "vessels",
          events.stream().filter(e -> e instanceof SeaEvent.Identity i && i.hulls() > 0).count());
      counts.put("stations", (long) pump.stationNames().size());
      List<SourceInfo> sources = pump.infos();
      Followed followed =
          new Followed(
              LateSilences.workIn(events, minSilenceMillis),
              events.stream()
                  .filter(e -> e instanceof SeaEvent.Told || e instanceof SeaEvent.LateHeard)
                  .toList(),
              reception,
              HearingLog.union(logs),
              receiverPlaces,
              outages.all(),
              outages.receptions(),
              lateShares,
              pump.stationNames(),
              sources,
              counts,
              firstMillis[0],
              engine.watermark(),
              pump.simulated(),
              pump.unknownFormat());
      return watch == null
          ? new Outcome(followed, null, false)
          : new Outcome(followed, watch.counts(), watch.forgot());
    }
  }
}
