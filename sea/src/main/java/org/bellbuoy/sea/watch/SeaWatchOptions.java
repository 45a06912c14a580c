package org.bellbuoy.sea.watch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.feed.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the sea module.
 *
 * @param silence parameters of the rules
 * @param latenessMillis how much disorder between records is put right
 * @param threads workers; changes no finding
 * @param format a format for all inputs, null to recognise each
 * @param date the day for feeds that tell only a time of day, null for none
 * @param exhibits findings that get map and timeline, the most telling first
 */
public record SeaWatchOptions(
    SilenceOptions silence,
    long latenessMillis,
    int threads,
    @Nullable FeedFormat format,
    @Nullable LocalDate date,
    int exhibits) {
  /** The defaults shown in help. */
  public static SeaWatchOptions defaults(int threads) {
    return new SeaWatchOptions(SilenceOptions.defaults(), 60_000, threads, null, null, 200);
  }

  /** What may change a finding, by the name on the command line; threads are not among it. */
  public Map<String, String> parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("min-silence", silence.minSilenceMillis() / 1000 + "s");
    map.put("min-position-loss", silence.minPositionLossMillis() / 1000 + "s");
    map.put("min-outage", silence.minOutageMillis() / 1000 + "s");
    map.put("likely", Double.toString(silence.likely()));
    map.put("possible", Double.toString(silence.possible()));
    map.put("least-observable", Double.toString(silence.leastObservable()));
    map.put("prior", Double.toString(silence.prior()));
    map.put("independence", Double.toString(silence.independence()));
    map.put("lateness", latenessMillis / 1000 + "s");
    if (format != null) {
      map.put("format", format.word());
    }
    if (date != null) {
      map.put("date", date.toString());
    }
    return map;
  }
}
