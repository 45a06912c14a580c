package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SilenceWeighing;
import org.bellbuoy.sea.geo.Sphere;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.ReceptionCounter;
import org.jspecify.annotations.Nullable;

/**
 * Ships that were first heard just where and when another fell silent: an identity handed over, as
 * when a set is given a new number. Immutable.
 */
public final class Handovers {
  /** A new identity comes within this time. */
  static final int WITHIN_SLOTS = 15;

  /** How far from the place where the silent ship would be, beside what its speed leaves open. */
  private static final double SLACK_METRES = 1_000;

  private static final double SLACK_KNOTS = 2;

  private final List<HearingSeries> byFirstSlot;

  /** Looks among those series. */
  public Handovers(List<HearingSeries> series) {
    byFirstSlot = new ArrayList<>(series);
    byFirstSlot.removeIf(s -> s.size() == 0 || s.isShortened());
    byFirstSlot.sort(
        Comparator.<HearingSeries>comparingInt(s -> s.slotAt(0))
            .thenComparingInt(s -> s.mmsi)
            .thenComparingInt(s -> s.hull));
    // Another hull of an identity that was known before is no new identity.
    Set<Integer> known = new HashSet<>();
    byFirstSlot.removeIf(s -> !known.add(s.mmsi));
  }

  /**
   * Another identity.
   *
   * @param mmsi under which a ship was first heard
   * @param fromMillis when, to two minutes
   * @param metres from where the silent ship would have been
   */
  public record Handover(int mmsi, long fromMillis, double metres) {}

  /** The nearest new identity known at a moment, null for none. */
  public @Nullable Handover at(SeaEvent.Silence silence, long momentMillis) {
    int from = HearingSeries.slot(silence.fromMillis());
    int to = Math.min(from + WITHIN_SLOTS, HearingSeries.slot(momentMillis) - 1);
    boolean classB = ReceptionCounter.isClassB(silence.equipmentClass());
    Handover best = null;
    int low = 0;
    int high = byFirstSlot.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byFirstSlot.get(middle).slotAt(0) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < byFirstSlot.size() && byFirstSlot.get(i).slotAt(0) <= to; i++) {
      HearingSeries one = byFirstSlot.get(i);
      if (one.mmsi == silence.mmsi() || one.classB != classB) {
        continue;
      }
      long at = one.slotAt(0) * HearingSeries.SLOT_MILLIS + HearingSeries.SLOT_MILLIS / 2;
      long after = Math.max(0, at - silence.fromMillis());
      double[] there = SilenceWeighing.whereabouts(silence, at);
      double metres =
          Sphere.distanceMetres(there[0], there[1], one.latitudeAt(0), one.longitudeAt(0));
      double allowed =
          SLACK_METRES + SLACK_KNOTS * Sphere.METRES_PER_SECOND_PER_KNOT * after / 1000.0;
      if (metres <= allowed && (best == null || metres < best.metres())) {
        best = new Handover(one.mmsi, at, metres);
      }
    }
    return best;
  }
}
