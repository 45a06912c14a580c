package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.packet.Bytes;

/**
 * The encapsulation header, low bytes first: command (2 bytes), length of what follows the header
 * (2), session (4), status (4), sender context (8), options (4, always 0). CIP volume 2, 2-3.
 */
final class Encapsulation {
  static final int HEADER_BYTES = 24;

  /** Longest message with its header. */
  static final int LONGEST_BYTES = HEADER_BYTES + 0xffff;

  static final int NOP = 0x00;
  static final int LIST_SERVICES = 0x04;
  static final int LIST_IDENTITY = 0x63;
  static final int LIST_INTERFACES = 0x64;
  static final int REGISTER_SESSION = 0x65;
  static final int UNREGISTER_SESSION = 0x66;
  static final int SEND_RR_DATA = 0x6f;
  static final int SEND_UNIT_DATA = 0x70;
  static final int INDICATE_STATUS = 0x72;
  static final int CANCEL = 0x73;

  /** Old name of list-targets; still asked by engineering software when it looks around. */
  static final int LIST_TARGETS = 0x01;

  private Encapsulation() {}

  static int command(byte[] b, int at) {
    return Bytes.u16Little(b, at);
  }

  /** Bytes of the whole message; four bytes must be there. */
  static int messageBytes(byte[] b, int at) {
    return HEADER_BYTES + Bytes.u16Little(b, at + 2);
  }

  static long status(byte[] b, int at) {
    return Bytes.u32Little(b, at + 8);
  }

  static long context(byte[] b, int at) {
    return Bytes.s64Little(b, at + 12);
  }

  /** Whether a whole header can be one. */
  static boolean plausible(byte[] b, int at) {
    int command = command(b, at);
    int body = Bytes.u16Little(b, at + 2);
    if (Bytes.s32Little(b, at + 20) != 0 || !knownStatus(status(b, at))) {
      return false;
    }
    return switch (command) {
      case NOP, LIST_TARGETS, LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES -> true;
      case REGISTER_SESSION -> body == 4 || body == 0;
      case UNREGISTER_SESSION -> body == 0;
      case SEND_RR_DATA, SEND_UNIT_DATA ->
          // A refusal may come without a body.
          body >= 8 || (body == 0 && status(b, at) != 0);
      case INDICATE_STATUS, CANCEL -> body < 512;
      default -> false;
    };
  }

  private static boolean knownStatus(long status) {
    return status <= 3 || status == 0x64 || status == 0x65 || status == 0x69;
  }

  static String name(int command) {
    return switch (command) {
      case NOP -> "nop";
      case LIST_TARGETS -> "list-targets";
      case LIST_SERVICES -> "list-services";
      case LIST_IDENTITY -> "list-identity";
      case LIST_INTERFACES -> "list-interfaces";
      case REGISTER_SESSION -> "register-session";
      case UNREGISTER_SESSION -> "unregister-session";
      case SEND_RR_DATA -> "send-rr-data";
      case SEND_UNIT_DATA -> "send-unit-data";
      case INDICATE_STATUS -> "indicate-status";
      case CANCEL -> "cancel";
      default -> "unknown-command";
    };
  }

  static String statusName(long status) {
    return switch ((int) status) {
      case 0 -> "";
      case 0x01 -> "unsupported-command";
      case 0x02 -> "insufficient-memory";
      case 0x03 -> "incorrect-data";
      case 0x64 -> "invalid-session-handle";
      case 0x65 -> "invalid-length";
      case 0x69 -> "unsupported-protocol-version";
      default -> "unknown-status";
    };
  }
}
