package org.bellbuoy.server.config;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What fingerprints are keyed with. Fingerprints of different secrets cannot be compared, and
 * without the secret nobody can try keys against them. Never shown. Thread safe.
 */
public final class SweepSecret {
  /** Fewer bytes could be guessed. */
  public static final int LEAST_BYTES = 16;

  private static final int RANDOM_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private SweepSecret(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** A secret of its own for one sweep; pass a secure source. */
  public static SweepSecret random(RandomGenerator random) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    return new SweepSecret(secret);
  }

  /**
   * The secret of a file, so that fingerprints of several sweeps or organisations can be compared.
   *
   * @param file all its bytes; white space at its end does not count
   * @throws IllegalArgumentException in one sentence, where it is too short
   */
  public static SweepSecret of(byte[] file) {
    int end = file.length;
    while (end > 0 && file[end - 1] >= 0 && file[end - 1] <= ' ') {
      end--;
    }
    if (end < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "The secret has %d bytes; at least %d are needed.".formatted(end, LEAST_BYTES));
    }
    return new SweepSecret(java.util.Arrays.copyOf(file, end));
  }

  /** Eight hex digits that tell whether two sweeps used the same secret, and nothing else. */
  public String name() {
    return HexFormat.of().formatHex(mac("secret", new byte[0])).substring(0, 8);
  }

  byte[] mac(String purpose, byte[] data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(data);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "SweepSecret " + name();
  }
}
