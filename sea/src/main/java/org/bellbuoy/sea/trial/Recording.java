package org.bellbuoy.sea.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.agrona.collections.Int2ObjectHashMap;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceDetector;
import org.bellbuoy.sea.detect.WatchedVessel;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.reception.HearingLog;

/**
 * All records of a run in memory, by vessel, so that one vessel can be followed again with some of
 * its records taken away. About 110 bytes a record. Safe for use by many threads once complete.
 */
final class Recording {
  private final List<AisBatch> batches = new ArrayList<>();
  private final Int2ObjectHashMap<List<int[]>> places = new Int2ObjectHashMap<>();
  private final AisRecord record = new AisRecord();

  /** Takes a batch of the stream; it is kept. */
  void add(AisBatch batch) {
    int index = batches.size();
    batches.add(batch);
    for (int i = 0; i < batch.size(); i++) {
      batch.load(i, record);
      places.computeIfAbsent(record.mmsi, m -> new ArrayList<>()).add(new int[] {index, i});
    }
  }

  /**
   * What following a vessel again came to.
   *
   * @param silences of the least length asked for
   * @param hearing when it was heard
   */
  record Followed(List<SeaEvent.Silence> silences, HearingLog hearing) {}

  /**
   * Follows a vessel over a span.
   *
   * @param kept which times of its records are kept
   */
  Followed follow(
      int mmsi, long fromMillis, long toMillis, long minSilenceMillis, LongPredicate kept) {
    SilenceDetector detector = new SilenceDetector(minSilenceMillis, Long.MAX_VALUE / 4);
    WatchedVessel state = detector.begin(mmsi);
    List<SeaEvent.Silence> silences = new ArrayList<>();
    AisRecord r = new AisRecord();
    long last = fromMillis;
    List<int[]> mine = places.get(mmsi);
    if (mine == null) {
      return new Followed(silences, detector.hearing());
    }
    for (int[] place : mine) {
      AisBatch batch = batches.get(place[0]);
      long time = batch.epochMillis(place[1]);
      if (time < fromMillis || time > toMillis || !kept.test(time)) {
        continue;
      }
      batch.load(place[1], r);
      last = Math.max(last, time);
      detector.record(state, r, event -> add(event, silences));
    }
    detector.finish(state, last, event -> add(event, silences));
    return new Followed(silences, detector.hearing());
  }

  private static void add(SeaEvent event, List<SeaEvent.Silence> silences) {
    if (event instanceof SeaEvent.Silence silence && !silence.open()) {
      silences.add(silence);
    }
  }

  /** Times at which a vessel's records of any kind came, in order. */
  long[] times(int mmsi) {
    List<int[]> mine = places.get(mmsi);
    return mine == null
        ? new long[0]
        : mine.stream().mapToLong(p -> batches.get(p[0]).epochMillis(p[1])).sorted().toArray();
  }

  /** Vessels in order of MMSI. */
  int[] vessels() {
    return places.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Times of a vessel's position reports that say it was under way at more than 3 kn. */
  long[] underWay(int mmsi) {
    List<int[]> mine = places.get(mmsi);
    if (mine == null) {
      return new long[0];
    }
    AisRecord r = new AisRecord();
    return mine.stream()
        .filter(
            place -> {
              batches.get(place[0]).load(place[1], r);
              return isUnderWay(r.speedDeciknots, r.navigationalStatus)
                  && r.latitudeE7 != AisRecord.NO_DEGREES;
            })
        .mapToLong(place -> batches.get(place[0]).epochMillis(place[1]))
        .sorted()
        .toArray();
  }

  /** More than 3 kn, and not at anchor or moored by its own word. */
  static boolean isUnderWay(int speedDeciknots, int status) {
    return speedDeciknots > 30 && speedDeciknots < 1022 && status != 1 && status != 5;
  }
}
