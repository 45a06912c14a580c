package org.bellbuoy.sea.simulate;

/**
 * Lying at anchor or alongside.
 *
 * @param place of the anchor or the berth
 * @param swingMetres length of the chain's reach, 0 alongside
 * @param headingDegrees mean heading
 * @param swingMinutes time of one swing there and back
 * @param status at anchor or moored
 * @param fromMillis when it comes into being
 * @param toMillis when it is gone
 */
record Lying(
    LatLon place,
    double swingMetres,
    double headingDegrees,
    double swingMinutes,
    int status,
    long fromMillis,
    long toMillis)
    implements Motion {

  private static final double SWING_RADIANS = Math.toRadians(35);

  @Override
  public void at(long millis, Fix fix) {
    double phase = 2 * Math.PI * millis / (swingMinutes * 60_000);
    double heading =
        Math.toRadians(headingDegrees) + (swingMetres > 0 ? SWING_RADIANS * Math.sin(phase) : 0);
    LatLon here = place.offset(-swingMetres * Math.cos(heading), -swingMetres * Math.sin(heading));
    double rate = SWING_RADIANS * Math.cos(phase) * 2 * Math.PI / (swingMinutes * 60);
    double metresPerSecond = swingMetres * rate;
    double degrees = Math.toDegrees(heading);
    fix.latitude = here.latitude();
    fix.longitude = here.longitude();
    fix.speedKnots = Math.abs(metresPerSecond) / Voyage.METRES_PER_SECOND_PER_KNOT;
    fix.headingDegrees = (degrees + 720) % 360;
    fix.courseDegrees = (degrees + (metresPerSecond > 0 ? 270 : 90) + 720) % 360;
    fix.headingChangeDegrees = 0;
    fix.turnDegreesPerMinute = 0;
    fix.status = status;
  }
}
