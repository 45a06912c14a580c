package org.bellbuoy.report.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that sender and receiver share; it is in no message, log or finding. Signatures are
 * HMAC-SHA256 (RFC 2104, FIPS 180-4). Safe for use by many threads.
 */
public final class WebhookKey {
  /** RFC 2104 section 3 advises against keys shorter than the hash. */
  static final int SHORTEST_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  private WebhookKey(SecretKeySpec secret) {
    this.secret = secret;
  }

  /**
   * The key that a file holds, without line ends behind it.
   *
   * @throws WebhookException when it is too short to keep anybody out
   */
  public static WebhookKey of(byte[] content) throws WebhookException {
    int length = content.length;
    while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
      length--;
    }
    if (length < SHORTEST_BYTES) {
      throw new WebhookException(
          "The key has " + length + " bytes; it needs at least " + SHORTEST_BYTES + ".");
    }
    return new WebhookKey(new SecretKeySpec(Arrays.copyOf(content, length), ALGORITHM));
  }

  /**
   * The signature of a delivery: over the second it was sent, a dot and the body, so that an old
   * delivery cannot be sent again as a new one.
   */
  String sign(long epochSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((epochSeconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookKey";
  }
}
