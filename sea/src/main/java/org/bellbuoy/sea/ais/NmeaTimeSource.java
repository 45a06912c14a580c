package org.bellbuoy.sea.ais;

/** Where the time of a message came from. */
public enum NmeaTimeSource {
  /** {@code c:} of the sentence's tag block. */
  TAG_BLOCK,
  /** The GateHouse sentence {@code $PGHP} before it. */
  PGHP,
  /** A number after the checksum: when it arrived, not when it was heard. */
  EPOCH_SUFFIX,
  /** The last {@code $--RMC} of the receiver's own position fixer. */
  RMC,
  /** Nothing said when. */
  NONE
}
