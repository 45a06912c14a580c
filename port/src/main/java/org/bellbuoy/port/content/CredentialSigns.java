package org.bellbuoy.port.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Finds logins in clear: FTP (RFC 959), HTTP Basic (RFC 7617), telnet and other prompts, POP3 (RFC
 * 1939), SNMP communities (RFC 1157, 1901), SOCKS (RFC 1929). Gives the account, never the secret;
 * of SNMP the community only where it is one that everybody knows.
 */
final class CredentialSigns {
  private static final int MOST_NAME = 64;

  /**
   * A login.
   *
   * @param account name of the account as sent, empty where it is not known
   */
  record Login(String kind, String account) {}

  private CredentialSigns() {}

  /** FTP and POP3: the password's line; the account's line before it is kept by the caller. */
  static boolean isAccountLine(byte[] b, int o, int n) {
    return starts(b, o, n, "USER ");
  }

  static boolean isPasswordLine(byte[] b, int o, int n) {
    return starts(b, o, n, "PASS ") && endsLine(b, o, n);
  }

  static String argument(byte[] b, int o, int n) {
    return line(b, o + 5, n - 5);
  }

  /** HTTP Basic: the account before the colon. */
  static @Nullable Login basic(byte[] b, int o, int n) {
    if (n < 40 || b[o] < 'A' || b[o] > 'Z') {
      return null;
    }
    String head = new String(b, o, Math.min(n, 2048), StandardCharsets.ISO_8859_1);
    int at = head.toLowerCase(Locale.ROOT).indexOf("\r\nauthorization: basic ");
    if (at < 0 || !head.contains(" HTTP/1.")) {
      return null;
    }
    int end = head.indexOf("\r\n", at + 2);
    String coded = end < 0 ? "" : head.substring(at + 23, end).strip();
    try {
      String both = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return new Login("http-basic", colon < 0 ? "" : cut(both.substring(0, colon)));
    } catch (IllegalArgumentException e) {
      return new Login("http-basic", "");
    }
  }

  /** A prompt for a secret, at the end of what the server sends. */
  static boolean isPasswordPrompt(byte[] b, int o, int n) {
    if (n < 9 || n > 512) {
      return false;
    }
    String text = new String(b, o, n, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).strip();
    return text.endsWith("password:") || text.endsWith("passwd:") || text.endsWith("passcode:");
  }

  /** SNMP version 1 or 2c: the community is a password in clear. */
  static @Nullable Login snmp(byte[] b, int o, int n) {
    if (n < 20 || b[o] != 0x30) {
      return null;
    }
    int at = o + 2;
    int length = Bytes.u8(b, o + 1);
    if (length > 0x80) {
      int bytes = length & 0x7f;
      if (bytes > 3) {
        return null;
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | Bytes.u8(b, at++);
      }
    }
    if (at - o + length != n || at + 5 > o + n || b[at] != 2 || b[at + 1] != 1 || b[at + 2] > 1) {
      return null;
    }
    int size = Bytes.u8(b, at + 4);
    int pdu = at + 5 + size;
    boolean known = b[at + 2] >= 0 && b[at + 3] == 4 && size < 0x80 && pdu < o + n;
    if (!known || Bytes.u8(b, pdu) < 0xa0 || Bytes.u8(b, pdu) > 0xa8) {
      return null;
    }
    String community = new String(b, at + 5, size, StandardCharsets.ISO_8859_1);
    boolean everybodys = community.equals("public") || community.equals("private");
    return new Login("snmp-community", everybodys ? community : "");
  }

  static String line(byte[] b, int o, int n) {
    int end = o;
    while (end < o + Math.min(n, MOST_NAME) && b[end] != '\r' && b[end] != '\n') {
      end++;
    }
    return new String(b, o, Math.max(0, end - o), StandardCharsets.ISO_8859_1);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), MOST_NAME));
  }

  private static boolean endsLine(byte[] b, int o, int n) {
    return b[o + n - 1] == '\n';
  }

  private static boolean starts(byte[] b, int o, int n, String word) {
    if (n <= word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((b[o + i] & 0xdf) != (word.charAt(i) & 0xdf)) {
        return false;
      }
    }
    return true;
  }
}
