package org.bellbuoy.port.protocol.opcua;

/** Status codes (OPC 10000-6, A.2): the upper 16 bits are the code, the lower are flags. */
final class UaStatus {
  private UaStatus() {}

  static boolean isBad(int status) {
    return status < 0;
  }

  static int code(int status) {
    return status >>> 16;
  }

  static String name(int status) {
    return switch (status >>> 16) {
      case 0 -> "";
      case 0x8001 -> "bad-unexpected-error";
      case 0x8002 -> "bad-internal-error";
      case 0x8004 -> "bad-resource-unavailable";
      case 0x8005 -> "bad-communication-error";
      case 0x8007 -> "bad-decoding-error";
      case 0x800a -> "bad-timeout";
      case 0x800b -> "bad-service-unsupported";
      case 0x800c -> "bad-shutdown";
      case 0x800f -> "bad-nothing-to-do";
      case 0x8010 -> "bad-too-many-operations";
      case 0x8012 -> "bad-certificate-invalid";
      case 0x8013 -> "bad-security-checks-failed";
      case 0x8014 -> "bad-certificate-time-invalid";
      case 0x801a -> "bad-certificate-untrusted";
      case 0x801f -> "bad-user-access-denied";
      case 0x8020 -> "bad-identity-token-invalid";
      case 0x8021 -> "bad-identity-token-rejected";
      case 0x8022 -> "bad-secure-channel-id-invalid";
      case 0x8025 -> "bad-session-id-invalid";
      case 0x8026 -> "bad-session-closed";
      case 0x8027 -> "bad-session-not-activated";
      case 0x8028 -> "bad-subscription-id-invalid";
      case 0x8033 -> "bad-node-id-invalid";
      case 0x8034 -> "bad-node-id-unknown";
      case 0x8035 -> "bad-attribute-id-invalid";
      case 0x803a -> "bad-not-readable";
      case 0x803b -> "bad-not-writable";
      case 0x803c -> "bad-out-of-range";
      case 0x803d -> "bad-not-supported";
      case 0x8054 -> "bad-security-mode-rejected";
      case 0x8055 -> "bad-security-policy-rejected";
      case 0x8056 -> "bad-too-many-sessions";
      case 0x8057 -> "bad-user-signature-invalid";
      case 0x8073 -> "bad-write-not-supported";
      case 0x8074 -> "bad-type-mismatch";
      case 0x8075 -> "bad-method-invalid";
      case 0x8076 -> "bad-arguments-missing";
      case 0x8078 -> "bad-too-many-publish-requests";
      case 0x8079 -> "bad-no-subscription";
      case 0x807e -> "bad-tcp-message-type-invalid";
      case 0x807f -> "bad-tcp-secure-channel-unknown";
      case 0x8080 -> "bad-tcp-message-too-large";
      case 0x8083 -> "bad-tcp-endpoint-url-invalid";
      case 0x8086 -> "bad-secure-channel-closed";
      case 0x8087 -> "bad-secure-channel-token-unknown";
      case 0x80ab -> "bad-invalid-argument";
      case 0x80ae -> "bad-connection-closed";
      default ->
          switch (status >>> 30) {
            case 0 -> "good";
            case 1 -> "uncertain";
            default -> "bad";
          };
    };
  }
}
