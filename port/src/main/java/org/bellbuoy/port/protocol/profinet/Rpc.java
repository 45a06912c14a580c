package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.packet.Bytes;

/**
 * The header of DCE/RPC without connections (The Open Group, C706, 12.5): 80 bytes; how numbers are
 * written stands in it. Reused.
 */
final class Rpc {
  static final int BYTES = 80;
  static final int REQUEST = 0;
  static final int RESPONSE = 2;
  static final int FAULT = 3;
  static final int REJECT = 6;

  private static final int LAST_FRAGMENT = 2;
  private static final int FRAGMENT = 4;

  /** The interfaces DEA00001 to DEA00004-6C97-11D1-8271-00A02442DF7D, but for the first number. */
  private static final long INTERFACE_HIGH = 0x0000_0000_6c97_11d1L;

  private static final long INTERFACE_LOW = 0x8271_00a0_2442_df7dL;
  private static final int FIRST_INTERFACE = 0xdea00001;

  /** The endpoint mapper, E1AF8308-5D1F-11C9-91A4-08002B14A0FA. */
  private static final long MAPPER_HIGH = 0xe1af_8308_5d1f_11c9L;

  private static final long MAPPER_LOW = 0x91a4_0800_2b14_a0faL;

  int type;
  boolean little;
  boolean fragment;
  boolean last;
  int fragmentNumber;
  long activityHigh;
  long activityLow;
  int sequence;
  int operation;
  int face;
  int bodyBytes;

  Rpc() {}

  /** Which interface: 1 device, 2 controller, 3 supervisor, 4 parameter server, 0 mapper. */
  boolean read(byte[] b, int at, int length) {
    if (length < BYTES || b[at] != 4 || (b[at + 1] & 0xff) > 10 || (b[at + 4] & 0xe0) != 0) {
      return false;
    }
    type = b[at + 1];
    little = (b[at + 4] & 0xf0) == 0x10;
    long high = high(b, at + 24);
    long low = Bytes.s64(b, at + 32);
    int number = (int) (high >>> 32) - FIRST_INTERFACE;
    if (high == MAPPER_HIGH && low == MAPPER_LOW) {
      face = 0;
    } else if (low == INTERFACE_LOW
        && (high & 0xffff_ffffL) == INTERFACE_HIGH
        && number >= 0
        && number <= 3) {
      face = 1 + number;
    } else {
      return false;
    }
    fragment = (b[at + 2] & FRAGMENT) != 0;
    last = (b[at + 2] & LAST_FRAGMENT) != 0;
    activityHigh = high(b, at + 40);
    activityLow = Bytes.s64(b, at + 48);
    sequence = u32(b, at + 64);
    operation = u16(b, at + 68);
    bodyBytes = u16(b, at + 74);
    fragmentNumber = u16(b, at + 76);
    return true;
  }

  int u16(byte[] b, int at) {
    return little ? Bytes.u16Little(b, at) : Bytes.u16(b, at);
  }

  int u32(byte[] b, int at) {
    return little ? Bytes.s32Little(b, at) : Bytes.s32(b, at);
  }

  /** The first half of an identifier: numbers of 4, 2 and 2 bytes. */
  private long high(byte[] b, int at) {
    return (long) u32(b, at) << 32 | (long) u16(b, at + 4) << 16 | u16(b, at + 6);
  }

  /** What an answer has in common with its request. */
  long key() {
    long mixed = (activityHigh ^ Long.rotateLeft(activityLow, 29)) * 0x9e3779b97f4a7c15L;
    return (mixed ^ mixed >>> 31 ^ sequence) * 0xd6e8feb86659fd93L + operation;
  }
}
