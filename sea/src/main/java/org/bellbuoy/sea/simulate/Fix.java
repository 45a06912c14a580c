package org.bellbuoy.sea.simulate;

/** What a ship's sensors say at one instant: filled by a motion, reused. */
final class Fix {
  static final int UNDER_WAY = 0;
  static final int AT_ANCHOR = 1;
  static final int RESTRICTED = 3;
  static final int MOORED = 5;
  static final int FISHING = 7;

  double latitude;
  double longitude;
  double speedKnots;
  double courseDegrees;
  double headingDegrees;

  /** Positive to starboard. */
  double turnDegreesPerMinute;

  /** Difference between the heading and its mean over the last 30 s. */
  double headingChangeDegrees;

  int status;
}
