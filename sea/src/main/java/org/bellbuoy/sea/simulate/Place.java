package org.bellbuoy.sea.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The mouth of the Gulf of Finland, between Hanko and Hiiumaa: real water with land in sight on
 * both sides, invented lanes, cables, berths and receivers. Every point afloat lies well offshore;
 * lanes go on beyond the range of all stations, so nobody appears out of nothing in mid-coverage.
 */
final class Place {
  static final List<Station> STATIONS =
      List.of(
          new Station("SIM-HANKO", 2_000_001, new LatLon(59.82, 22.97), 60),
          new Station("SIM-KOPU", 2_000_002, new LatLon(58.92, 22.20), 100),
          new Station("SIM-UTO", 2_000_003, new LatLon(59.78, 21.37), 40),
          new Station("SIM-PORKKALA", 2_000_004, new LatLon(59.98, 24.40), 50),
          new Station("SIM-OSMUSSAAR", 2_000_005, new LatLon(59.30, 23.36), 35));

  /** The station that goes down: alone in hearing the south-west. */
  static final int LONELY_STATION = 1;

  static final List<Cable> CABLES =
      List.of(
          cable("sim-alfa", "ALFA", 50, 59.74, 22.98, 59.60, 23.10, 59.45, 23.15, 59.36, 23.30),
          cable("sim-bravo", "BRAVO", 100, 59.72, 21.45, 59.40, 21.70, 59.10, 21.90, 58.98, 22.00),
          cable(
              "sim-charlie",
              "CHARLIE",
              500,
              59.52,
              24.15,
              59.45,
              23.40,
              59.27,
              22.20,
              58.95,
              21.00,
              58.30,
              20.60),
          cable("sim-delta", "DELTA", 50, 59.90, 24.35, 59.60, 24.20, 59.45, 24.08));

  static final List<LatLon> EASTBOUND =
      line(
          57.90, 20.20, 58.68, 20.25, 59.03, 20.80, 59.36, 21.80, 59.50, 22.70, 59.57, 23.60, 59.71,
          24.40, 59.79, 25.00, 59.85, 25.70, 59.90, 26.40);

  static final List<LatLon> WESTBOUND =
      line(
          59.97, 26.40, 59.93, 25.70, 59.87, 25.00, 59.79, 24.40, 59.65, 23.60, 59.58, 22.70, 59.45,
          21.80, 59.14, 20.80, 58.72, 20.08, 57.90, 20.00);

  static final List<List<LatLon>> FERRY_LINES =
      List.of(
          line(60.05, 24.93, 59.85, 24.85, 59.64, 24.70),
          line(59.74, 23.08, 59.60, 23.35, 59.44, 23.86),
          line(59.30, 20.20, 59.42, 21.60, 59.47, 23.40, 59.66, 24.20, 59.67, 24.62));

  static final List<Ground> FISHING_GROUNDS =
      List.of(
          new Ground(new LatLon(58.80, 21.25), 16_000),
          new Ground(new LatLon(59.27, 22.15), 9_000),
          new Ground(new LatLon(59.55, 21.90), 9_000),
          new Ground(new LatLon(59.44, 23.20), 6_000));

  static final List<Ground> ANCHORAGES =
      List.of(
          new Ground(new LatLon(59.56, 24.24), 4_000),
          new Ground(new LatLon(59.68, 22.80), 3_000),
          new Ground(new LatLon(58.86, 21.70), 4_000));

  static final List<Ground> BERTHS =
      List.of(
          new Ground(new LatLon(59.74, 23.09), 700),
          new Ground(new LatLon(59.44, 23.87), 700),
          new Ground(new LatLon(59.64, 24.71), 700));

  static final List<Ground> PILOT_GROUNDS =
      List.of(
          new Ground(new LatLon(59.69, 24.72), 5_000), new Ground(new LatLon(59.68, 23.10), 4_000));

  /** At the edge where the south-western station hears class B. */
  static final Ground CLASS_B_EDGE = new Ground(new LatLon(58.80, 21.45), 5_000);

  private Place() {}

  /**
   * A round piece of sea.
   *
   * @param centre middle
   * @param radiusMetres half its width
   */
  record Ground(LatLon centre, double radiusMetres) {}

  private static Cable cable(String id, String name, int uncertaintyMetres, double... degrees) {
    return new Cable(id, "SIMULATED CABLE " + name, line(degrees), uncertaintyMetres);
  }

  private static List<LatLon> line(double... degrees) {
    List<LatLon> places = new ArrayList<>();
    for (int i = 0; i < degrees.length; i += 2) {
      places.add(new LatLon(degrees[i], degrees[i + 1]));
    }
    return List.copyOf(places);
  }
}
