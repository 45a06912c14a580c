package org.bellbuoy.port.protocol.s7;

/** Names of results. */
final class ResultNames {
  private ResultNames() {}

  /** Result of one variable, or of the data of user data. */
  static String ofVariable(int code) {
    return switch (code) {
      case 0x00 -> "reserved";
      case 0x01 -> "hardware-error";
      case 0x03 -> "access-not-allowed";
      case 0x05 -> "invalid-address";
      case 0x06 -> "data-type-not-supported";
      case 0x07 -> "data-type-inconsistent";
      case 0x0a -> "object-does-not-exist";
      default -> "unknown-result";
    };
  }

  /** Class (upper byte) and code of an error of a whole message; single codes where well known. */
  static String ofMessage(int error) {
    return switch (error) {
      case 0x8104 -> "function-not-available";
      case 0xd209 -> "block-does-not-exist";
      case 0xd20c -> "block-type-not-there";
      case 0xd241 -> "protection-level";
      case 0xd401 -> "szl-not-there";
      case 0xd402 -> "szl-index-not-there";
      case 0xd602 -> "password-wrong";
      case 0xd604 -> "already-logged-in-or-out";
      case 0xd605 -> "no-password-set";
      default ->
          switch (error >> 8) {
            case 0x81 -> "application-relationship-error";
            case 0x82 -> "object-definition-error";
            case 0x83 -> "no-resources";
            case 0x84 -> "service-processing-error";
            case 0x85 -> "supply-error";
            case 0x87 -> "access-error";
            default -> "unknown-error";
          };
    };
  }
}
