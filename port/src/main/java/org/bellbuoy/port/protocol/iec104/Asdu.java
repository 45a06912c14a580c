package org.bellbuoy.port.protocol.iec104;

import org.bellbuoy.port.packet.Bytes;

/**
 * The header of application data (IEC 60870-5-101, 7.2, with the sizes of part 104): type, number
 * of objects, cause of transmission, originator, common address; then objects with addresses of
 * three bytes.
 */
final class Asdu {
  static final int HEADER_BYTES = 6;
  static final int ADDRESS_BYTES = 3;

  static final int REQUEST = 5;
  static final int ACTIVATION = 6;
  static final int ACTIVATION_CONFIRMED = 7;
  static final int DEACTIVATION = 8;
  static final int DEACTIVATION_CONFIRMED = 9;
  static final int TERMINATION = 10;

  private Asdu() {}

  static int type(byte[] b, int at) {
    return b[at] & 0xff;
  }

  /** Objects in it. */
  static int count(byte[] b, int at) {
    return b[at + 1] & 0x7f;
  }

  /** Whether only the first object has an address, and the others follow on. */
  static boolean sequence(byte[] b, int at) {
    return (b[at + 1] & 0x80) != 0;
  }

  static int cause(byte[] b, int at) {
    return b[at + 2] & 0x3f;
  }

  static boolean negative(byte[] b, int at) {
    return (b[at + 2] & 0x40) != 0;
  }

  /** Whether it is a test, after which nothing is carried out. */
  static boolean test(byte[] b, int at) {
    return (b[at + 2] & 0x80) != 0;
  }

  static int station(byte[] b, int at) {
    return Bytes.u16Little(b, at + 4);
  }

  /** Address of an object. */
  static int address(byte[] b, int at) {
    return Bytes.u16Little(b, at) | (b[at + 2] & 0xff) << 16;
  }

  /** Whether length and type agree, so far as the type has a fixed size. */
  static boolean formed(byte[] b, int at, int length) {
    int size = Types.objectBytes(type(b, at));
    int count = count(b, at);
    if (size < 0) {
      return false;
    }
    int objects = sequence(b, at) ? ADDRESS_BYTES + count * size : count * (ADDRESS_BYTES + size);
    return count > 0 && length == HEADER_BYTES + objects;
  }
}
