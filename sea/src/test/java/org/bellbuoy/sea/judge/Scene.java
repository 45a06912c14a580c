package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.Scale;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceDetector;
import org.bellbuoy.sea.detect.SilenceOptions;
import org.bellbuoy.sea.detect.WatchedVessel;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingLog;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.track.Reports;

/** Records of several ships on the North Sea, made by hand and followed as the watch does. */
public final class Scene {
  public static final int SHIP = 230_123_456;
  public static final long MINUTE = 60_000;
  public static final long HOUR = 60 * MINUTE;

  /** Where ships start: open sea, 55.5 north 3 east. */
  public static final double LATITUDE = 55.5;

  public static final double LONGITUDE = 3;

  /** A receiver on a platform 20 km south of the middle of the ship's way. */
  private static final double RECEIVER_LATITUDE = 55.32;

  private static final double RECEIVER_LONGITUDE = 3.45;

  private static final Atlas ATLAS = Atlas.open(Scale.M10);

  private final List<AisRecord> records = new ArrayList<>();

  /** A ship that goes east at 6 knots and is heard whenever that says so. */
  public Scene ship(
      int mmsi,
      double north,
      double east,
      long step,
      long fromMillis,
      long toMillis,
      Predicate<Long> heard) {
    double latitude = Sphere.destinationLatitude(LATITUDE, 0, north);
    double longitude = Sphere.destinationLongitude(LATITUDE, LONGITUDE, 90, east);
    for (long at = fromMillis; at <= toMillis; at += step) {
      if (heard.test(at)) {
        add(Reports.onTheWay(mmsi, at, latitude, longitude, 6, 90));
      }
    }
    return this;
  }

  /** Adds a record, heard by a receiver that tells its place. */
  public Scene add(AisRecord r) {
    r.receiverLatitudeE7 = (int) Math.round(RECEIVER_LATITUDE * 1e7);
    r.receiverLongitudeE7 = (int) Math.round(RECEIVER_LONGITUDE * 1e7);
    records.add(r);
    return this;
  }

  /** Adds a record as it is. */
  public Scene addBare(AisRecord r) {
    records.add(r);
    return this;
  }

  /** The records for which that holds. */
  public Scene only(Predicate<AisRecord> kept) {
    Scene scene = new Scene();
    records.stream().filter(kept).forEach(scene.records::add);
    return scene;
  }

  /**
   * The ship heard every ten seconds for two hours among ten others, silent for two, and back.
   *
   * @param othersToo whether the others are silent with it
   */
  public static Scene switchedOff(boolean othersToo) {
    Predicate<Long> heard = at -> at <= 2 * HOUR || at >= 4 * HOUR;
    Scene scene = new Scene().ship(SHIP, 0, 0, 10_000, 0, 6 * HOUR, heard);
    for (int i = 0; i < 10; i++) {
      scene.ship(
          230_000_001 + i,
          6_000 * Math.sin(i * Math.TAU / 10),
          6_000 * Math.cos(i * Math.TAU / 10),
          10_000,
          i * 900L,
          6 * HOUR,
          othersToo ? heard : at -> true);
    }
    return scene;
  }

  /** What following came to. */
  public record Outcome(
      List<SeaEvent.Silence> silences,
      List<HearingSeries> series,
      Hearings hearings,
      ReceiverPlaces places) {
    /** The silence of a ship from a time on. */
    public SeaEvent.Silence from(int mmsi, long epochMillis) {
      return silences.stream()
          .filter(s -> s.mmsi() == mmsi && s.fromMillis() == epochMillis)
          .findFirst()
          .orElseThrow();
    }

    /** The dossier of a silence. */
    public Dossier dossier(SeaEvent.Silence silence) {
      HearingSeries own =
          series.stream()
              .filter(s -> s.mmsi == silence.mmsi() && s.hull == silence.hull())
              .findFirst()
              .orElseGet(() -> new HearingSeries(silence.mmsi(), silence.hull(), false));
      return new Dossier(silence, own, hearings, new Surroundings(ATLAS, places), true);
    }

    /** The judgement of the shipped model at a moment. */
    public Judgement judge(SeaEvent.Silence silence, long momentMillis) {
      return new SilenceJudge(SilenceModel.shipped(), SilenceOptions.defaults())
          .judge(
              dossier(silence).at(momentMillis),
              new SilenceJudge.Circumstances(
                  new ReceiverStates(List.of()),
                  new Handovers(series).at(silence, momentMillis),
                  0,
                  false,
                  0));
    }
  }

  /** Follows all ships until the data ends. */
  public Outcome follow(long endMillis) {
    List<AisRecord> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.<AisRecord>comparingLong(r -> r.epochMillis).thenComparingInt(r -> r.mmsi));
    SilenceDetector detector = new SilenceDetector(10 * MINUTE, Long.MAX_VALUE / 4);
    ReceiverPlaces places = new ReceiverPlaces();
    Map<Integer, WatchedVessel> states = new TreeMap<>();
    List<SeaEvent.Silence> silences = new ArrayList<>();
    for (AisRecord r : sorted) {
      places.heard(r);
      detector.record(
          states.computeIfAbsent(r.mmsi, detector::begin), r, event -> keep(event, silences));
    }
    states.values().forEach(s -> detector.finish(s, endMillis, event -> keep(event, silences)));
    silences.sort(SeaEvent.ORDER);
    List<HearingSeries> series = HearingLog.union(List.of(detector.hearing()));
    Hearings hearings = Hearings.of(series);
    hearings.closeUntil(HearingSeries.slot(endMillis), series);
    return new Outcome(silences, series, hearings, places);
  }

  private static void keep(SeaEvent event, List<SeaEvent.Silence> silences) {
    if (event instanceof SeaEvent.Silence silence) {
      silences.add(silence);
    }
  }
}
