package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;

/**
 * The subject of a certificate (RFC 5280, 4.1.2.6), as far as it can be read.
 *
 * @param commonName empty where there is none
 * @param text common name, unit and organisation as {@code CN=..., OU=..., O=...}
 */
record Subject(String commonName, String text) {
  private static final Subject NONE = new Subject("", "");
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OBJECT = 6;
  private static final int VERSION = 0xa0;
  private static final int WIDE_TEXT = 0x1e;

  /** Reads a certificate's subject; never throws. */
  static Subject of(byte[] b, int from, int end) {
    Der der = new Der(b, from, end);
    if (!der.enter(SEQUENCE)) {
      return NONE;
    }
    // Within the certificate the part that is signed.
    if (!der.enter(SEQUENCE) || !der.next()) {
      return NONE;
    }
    // Serial number, algorithm, issuer, validity, subject; before them mostly the version.
    int skip = der.tag() == VERSION ? 5 : 4;
    for (int i = 0; i < skip; i++) {
      if (!der.next()) {
        return NONE;
      }
    }
    if (der.tag() != SEQUENCE) {
      return NONE;
    }
    String commonName = "";
    StringBuilder text = new StringBuilder();
    Der names = new Der(b, der.content(), der.content() + der.length());
    while (names.next()) {
      Der pair = new Der(b, names.content(), names.content() + names.length());
      if (names.tag() != SET || !pair.enter(SEQUENCE) || !pair.next() || pair.tag() != OBJECT) {
        continue;
      }
      String kind = kind(b, pair.content(), pair.length());
      if (kind.isEmpty() || !pair.next()) {
        continue;
      }
      String value =
          pair.tag() == WIDE_TEXT
              ? new String(b, pair.content(), pair.length() & ~1, StandardCharsets.UTF_16BE)
              : Teller.text(b, pair.content(), pair.length());
      commonName = kind.equals("CN") ? value : commonName;
      text.append(text.isEmpty() ? "" : ", ").append(kind).append('=').append(value);
    }
    return new Subject(commonName, text.toString());
  }

  /** Attribute types 2.5.4.3, .10 and .11. */
  private static String kind(byte[] b, int at, int length) {
    if (length != 3 || b[at] != 0x55 || b[at + 1] != 4) {
      return "";
    }
    return switch (b[at + 2]) {
      case 3 -> "CN";
      case 10 -> "O";
      case 11 -> "OU";
      default -> "";
    };
  }
}
