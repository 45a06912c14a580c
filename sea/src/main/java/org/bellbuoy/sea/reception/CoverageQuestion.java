package org.bellbuoy.sea.reception;

import java.util.List;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * Where and when coverage is asked for.
 *
 * @param fromSlot first slot
 * @param toSlot first slot after
 * @param stepSlots slots in one step of the course over time
 * @param around the place and what lies about it, null for everywhere
 * @param onlyClassB whether only class B is asked for, null for both classes
 */
public record CoverageQuestion(
    long fromSlot,
    long toSlot,
    int stepSlots,
    @Nullable Around around,
    @Nullable Boolean onlyClassB) {
  private static final int SLOTS_IN_HOUR = 6;
  private static final int HOURS_IN_SLOTS = 3;
  private static final int DAYS_IN_HOURS = 31;

  public CoverageQuestion {
    if (toSlot <= fromSlot || stepSlots < 1) {
      throw new IllegalArgumentException("slots " + fromSlot + " to " + toSlot);
    }
  }

  /**
   * A place and what counts with it.
   *
   * @param latitude degrees
   * @param longitude degrees
   * @param radiusMetres cells with their middle within it count, and the cell of the place itself
   */
  public record Around(double latitude, double longitude, double radiusMetres) {
    boolean holds(int cell) {
      if (cell == Cells.of(latitude, longitude)) {
        return true;
      }
      Geometry.Position middle = middle(cell);
      return Sphere.distanceMetres(
              latitude, longitude, middle.latitudeDegrees(), middle.longitudeDegrees())
          <= radiusMetres;
    }
  }

  /**
   * All slots that a span touches, in steps of an hour: slots for a short span, days for a long.
   */
  public static CoverageQuestion of(
      long fromMillis, long toMillis, @Nullable Around around, @Nullable Boolean onlyClassB) {
    long fromSlot = ReceptionMap.slot(fromMillis);
    long toSlot = Math.max(fromSlot + 1, ReceptionMap.slot(toMillis - 1) + 1);
    long slots = toSlot - fromSlot;
    int step =
        slots <= HOURS_IN_SLOTS * SLOTS_IN_HOUR
            ? 1
            : slots <= DAYS_IN_HOURS * 24 * SLOTS_IN_HOUR ? SLOTS_IN_HOUR : 24 * SLOTS_IN_HOUR;
    return new CoverageQuestion(fromSlot, toSlot, step, around, onlyClassB);
  }

  /** The same for at least that radius about the place; the same where no place is asked for. */
  public CoverageQuestion widened(double radiusMetres) {
    Around place = around;
    return place == null || place.radiusMetres() >= radiusMetres
        ? this
        : new CoverageQuestion(
            fromSlot,
            toSlot,
            stepSlots,
            new Around(place.latitude(), place.longitude(), radiusMetres),
            onlyClassB);
  }

  /** Event time at which it begins. */
  public long fromMillis() {
    return fromSlot * ReceptionMap.SLOT_MILLIS;
  }

  /** Event time at which it ends. */
  public long toMillis() {
    return toSlot * ReceptionMap.SLOT_MILLIS;
  }

  boolean asks(int cell, boolean classB) {
    Around place = around;
    return (onlyClassB == null || onlyClassB == classB) && (place == null || place.holds(cell));
  }

  /** The middle of a cell. */
  static Geometry.Position middle(int cell) {
    if (!(Cells.box(cell) instanceof Geometry.Polygon box)) {
      throw new IllegalStateException("cell " + cell + " is no box");
    }
    List<Geometry.Position> ring = box.rings().getFirst();
    Geometry.Position southWest = ring.get(0);
    Geometry.Position northEast = ring.get(2);
    return new Geometry.Position(
        (southWest.longitudeDegrees() + northEast.longitudeDegrees()) / 2,
        (southWest.latitudeDegrees() + northEast.latitudeDegrees()) / 2);
  }
}
