package org.bellbuoy.server.config;

import java.util.HexFormat;

/**
 * What may be kept of a key: HMAC-SHA-256 of its digits, upper-case, under the secret of the sweep.
 * Equal for equal keys of one kind within one secret.
 *
 * @param kind {@code validation} or {@code decryption}
 * @param hex 64 lower-case hex digits
 */
public record KeyFingerprint(String kind, String hex) {
  private static final int SHOWN_DIGITS = 16;

  /** Fingerprint of a key's digits; the caller wipes them. */
  static KeyFingerprint of(String kind, byte[] upperCaseDigits, SweepSecret secret) {
    return new KeyFingerprint(kind, HexFormat.of().formatHex(secret.mac(kind, upperCaseDigits)));
  }

  /** The first 16 digits, for people. */
  public String shown() {
    return hex.substring(0, SHOWN_DIGITS);
  }
}
