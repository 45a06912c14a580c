package org.bellbuoy.sea.route;

import org.bellbuoy.sea.geo.Sphere;

/**
 * Ship canals between seas, which coastlines at 1:10 million show as land; their cells are open.
 * Places are on the canals to about a kilometre, which is less than the width that is opened.
 */
final class Canals {
  /** Cells that come this near to a canal are open, in metres. */
  private static final double OPEN_METRES = 4_000;

  private static final double STEP_METRES = 500;

  /** Latitude and longitude by turns, from end to end. */
  private static final double[][] ROUTES = {
    // Suez: Port Said, El Qantara, Ismailia, Great Bitter Lake, Suez.
    {31.30, 32.31, 30.85, 32.31, 30.59, 32.28, 30.33, 32.38, 29.92, 32.57},
    // Panama: Colon, Gatun, Gamboa, Pedro Miguel, Balboa.
    {9.39, -79.92, 9.26, -79.92, 9.12, -79.71, 9.02, -79.61, 8.90, -79.53},
    // Kiel: Brunsbuettel, Rendsburg, Kiel.
    {53.88, 9.12, 54.14, 9.30, 54.29, 9.66, 54.37, 10.16},
    // Corinth.
    {37.96, 22.95, 37.91, 23.01},
    // Cape Cod.
    {41.72, -70.64, 41.78, -70.49},
    // Chesapeake and Delaware.
    {39.45, -76.03, 39.53, -75.81, 39.56, -75.55},
  };

  private static final double[] PLACES = places();

  private Canals() {}

  /** Clears the bits of cells near canals in a tile of {@link LandMask}. */
  static void open(Lattice lattice, int row0, int column0, int[] rows) {
    double high = Math.toDegrees(OPEN_METRES / Sphere.RADIUS_METRES);
    for (int i = 0; i < PLACES.length; i += 2) {
      double latitude = PLACES[i];
      double longitude = PLACES[i + 1];
      double wide = high / Math.cos(Math.toRadians(latitude));
      int south = Math.max(0, lattice.row(latitude - high) - row0);
      int north = Math.min(LandMask.TILE - 1, lattice.row(latitude + high) - row0);
      int west = Math.max(0, lattice.column(longitude - wide) - column0);
      int east = Math.min(LandMask.TILE - 1, lattice.column(longitude + wide) - column0);
      for (int r = south; r <= north; r++) {
        for (int c = west; c <= east; c++) {
          rows[r] &= ~(1 << c);
        }
      }
    }
  }

  private static double[] places() {
    double[] all = new double[4_000];
    int n = 0;
    for (double[] route : ROUTES) {
      for (int i = 0; i + 3 < route.length; i += 2) {
        double metres = Sphere.distanceMetres(route[i], route[i + 1], route[i + 2], route[i + 3]);
        int steps = (int) Math.ceil(metres / STEP_METRES);
        for (int s = 0; s <= steps; s++) {
          double share = (double) s / steps;
          all[n++] = route[i] + share * (route[i + 2] - route[i]);
          all[n++] = route[i + 1] + share * (route[i + 3] - route[i + 1]);
        }
      }
    }
    return java.util.Arrays.copyOf(all, n);
  }
}
