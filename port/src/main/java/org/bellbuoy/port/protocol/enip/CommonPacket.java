package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.packet.Bytes;

/**
 * The common packet format: how many items there are, then of each its type, its length and its
 * data (CIP volume 2, 2-6). Reused; points into the bytes it was parsed from. Not thread safe.
 */
final class CommonPacket {
  static final int NULL_ADDRESS = 0x0000;
  static final int IDENTITY = 0x000c;
  static final int CONNECTED_ADDRESS = 0x00a1;
  static final int CONNECTED_DATA = 0x00b1;
  static final int UNCONNECTED_DATA = 0x00b2;
  static final int SERVICES = 0x0100;
  static final int SOCKET_TO_TARGET = 0x8000;
  static final int SOCKET_TO_ORIGINATOR = 0x8001;
  static final int SEQUENCED_ADDRESS = 0x8002;

  private static final int MOST_ITEMS = 16;

  /** Type of the address item, −1 where there is none. */
  int addressType;

  /** Connection of the address item, 0 where it names none. */
  long connection;

  /** Sequence number of a sequenced address. */
  long sequence;

  /** Type of the data item, −1 where there is none. */
  int dataType;

  int dataAt;
  int dataLength;

  CommonPacket() {}

  /** Parses; whether the items are well formed and within their bounds. */
  boolean parse(byte[] b, int at, int length) {
    addressType = -1;
    connection = 0;
    sequence = 0;
    dataType = -1;
    dataAt = at;
    dataLength = 0;
    if (length < 2) {
      return false;
    }
    int count = Bytes.u16Little(b, at);
    int next = at + 2;
    int end = at + length;
    if (count > MOST_ITEMS) {
      return false;
    }
    for (; count > 0; count--) {
      if (end - next < 4) {
        return false;
      }
      int type = Bytes.u16Little(b, next);
      int bytes = Bytes.u16Little(b, next + 2);
      next += 4;
      if (bytes > end - next) {
        return false;
      }
      item(b, type, next, bytes);
      next += bytes;
    }
    return true;
  }

  private void item(byte[] b, int type, int at, int bytes) {
    switch (type) {
      case NULL_ADDRESS -> addressType = type;
      case CONNECTED_ADDRESS, SEQUENCED_ADDRESS -> {
        addressType = type;
        connection = bytes >= 4 ? Bytes.u32Little(b, at) : 0;
        sequence = bytes >= 8 ? Bytes.u32Little(b, at + 4) : 0;
      }
      case CONNECTED_DATA, UNCONNECTED_DATA, IDENTITY, SERVICES -> {
        if (dataType < 0) {
          dataType = type;
          dataAt = at;
          dataLength = bytes;
        }
      }
      default -> {}
    }
  }

  /** Whether these bytes are one implicit message: sequenced address, connected data, no more. */
  static boolean isImplicit(byte[] b, int at, int length) {
    return length >= 18
        && Bytes.u16Little(b, at) == 2
        && Bytes.u16Little(b, at + 2) == SEQUENCED_ADDRESS
        && Bytes.u16Little(b, at + 4) == 8
        && Bytes.u16Little(b, at + 14) == CONNECTED_DATA
        && Bytes.u16Little(b, at + 16) == length - 18;
  }
}
