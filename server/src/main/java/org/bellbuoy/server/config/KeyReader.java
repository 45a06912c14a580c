package org.bellbuoy.server.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.bellbuoy.server.config.MachineKey.Given;
import org.bellbuoy.server.config.MachineKey.Part;
import org.jspecify.annotations.Nullable;

/** Turns the value of a key's attribute into what may be kept of it, and wipes it. */
final class KeyReader {
  /** ASP.NET takes 40 to 128 digits for validation; AES needs 32 for decryption. */
  private static final int LEAST_VALIDATION = 40;

  private static final int LEAST_DECRYPTION = 32;
  private static final int FEWEST_UNLIKE_DIGITS = 8;

  private final SweepSecret secret;
  private final PublicKeys known;

  KeyReader(SweepSecret secret, PublicKeys known) {
    this.secret = secret;
    this.known = known;
  }

  static Part none(Given given) {
    return new Part(given, false, 0, null, Set.of());
  }

  /**
   * Reads one value.
   *
   * @param value its characters, character references resolved; overwritten here. Null where the
   *     attribute is missing
   */
  Part read(String kind, char @Nullable [] value) {
    if (value == null) {
      return none(Given.NOT_GIVEN);
    }
    int end = 0;
    while (end < value.length && value[end] != ',') {
      end++;
    }
    boolean isolated = holds(value, end, "isolate");
    byte[] digits = new byte[end];
    int n = 0;
    boolean hex = true;
    for (int i = 0; i < end; i++) {
      char c = value[i];
      if (!Character.isWhitespace(c)) {
        hex &= KeyBlot.isHex(c);
        digits[n++] = (byte) (c >= 'a' && c <= 'z' ? c - 32 : c);
      }
    }
    boolean generated = holds(value, 0, "autogenerate");
    Arrays.fill(value, '\0');
    byte[] key = Arrays.copyOf(digits, n);
    Arrays.fill(digits, (byte) 0);
    try {
      if (generated) {
        return new Part(Given.AUTO_GENERATED, isolated, 0, null, Set.of());
      }
      if (n == 0) {
        return none(Given.NOT_GIVEN);
      }
      return new Part(
          Given.EXPLICIT, isolated, n, KeyFingerprint.of(kind, key, secret), flaws(kind, key, hex));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private Set<KeyFlaw> flaws(String kind, byte[] key, boolean hex) {
    Set<KeyFlaw> flaws = EnumSet.noneOf(KeyFlaw.class);
    if (known.holds(key)) {
      flaws.add(KeyFlaw.PUBLIC);
    }
    if (!hex) {
      flaws.add(KeyFlaw.NOT_HEX);
    }
    if (key.length < (kind.equals("validation") ? LEAST_VALIDATION : LEAST_DECRYPTION)) {
      flaws.add(KeyFlaw.TOO_SHORT);
    }
    if (repeats(key)) {
      flaws.add(KeyFlaw.REPEATED_PATTERN);
    }
    return flaws;
  }

  private static boolean repeats(byte[] key) {
    // Of 32 random digits fewer than eight unlike ones come about once in a hundred million.
    if (key.length >= LEAST_DECRYPTION && unlike(key) < FEWEST_UNLIKE_DIGITS) {
      return true;
    }
    for (int period = 1; period <= key.length / 2; period++) {
      int i = period;
      while (i < key.length && key[i] == key[i - period]) {
        i++;
      }
      if (i == key.length) {
        return true;
      }
    }
    return false;
  }

  private static int unlike(byte[] key) {
    boolean[] seen = new boolean[256];
    int unlike = 0;
    for (byte b : key) {
      unlike += seen[b & 0xFF] ? 0 : 1;
      seen[b & 0xFF] = true;
    }
    return unlike;
  }

  private static boolean holds(char[] value, int from, String word) {
    for (int i = from; i + word.length() <= value.length; i++) {
      int k = 0;
      while (k < word.length() && Character.toLowerCase(value[i + k]) == word.charAt(k)) {
        k++;
      }
      if (k == word.length()) {
        return true;
      }
    }
    return false;
  }
}
