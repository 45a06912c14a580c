package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.engine.Detector;
import org.bellbuoy.core.engine.Engine;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.RejectList;
import org.bellbuoy.sea.feed.AisRecord;

/** Reads all inputs once and follows every vessel in them, for its track. */
public final class TrackFollower {
  private TrackFollower() {}

  /**
   * What came out besides the fixes.
   *
   * @param tracks of all hulls that proved to be ships, in {@link Track#ORDER}
   * @param sources what was read
   * @param counts named counts, in order
   * @param simulated whether a source says that it is simulated
   */
  public record Result(
      List<Track> tracks, List<SourceInfo> sources, Map<String, Long> counts, boolean simulated) {}

  /** Follows. Sources that cannot be read are told of in what comes back, not thrown. */
  public static Result follow(
      List<Input> inputs,
      SeaWatchOptions options,
      TrackSink sink,
      RejectLog rejects,
      Progress progress)
      throws IOException {
    Outages outages = new Outages(options.silence().minOutageMillis());
    try (Engine<AisRecord, TrackedVessel, Track> engine =
        new Engine<>(
            options.threads(),
            Follower.TICK_MILLIS,
            () -> new TrackDetector(sink),
            AisRecord::new)) {
      RecordPump[] pumps = new RecordPump[1];
      RecordPump pump =
          new RecordPump(
              inputs,
              options.format(),
              options.date(),
              options.latenessMillis(),
              Math.max(1, options.threads()),
              rejects,
              outages::heard,
              progress,
              batch -> {
                // Every station of the batch is known by now.
                sink.stations(pumps[0].stationNames());
                engine.dispatch(batch);
              });
      pumps[0] = pump;
      pump.run();
      progress.done();
      List<Track> tracks = engine.finish(Track.ORDER);
      List<RejectList> lists = new ArrayList<>();
      long duplicates = 0;
      long late = 0;
      long others = 0;
      for (Detector<AisRecord, TrackedVessel, Track> one : engine.detectors()) {
        if (one instanceof TrackDetector detector) {
          lists.add(detector.rejects());
          duplicates += detector.duplicates();
          late += detector.late();
          others += detector.others();
        }
      }
      for (Reject reject : RejectList.inOrder(lists)) {
        rejects.add(reject);
      }
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("lines", pump.lines());
      counts.put("records", pump.records());
      counts.put("other-stations", others);
      counts.put("duplicates", duplicates);
      counts.put("late", late);
      counts.put("stations", (long) pump.stationNames().size());
      counts.put("vessels", tracks.stream().mapToInt(Track::mmsi).distinct().count());
      counts.put("tracks", (long) tracks.size());
      counts.put("fixes", tracks.stream().mapToLong(Track::fixes).sum());
      return new Result(tracks, pump.infos(), counts, pump.simulated());
    }
  }
}
