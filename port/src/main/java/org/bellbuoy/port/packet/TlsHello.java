package org.bellbuoy.port.packet;

import java.nio.charset.StandardCharsets;

/** Reads what a TLS ClientHello says in clear (RFC 8446, 4.1.2; RFC 6066, 3). */
public final class TlsHello {
  private TlsHello() {}

  /**
   * The server's name that a ClientHello asks for.
   *
   * @return the name as sent, at most 255 characters; empty where there is no ClientHello, no name,
   *     or where it lies beyond these bytes. Untrusted
   */
  public static String serverName(byte[] b, int offset, int length) {
    int end = offset + length;
    // Record: type 22, version, length; handshake: type 1, length; version, random.
    if (length < 46 || b[offset] != 22 || b[offset + 1] != 3 || b[offset + 5] != 1) {
      return "";
    }
    int at = offset + 43;
    at += 1 + Bytes.u8(b, at);
    if (at + 2 > end) {
      return "";
    }
    at += 2 + Bytes.u16(b, at);
    if (at + 1 > end) {
      return "";
    }
    at += 1 + Bytes.u8(b, at);
    at += 2;
    while (at + 4 <= end) {
      int type = Bytes.u16(b, at);
      int size = Bytes.u16(b, at + 2);
      if (type == 0) {
        return name(b, at + 4, Math.min(end, at + 4 + size));
      }
      at += 4 + size;
    }
    return "";
  }

  private static String name(byte[] b, int at, int end) {
    // The list's length, the kind of name, the name's length.
    if (at + 5 > end || b[at + 2] != 0) {
      return "";
    }
    int length = Bytes.u16(b, at + 3);
    if (length > 255 || at + 5 + length > end) {
      return "";
    }
    return new String(b, at + 5, length, StandardCharsets.ISO_8859_1);
  }
}
