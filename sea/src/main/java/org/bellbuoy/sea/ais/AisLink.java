package org.bellbuoy.sea.ais;

/**
 * Acknowledgements, requests and management of the radio link: types 7, 10, 13, 15, 16, 20, 22 and
 * 23, and the communication state of reports; part of its {@link AisMessage}. Indexes count from 0.
 */
public final class AisLink {
  private final AisMessage message;
  private final AisBits bits;

  AisLink(AisMessage message) {
    this.message = message;
    this.bits = message.bits;
  }

  /** Acknowledged messages in types 7 and 13, stations in 15 and 16, reservations in 20. */
  public int count() {
    int length = message.bitLength();
    return switch (message.type()) {
      // The last two bits, a sequence number, may be missing.
      case 7, 13 -> Math.min(4, (length - 40 + 2) / 32);
      case 10 -> 1;
      case 15 -> length >= 158 ? 2 : 1;
      case 16 -> length >= 144 ? 2 : 1;
      case 20 -> Math.min(4, (length - 40) / 30);
      default -> 0;
    };
  }

  /** Destination of the acknowledgement, inquiry, interrogation or assignment; 0 beyond count. */
  public int destinationMmsi(int index) {
    if (index >= count()) {
      return 0;
    }
    return switch (message.type()) {
      case 7, 13 -> bits.unsigned(40 + 32 * index, 30);
      case 10 -> bits.unsigned(40, 30);
      case 15 -> bits.unsigned(index == 0 ? 40 : 110, 30);
      case 16 -> bits.unsigned(index == 0 ? 40 : 92, 30);
      default -> 0;
    };
  }

  /** Sequence number acknowledged in types 7 and 13. */
  public int acknowledgedSequence(int index) {
    boolean is = message.type() == 7 || message.type() == 13;
    return is && index < count() ? bits.unsigned(70 + 32 * index, 2) : 0;
  }

  /** Requests in type 15: 1 or 2 to the first station, and 1 to the second. */
  public int requests() {
    if (message.type() != 15) {
      return 0;
    }
    return message.bitLength() >= 158 ? 3 : message.bitLength() >= 108 ? 2 : 1;
  }

  /** Message type asked for by request 0 or 1 (first station) or 2 (second), type 15. */
  public int requestedType(int request) {
    return request < requests() ? bits.unsigned(requestAt(request), 6) : 0;
  }

  /** Slot offset for request 0, 1 or 2, type 15. */
  public int requestedSlotOffset(int request) {
    return request < requests() ? bits.unsigned(requestAt(request) + 6, 12) : 0;
  }

  private static int requestAt(int request) {
    return request == 0 ? 70 : request == 1 ? 90 : 140;
  }

  /** Slot offset of assignment (type 16) or reservation (type 20). */
  public int slotOffset(int index) {
    return index >= count()
        ? 0
        : switch (message.type()) {
          case 16 -> bits.unsigned(index == 0 ? 70 : 122, 12);
          case 20 -> bits.unsigned(40 + 30 * index, 12);
          default -> 0;
        };
  }

  /** Increment of assignment (type 16) or reservation (type 20). */
  public int increment(int index) {
    return index >= count()
        ? 0
        : switch (message.type()) {
          case 16 -> bits.unsigned(index == 0 ? 82 : 134, 10);
          case 20 -> bits.unsigned(59 + 30 * index, 11);
          default -> 0;
        };
  }

  /** Number of slots of a reservation, type 20. */
  public int reservedSlots(int index) {
    return message.type() == 20 && index < count() ? bits.unsigned(52 + 30 * index, 4) : 0;
  }

  /** Time-out of a reservation in minutes, type 20. */
  public int reservedMinutes(int index) {
    return message.type() == 20 && index < count() ? bits.unsigned(56 + 30 * index, 3) : 0;
  }

  /** Channel A of type 22. */
  public int channelA() {
    return message.type() == 22 ? bits.unsigned(40, 12) : 0;
  }

  /** Channel B of type 22. */
  public int channelB() {
    return message.type() == 22 ? bits.unsigned(52, 12) : 0;
  }

  /** Transmit and receive mode of types 22 and 23. */
  public int txRxMode() {
    return switch (message.type()) {
      case 22 -> bits.unsigned(64, 4);
      case 23 -> bits.unsigned(144, 2);
      default -> 0;
    };
  }

  /** Power of type 22: true is low. */
  public boolean lowPower() {
    return message.type() == 22 && bits.flag(68);
  }

  /** Whether type 22 is for two stations and not for an area. */
  public boolean managementAddressed() {
    return message.type() == 22 && bits.flag(139);
  }

  /** Bandwidth of channel A in type 22: true is narrow or spare. */
  public boolean bandwidthA() {
    return message.type() == 22 && bits.flag(140);
  }

  /** Bandwidth of channel B in type 22. */
  public boolean bandwidthB() {
    return message.type() == 22 && bits.flag(141);
  }

  /** Transitional zone size of type 22, nautical miles less one. */
  public int transitionalZone() {
    return message.type() == 22 ? bits.unsigned(142, 3) : 0;
  }

  /** Station 0 or 1 of an addressed type 22, else 0. */
  public int managedMmsi(int index) {
    return managementAddressed() ? bits.unsigned(index == 0 ? 69 : 104, 30) : 0;
  }

  private int areaAt() {
    return message.type() == 23 ? 40 : message.type() == 22 && !bits.flag(139) ? 69 : -1;
  }

  /** Whether the message has an area: type 23 and unaddressed type 22. */
  public boolean hasArea() {
    return areaAt() >= 0;
  }

  /** North-east longitude of the area, 1/10 minute. */
  public int northEastLongitude() {
    return hasArea() ? bits.signed(areaAt(), 18) : AisMessage.COARSE_LONGITUDE_NOT_AVAILABLE;
  }

  /** North-east latitude of the area, 1/10 minute. */
  public int northEastLatitude() {
    return hasArea() ? bits.signed(areaAt() + 18, 17) : AisMessage.COARSE_LATITUDE_NOT_AVAILABLE;
  }

  /** South-west longitude of the area, 1/10 minute. */
  public int southWestLongitude() {
    return hasArea() ? bits.signed(areaAt() + 35, 18) : AisMessage.COARSE_LONGITUDE_NOT_AVAILABLE;
  }

  /** South-west latitude of the area, 1/10 minute. */
  public int southWestLatitude() {
    return hasArea() ? bits.signed(areaAt() + 53, 17) : AisMessage.COARSE_LATITUDE_NOT_AVAILABLE;
  }

  /** Station type of type 23. */
  public int stationType() {
    return message.type() == 23 ? bits.unsigned(110, 4) : 0;
  }

  /** Type of ship and cargo commanded by type 23. */
  public int commandedShipType() {
    return message.type() == 23 ? bits.unsigned(114, 8) : 0;
  }

  /** Reporting interval code of type 23. */
  public int reportingInterval() {
    return message.type() == 23 ? bits.unsigned(146, 4) : 0;
  }

  /** Quiet time of type 23 in minutes, 0 none. */
  public int quietMinutes() {
    return message.type() == 23 ? bits.unsigned(150, 4) : 0;
  }

  private int stateAt() {
    int at =
        switch (message.type()) {
          case 1, 2, 3, 4, 9, 11, 18 -> 149;
          case 26 -> message.bitLength() - 19;
          default -> -1;
        };
    return at >= 0 && bits.has(at, 19) ? at : -1;
  }

  /** Communication state, 19 bits, of types 1 to 4, 9, 11, 18 and 26; -1 none or cut off. */
  public int communicationState() {
    int at = stateAt();
    return at < 0 ? -1 : bits.unsigned(at, 19);
  }

  /** Communication state selector of types 9, 18 and 26: true is ITDMA. */
  public boolean stateSelector() {
    return switch (message.type()) {
      case 9, 18 -> bits.flag(148);
      case 26 -> bits.flag(message.bitLength() - 20);
      default -> false;
    };
  }

  /** Whether the communication state is ITDMA: type 3, or the selector says so; else SOTDMA. */
  public boolean itdma() {
    return message.type() == 3 || stateSelector();
  }

  /** Synchronisation state, 0 UTC direct to 3, or -1. */
  public int syncState() {
    int state = communicationState();
    return state < 0 ? -1 : state >>> 17;
  }

  /** SOTDMA slot time-out: frames until a new slot, or -1. */
  public int slotTimeout() {
    int state = communicationState();
    return state < 0 || itdma() ? -1 : state >>> 14 & 7;
  }

  /**
   * SOTDMA sub-message, or -1: received stations for time-outs 3, 5, 7, slot number for 2, 4, 6,
   * UTC hour and minute for 1, slot offset for 0.
   */
  public int subMessage() {
    int state = communicationState();
    return state < 0 || itdma() ? -1 : state & 0x3fff;
  }

  /** ITDMA slot increment, or -1. */
  public int slotIncrement() {
    int state = communicationState();
    return state < 0 || !itdma() ? -1 : state >>> 4 & 0x1fff;
  }

  /** ITDMA number of slots code, or -1. */
  public int numberOfSlots() {
    int state = communicationState();
    return state < 0 || !itdma() ? -1 : state >>> 1 & 7;
  }

  /** ITDMA keep flag. */
  public boolean keepFlag() {
    int state = communicationState();
    return state >= 0 && itdma() && (state & 1) != 0;
  }
}
