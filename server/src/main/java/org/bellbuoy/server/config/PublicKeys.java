package org.bellbuoy.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellbuoy.core.reject.Reject;

/**
 * Machine keys that are known to all, as a user's list tells them: a key a line, two of them with a
 * comma, or SHA-256 of keys. Kept as SHA-256 only. Immutable.
 */
public final class PublicKeys {
  /** No list. */
  public static final PublicKeys NONE = new PublicKeys(Set.of());

  private static final int SHA256_DIGITS = 64;
  private static final String SHA256_MARK = "sha256:";
  private static final int LEAST_DIGITS = 16;

  private final Set<String> sha256;

  private PublicKeys(Set<String> sha256) {
    this.sha256 = Set.copyOf(sha256);
  }

  /**
   * What a list gave.
   *
   * @param keys those that could be used
   * @param rejects lines that could not; they quote nothing of the line
   */
  public record Loaded(PublicKeys keys, List<Reject> rejects) {}

  /**
   * Reads a list. A line of 64 hex digits may be a key or a digest of one, so it counts as both;
   * with {@code sha256:} before it, as a digest only.
   *
   * @param source index among those of the run, for rejects
   */
  public static Loaded read(byte[] file, int source) {
    Set<String> digests = new HashSet<>();
    List<Reject> rejects = new ArrayList<>();
    int from = 0;
    long line = 0;
    while (from < file.length) {
      int end = from;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      line++;
      String problem = take(file, from, end, line, digests);
      if (!problem.isEmpty()) {
        rejects.add(new Reject("public-key", source, from, end - from, line, problem));
      }
      from = end + 1;
    }
    return new Loaded(new PublicKeys(digests), List.copyOf(rejects));
  }

  private static String take(byte[] file, int from, int end, long line, Set<String> digests) {
    String text = new String(file, from, end - from, StandardCharsets.UTF_8).replace("\uFEFF", "");
    if (text.isBlank() || text.startsWith("#")) {
      return "";
    }
    String[] fields = text.strip().split("[,;\\s]+");
    if (line == 1 && fields[0].toLowerCase(Locale.ROOT).startsWith("validation")) {
      return "";
    }
    for (String field : fields) {
      boolean digestOnly = field.toLowerCase(Locale.ROOT).startsWith(SHA256_MARK);
      String hex = digestOnly ? field.substring(SHA256_MARK.length()) : field;
      if (hex.length() < LEAST_DIGITS || !hex.chars().allMatch(c -> KeyBlot.isHex((char) c))) {
        return "A field of %d characters is no key: at least %d hex digits are expected."
            .formatted(field.length(), LEAST_DIGITS);
      }
      if (digestOnly && hex.length() != SHA256_DIGITS) {
        return "A digest of %d hex digits is no SHA-256.".formatted(hex.length());
      }
      if (hex.length() == SHA256_DIGITS) {
        digests.add(hex.toLowerCase(Locale.ROOT));
      }
      if (!digestOnly) {
        byte[] upper = hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        digests.add(digest(upper));
        Arrays.fill(upper, (byte) 0);
      }
    }
    return "";
  }

  /** Number of digests. */
  public int size() {
    return sha256.size();
  }

  /**
   * Whether a key is on the list: by SHA-256 of its digits in either case, or of the bytes they
   * stand for.
   */
  boolean holds(byte[] upperCaseDigits) {
    if (sha256.isEmpty()) {
      return false;
    }
    byte[] lower = upperCaseDigits.clone();
    byte[] binary = new byte[lower.length / 2];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (byte) (lower[i] >= 'A' && lower[i] <= 'F' ? lower[i] + 32 : lower[i]);
      if (i / 2 < binary.length) {
        binary[i / 2] = (byte) (binary[i / 2] << 4 | Character.digit(lower[i], 16) & 0xF);
      }
    }
    boolean held =
        sha256.contains(digest(upperCaseDigits))
            || sha256.contains(digest(lower))
            || sha256.contains(digest(binary));
    Arrays.fill(lower, (byte) 0);
    Arrays.fill(binary, (byte) 0);
    return held;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
