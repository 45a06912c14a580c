package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.judge.SilenceFacts;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.Hearings;
import org.bellbuoy.sea.reception.ReceptionCounter;

/** The other ships of a silence, for its picture. */
final class Witnesses {
  /** The first hour says most: later the ship may be elsewhere. */
  private static final int MOST_SLOTS = 30;

  private static final int MOST_SHIPS = 150;

  /** Fewer others near than this, by nearness, are nobody to compare with. */
  private static final double SOME = 0.2;

  private final Hearings hearings;

  Witnesses(Hearings hearings) {
    this.hearings = hearings;
  }

  /** A stretch of time in which others were heard so well. */
  record Share(long fromMillis, long toMillis, double share) {}

  /** The course of a silence where others were near. */
  static List<Share> course(Judgement judgement) {
    List<Share> shares = new ArrayList<>();
    for (SilenceFacts.Stretch one : judgement.facts().course()) {
      if (one.ships() >= SOME) {
        shares.add(new Share(one.fromMillis(), one.toMillis(), one.share()));
      }
    }
    return shares;
  }

  private static final class Tally {
    double latitude;
    double longitude;
    int slots;
    int heard;
  }

  /** Others in the box during the first hour of a silence, and how each was heard. */
  MapLayer layer(SeaEvent.Silence silence, Box box) {
    boolean classB = ReceptionCounter.isClassB(silence.equipmentClass());
    int[] stations = silence.stations().stream().mapToInt(Integer::intValue).sorted().toArray();
    int first = HearingSeries.slot(silence.fromMillis()) + 1;
    int last = Math.min(HearingSeries.slot(silence.toMillis()), first + MOST_SLOTS);
    Map<Integer, Tally> tallies = new TreeMap<>();
    for (int slot = first; slot < last; slot++) {
      hearings.witnesses(
          slot,
          classB,
          silence.mmsi(),
          stations,
          witness -> {
            Tally tally = tallies.computeIfAbsent(witness.mmsi(), m -> new Tally());
            tally.latitude = witness.latitude();
            tally.longitude = witness.longitude();
            tally.slots++;
            tally.heard += witness.heard() ? 1 : 0;
          });
    }
    record Placed(double metres, MapLayer.Feature feature) {}
    List<Placed> placed = new ArrayList<>();
    tallies.forEach(
        (mmsi, tally) -> {
          if (!box.contains(tally.latitude, tally.longitude)) {
            return;
          }
          double metres =
              Sphere.distanceMetres(
                  silence.before().latitude(),
                  silence.before().longitude(),
                  tally.latitude,
                  tally.longitude);
          double share = tally.heard / (double) tally.slots;
          placed.add(
              new Placed(
                  metres,
                  new MapLayer.Feature(
                      Geometry.point(tally.latitude, tally.longitude),
                      String.format(java.util.Locale.ROOT, "MMSI %09d", mmsi)
                          + ", heard in "
                          + Words.percent(share)
                          + " of its two-minute slots in the first hour",
                      share)));
        });
    placed.sort(java.util.Comparator.comparingDouble(Placed::metres));
    return new MapLayer(
        MapLayer.Role.OTHERS,
        "other ships there in the first hour of the silence",
        placed.stream().limit(MOST_SHIPS).map(Placed::feature).toList());
  }
}
