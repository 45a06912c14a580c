package org.bellbuoy.sea.route;

import java.util.function.Supplier;
import org.bellbuoy.atlas.Atlas;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways over water within a reach: less than a millisecond each, once the land of a coast
 * is known. Any number of threads may ask; the answers depend on the arguments only.
 */
public final class WaterRoutes {
  /** A fix this far inside drawn land, in metres, is not led out to the sea. */
  static final double FARTHEST_INLAND_METRES = 25_000;

  /** Most cells of a window: more are sharper and cost more. */
  static final int MOST_CELLS = 4_096;

  private final Supplier<Atlas> atlas;
  private volatile @Nullable LandMask mask;

  /**
   * Ways by the coastlines of an atlas.
   *
   * @param atlas opened when the first reach is asked for, since that takes a while
   */
  public WaterRoutes(Supplier<Atlas> atlas) {
    this.atlas = atlas;
  }

  /** Ways of at most that many metres from a place. */
  public Outcome from(double latitude, double longitude, double budgetMetres) {
    return of(new Fixes(latitude, longitude, latitude, longitude, false), budgetMetres);
  }

  /** Ways of at most that many metres from one place to another. */
  public Outcome between(
      double startLatitude,
      double startLongitude,
      double endLatitude,
      double endLongitude,
      double budgetMetres) {
    return of(
        new Fixes(startLatitude, startLongitude, endLatitude, endLongitude, true), budgetMetres);
  }

  private Outcome of(Fixes fixes, double budgetMetres) {
    Extent extent = Extent.of(fixes, budgetMetres);
    if (extent == null) {
      return new Outcome.Straight(Outcome.Why.TOO_LARGE);
    }
    LandMask land = mask();
    Window window = Window.over(extent, land, MOST_CELLS);
    if (window == null) {
      return new Outcome.Straight(Outcome.Why.TOO_LARGE);
    }
    if (!window.hasLandWithin(fixes, budgetMetres)) {
      return new Outcome.Straight(Outcome.Why.NO_LAND);
    }
    if (!opened(window, land, fixes.startLatitude(), fixes.startLongitude())
        || (fixes.closed() && !opened(window, land, fixes.endLatitude(), fixes.endLongitude()))) {
      return new Outcome.Straight(Outcome.Why.INLAND);
    }
    WaterReach reach = WaterReach.of(window, fixes, budgetMetres);
    return reach == null ? new Outcome.Straight(Outcome.Why.NO_WAY) : new Outcome.ByWater(reach);
  }

  /**
   * Opens the land around a fix that lies in it: a harbour, a river, a channel too narrow to be
   * drawn. Which way leads out is not known, so all land as far off as the nearest shore is opened.
   */
  private static boolean opened(Window window, LandMask land, double latitude, double longitude) {
    double inland = land.inlandMetres(latitude, longitude, FARTHEST_INLAND_METRES);
    if (inland >= FARTHEST_INLAND_METRES) {
      return false;
    }
    if (inland > LandMask.COAST_MARGIN_METRES) {
      double cell = 2 * LandMask.halfDiagonalMetres(window.lattice, latitude);
      window.openAround(latitude, longitude, inland + LandMask.COAST_MARGIN_METRES + cell);
    }
    return true;
  }

  private LandMask mask() {
    LandMask made = mask;
    if (made == null) {
      synchronized (this) {
        made = mask;
        if (made == null) {
          made = new LandMask(atlas.get());
          mask = made;
        }
      }
    }
    return made;
  }
}
