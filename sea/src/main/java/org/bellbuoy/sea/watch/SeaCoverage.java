package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.CoverageMap;
import org.bellbuoy.sea.reception.CoverageOptions;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.jspecify.annotations.Nullable;

/** {@code bellbuoy sea coverage}: from inputs to what could have been heard. */
public final class SeaCoverage {
  private static final double SURROUNDINGS_METRES = 60 * Sphere.METRES_PER_NAUTICAL_MILE;

  private static final int MOST_NAMES = 40;

  private SeaCoverage() {}

  /**
   * Where and when is asked for.
   *
   * @param window the time, null for all that was read
   * @param around the place, null for everywhere
   * @param onlyClassB whether only class B is asked for, null for both classes
   * @param receiver the one receiver that is asked for, by name; null for all taken as one
   */
  public record Asked(
      @Nullable Window window,
      CoverageQuestion.@Nullable Around around,
      @Nullable Boolean onlyClassB,
      @Nullable String receiver) {}

  /** A span of event time. */
  public record Window(long fromMillis, long toMillis) {}

  /**
   * What came out.
   *
   * @param map the answer; of nothing where nothing was read
   * @param surroundings the same for what lies about the place, for the picture
   * @param asked what was asked
   * @param options from where on words were used
   * @param receivers over all that was read
   * @param sources what was read
   * @param counts named counts, in order
   * @param startMillis event time of the first record
   * @param endMillis event time of the last record; before the first where nothing was read
   * @param simulated whether a source says that it is simulated
   */
  public record Result(
      CoverageMap map,
      CoverageMap surroundings,
      Asked asked,
      CoverageOptions options,
      List<Receiver> receivers,
      List<SourceInfo> sources,
      Map<String, Long> counts,
      long startMillis,
      long endMillis,
      boolean simulated) {
    /** Whether anything with a time was read. */
    public boolean hasRecords() {
      return endMillis >= startMillis;
    }

    /** The part of the time asked for in which there are records; empty where it is outside. */
    public boolean windowHasRecords() {
      return hasRecords()
          && startMillis < map.question().toMillis()
          && endMillis >= map.question().fromMillis();
    }
  }

  /**
   * Reads, follows and answers. Sources that cannot be read are told of in what comes back.
   *
   * @throws SourceException when the one receiver asked for is not in the records
   */
  public static Result run(
      List<Input> inputs,
      SeaWatchOptions options,
      CoverageOptions words,
      Asked asked,
      RejectLog rejects,
      Progress progress)
      throws IOException, SourceException {
    ReceiverMeter meter = new ReceiverMeter();
    Followed followed =
        Follower.follow(
                inputs,
                options,
                options.silence().minSilenceMillis(),
                rejects,
                progress,
                meter::heard,
                null,
                asked.receiver())
            .followed();
    String receiver = asked.receiver();
    if (receiver != null && followed.hasRecords() && !followed.stationNames().contains(receiver)) {
      throw new SourceException(noReceiver(receiver, followed.stationNames()));
    }
    Window window = asked.window();
    if (window == null) {
      window =
          followed.hasRecords()
              ? new Window(followed.startMillis(), followed.endMillis() + 1)
              : new Window(0, 1);
    }
    CoverageQuestion question =
        CoverageQuestion.of(
            window.fromMillis(), window.toMillis(), asked.around(), asked.onlyClassB());
    long recordsMillis = followed.endMillis() - followed.startMillis();
    CoverageMap map = CoverageMap.of(followed.reception(), question, words, recordsMillis);
    CoverageQuestion wide = question.widened(SURROUNDINGS_METRES);
    return new Result(
        map,
        wide.equals(question)
            ? map
            : CoverageMap.of(followed.reception(), wide, words, recordsMillis),
        asked,
        words,
        meter.receivers(followed.stationNames(), followed.outages()),
        followed.sources(),
        followed.counts(),
        followed.startMillis(),
        followed.endMillis(),
        followed.simulated());
  }

  private static String noReceiver(String asked, List<String> names) {
    return "No receiver is named "
        + asked
        + (names.isEmpty()
            ? "; these records name none."
            : "; there are "
                + String.join(", ", names.stream().sorted().limit(MOST_NAMES).toList())
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "")
                + ".");
  }
}
