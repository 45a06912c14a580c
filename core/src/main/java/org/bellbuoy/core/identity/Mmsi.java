package org.bellbuoy.core.identity;

/** Maritime mobile service identities (ITU-R M.585-9) and IMO ship numbers. */
public final class Mmsi {
  private Mmsi() {}

  /** What kind of station an MMSI names. */
  public enum Kind {
    /** Ship: first digit 2 to 7. Whether its MID is given to a state is another matter. */
    SHIP,
    /** Craft associated with a parent ship: 98 and MID. */
    AUXILIARY_CRAFT,
    /** Coast station: 00 and MID. */
    COAST_STATION,
    /** Group of ships: 0 and MID. */
    GROUP,
    /** Search and rescue aircraft: 111 and MID. */
    SAR_AIRCRAFT,
    /** Aid to navigation: 99 and MID. */
    AID_TO_NAVIGATION,
    /** Handheld VHF: 8 and MID. */
    HANDHELD,
    /** SART 970, man overboard 972, EPIRB 974. */
    DISTRESS_DEVICE,
    /** None of these: no valid identity. */
    INVALID
  }

  /** The kind of that MMSI. */
  public static Kind kind(int mmsi) {
    if (mmsi <= 0 || mmsi > 999_999_999) {
      return Kind.INVALID;
    }
    int three = mmsi / 1_000_000;
    if (three >= 200 && three <= 799) {
      return Kind.SHIP;
    }
    if (three < 10) {
      return mmsi >= 2_010_000 && mmsi <= 7_759_999 ? Kind.COAST_STATION : Kind.INVALID;
    }
    if (three < 100) {
      return Kind.GROUP;
    }
    if (three == 111) {
      return Kind.SAR_AIRCRAFT;
    }
    if (three == 970 || three == 972 || three == 974) {
      return Kind.DISTRESS_DEVICE;
    }
    return switch (three / 10) {
      case 98 -> Kind.AUXILIARY_CRAFT;
      case 99 -> Kind.AID_TO_NAVIGATION;
      default -> three / 100 == 8 ? Kind.HANDHELD : Kind.INVALID;
    };
  }

  /** Maritime identification digits; 0 where the MMSI holds none. */
  public static int mid(int mmsi) {
    return switch (kind(mmsi)) {
      case SHIP -> mmsi / 1_000_000;
      case AUXILIARY_CRAFT, AID_TO_NAVIGATION -> mmsi / 10_000 % 1000;
      case COAST_STATION -> mmsi / 10_000;
      case GROUP -> mmsi / 100_000;
      case SAR_AIRCRAFT -> mmsi / 1000 % 1000;
      case HANDHELD -> mmsi / 100_000 % 1000;
      case DISTRESS_DEVICE, INVALID -> 0;
    };
  }

  /**
   * Whether the seventh digit of an IMO ship number is its check digit: the first six weighted 7 to
   * 2, summed, last digit (IMO Resolution A.1117(30)).
   */
  public static boolean isImoNumber(int imo) {
    if (imo < 1_000_000 || imo > 9_999_999) {
      return false;
    }
    int sum = 0;
    int rest = imo / 10;
    for (int weight = 2; weight <= 7; weight++) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return sum % 10 == imo % 10;
  }
}
