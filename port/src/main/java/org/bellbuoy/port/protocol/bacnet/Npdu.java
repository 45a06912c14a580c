package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.packet.Bytes;

/** The header of the network layer (ASHRAE 135, 6.2). Reused. */
final class Npdu {
  /** The network number that means all networks. */
  static final int ALL_NETWORKS = 0xffff;

  /** A network number where the header names none. */
  static final int LOCAL = -1;

  private int bodyAt;
  private boolean message;
  private int toNetwork;
  private long toAddress;
  private int toLength;
  private int fromNetwork;
  private long fromAddress;

  /**
   * Reads the header.
   *
   * @return false where it is no such header, or is cut, or nothing follows it
   */
  boolean read(byte[] b, int at, int end) {
    toNetwork = LOCAL;
    fromNetwork = LOCAL;
    toAddress = 0;
    toLength = 0;
    fromAddress = 0;
    if (end - at < 3 || b[at] != 1) {
      return false;
    }
    int control = b[at + 1];
    message = (control & 0x80) != 0;
    int i = at + 2;
    if ((control & 0x20) != 0) {
      if (end - i < 3 || end - i < 3 + (b[i + 2] & 0xff)) {
        return false;
      }
      toNetwork = Bytes.u16(b, i);
      toLength = b[i + 2] & 0xff;
      toAddress = address(b, i + 3, toLength);
      i += 3 + toLength;
    }
    if ((control & 8) != 0) {
      if (end - i < 3 || end - i < 3 + (b[i + 2] & 0xff)) {
        return false;
      }
      fromNetwork = Bytes.u16(b, i);
      int length = b[i + 2] & 0xff;
      fromAddress = address(b, i + 3, length);
      i += 3 + length;
    }
    if ((control & 0x20) != 0) {
      // Hop count.
      i++;
    }
    bodyAt = i;
    return i < end;
  }

  private static long address(byte[] b, int at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | b[at + i] & 0xff;
    }
    return value;
  }

  /** Index of what the header carries. */
  int bodyAt() {
    return bodyAt;
  }

  /** Whether it carries a message of the network layer itself. */
  boolean isMessage() {
    return message;
  }

  /** Destination network; {@link #LOCAL} where the header names none. */
  int toNetwork() {
    return toNetwork;
  }

  /** Destination's address on its network as a number. */
  long toAddress() {
    return toAddress;
  }

  /** Whether the destination is one station, not all of a network. */
  boolean toStation() {
    return toLength > 0;
  }

  /** Source network; {@link #LOCAL} where the header names none. */
  int fromNetwork() {
    return fromNetwork;
  }

  /** Source's address on its network as a number. */
  long fromAddress() {
    return fromAddress;
  }
}
