package org.bellbuoy.sea.watch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.detect.ReachOptions;
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
 * @param memoryMillis what is older than this in event time is forgotten; 0 for nothing. A
 *     parameter of a run only where something was, see {@link #MEMORY}
 */
public record SeaWatchOptions(
    SilenceOptions silence,
    long latenessMillis,
    int threads,
    @Nullable FeedFormat format,
    @Nullable LocalDate date,
    int exhibits,
    long memoryMillis) {
  /** Options of a watch that forgets nothing. */
  public SeaWatchOptions(
      SilenceOptions silence,
      long latenessMillis,
      int threads,
      @Nullable FeedFormat format,
      @Nullable LocalDate date,
      int exhibits) {
    this(silence, latenessMillis, threads, format, date, exhibits, 0);
  }

  /** The same with another memory. */
  public SeaWatchOptions withMemory(long millis) {
    return new SeaWatchOptions(silence, latenessMillis, threads, format, date, exhibits, millis);
  }

  /** Name of the memory among a run's parameters. */
  static final String MEMORY = "memory";

  /** The defaults shown in help. */
  public static SeaWatchOptions defaults(int threads) {
    return new SeaWatchOptions(SilenceOptions.defaults(), 60_000, threads, null, null, 200);
  }

  /** What may change a finding, by the name on the command line; threads are not among it. */
  public Map<String, String> parameters() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("min-silence", span(silence.minSilenceMillis()));
    map.put("min-position-loss", span(silence.minPositionLossMillis()));
    map.put("min-outage", span(silence.minOutageMillis()));
    map.put("likely", Double.toString(silence.likely()));
    map.put("possible", Double.toString(silence.possible()));
    map.put("least-observable", Double.toString(silence.leastObservable()));
    map.put("prior", Double.toString(silence.prior()));
    map.put("speed-margin", silence.reach().speedMarginPercent() + "%");
    map.put("open-reach", span(silence.reach().openReachMillis()));
    map.put("row-gap", span(silence.reach().rowGapMillis()));
    map.put("lateness", span(latenessMillis));
    if (format != null) {
      map.put("format", format.word());
    }
    if (date != null) {
      map.put("date", date.toString());
    }
    return map;
  }

  /**
   * The options that a ledger tells of: the inverse of {@link #parameters()}. Names that are not of
   * this room are passed over.
   *
   * @param threads workers, which no ledger tells because they change nothing
   * @param exhibits findings that get map and timeline, likewise
   * @throws IllegalArgumentException when a parameter is missing or makes no sense; the message is
   *     a sentence that names it
   */
  public static SeaWatchOptions fromParameters(
      Map<String, String> parameters, int threads, int exhibits) {
    String format = parameters.get("format");
    return new SeaWatchOptions(
        new SilenceOptions(
            read(parameters, "min-silence", SeaWatchOptions::millis),
            read(parameters, "min-position-loss", SeaWatchOptions::millis),
            read(parameters, "min-outage", SeaWatchOptions::millis),
            read(parameters, "likely", Double::parseDouble),
            read(parameters, "possible", Double::parseDouble),
            read(parameters, "least-observable", Double::parseDouble),
            read(parameters, "prior", Double::parseDouble),
            new ReachOptions(
                read(parameters, "speed-margin", SeaWatchOptions::percent),
                read(parameters, "open-reach", SeaWatchOptions::millis),
                read(parameters, "row-gap", SeaWatchOptions::millis))),
        read(parameters, "lateness", SeaWatchOptions::millis),
        threads,
        format == null ? null : read(parameters, "format", SeaWatchOptions::format),
        parameters.containsKey("date") ? read(parameters, "date", LocalDate::parse) : null,
        exhibits,
        parameters.containsKey(MEMORY) ? read(parameters, MEMORY, SeaWatchOptions::millis) : 0);
  }

  private static <T> T read(
      Map<String, String> parameters, String name, Function<String, T> parse) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The parameter " + name + " is missing.");
    }
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "The parameter " + name + " cannot be '" + SafeText.visible(value) + "'.", e);
    }
  }

  /** The memory as a parameter. */
  String memory() {
    return span(memoryMillis);
  }

  /** Whole seconds as such, anything else in milliseconds, so that nothing is lost. */
  private static String span(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static long millis(String span) {
    if (span.startsWith("-")) {
      throw new IllegalArgumentException("a negative span");
    }
    if (span.endsWith("ms")) {
      return Long.parseLong(span.substring(0, span.length() - 2));
    }
    if (span.endsWith("s")) {
      return Math.multiplyExact(Integer.parseInt(span.substring(0, span.length() - 1)), 1000L);
    }
    throw new IllegalArgumentException("no span");
  }

  private static double percent(String share) {
    if (!share.endsWith("%")) {
      throw new IllegalArgumentException("no percentage");
    }
    return Double.parseDouble(share.substring(0, share.length() - 1));
  }

  private static FeedFormat format(String word) {
    for (FeedFormat format : FeedFormat.values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    throw new IllegalArgumentException("no format");
  }
}
