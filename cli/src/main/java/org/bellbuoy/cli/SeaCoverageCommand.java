package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.CoverageOptions;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.watch.SeaCoverage;
import org.bellbuoy.sea.watch.SeaWatchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bellbuoy sea coverage}. */
@Command(
    name = "coverage",
    description =
        "Says where and when ships could have been heard, how well, and how much is known of it."
            + " Where no ship was, nothing can be told.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SeaCoverageCommand implements Callable<Integer> {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int MOST_HOURS = 24 * 366;
  private static final double MOST_MILES = 10_800;

  @Mixin SeaWatchSettings settings = new SeaWatchSettings();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description =
          "Ask for the hour that this moment lies in, ISO 8601 UTC. Default: all that was read.")
  @Nullable Instant at;

  @Option(
      names = "--hours",
      paramLabel = "N",
      description = "Ask for so many hours around --at instead, half of them before it.")
  @Nullable Double hours;

  @Option(
      names = "--place",
      paramLabel = "LAT,LON",
      converter = PlaceConverter.class,
      description = "Ask for this place, in decimal degrees. Default: the whole area heard.")
  @Nullable Place place;

  @Option(
      names = "--radius",
      paramLabel = "NM",
      description =
          "Cells with their middle within so many nautical miles of --place count, and its own"
              + " cell. Default: 10.")
  @Nullable Double radiusMiles;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "Ask for class A or B only. Default: both, one after the other.")
  @Nullable Equipment equipment;

  @Option(
      names = "--receiver",
      paramLabel = "NAME",
      description =
          "Ask what this one receiver heard of all that is known to have been there. Default: all"
              + " receivers taken as one.")
  @Nullable String receiver;

  @Option(
      names = "--min-outage",
      paramLabel = "SPAN",
      converter = Durations.class,
      defaultValue = "60s",
      description = "Receiver silences at least this long are outages. Default: ${DEFAULT-VALUE}.")
  long minOutageMillis;

  @Option(
      names = "--independence",
      paramLabel = "SHARE",
      defaultValue = "0.35",
      description =
          "How much of each further ten minutes of one ship is new evidence; misses come in runs."
              + " Default: ${DEFAULT-VALUE}.")
  double independence;

  @Option(
      names = "--little-known-ships",
      paramLabel = "N",
      defaultValue = "2",
      description = "With fewer ships a cell is not known. Default: ${DEFAULT-VALUE}.")
  int littleShips;

  @Option(
      names = "--little-known-slots",
      paramLabel = "N",
      defaultValue = "6",
      description = "With fewer ten-minute slots a cell is not known. Default: ${DEFAULT-VALUE}.")
  int littleSlots;

  @Option(
      names = "--well-known-ships",
      paramLabel = "N",
      defaultValue = "5",
      description = "A well known cell has so many ships or more. Default: ${DEFAULT-VALUE}.")
  int wellShips;

  @Option(
      names = "--well-known-width",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description =
          "A well known cell has an interval no wider than this. Default: ${DEFAULT-VALUE}.")
  double wellWidth;

  @Option(
      names = "--heard",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "From this share of slots the verdict is heard. Default: ${DEFAULT-VALUE}.")
  double heard;

  @Option(
      names = "--not-heard",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Up to this share of slots the verdict is not heard. Default: ${DEFAULT-VALUE}.")
  double notHeard;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description = "Folder to write to, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  @Option(names = "--json", description = "Print the answer on standard output, as one line.")
  boolean json;

  private final Environment environment;

  SeaCoverageCommand(Environment environment) {
    this.environment = environment;
  }

  /** Classes of equipment. */
  enum Equipment {
    A,
    B
  }

  /** A place in degrees. */
  record Place(double latitude, double longitude) {}

  @Override
  public Integer call() throws IOException, SourceException {
    SilenceOptions defaults = SilenceOptions.defaults();
    if (minOutageMillis < 1000) {
      throw CommandException.usage(
          "--min-outage is " + minOutageMillis + " ms; it must be 1s or more.");
    }
    SilenceOptions silence =
        new SilenceOptions(
            defaults.minSilenceMillis(),
            defaults.minPositionLossMillis(),
            minOutageMillis,
            defaults.likely(),
            defaults.possible(),
            defaults.leastObservable(),
            defaults.prior(),
            defaults.reach());
    SeaWatchOptions options = settings.options(silence, environment.processors(), 0);
    return new CoverageRun(
            environment,
            settings.inputs,
            options,
            words(),
            new SeaCoverage.Asked(
                window(), around(), equipment == null ? null : equipment == Equipment.B, receiver),
            out,
            json)
        .run();
  }

  private CoverageOptions words() {
    try {
      return new CoverageOptions(
          independence, littleShips, littleSlots, wellShips, wellWidth, heard, notHeard);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private SeaCoverage.@Nullable Window window() {
    Instant moment = at;
    Double span = hours;
    if (moment == null) {
      if (span != null) {
        throw CommandException.usage("--hours needs --at, the moment that they lie around.");
      }
      return null;
    }
    long millis = moment.toEpochMilli();
    if (span == null) {
      long from = Math.floorDiv(millis, HOUR_MILLIS) * HOUR_MILLIS;
      return new SeaCoverage.Window(from, from + HOUR_MILLIS);
    }
    if (!(span > 0 && span <= MOST_HOURS)) {
      throw CommandException.usage(
          "--hours is " + span + "; it must be above 0 and at most " + MOST_HOURS + ".");
    }
    long half = Math.max(1, Math.round(span * HOUR_MILLIS / 2));
    return new SeaCoverage.Window(millis - half, millis + half);
  }

  private CoverageQuestion.@Nullable Around around() {
    Place asked = place;
    Double miles = radiusMiles;
    if (asked == null) {
      if (miles != null) {
        throw CommandException.usage("--radius needs --place, which it lies around.");
      }
      return null;
    }
    double radius = miles == null ? 10 : miles;
    if (!(radius >= 0 && radius <= MOST_MILES)) {
      throw CommandException.usage(
          "--radius is " + radius + "; it must be 0 to 10800 nautical miles.");
    }
    return new CoverageQuestion.Around(
        asked.latitude(), asked.longitude(), radius * Sphere.METRES_PER_NAUTICAL_MILE);
  }

  /** Moments of the years in which AIS was and will be heard. */
  static final class MomentConverter implements ITypeConverter<Instant> {
    private static final Pattern TIME =
        Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,3})?)?Z?");

    @Override
    public Instant convert(String value) {
      Matcher match = TIME.matcher(value);
      try {
        if (match.matches()) {
          String seconds = match.group(3);
          return Instant.parse(
              match.group(1) + "T" + match.group(2) + (seconds == null ? ":00" : seconds) + "Z");
        }
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is no moment that exists; write it as 2018-06-03T09:00Z");
      }
      throw new TypeConversionException(
          "'" + value + "' is no moment; write it as 2018-06-03T09:00Z");
    }
  }

  /** Latitude, then longitude. */
  static final class PlaceConverter implements ITypeConverter<Place> {
    private static final Pattern PLACE =
        Pattern.compile("([+-]?\\d{1,2}(?:\\.\\d{1,9})?) *, *([+-]?\\d{1,3}(?:\\.\\d{1,9})?)");

    @Override
    public Place convert(String value) {
      Matcher match = PLACE.matcher(value.trim());
      if (match.matches()) {
        double latitude = Double.parseDouble(match.group(1));
        double longitude = Double.parseDouble(match.group(2));
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
          return new Place(latitude, longitude);
        }
        throw new TypeConversionException(
            "'"
                + value
                + "' is no place: latitude comes first, from -90 to 90, then longitude, from -180 to"
                + " 180");
      }
      throw new TypeConversionException(
          "'" + value + "' is no place; write latitude and longitude as 33.90,-119.50");
    }
  }
}
