package org.bellbuoy.sea.ais;

/** Why bytes of an NMEA source were not used. */
public enum NmeaReject {
  /** A line longer than 4 KiB. */
  LINE_TOO_LONG,
  /** A line that begins like no sentence, comment or tag block. */
  NOT_A_SENTENCE,
  /** A tag block without its end, its checksum, or with a value that is not of its kind. */
  TAG_BLOCK_MALFORMED,
  /** A tag block whose checksum does not fit its bytes. */
  TAG_BLOCK_CHECKSUM,
  /** A {@code $PGHP} or {@code $--RMC} sentence whose time or place cannot be read. */
  SOURCE_SENTENCE_MALFORMED,
  /** A VDM or VDO sentence with fields missing. */
  SENTENCE_MALFORMED,
  /** A sentence without {@code *hh}. */
  CHECKSUM_MISSING,
  /** A sentence whose checksum does not fit its bytes. */
  CHECKSUM_WRONG,
  /** A number of parts that is not 1 to 9, or a part number beyond it. */
  PART_NUMBERS,
  /** A payload character outside the six-bit armour. */
  ARMOUR,
  /** A fill-bit count that is not 0 to 5, or more than the payload holds. */
  FILL_BITS,
  /** A message type that is not 1 to 27. */
  UNKNOWN_TYPE,
  /** A payload that ends before a mandatory field of its type does. */
  PAYLOAD_TOO_SHORT,
  /** A payload longer than its type can be, or than any AIS message. */
  PAYLOAD_TOO_LONG,
  /** A later part whose earlier parts were not read. */
  STRAY_PART,
  /** Parts whose message never became whole. */
  GROUP_INCOMPLETE
}
