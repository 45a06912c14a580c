package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.engine.Detector;
import org.bellbuoy.core.engine.Engine;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.RejectList;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceDetector;
import org.bellbuoy.sea.detect.WatchedVessel;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.reception.HearingLog;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.reception.ReceptionMap;

/**
 * Judges silences while the stream goes on: at each mark of event time, with all records known
 * before it followed and none after it. Works on the thread that makes the stream, while the
 * workers rest.
 */
final class LiveWatch {
  /** How far apart marks are. */
  static final long TICK_MILLIS = 60_000;

  /** How often what is too old is forgotten. */
  private static final long FORGET_MILLIS = 3_600_000;

  /** A silence is judged by how its ship was heard in the twelve hours before. */
  private static final long OWN_MILLIS = 13L * 3_600_000;

  private final Engine<AisRecord, WatchedVessel, SeaEvent> engine;
  private final ReceiverPlaces places;
  private final Outages outages;
  private final LateShares lateShares;
  private final SeaWatchOptions options;
  private final LiveSink sink;
  private final RejectLog rejects;
  private final Hearings hearings = new Hearings();
  private final LiveStories stories = new LiveStories();
  private final List<SeaEvent> kept = new ArrayList<>();
  private final List<SeaEvent.LossKnown> losses = new ArrayList<>();
  private long sinceMillis = Long.MIN_VALUE;
  private long nextForgetMillis = Long.MIN_VALUE;
  private boolean forgot;

  LiveWatch(
      Engine<AisRecord, WatchedVessel, SeaEvent> engine,
      ReceiverPlaces places,
      Outages outages,
      LateShares lateShares,
      SeaWatchOptions options,
      RejectLog rejects,
      LiveSink sink) {
    this.engine = engine;
    this.places = places;
    this.outages = outages;
    this.lateShares = lateShares;
    this.options = options;
    this.rejects = rejects;
    this.sink = sink;
  }

  /** All records known before a mark were handed to the engine, and none after it. */
  void passed(long markMillis, boolean simulated) {
    List<SeaEvent> events = new ArrayList<>(engine.take());
    kept.addAll(events);
    events.addAll(engine.look(sinceMillis, markMillis));
    tell(events, markMillis, simulated);
    sinceMillis = markMillis;
    long memory = options.memoryMillis();
    if (memory > 0 && markMillis >= nextForgetMillis) {
      nextForgetMillis = markMillis + FORGET_MILLIS;
      forgetBefore(markMillis - memory);
    }
  }

  /** The stream has ended: judges the rest and gives all events that are still kept. */
  List<SeaEvent> finished(List<SeaEvent> last, long endMillis, boolean simulated) {
    kept.addAll(last);
    if (endMillis != Long.MIN_VALUE) {
      tell(last, endMillis, simulated);
    }
    kept.sort(SeaEvent.ORDER);
    return kept;
  }

  /** Whether anything was forgotten, so that the length of the memory may change findings. */
  boolean forgot() {
    return forgot;
  }

  Map<String, Long> counts() {
    return stories.counts();
  }

  private void tell(List<SeaEvent> events, long untilMillis, boolean simulated) {
    boolean any = false;
    for (SeaEvent event : events) {
      if (event instanceof SeaEvent.LossKnown loss) {
        losses.add(loss);
      }
      any |= event instanceof SeaEvent.Lasting || event instanceof SeaEvent.LateHeard;
    }
    List<HearingSeries> series = HearingLog.union(logs());
    hearings.closeUntil(HearingSeries.slot(untilMillis), series);
    if (!any) {
      return;
    }
    SilenceJudging judging =
        new SilenceJudging(
            new SilenceJudging.Known(
                hearings,
                series,
                places,
                new ReceiverStates(outages.asOf(untilMillis)),
                List.copyOf(losses),
                lateShares),
            options.silence());
    for (LiveLine line : stories.tell(events, sinceMillis, untilMillis, judging)) {
      sink.told(line, simulated);
    }
  }

  private List<HearingLog> logs() {
    List<HearingLog> logs = new ArrayList<>();
    for (SilenceDetector detector : detectors(engine)) {
      logs.add(detector.hearing());
    }
    return logs;
  }

  static List<SilenceDetector> detectors(Engine<AisRecord, WatchedVessel, SeaEvent> engine) {
    List<SilenceDetector> detectors = new ArrayList<>();
    for (Detector<AisRecord, WatchedVessel, SeaEvent> one : engine.detectors()) {
      if (one instanceof SilenceDetector detector) {
        detectors.add(detector);
      }
    }
    return detectors;
  }

  private void forgetBefore(long epochMillis) {
    Set<Integer> gone = new HashSet<>();
    engine.forget(
        vessel ->
            vessel.lastMillis() < epochMillis
                // Base stations are not followed, and nothing of them is lost.
                && (vessel.lastMillis() == AisRecord.NO_TIME || gone.add(vessel.mmsi())));
    forgot |= !gone.isEmpty();
    hearings.forgetBefore(
        HearingSeries.slot(epochMillis - FORGET_MILLIS),
        HearingSeries.slot(epochMillis - OWN_MILLIS));
    List<RejectList> lists = new ArrayList<>();
    for (SilenceDetector detector : detectors(engine)) {
      lists.add(detector.rejects());
      detector.hearing().forget(gone::contains);
      detector.reception().forgetBefore(ReceptionMap.slot(epochMillis));
    }
    write(lists);
    forgot |= kept.removeIf(event -> event.fromMillis() < epochMillis);
    losses.removeIf(loss -> loss.fromMillis() < epochMillis);
    outages.forgetBefore(epochMillis);
    lateShares.forgetBefore(epochMillis);
    stories.forgetBefore(epochMillis);
  }

  /** Rejects are written before the end, or they would grow with the stream. */
  private void write(List<RejectList> lists) {
    try {
      for (Reject reject : RejectList.inOrder(lists)) {
        rejects.add(reject);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lists.forEach(RejectList::clear);
  }
}
