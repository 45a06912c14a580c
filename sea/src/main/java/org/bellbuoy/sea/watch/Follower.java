package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.core.engine.Detector;
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
import org.bellbuoy.sea.reception.ReceptionMap;

/** Reads all inputs once and follows every vessel in them. */
public final class Follower {
  /** How often event time is told to every vessel. */
  static final long TICK_MILLIS = 600_000;

  private Follower() {}

  /** Follows. Sources that cannot be read are told of in what comes back, not thrown. */
  public static Followed follow(
      List<Input> inputs, SeaWatchOptions options, RejectLog rejects, Progress progress)
      throws IOException {
    return follow(inputs, options, rejects, progress, batch -> {});
  }

  /** Follows, and shows every batch before it is followed, in order of time, on one thread. */
  static Followed follow(
      List<Input> inputs,
      SeaWatchOptions options,
      RejectLog rejects,
      Progress progress,
      Consumer<AisBatch> shown)
      throws IOException {
    Outages outages = new Outages(options.silence().minOutageMillis());
    try (Engine<AisRecord, WatchedVessel, SeaEvent> engine =
        new Engine<>(
            options.threads(),
            TICK_MILLIS,
            () ->
                new SilenceDetector(
                    options.silence().minSilenceMillis(),
                    options.silence().minPositionLossMillis()),
            AisRecord::new)) {
      long[] firstMillis = {Long.MAX_VALUE};
      RecordPump pump =
          new RecordPump(
              inputs,
              options.format(),
              options.date(),
              options.latenessMillis(),
              Math.max(1, options.threads()),
              rejects,
              outages,
              progress,
              batch -> {
                firstMillis[0] = Math.min(firstMillis[0], batch.epochMillis(0));
                shown.accept(batch);
                engine.dispatch(batch);
              });
      pump.run();
      progress.done();
      List<SeaEvent> events = engine.finish(SeaEvent.ORDER);
      ReceptionMap reception = new ReceptionMap();
      List<RejectList> lists = new ArrayList<>();
      long duplicates = 0;
      long late = 0;
      for (Detector<AisRecord, WatchedVessel, SeaEvent> one : engine.detectors()) {
        if (one instanceof SilenceDetector detector) {
          reception.merge(detector.reception());
          lists.add(detector.rejects());
          duplicates += detector.duplicates();
          late += detector.late();
        }
      }
      for (Reject reject : RejectList.inOrder(lists)) {
        rejects.add(reject);
      }
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("lines", pump.lines());
      counts.put("records", pump.records());
      counts.put("duplicates", duplicates);
      counts.put("late", late);
      counts.put(
          "vessels",
          events.stream().filter(e -> e instanceof SeaEvent.Identity i && i.hulls() > 0).count());
      counts.put("stations", (long) pump.stationNames().size());
      List<SourceInfo> sources = pump.infos();
      return new Followed(
          LateSilences.workIn(events, options.silence().minSilenceMillis()),
          reception,
          outages.all(),
          outages.receptions(),
          pump.stationNames(),
          sources,
          counts,
          firstMillis[0],
          engine.watermark(),
          pump.simulated(),
          pump.unknownFormat());
    }
  }
}
