package org.bellbuoy.sea.ais;

/** Binary and text messages, types 6, 8, 12, 14, 17, 25 and 26; part of its {@link AisMessage}. */
public final class AisBinary {
  private final AisMessage message;
  private final AisBits bits;

  AisBinary(AisMessage message) {
    this.message = message;
    this.bits = message.bits;
  }

  /** Sequence number of types 6 and 12. */
  public int sequenceNumber() {
    return acknowledged() ? bits.unsigned(38, 2) : 0;
  }

  /** Retransmit flag of types 6 and 12. */
  public boolean retransmit() {
    return acknowledged() && bits.flag(70);
  }

  private boolean acknowledged() {
    return message.type() == 6 || message.type() == 12;
  }

  /** Whether it has one destination: types 6 and 12 always, 25 and 26 by their flag. */
  public boolean addressed() {
    return acknowledged() || (slotMessage() && bits.flag(38));
  }

  private boolean slotMessage() {
    return message.type() == 25 || message.type() == 26;
  }

  /** Destination MMSI, 0 when broadcast. */
  public int destinationMmsi() {
    return addressed() ? bits.unsigned(40, 30) : 0;
  }

  /** Whether an application identifier stands before the data: types 6, 8; 25, 26 by flag. */
  public boolean structured() {
    return message.type() == 6 || message.type() == 8 || (slotMessage() && bits.flag(39));
  }

  private int identifierAt() {
    return switch (message.type()) {
      case 6 -> 72;
      case 8 -> 40;
      default -> bits.flag(38) ? 70 : 40;
    };
  }

  /** Application identifier, 16 bits; 0 when there is none. */
  public int applicationId() {
    return structured() ? bits.unsigned(identifierAt(), 16) : 0;
  }

  /** Designated area code: the upper 10 bits of the application identifier. */
  public int designatedAreaCode() {
    return applicationId() >>> 6;
  }

  /** Function identifier: the lower 6 bits of the application identifier. */
  public int functionIdentifier() {
    return applicationId() & 0x3f;
  }

  /** First bit of the data: behind the header of types 6, 8, 12, 14, 17, 25 and 26; else -1. */
  public int dataOffset() {
    return switch (message.type()) {
      case 6 -> 88;
      case 8 -> 56;
      case 12 -> 72;
      case 14 -> 40;
      case 17 -> 80;
      case 25, 26 -> identifierAt() + (bits.flag(39) ? 16 : 0);
      default -> -1;
    };
  }

  /** Bits of data; the communication state at the end of type 26 is not of them. */
  public int dataBits() {
    int at = dataOffset();
    int end = message.bitLength() - (message.type() == 26 ? 20 : 0);
    return at < 0 ? 0 : Math.max(0, end - at);
  }

  /** Safety-related text of types 12 and 14. */
  public String text() {
    return isText() ? bits.text(dataOffset(), dataBits() / 6) : "";
  }

  /** Safety-related text into bytes, at most 213 of them. */
  public int text(byte[] into, int offset) {
    return isText() ? bits.text(dataOffset(), dataBits() / 6, into, offset) : 0;
  }

  private boolean isText() {
    return message.type() == 12 || message.type() == 14;
  }

  private int differential(int at, int length) {
    return message.type() == 17 && bits.has(at, length) ? bits.unsigned(at, length) : 0;
  }

  /** Message type of the differential correction in type 17 (ITU-R M.823). */
  public int differentialType() {
    return differential(80, 6);
  }

  /** Reference station of type 17. */
  public int differentialStation() {
    return differential(86, 10);
  }

  /** Z count of type 17, in 0.6 s. */
  public int differentialZCount() {
    return differential(96, 13);
  }

  /** Sequence number of type 17. */
  public int differentialSequence() {
    return differential(109, 3);
  }

  /** Data words of type 17. */
  public int differentialWords() {
    return differential(112, 5);
  }

  /** Health of the reference station of type 17. */
  public int differentialHealth() {
    return differential(117, 3);
  }
}
