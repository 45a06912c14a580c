package org.bellbuoy.sea.ais;

/**
 * One AIS message as raw integers under the names of ITU-R M.1371, read from its bits when asked.
 * It is a reused flyweight: an {@link NmeaReader} fills it again for the next message. A field that
 * the type does not have, or that was cut off, gives the field's not-available value.
 */
public final class AisMessage {
  /** Longitude of 181 degrees in 1/10000 minute. */
  public static final int LONGITUDE_NOT_AVAILABLE = 181 * 600_000;

  /** Latitude of 91 degrees in 1/10000 minute. */
  public static final int LATITUDE_NOT_AVAILABLE = 91 * 600_000;

  /** Longitude of types 17, 22, 23 and 27, in 1/10 minute. */
  public static final int COARSE_LONGITUDE_NOT_AVAILABLE = 181 * 600;

  /** Latitude of types 17, 22, 23 and 27, in 1/10 minute. */
  public static final int COARSE_LATITUDE_NOT_AVAILABLE = 91 * 600;

  /** Speed over ground, in 1/10 knot; whole knots in type 9. */
  public static final int SPEED_NOT_AVAILABLE = 1023;

  /** Speed over ground in type 27, in whole knots. */
  public static final int COARSE_SPEED_NOT_AVAILABLE = 63;

  /** Course over ground, in 1/10 degree. */
  public static final int COURSE_NOT_AVAILABLE = 3600;

  /** Course over ground in type 27, in whole degrees. */
  public static final int COARSE_COURSE_NOT_AVAILABLE = 511;

  /** True heading, in degrees. */
  public static final int HEADING_NOT_AVAILABLE = 511;

  /** Rate of turn. */
  public static final int RATE_OF_TURN_NOT_AVAILABLE = -128;

  /** Navigational status "not defined". */
  public static final int NAVIGATIONAL_STATUS_NOT_DEFINED = 15;

  /** Time stamp: no second is known. 61 is manual input, 62 dead reckoning, 63 inoperative. */
  public static final int TIME_STAMP_NOT_AVAILABLE = 60;

  /** Altitude of a rescue aircraft, in metres. */
  public static final int ALTITUDE_NOT_AVAILABLE = 4095;

  /** What the unit-independent accessors give for a value that is not available. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  final AisBits bits = new AisBits();
  private final AisStatic statics = new AisStatic(this);
  private final AisBinary binary = new AisBinary(this);
  private final AisLink link = new AisLink(this);
  private int type;

  AisMessage() {}

  void settle() {
    type = bits.unsigned(0, 6);
  }

  /** Static and voyage data: types 5, 19, 21 and 24. */
  public AisStatic statics() {
    return statics;
  }

  /** Binary and text messages: types 6, 8, 12, 14, 17, 25 and 26. */
  public AisBinary binary() {
    return binary;
  }

  /** Acknowledgements, requests, link management, communication state. */
  public AisLink link() {
    return link;
  }

  /** Bits of the payload, fill bits left out. */
  public int bitLength() {
    return bits.bitLength();
  }

  /** Any bits, 1 to 32 of them, as an unsigned number; beyond the payload's end they are 0. */
  public int unsigned(int at, int length) {
    return bits.unsigned(at, length);
  }

  /** Any bits, 1 to 32 of them, in two's complement. */
  public int signed(int at, int length) {
    return bits.signed(at, length);
  }

  /** Message ID, 1 to 27. */
  public int type() {
    return type;
  }

  /** Repeat indicator, 0 to 3. */
  public int repeatIndicator() {
    return bits.unsigned(6, 2);
  }

  /** User ID or source ID: the MMSI of the sender. */
  public int mmsi() {
    return bits.unsigned(8, 30);
  }

  /** Navigational status of types 1 to 3 and 27. */
  public int navigationalStatus() {
    return switch (type) {
      case 1, 2, 3 -> bits.unsigned(38, 4);
      case 27 -> bits.unsigned(40, 4);
      default -> NAVIGATIONAL_STATUS_NOT_DEFINED;
    };
  }

  /** Rate of turn of types 1 to 3: 4.733 times the root of degrees per minute, right positive. */
  public int rateOfTurn() {
    return type <= 3 ? bits.signed(42, 8) : RATE_OF_TURN_NOT_AVAILABLE;
  }

  /** Speed over ground in the type's own unit. */
  public int speedOverGround() {
    return switch (type) {
      case 1, 2, 3, 9 -> bits.unsigned(50, 10);
      case 18, 19 -> bits.unsigned(46, 10);
      case 27 -> bits.unsigned(79, 6);
      default -> SPEED_NOT_AVAILABLE;
    };
  }

  /** Speed over ground in 1/10 knot whatever the type, or {@link #UNKNOWN}. */
  public int speedDeciknots() {
    int speed = speedOverGround();
    if (type == 27) {
      return speed == COARSE_SPEED_NOT_AVAILABLE ? UNKNOWN : speed * 10;
    }
    return speed == SPEED_NOT_AVAILABLE ? UNKNOWN : type == 9 ? speed * 10 : speed;
  }

  /** Position accuracy: true is better than 10 m. */
  public boolean positionAccuracy() {
    return switch (type) {
      case 1, 2, 3, 9 -> bits.flag(60);
      case 4, 11 -> bits.flag(78);
      case 18, 19 -> bits.flag(56);
      case 21 -> bits.flag(163);
      case 27 -> bits.flag(38);
      default -> false;
    };
  }

  /** Longitude in 1/10000 minute, east positive; in 1/10 minute in types 17 and 27. */
  public int longitude() {
    return switch (type) {
      case 1, 2, 3, 9 -> bits.signed(61, 28);
      case 4, 11 -> bits.signed(79, 28);
      case 17 -> bits.signed(40, 18);
      case 18, 19 -> bits.signed(57, 28);
      case 21 -> bits.signed(164, 28);
      case 27 -> bits.signed(44, 18);
      default -> LONGITUDE_NOT_AVAILABLE;
    };
  }

  /** Latitude in 1/10000 minute, north positive; in 1/10 minute in types 17 and 27. */
  public int latitude() {
    return switch (type) {
      case 1, 2, 3, 9 -> bits.signed(89, 27);
      case 4, 11 -> bits.signed(107, 27);
      case 17 -> bits.signed(58, 17);
      case 18, 19 -> bits.signed(85, 27);
      case 21 -> bits.signed(192, 27);
      case 27 -> bits.signed(62, 17);
      default -> LATITUDE_NOT_AVAILABLE;
    };
  }

  /** Longitude in 1e-7 degrees, or {@link #UNKNOWN} when not available or beyond 180 degrees. */
  public int longitudeE7() {
    return e7(longitude(), 180);
  }

  /** Latitude in 1e-7 degrees, or {@link #UNKNOWN} when not available or beyond 90 degrees. */
  public int latitudeE7() {
    return e7(latitude(), 90);
  }

  private int e7(int raw, int limitDegrees) {
    long fine = type == 17 || type == 27 ? raw * 1000L : raw;
    if (Math.abs(fine) > limitDegrees * 600_000L) {
      return UNKNOWN;
    }
    // 1/10000 minute is 50/3 of 1e-7 degree; halves do not occur, so the sign only turns rounding.
    return (int) Math.floorDiv(fine * 100 + 3, 6);
  }

  /** Course over ground in 1/10 degree; in whole degrees in type 27. */
  public int courseOverGround() {
    return switch (type) {
      case 1, 2, 3, 9 -> bits.unsigned(116, 12);
      case 18, 19 -> bits.unsigned(112, 12);
      case 27 -> bits.unsigned(85, 9);
      default -> COURSE_NOT_AVAILABLE;
    };
  }

  /** Course over ground in 1/10 degree, 0 to 3599, whatever the type, or {@link #UNKNOWN}. */
  public int courseDecidegrees() {
    int course = type == 27 ? courseOverGround() * 10 : courseOverGround();
    return course >= COURSE_NOT_AVAILABLE ? UNKNOWN : course;
  }

  /** True heading in degrees, 0 to 359, or 511. */
  public int trueHeading() {
    return switch (type) {
      case 1, 2, 3 -> bits.unsigned(128, 9);
      case 18, 19 -> bits.unsigned(124, 9);
      default -> HEADING_NOT_AVAILABLE;
    };
  }

  /** True heading in degrees, or {@link #UNKNOWN} for anything beyond 359. */
  public int headingDegrees() {
    int heading = trueHeading();
    return heading > 359 ? UNKNOWN : heading;
  }

  /** UTC second of the report, or 60 to 63. */
  public int timeStamp() {
    return switch (type) {
      case 1, 2, 3 -> bits.unsigned(137, 6);
      case 9 -> bits.unsigned(128, 6);
      case 18, 19 -> bits.unsigned(133, 6);
      case 21 -> bits.unsigned(253, 6);
      default -> TIME_STAMP_NOT_AVAILABLE;
    };
  }

  /** Special manoeuvre indicator of types 1 to 3: 0 not available, 1 no, 2 yes. */
  public int specialManoeuvre() {
    return type <= 3 ? bits.unsigned(143, 2) : 0;
  }

  /** Receiver autonomous integrity monitoring in use. */
  public boolean raim() {
    return switch (type) {
      case 1, 2, 3, 4, 11 -> bits.flag(148);
      case 9, 18 -> bits.flag(147);
      case 19 -> bits.flag(305);
      case 21 -> bits.flag(268);
      case 27 -> bits.flag(39);
      default -> false;
    };
  }

  /** Assigned mode of types 9, 18, 19 and 21. */
  public boolean assignedMode() {
    return switch (type) {
      case 9, 18 -> bits.flag(146);
      case 19 -> bits.flag(307);
      case 21 -> bits.flag(270);
      default -> false;
    };
  }

  /** Data terminal equipment of types 5, 9 and 19: true is not available. */
  public boolean dataTerminalNotReady() {
    return switch (type) {
      case 5 -> !bits.has(422, 1) || bits.flag(422);
      case 9 -> bits.flag(142);
      case 19 -> bits.flag(306);
      default -> true;
    };
  }

  /** Regional or spare bits: types 9 (134, 8 bits), 18 (139, 2 bits) and 19 (139, 4 bits). */
  public int regional() {
    return switch (type) {
      case 9 -> bits.unsigned(134, 8);
      case 18 -> bits.unsigned(139, 2);
      case 19 -> bits.unsigned(139, 4);
      case 21 -> bits.unsigned(260, 8);
      default -> 0;
    };
  }

  /** Spare bits 38 to 45 of types 18 and 19. */
  public int reserved() {
    return type == 18 || type == 19 ? bits.unsigned(38, 8) : 0;
  }

  /** Altitude of type 9 in metres; 4094 is that or higher. */
  public int altitude() {
    return type == 9 ? bits.unsigned(38, 12) : ALTITUDE_NOT_AVAILABLE;
  }

  /** Altitude sensor of type 9: true is barometric. */
  public boolean altitudeBarometric() {
    return type == 9 && bits.flag(134);
  }

  /** Class B unit of type 18: true is carrier sense. */
  public boolean carrierSense() {
    return type == 18 && bits.flag(141);
  }

  /** Display flag of type 18. */
  public boolean displayEquipped() {
    return type == 18 && bits.flag(142);
  }

  /** DSC flag of type 18. */
  public boolean dscEquipped() {
    return type == 18 && bits.flag(143);
  }

  /** Band flag of type 18. */
  public boolean wholeBand() {
    return type == 18 && bits.flag(144);
  }

  /** Message 22 flag of type 18. */
  public boolean message22() {
    return type == 18 && bits.flag(145);
  }

  /** Position latency of type 27: true is a position older than five seconds. */
  public boolean positionLatency() {
    return type == 27 && bits.flag(94);
  }

  /** UTC year of types 4 and 11, 0 not available. */
  public int utcYear() {
    return clock() ? bits.unsigned(38, 14) : 0;
  }

  /** UTC month of types 4 and 11, 0 not available. */
  public int utcMonth() {
    return clock() ? bits.unsigned(52, 4) : 0;
  }

  /** UTC day of types 4 and 11, 0 not available. */
  public int utcDay() {
    return clock() ? bits.unsigned(56, 5) : 0;
  }

  /** UTC hour of types 4 and 11, 24 not available. */
  public int utcHour() {
    return clock() ? bits.unsigned(61, 5) : 24;
  }

  /** UTC minute of types 4 and 11, 60 not available. */
  public int utcMinute() {
    return clock() ? bits.unsigned(66, 6) : 60;
  }

  /** UTC second of types 4 and 11, 60 not available. */
  public int utcSecond() {
    return clock() ? bits.unsigned(72, 6) : 60;
  }

  private boolean clock() {
    return type == 4 || type == 11;
  }

  /** Type of electronic position fixing device: types 4, 5, 11, 19, 21 and 24 part B. */
  public int positionFixingDevice() {
    return switch (type) {
      case 4, 11 -> bits.unsigned(134, 4);
      case 5 -> bits.unsigned(270, 4);
      case 19 -> bits.unsigned(301, 4);
      case 21 -> bits.unsigned(249, 4);
      case 24 -> statics.partNumber() == 1 && bits.has(162, 4) ? bits.unsigned(162, 4) : 0;
      default -> 0;
    };
  }

  /** Transmission control for long-range broadcast, types 4 and 11. */
  public boolean longRangeControl() {
    return clock() && bits.flag(138);
  }
}
