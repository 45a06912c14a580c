package org.bellbuoy.sea.ais;

/** The static and voyage fields of types 5, 19, 21 and 24; part of its {@link AisMessage}. */
public final class AisStatic {
  private final AisMessage message;
  private final AisBits bits;

  AisStatic(AisMessage message) {
    this.message = message;
    this.bits = message.bits;
  }

  /** Part number of type 24: 0 is A, 1 is B; -1 in other types. */
  public int partNumber() {
    return message.type() == 24 ? bits.unsigned(38, 2) : -1;
  }

  private boolean partB() {
    return message.type() == 24 && bits.unsigned(38, 2) != 0;
  }

  /** AIS version indicator of type 5. */
  public int aisVersion() {
    return message.type() == 5 ? bits.unsigned(38, 2) : 0;
  }

  /** IMO number of type 5, 0 not available. */
  public int imoNumber() {
    return message.type() == 5 ? bits.unsigned(40, 30) : 0;
  }

  private int callSignAt() {
    return message.type() == 5 ? 70 : partB() ? 90 : -1;
  }

  /** Call sign of types 5 and 24 B, up to 7 characters; empty when not available. */
  public int callSign(byte[] into, int offset) {
    int at = callSignAt();
    return at < 0 ? 0 : bits.text(at, 7, into, offset);
  }

  /** Call sign as a String. */
  public String callSign() {
    int at = callSignAt();
    return at < 0 ? "" : bits.text(at, 7);
  }

  private int nameAt() {
    return switch (message.type()) {
      case 5 -> 112;
      case 19 -> 143;
      case 21 -> 43;
      case 24 -> partB() ? -1 : 40;
      default -> -1;
    };
  }

  /**
   * Name of types 5, 19, 21 (with its extension, up to 34 characters) and 24 A; returns the number
   * of characters, 0 when not available.
   */
  public int name(byte[] into, int offset) {
    int at = nameAt();
    if (at < 0) {
      return 0;
    }
    int length = bits.text(at, 20, into, offset);
    // An extension only follows a name that fills its field (ITU-R M.1371 table 73).
    if (message.type() == 21 && length > 0 && bits.has(272, 6) && bits.unsigned(157, 6) != 0) {
      for (; length < 20; length++) {
        into[offset + length] = ' ';
      }
      int extension = bits.text(272, 14, into, offset + 20);
      return extension == 0 ? bits.text(at, 20, into, offset) : 20 + extension;
    }
    return length;
  }

  /** Name as a String. */
  public String name() {
    byte[] into = new byte[34];
    return new String(into, 0, name(into, 0), java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** Type of ship and cargo of types 5, 19 and 24 B, 0 not available. */
  public int shipType() {
    return switch (message.type()) {
      case 5 -> bits.unsigned(232, 8);
      case 19 -> bits.unsigned(263, 8);
      case 24 -> partB() ? bits.unsigned(40, 8) : 0;
      default -> 0;
    };
  }

  private int dimensionAt() {
    return switch (message.type()) {
      case 5 -> 240;
      case 19 -> 271;
      case 21 -> 219;
      case 24 -> partB() && !auxiliaryCraft() ? 132 : -1;
      default -> -1;
    };
  }

  /** Metres from the reference point to the bow (A). */
  public int toBowMetres() {
    int at = dimensionAt();
    return at < 0 ? 0 : bits.unsigned(at, 9);
  }

  /** Metres from the reference point to the stern (B). */
  public int toSternMetres() {
    int at = dimensionAt();
    return at < 0 ? 0 : bits.unsigned(at + 9, 9);
  }

  /** Metres from the reference point to port (C). */
  public int toPortMetres() {
    int at = dimensionAt();
    return at < 0 ? 0 : bits.unsigned(at + 18, 6);
  }

  /** Metres from the reference point to starboard (D). */
  public int toStarboardMetres() {
    int at = dimensionAt();
    return at < 0 ? 0 : bits.unsigned(at + 24, 6);
  }

  /** Estimated arrival, month of type 5, 0 not available. */
  public int etaMonth() {
    return message.type() == 5 ? bits.unsigned(274, 4) : 0;
  }

  /** Estimated arrival, day of type 5, 0 not available. */
  public int etaDay() {
    return message.type() == 5 ? bits.unsigned(278, 5) : 0;
  }

  /** Estimated arrival, UTC hour of type 5, 24 not available. */
  public int etaHour() {
    return message.type() == 5 ? bits.unsigned(283, 5) : 24;
  }

  /** Estimated arrival, UTC minute of type 5, 60 not available. */
  public int etaMinute() {
    return message.type() == 5 ? bits.unsigned(288, 6) : 60;
  }

  /** Maximum present static draught of type 5 in 1/10 metre, 0 not available. */
  public int draughtDecimetres() {
    return message.type() == 5 ? bits.unsigned(294, 8) : 0;
  }

  /** Destination of type 5, up to 20 characters; empty when not available. */
  public int destination(byte[] into, int offset) {
    return message.type() == 5 ? bits.text(302, 20, into, offset) : 0;
  }

  /** Destination as a String. */
  public String destination() {
    return message.type() == 5 ? bits.text(302, 20) : "";
  }

  /** Vendor ID of type 24 B, all 42 bits as 7 characters, as before M.1371-4. */
  public String vendorId() {
    return partB() ? bits.text(48, 7) : "";
  }

  /** Vendor ID into bytes. */
  public int vendorId(byte[] into, int offset) {
    return partB() ? bits.text(48, 7, into, offset) : 0;
  }

  /** Manufacturer's mnemonic of type 24 B, the first 3 characters of the vendor ID. */
  public String manufacturer() {
    return partB() ? bits.text(48, 3) : "";
  }

  /** Unit model code of type 24 B. */
  public int unitModel() {
    return partB() ? bits.unsigned(66, 4) : 0;
  }

  /** Unit serial number of type 24 B. */
  public int unitSerial() {
    return partB() ? bits.unsigned(70, 20) : 0;
  }

  /** Whether the sender is a craft of a mother ship: its MMSI begins with 98. */
  public boolean auxiliaryCraft() {
    return message.type() == 24 && message.mmsi() / 10_000_000 == 98;
  }

  /** MMSI of the mother ship in type 24 B of an auxiliary craft, else 0. */
  public int mothershipMmsi() {
    return partB() && auxiliaryCraft() ? bits.unsigned(132, 30) : 0;
  }

  /** Type of aid to navigation, type 21. */
  public int aidType() {
    return message.type() == 21 ? bits.unsigned(38, 5) : 0;
  }

  /** Whether a floating aid is off its position, type 21. */
  public boolean offPosition() {
    return message.type() == 21 && bits.flag(259);
  }

  /** AtoN status of type 21, 8 bits. */
  public int aidStatus() {
    return message.type() == 21 ? bits.unsigned(260, 8) : 0;
  }

  /** Whether an aid is virtual, with no buoy there, type 21. */
  public boolean virtualAid() {
    return message.type() == 21 && bits.flag(269);
  }
}
