package org.bellbuoy.port.protocol.enip;

/** General status codes of answers (CIP volume 1, appendix B-1). */
final class CipStatus {
  static final int SUCCESS = 0x00;

  /** Part of the answer; the rest has to be asked for. */
  static final int PARTIAL = 0x06;

  static final int EMBEDDED_ERROR = 0x1e;

  private CipStatus() {}

  static boolean isAccepted(int status) {
    return status == SUCCESS || status == PARTIAL;
  }

  static String name(int status) {
    return switch (status) {
      case SUCCESS -> "";
      case 0x01 -> "connection-failure";
      case 0x02 -> "resource-unavailable";
      case 0x03 -> "invalid-parameter-value";
      case 0x04 -> "path-segment-error";
      case 0x05 -> "path-destination-unknown";
      case PARTIAL -> "partial-transfer";
      case 0x07 -> "connection-lost";
      case 0x08 -> "service-not-supported";
      case 0x09 -> "invalid-attribute-value";
      case 0x0a -> "attribute-list-error";
      case 0x0b -> "already-in-requested-state";
      case 0x0c -> "object-state-conflict";
      case 0x0d -> "object-already-exists";
      case 0x0e -> "attribute-not-settable";
      case 0x0f -> "privilege-violation";
      case 0x10 -> "device-state-conflict";
      case 0x11 -> "reply-data-too-large";
      case 0x12 -> "fragmentation-of-primitive";
      case 0x13 -> "not-enough-data";
      case 0x14 -> "attribute-not-supported";
      case 0x15 -> "too-much-data";
      case 0x16 -> "object-does-not-exist";
      case 0x17 -> "fragmentation-not-in-progress";
      case 0x18 -> "no-stored-attribute-data";
      case 0x19 -> "store-operation-failure";
      case 0x1a -> "routing-failure-request-too-large";
      case 0x1b -> "routing-failure-response-too-large";
      case 0x1c -> "missing-attribute-list-entry";
      case 0x1d -> "invalid-attribute-value-list";
      case EMBEDDED_ERROR -> "embedded-service-error";
      case 0x1f -> "vendor-specific-error";
      case 0x20 -> "invalid-parameter";
      case 0x21 -> "write-once-already-written";
      case 0x22 -> "invalid-reply";
      case 0x23 -> "buffer-overflow";
      case 0x24 -> "invalid-message-format";
      case 0x25 -> "key-failure-in-path";
      case 0x26 -> "path-size-invalid";
      case 0x27 -> "unexpected-attribute-in-list";
      case 0x28 -> "invalid-member-id";
      case 0x29 -> "member-not-settable";
      case 0x2a -> "group-2-server-failure";
      case 0x2b -> "unknown-modbus-error";
      case 0x2c -> "attribute-not-gettable";
      default -> "unknown-status";
    };
  }
}
