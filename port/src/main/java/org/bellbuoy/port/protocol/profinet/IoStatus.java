package org.bellbuoy.port.protocol.profinet;

/** PNIOStatus: four bytes, error code, decode and two that the decode explains. */
final class IoStatus {
  private IoStatus() {}

  static String name(int status) {
    if (status == 0) {
      return "";
    }
    int code = status >>> 24;
    int decode = status >> 16 & 0xff;
    if (decode == 0x80) {
      return record(status >> 8 & 0xff);
    }
    return switch (code) {
      case 0xdb -> "connect-refused";
      case 0xdc -> "release-refused";
      case 0xdd -> "control-refused";
      case 0xde -> "read-refused";
      case 0xdf -> "write-refused";
      default -> "unknown-status";
    };
  }

  /** Upper half byte the class, lower half the error. */
  private static String record(int error) {
    return switch (error) {
      case 0xa0 -> "read-error";
      case 0xa1 -> "write-error";
      case 0xa2 -> "module-failure";
      case 0xa7 -> "busy";
      case 0xa8 -> "version-conflict";
      case 0xa9 -> "feature-not-supported";
      case 0xb0 -> "invalid-index";
      case 0xb1 -> "write-length-error";
      case 0xb2 -> "invalid-slot-or-subslot";
      case 0xb3 -> "type-conflict";
      case 0xb4 -> "invalid-area-or-api";
      case 0xb5 -> "state-conflict";
      case 0xb6 -> "access-denied";
      case 0xb7 -> "invalid-range";
      case 0xb8 -> "invalid-parameter";
      case 0xb9 -> "invalid-type";
      case 0xba -> "backup";
      case 0xc0 -> "read-constrain-conflict";
      case 0xc1 -> "write-constrain-conflict";
      case 0xc2 -> "resource-busy";
      case 0xc3 -> "resource-unavailable";
      default -> "record-error";
    };
  }
}
