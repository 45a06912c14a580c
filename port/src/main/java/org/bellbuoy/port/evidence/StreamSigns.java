package org.bellbuoy.port.evidence;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.packet.Bytes;

/** Tells by the first bytes of a TCP stream whether it is encrypted, and which TLS was chosen. */
final class StreamSigns {
  private static final int SUPPORTED_VERSIONS = 43;

  /** How a stream can be read by who listens. */
  enum Cipher {
    /** It begins as TLS or SSH does. */
    ENCRYPTED,
    CLEAR,
    UNKNOWN
  }

  private StreamSigns() {}

  /** By how one side begins. */
  static Cipher begins(byte[] b, int o, int n) {
    if (n >= 6
        && b[o] == 22
        && b[o + 1] == 3
        && b[o + 2] <= 4
        && (b[o + 5] == 1 || b[o + 5] == 2)) {
      return Cipher.ENCRYPTED;
    }
    String head = new String(b, o, Math.min(n, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("SSH-")) {
      return Cipher.ENCRYPTED;
    }
    boolean text =
        head.startsWith("HTTP/1.")
            || head.startsWith("RTSP/1.")
            || head.startsWith("220 ")
            || head.startsWith("220-")
            || head.startsWith("USER ")
            || head.startsWith("EHLO ")
            || head.startsWith("HELO ")
            || head.startsWith("+OK")
            || head.startsWith("* OK")
            || head.matches("(?s)(GET|POST|PUT|HEAD|OPTIONS|DESCRIBE|SETUP) .*");
    // Telnet: interpret as command, then WILL, WONT, DO or DONT (RFC 854).
    boolean telnet = n >= 3 && Bytes.u8(b, o) == 0xff && Bytes.u8(b, o + 1) >= 0xfb;
    return text || telnet ? Cipher.CLEAR : Cipher.UNKNOWN;
  }

  /** By what a decoder found in it. */
  static Cipher spoken(Protocol protocol) {
    return switch (protocol) {
      case MODBUS, UMAS, S7COMM, ENIP, CIP, PCCC, DNP3, IEC104, ADS, FINS, HART_IP -> Cipher.CLEAR;
      case HTTP, FTP, TELNET, RTSP, SMB, SYSLOG -> Cipher.CLEAR;
      case TLS, SSH -> Cipher.ENCRYPTED;
      default -> Cipher.UNKNOWN;
    };
  }

  /** Whether it is mail: SMTP (RFC 5321), POP3 (RFC 1939), IMAP (RFC 9051). */
  static boolean isMail(byte[] b, int o, int n) {
    String head = new String(b, o, Math.min(n, 16), StandardCharsets.ISO_8859_1);
    return head.startsWith("EHLO ")
        || head.startsWith("HELO ")
        || head.startsWith("+OK POP")
        || head.startsWith("* OK ");
  }

  /**
   * The version in a ServerHello (RFC 5246, 7.4.1.3; RFC 8446, 4.1.3 and 4.2.1).
   *
   * @return 0x0300 for SSL 3 to 0x0304 for TLS 1.3; 0 where there is none
   */
  static int chosenTls(byte[] b, int o, int n) {
    if (n < 11 || b[o] != 22 || b[o + 1] != 3 || b[o + 5] != 2) {
      return 0;
    }
    int version = Bytes.u16(b, o + 9);
    int end = o + n;
    int at = o + 43;
    if (at >= end) {
      return version;
    }
    at += 1 + Bytes.u8(b, at) + 3;
    if (at + 2 > end) {
      return version;
    }
    int last = Math.min(end, at + 2 + Bytes.u16(b, at));
    at += 2;
    while (at + 4 <= last) {
      int type = Bytes.u16(b, at);
      int size = Bytes.u16(b, at + 2);
      if (type == SUPPORTED_VERSIONS && size == 2 && at + 6 <= last) {
        return Bytes.u16(b, at + 4);
      }
      at += 4 + size;
    }
    return version;
  }
}
