package org.bellbuoy.port.capture;

import org.jspecify.annotations.Nullable;

/**
 * One interface of a pcapng section.
 *
 * @param number link type as written
 * @param linkType null where it is not read
 * @param snapBytes most bytes kept of a packet, 0 for all
 * @param resolution the if_tsresol option: 10 to the minus that many seconds, or 2 where the
 *     highest bit is set
 * @param offsetSeconds the if_tsoffset option
 */
record PcapngInterface(
    int number, @Nullable LinkType linkType, long snapBytes, int resolution, long offsetSeconds) {
  private static final long NANOS = 1_000_000_000L;
  private static final int MICROSECONDS = 6;

  static PcapngInterface plain(int number, long snapBytes) {
    return new PcapngInterface(number, LinkType.of(number), snapBytes, MICROSECONDS, 0);
  }

  PcapngInterface withResolution(int to) {
    return new PcapngInterface(number, linkType, snapBytes, to, offsetSeconds);
  }

  PcapngInterface withOffset(long seconds) {
    return new PcapngInterface(number, linkType, snapBytes, resolution, seconds);
  }

  /** Nanoseconds since 1970 of a count of units. */
  long epochNanos(long units) {
    int exponent = resolution & 0x7f;
    long nanos;
    if ((resolution & 0x80) != 0) {
      int shift = Math.min(exponent, 63);
      long seconds = units >>> shift;
      long rest = units & ((1L << shift) - 1);
      // The upper 128 bits of the product, so that no resolution overflows.
      long high = Math.unsignedMultiplyHigh(rest, NANOS);
      long low = rest * NANOS;
      long fraction = shift == 0 ? 0 : high << (64 - shift) | low >>> shift;
      nanos = seconds * NANOS + fraction;
    } else if (exponent <= 9) {
      long factor = 1;
      for (int i = exponent; i < 9; i++) {
        factor *= 10;
      }
      nanos = units * factor;
    } else {
      long divisor = 1;
      for (int i = 9; i < Math.min(exponent, 27); i++) {
        divisor *= 10;
      }
      nanos = Long.divideUnsigned(units, divisor);
    }
    return nanos + offsetSeconds * NANOS;
  }
}
