package org.bellbuoy.sea.simulate;

/**
 * A receiver ashore. Its range is patchy on purpose: a smooth fall-off at a horizon that depends on
 * bearing and drifts over hours, slots lost to noise, and fading that lasts minutes for each ship.
 *
 * @param name begins with SIM-
 * @param mmsi of its base station, 00200xxxx
 * @param place of the mast
 * @param antennaMetres height of the antenna
 */
public record Station(String name, int mmsi, LatLon place, double antennaMetres) {
  /**
   * Radio horizon in km is 4.12 times the root of the height in metres (ITU-R P.310, 4/3 earth).
   */
  private static final double HORIZON_KM = 4.12;

  /** VHF is heard somewhat past the horizon by diffraction. */
  private static final double BEYOND = 1.35;

  private static final double CLASS_B_RANGE = 0.68;
  private static final double SHORE_NOISE = 0.015;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long FADE_MILLIS = 240_000;
  private static final double METRES_PER_DEGREE = Math.toRadians(1) * LatLon.EARTH_METRES;

  /** Range in metres at which half the reports are lost, on an average hour. */
  double edgeMetres(double bearingRadians, double shipAntennaMetres, boolean classB) {
    double horizon = HORIZON_KM * 1000 * (Math.sqrt(antennaMetres) + Math.sqrt(shipAntennaMetres));
    double terrain =
        1
            + 0.10 * Math.sin(bearingRadians + mmsi)
            + 0.06 * Math.sin(3 * bearingRadians + 2.0 * mmsi);
    return horizon * BEYOND * terrain * (classB ? CLASS_B_RANGE : 1);
  }

  /** Chance to hear a transmission. */
  double probability(
      long seed,
      int ship,
      double shipAntennaMetres,
      boolean classB,
      double latitude,
      double longitude,
      long millis) {
    double north = (latitude - place.latitude()) * METRES_PER_DEGREE;
    double middle = Math.toRadians((latitude + place.latitude()) / 2);
    double east = (longitude - place.longitude()) * METRES_PER_DEGREE * Math.cos(middle);
    double metres = Math.hypot(north, east);
    if (metres > 250_000) {
      return 0;
    }
    double weather = 0.93 + 0.14 * Noise.smooth(seed, mmsi, millis, HOUR_MILLIS);
    double edge = edgeMetres(Math.atan2(east, north), shipAntennaMetres, classB) * weather;
    long link = (long) ship * 1_000 + mmsi % 1_000;
    double fade = 0.90 + 0.20 * Noise.smooth(seed ^ 0xFADEL, link, millis, FADE_MILLIS);
    double heard = 1 / (1 + Math.exp((metres * fade - edge) / (0.07 * edge)));
    double busy = SHORE_NOISE + 0.05 * Noise.smooth(seed ^ 0xB5L, mmsi, millis, HOUR_MILLIS / 6);
    return heard * (1 - busy) * (1 - 0.05 * Math.min(1, metres / edge));
  }

  /** The chance without the moment's luck, for planning where an act can be seen. */
  double usualProbability(LatLon ship, double shipAntennaMetres) {
    double north = (ship.latitude() - place.latitude()) * METRES_PER_DEGREE;
    double middle = Math.toRadians((ship.latitude() + place.latitude()) / 2);
    double east = (ship.longitude() - place.longitude()) * METRES_PER_DEGREE * Math.cos(middle);
    double edge = edgeMetres(Math.atan2(east, north), shipAntennaMetres, false);
    return 1 / (1 + Math.exp((Math.hypot(north, east) - edge) / (0.07 * edge)));
  }
}
