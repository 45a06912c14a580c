package org.bellbuoy.sea.feed;

/**
 * Puts scaled numbers into a record. Each method is true when the number is none or one that the
 * air interface could carry; the record then holds it, or unknown for the standard's "not
 * available".
 */
final class RecordFields {
  private static final int HIGHEST_MMSI = (1 << 30) - 1;
  private static final long LATITUDE_LIMIT = 1_120_000_000L;
  private static final long LONGITUDE_LIMIT = 2_140_000_000L;
  private static final long LONGITUDE_CARRIED = 2_240_000_000L;

  private RecordFields() {}

  static boolean mmsi(AisRecord r, long value) {
    r.mmsi = (int) value;
    return value >= 0 && value <= HIGHEST_MMSI;
  }

  static boolean latitudeE7(AisRecord r, long value) {
    if (value == Texts.NONE) {
      return true;
    }
    r.latitudeE7 = (int) value;
    return Math.abs(value) <= LATITUDE_LIMIT;
  }

  static boolean longitudeE7(AisRecord r, long value) {
    if (value == Texts.NONE) {
      return true;
    }
    // The air interface can carry up to 223.7 degrees, the record 214.7: both are impossible
    // places.
    r.longitudeE7 = (int) Math.clamp(value, -LONGITUDE_LIMIT, LONGITUDE_LIMIT);
    return Math.abs(value) <= LONGITUDE_CARRIED;
  }

  static boolean speedDeciknots(AisRecord r, long value) {
    // Aircraft (type 9) tell whole knots up to 1,022; the record says "102.2 or more".
    boolean absent = value < 0 || value == 1023 || value >= 10_230;
    r.speedDeciknots = absent ? AisRecord.UNKNOWN : (int) Math.min(value, 1022);
    return value == Texts.NONE || (value >= 0 && value <= 10_230);
  }

  static boolean courseDecidegrees(AisRecord r, long value) {
    r.courseDecidegrees = value >= 0 && value < 3600 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 4095);
  }

  static boolean headingDegrees(AisRecord r, long value) {
    r.headingDegrees = value >= 0 && value < 360 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 511);
  }

  static boolean navigationalStatus(AisRecord r, long value) {
    r.navigationalStatus = value >= 0 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 15);
  }

  /** Raw as on the air, signed or as an unsigned byte. */
  static boolean rateOfTurn(AisRecord r, long value) {
    r.rateOfTurn = value == Texts.NONE ? AisRecord.NO_TURN : (byte) value;
    return value == Texts.NONE || (value >= -128 && value <= 255);
  }

  /** From hundredths of a degree a minute, as decoders compute it, back to what was on the air. */
  static boolean turnFromCentidegreesPerMinute(AisRecord r, long value) {
    if (value != Texts.NONE) {
      double code = 4.733 * Math.sqrt(Math.abs(value) / 100.0);
      int rounded = (int) Math.min(Math.round(code), 127);
      r.rateOfTurn = value < 0 ? -rounded : rounded;
    }
    return value != Texts.BAD;
  }

  static boolean utcSecond(AisRecord r, long value) {
    r.utcSecond = value >= 0 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 63);
  }

  static boolean imo(AisRecord r, long value) {
    r.imo = value > 0 ? (int) value : 0;
    return value == Texts.NONE || (value >= 0 && value <= HIGHEST_MMSI);
  }

  static boolean shipType(AisRecord r, long value) {
    r.shipType = value >= 0 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 255);
  }

  static boolean draughtDecimetres(AisRecord r, long value) {
    // Zero is the standard's "not available".
    r.draughtDecimetres = value > 0 ? (int) value : AisRecord.UNKNOWN;
    return value == Texts.NONE || (value >= 0 && value <= 1023);
  }

  /** Four dimensions; all zero is the standard's "not available". */
  static boolean dimensions(AisRecord r, long bow, long stern, long port, long starboard) {
    boolean good = size(bow, 511) && size(stern, 511) && size(port, 63) && size(starboard, 63);
    boolean any = bow > 0 || stern > 0 || port > 0 || starboard > 0;
    if (good && any) {
      r.toBowMetres = bow < 0 ? AisRecord.UNKNOWN : (int) bow;
      r.toSternMetres = stern < 0 ? AisRecord.UNKNOWN : (int) stern;
      r.toPortMetres = port < 0 ? AisRecord.UNKNOWN : (int) port;
      r.toStarboardMetres = starboard < 0 ? AisRecord.UNKNOWN : (int) starboard;
    }
    return good;
  }

  private static boolean size(long value, int most) {
    return value == Texts.NONE || (value >= 0 && value <= most);
  }

  /** Kind and class of equipment by message type; the unit of a type 18 must be told otherwise. */
  static void byType(AisRecord r, int type) {
    r.type = type;
    switch (type) {
      case 1, 2, 3, 27 -> {
        r.kind = AisRecord.Kind.POSITION;
        r.equipmentClass = AisRecord.EquipmentClass.A;
      }
      case 5 -> {
        r.kind = AisRecord.Kind.STATIC;
        r.equipmentClass = AisRecord.EquipmentClass.A;
      }
      case 18 -> {
        r.kind = AisRecord.Kind.POSITION;
        r.equipmentClass = AisRecord.EquipmentClass.B_CS;
      }
      case 19 -> {
        r.kind = AisRecord.Kind.POSITION_AND_STATIC;
        r.equipmentClass = AisRecord.EquipmentClass.B_SO;
      }
      case 24 -> {
        r.kind = AisRecord.Kind.STATIC;
        r.equipmentClass = AisRecord.EquipmentClass.B_CS;
      }
      case 4 -> r.kind = AisRecord.Kind.BASE_STATION;
      default -> r.kind = AisRecord.Kind.OTHER;
    }
  }
}
