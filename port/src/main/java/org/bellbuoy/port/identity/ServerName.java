package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.packet.Bytes;

/** The server name extension of a TLS ClientHello (RFC 8446, 4.1.2; RFC 6066, 3). */
final class ServerName {
  private ServerName() {}

  /** The name as sent; empty where there is none or it lies beyond these bytes. */
  static String of(byte[] b, int from, int length) {
    int end = from + length;
    // Behind record and handshake headers, version and random: the session's identifier.
    int at = from + 43;
    at = at < end ? at + 1 + (b[at] & 0xff) : end;
    at = end - at >= 2 ? at + 2 + Bytes.u16(b, at) : end;
    at = at < end ? at + 1 + (b[at] & 0xff) : end;
    at += 2;
    while (end - at >= 4) {
      int type = Bytes.u16(b, at);
      int size = Bytes.u16(b, at + 2);
      if (type == 0) {
        // Length of the list, kind, length of the name.
        int name = end - at >= 9 && b[at + 6] == 0 ? Bytes.u16(b, at + 7) : 0;
        return name > 0 && name <= 255 && name <= end - at - 9
            ? new String(b, at + 9, name, StandardCharsets.ISO_8859_1)
            : "";
      }
      at += 4 + size;
    }
    return "";
  }
}
