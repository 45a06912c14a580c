package org.bellbuoy.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.detect.ReachOptions;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Inputs and thresholds of the sea watch, shared by the commands that read AIS. */
final class SeaWatchSettings {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Files, folders, zip archives, gz or zst, or - for standard input. Formats are recognised"
              + " by content.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "Read all inputs as this: nmea, marinecadastre, dma, sbarc, exactearth, digitraffic,"
              + " aisstream or csv. Default: by content.")
  @Nullable FeedFormat format;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      converter = DateConverter.class,
      description = "UTC day for feeds that tell only a time of day and no date in the file name.")
  @Nullable LocalDate date;

  @Option(
      names = "--lateness",
      paramLabel = "SPAN",
      converter = Durations.class,
      defaultValue = "60s",
      description = "How much disorder in time is put right. Default: ${DEFAULT-VALUE}.")
  long latenessMillis;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; changes no finding. Default: all cores.")
  @Nullable Integer threads;

  /** Thresholds of the rules. */
  static final class Thresholds {
    @Option(
        names = "--min-silence",
        paramLabel = "SPAN",
        converter = Durations.class,
        defaultValue = "30m",
        description = "Silences at least this long become findings. Default: ${DEFAULT-VALUE}.")
    long minSilenceMillis;

    @Option(
        names = "--min-position-loss",
        paramLabel = "SPAN",
        converter = Durations.class,
        defaultValue = "10m",
        description =
            "Losses of position at least this long become findings. Default: ${DEFAULT-VALUE}.")
    long minPositionLossMillis;

    @Option(
        names = "--min-outage",
        paramLabel = "SPAN",
        converter = Durations.class,
        defaultValue = "60s",
        description =
            "Receiver silences at least this long become findings. Default: ${DEFAULT-VALUE}.")
    long minOutageMillis;

    @Option(
        names = "--likely",
        paramLabel = "PROBABILITY",
        defaultValue = "0.85",
        description = "The level is likely from here on. Default: ${DEFAULT-VALUE}.")
    double likely;

    @Option(
        names = "--possible",
        paramLabel = "PROBABILITY",
        defaultValue = "0.5",
        description = "The level is possible from here on. Default: ${DEFAULT-VALUE}.")
    double possible;

    @Option(
        names = "--least-observable",
        paramLabel = "PROBABILITY",
        defaultValue = "0.8",
        description =
            "With a smaller chance to have been heard, had it gone on transmitting, the level is"
                + " cannot-tell. Default: ${DEFAULT-VALUE}.")
    double leastObservable;

    @Option(
        names = "--prior",
        paramLabel = "SHARE",
        defaultValue = "0.1",
        description =
            "Share of silences taken to be switch-offs before anything is known of one. Default:"
                + " ${DEFAULT-VALUE}.")
    double prior;

    @Option(
        names = "--cable-uncertainty",
        paramLabel = "METRES",
        defaultValue = "5000",
        description =
            "Band on either side of cables whose file tells none, in metres. Default:"
                + " ${DEFAULT-VALUE}.")
    double cableUncertaintyMetres;

    @Option(
        names = "--speed-margin",
        paramLabel = "PERCENT",
        defaultValue = "15",
        description =
            "How much faster a silent ship may have gone than it usually does, in per cent of its"
                + " own usual top speed. Default: ${DEFAULT-VALUE}.")
    double speedMarginPercent;

    @Option(
        names = "--open-reach",
        paramLabel = "SPAN",
        converter = Durations.class,
        defaultValue = "24h",
        description =
            "Where no next position is known, cables are sought that could be reached within this"
                + " long after the last one. Default: ${DEFAULT-VALUE}.")
    long openReachMillis;

    @Option(
        names = "--row-gap",
        paramLabel = "SPAN",
        converter = Durations.class,
        defaultValue = "24h",
        description =
            "Silences of one ship that are told of together lie no farther apart than this."
                + " Default: ${DEFAULT-VALUE}.")
    long rowGapMillis;

    SilenceOptions silence() {
      requireSpan("--min-silence", minSilenceMillis);
      requireSpan("--min-position-loss", minPositionLossMillis);
      requireSpan("--min-outage", minOutageMillis);
      requireSpan("--open-reach", openReachMillis);
      if (!(speedMarginPercent >= 0 && speedMarginPercent <= 200)) {
        throw CommandException.usage(
            "--speed-margin is " + speedMarginPercent + "; it must be 0 to 200 per cent.");
      }
      requireShare("--likely", likely);
      requireShare("--possible", possible);
      requireShare("--least-observable", leastObservable);
      if (!(prior > 0 && prior < 1)) {
        throw CommandException.usage("--prior is " + prior + "; it must lie between 0 and 1.");
      }
      return new SilenceOptions(
          minSilenceMillis,
          minPositionLossMillis,
          minOutageMillis,
          likely,
          possible,
          leastObservable,
          prior,
          new ReachOptions(speedMarginPercent, openReachMillis, rowGapMillis));
    }

    CableOptions cables() {
      try {
        return CableOptions.defaults().withDefaultUncertaintyMetres(cableUncertaintyMetres);
      } catch (IllegalArgumentException e) {
        throw CommandException.usage(String.valueOf(e.getMessage()));
      }
    }

    private static void requireSpan(String name, long millis) {
      if (millis < 1000) {
        throw CommandException.usage(name + " is " + millis + " ms; it must be 1s or more.");
      }
    }

    private static void requireShare(String name, double value) {
      if (!(value >= 0 && value <= 1)) {
        throw CommandException.usage(name + " is " + value + "; it must be 0 to 1.");
      }
    }
  }

  SeaWatchOptions options(SilenceOptions silence, int processors, int exhibits) {
    int workers = threads == null ? processors : threads;
    if (workers < 1 || workers > 256) {
      throw CommandException.usage("--threads is " + workers + "; it must be 1 to 256.");
    }
    return new SeaWatchOptions(silence, latenessMillis, workers, format, date, exhibits);
  }

  /** Days. */
  static final class DateConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + value + "' is no day; write it as 2018-06-03");
      }
    }
  }

  /** Words of formats. */
  static final class FormatConverter implements ITypeConverter<FeedFormat> {
    @Override
    public FeedFormat convert(String value) {
      for (FeedFormat format : FeedFormat.values()) {
        if (format.word().equals(value.toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      throw new TypeConversionException(
          "there is no format '"
              + value
              + "'; formats are "
              + String.join(
                  ", ", Arrays.stream(FeedFormat.values()).map(FeedFormat::word).toList()));
    }
  }
}
