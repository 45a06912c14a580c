package org.bellbuoy.server.content;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * TLSH, a digest that is alike for like bytes: 128 buckets, checksum of one byte, window of five.
 * From J. Oliver, C. Cheng, Y. Chen, "TLSH – A Locality Sensitive Hash" (2013); the table is that
 * of P. K. Pearson, "Fast hashing of variable-length text strings", CACM 33 (1990). Immutable. Time
 * grows with the bytes.
 */
public final class Tlsh {
  /** Fewer bytes give no digest. */
  public static final int LEAST_BYTES = 50;

  private static final int BUCKETS = 128;
  private static final int BODY_BYTES = BUCKETS / 4;
  private static final String VERSION = "T1";
  private static final double LOG_1_5 = 0.4054651;
  private static final double LOG_1_3 = 0.26236426;
  private static final double LOG_1_1 = 0.095310180;

  private static final byte[] PEARSON =
      HexFormat.of()
          .parseHex(
              "0157310cb0b266a679c10654f9e62ca30ec5d5b5a155da5040ef18e2ec8e26c8"
                  + "6eb168678dfdff324d6551122d601fde196bbe4656edf02248f214d6f4e395eb"
                  + "61ea39163cfa52afd0057fc76f3e87f8aea9d33a429a6ac3f5ab11bbb6b300f3"
                  + "8438944b80859e64827e5b0d99f6d8db7744df4e5358c9637a0b5c208872340a"
                  + "8a1e30b79c233d1a8f4afb5e81a23f98aa0773a7f1ce0396373b97dc5a351783"
                  + "7dad0fee4f5f59106989e1e0d9a0257b7649029d2e74099186e4cfd4cad745e5"
                  + "1bbc437ca8fc2a041d6c15f713cd27cbe928ba93c6c09b21a4bf62cca5b4754c"
                  + "8c24d2ac29369f08b9e871c4e72f927833411c90fedd5dbdc28b702b476db8d1");

  private final int checksum;
  private final int length;
  private final int ratio1;
  private final int ratio2;
  private final byte[] body;

  private Tlsh(int checksum, int length, int ratio1, int ratio2, byte[] body) {
    this.checksum = checksum;
    this.length = length;
    this.ratio1 = ratio1;
    this.ratio2 = ratio2;
    this.body = body;
  }

  /** The digest of these bytes, null where they are too few or too uniform. */
  public static @Nullable Tlsh of(byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      return null;
    }
    int[] buckets = new int[256];
    int checksum = 0;
    for (int i = 4; i < bytes.length; i++) {
      int a = bytes[i] & 0xFF;
      int b = bytes[i - 1] & 0xFF;
      int c = bytes[i - 2] & 0xFF;
      int d = bytes[i - 3] & 0xFF;
      int e = bytes[i - 4] & 0xFF;
      checksum = pearson(0, a, b, checksum);
      buckets[pearson(2, a, b, c)]++;
      buckets[pearson(3, a, b, d)]++;
      buckets[pearson(5, a, c, d)]++;
      buckets[pearson(7, a, c, e)]++;
      buckets[pearson(11, a, b, e)]++;
      buckets[pearson(13, a, d, e)]++;
    }
    int[] sorted = Arrays.copyOf(buckets, BUCKETS);
    Arrays.sort(sorted);
    // The authors ask that more than half of the buckets be used.
    if (sorted[BUCKETS / 2 - 1] == 0) {
      return null;
    }
    int q1 = sorted[BUCKETS / 4 - 1];
    int q2 = sorted[BUCKETS / 2 - 1];
    int q3 = sorted[BUCKETS * 3 / 4 - 1];
    byte[] body = new byte[BODY_BYTES];
    for (int i = 0; i < BUCKETS; i++) {
      int quarter = buckets[i] > q3 ? 3 : buckets[i] > q2 ? 2 : buckets[i] > q1 ? 1 : 0;
      body[BODY_BYTES - 1 - i / 4] |= (byte) (quarter << (i % 4 * 2));
    }
    return new Tlsh(
        checksum, lengthClass(bytes.length), percent(q1, q3) & 0xF, percent(q2, q3) & 0xF, body);
  }

  /** Reads the text form, with or without {@code T1}; null where it is none. */
  public static @Nullable Tlsh parse(String text) {
    String hex = text.toUpperCase(Locale.ROOT).startsWith(VERSION) ? text.substring(2) : text;
    if (hex.length() != 2 * (3 + BODY_BYTES)
        || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
      return null;
    }
    byte[] all = HexFormat.of().parseHex(hex);
    return new Tlsh(
        swap(all[0] & 0xFF),
        swap(all[1] & 0xFF),
        (all[2] & 0xFF) >> 4,
        all[2] & 0xF,
        Arrays.copyOfRange(all, 3, all.length));
  }

  /** {@code T1} and 70 upper-case hex digits. */
  public String text() {
    byte[] head = {(byte) swap(checksum), (byte) swap(length), (byte) (ratio1 << 4 | ratio2)};
    HexFormat hex = HexFormat.of().withUpperCase();
    return VERSION + hex.formatHex(head) + hex.formatHex(body);
  }

  /** Distance as the authors define it, from 0; the same both ways. */
  public int distance(Tlsh other) {
    int lengths = around(length, other.length, 256);
    int distance = lengths <= 1 ? lengths : lengths * 12;
    distance += steps(around(ratio1, other.ratio1, 16));
    distance += steps(around(ratio2, other.ratio2, 16));
    distance += checksum == other.checksum ? 0 : 1;
    for (int i = 0; i < BODY_BYTES; i++) {
      for (int shift = 0; shift < 8; shift += 2) {
        int apart = Math.abs((body[i] >> shift & 3) - (other.body[i] >> shift & 3));
        distance += apart == 3 ? 6 : apart;
      }
    }
    return distance;
  }

  private static int pearson(int salt, int a, int b, int c) {
    int h = PEARSON[salt] & 0xFF;
    h = PEARSON[h ^ a] & 0xFF;
    h = PEARSON[h ^ b] & 0xFF;
    return PEARSON[h ^ c] & 0xFF;
  }

  /** The authors' code reckons in single precision; so a digest equals theirs. */
  private static int percent(int part, int of) {
    return (int) (part * 100f / of);
  }

  private static int lengthClass(int bytes) {
    double log = Math.log(bytes);
    double steps =
        bytes <= 656
            ? log / LOG_1_5
            : bytes <= 3199 ? log / LOG_1_3 - 8.72777 : log / LOG_1_1 - 62.5472;
    return (int) Math.floor(steps) & 0xFF;
  }

  private static int around(int x, int y, int range) {
    int apart = Math.abs(x - y);
    return Math.min(apart, range - apart);
  }

  private static int steps(int apart) {
    return apart <= 1 ? apart : (apart - 1) * 12;
  }

  private static int swap(int value) {
    return (value & 0xF) << 4 | value >> 4;
  }
}
