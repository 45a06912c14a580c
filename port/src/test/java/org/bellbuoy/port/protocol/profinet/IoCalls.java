package org.bellbuoy.port.protocol.profinet;

/** Calls of PROFINET IO as hexadecimal digits; for tests. */
final class IoCalls {
  private static final String LITTLE_FACE = "0100a0de 976c d111 8271 00a02442df7d";
  private static final String BIG_FACE = "dea00001 6c97 11d1 8271 00a02442df7d";

  private IoCalls() {}

  /** A call or answer; activity and face are written as the sender writes its numbers. */
  static String call(
      boolean little, int type, int flags, int sequence, int operation, int fragment, String body) {
    String hex = body.replace(" ", "");
    String activity =
        little ? "0d0c0b0a 0201 0403 8001020304050607" : "0a0b0c0d 0102 0304 8001020304050607";
    int length = hex.length() / 2;
    return "04%02x%02x00 %s0000 00 %s %s %s 00000000 %s %s %s ffff ffff %s %s 00 00 %s"
        .formatted(
            type,
            flags,
            little ? "10" : "00",
            "00".repeat(16),
            little ? LITTLE_FACE : BIG_FACE,
            activity,
            number(little, 1, 8),
            number(little, sequence, 8),
            number(little, operation, 4),
            number(little, length, 4),
            number(little, fragment, 4),
            hex)
        .replace(" ", "");
  }

  private static String number(boolean little, int value, int digits) {
    int shown = little ? Integer.reverseBytes(value) >>> 32 - digits * 4 : value;
    return ("%0" + digits + "x").formatted(shown);
  }

  /** Blocks behind the lengths of a request, or of an answer with its status. */
  static String arguments(String first, String blocks) {
    return first + "00000000".repeat(4) + blocks.replace(" ", "");
  }

  /** The header of a record, 64 bytes, and what follows it. */
  static String record(int type, int slot, int subslot, int index, String data) {
    String hex = data.replace(" ", "");
    return "%04x003c01000001%s00000000%04x%04x0000%04x%08x%s%s"
        .formatted(
            type, "11".repeat(16), slot, subslot, index, hex.length() / 2, "00".repeat(24), hex);
  }
}
