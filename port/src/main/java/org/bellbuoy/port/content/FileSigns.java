package org.bellbuoy.port.content;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.packet.Bytes;

/**
 * Where the first byte of a file stands in a segment or datagram: behind HTTP's header, in SMB's
 * reads and writes (MS-SMB2 2.2.20, 2.2.21; MS-CIFS 2.2.4.42, 2.2.4.43), in the first data block of
 * TFTP (RFC 1350), or at the beginning of a stream, as FTP sends files (RFC 959).
 */
final class FileSigns {
  /** Nowhere. */
  static final int NONE = -1;

  private FileSigns() {}

  /** Behind the header of an HTTP message that has a body in the same segment. */
  static int http(byte[] b, int o, int n) {
    boolean message =
        n > 20 && (text(b, o, "HTTP/1.") || text(b, o, "PUT ") || text(b, o, "POST "));
    if (!message) {
      return NONE;
    }
    for (int i = o + 4; i + 4 < o + n; i++) {
      if (b[i] == '\r' && b[i + 1] == '\n' && b[i + 2] == '\r' && b[i + 3] == '\n') {
        return i + 4;
      }
    }
    return NONE;
  }

  /** The data of an SMB read response or write request at the file's offset 0, where told. */
  static int smb(byte[] b, int o, int n) {
    if (n < 72 || b[o] != 0) {
      return NONE;
    }
    int smb = o + 4;
    int magic = Bytes.s32(b, smb);
    if (magic == 0xfe534d42) {
      int command = Bytes.u16Little(b, smb + 12);
      boolean response = (Bytes.u32Little(b, smb + 16) & 1) != 0;
      int body = smb + 64;
      if (command == 8 && response && n > 4 + 64 + 16) {
        return within(smb + Bytes.u8(b, body + 2), o, n);
      }
      if (command == 9 && !response && n > 4 + 64 + 48 && Bytes.s64Little(b, body + 8) == 0) {
        return within(smb + Bytes.u16Little(b, body + 2), o, n);
      }
    } else if (magic == 0xff534d42) {
      int command = Bytes.u8(b, smb + 4);
      boolean response = b[smb + 9] < 0;
      int words = smb + 33;
      if (command == 0x2e && response && b[smb + 32] == 12) {
        return within(smb + Bytes.u16Little(b, words + 12), o, n);
      }
      if (command == 0x2f && !response && b[smb + 32] >= 12 && Bytes.u32Little(b, words + 6) == 0) {
        return within(smb + Bytes.u16Little(b, words + 22), o, n);
      }
    }
    return NONE;
  }

  private static int within(int at, int o, int n) {
    return at > o && at < o + n ? at : NONE;
  }

  /** The first block of TFTP's data. */
  static int tftp(byte[] b, int o, int n) {
    return n > 4 && n <= 4 + 1468 && Bytes.s32(b, o) == 0x00030001 ? o + 4 : NONE;
  }

  /** The file's name in a request of TFTP or HTTP, empty where it is none. Untrusted. */
  static String requested(byte[] b, int o, int n) {
    if (n > 6 && b[o] == 0 && (b[o + 1] == 1 || b[o + 1] == 2)) {
      return until(b, o + 2, o + n, (byte) 0);
    }
    if (n > 16 && (text(b, o, "GET ") || text(b, o, "PUT "))) {
      return until(b, o + 4, o + n, (byte) ' ');
    }
    return n > 16 && text(b, o, "POST ") ? until(b, o + 5, o + n, (byte) ' ') : "";
  }

  private static String until(byte[] b, int from, int end, byte stop) {
    int at = from;
    while (at < end && at < from + 200 && b[at] != stop) {
      at++;
    }
    return new String(b, from, at - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean text(byte[] b, int o, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (b[o + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
