package org.bellbuoy.report.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where findings are posted and how patiently.
 *
 * @param address the owner's receiver
 * @param timeout for connecting, and again for the answer
 * @param attempts how often one delivery is tried, the first time included
 * @param firstPause before the second attempt; doubled for each further one
 * @param batch at most that many findings in one delivery
 */
public record WebhookSettings(
    URI address, Duration timeout, int attempts, Duration firstPause, int batch) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public WebhookSettings {
    if (attempts < 1 || batch < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("attempts, batch and timeout must be above zero.");
    }
  }

  /**
   * An address as somebody gave it. Findings name whom they suspect, so they travel encrypted, but
   * for receivers on this very machine.
   *
   * @throws WebhookException when it is no address that may be posted to
   */
  public static URI address(String text) throws WebhookException {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new WebhookException("The address is no URL.");
    }
    String scheme = lower(uri.getScheme());
    String host = lower(uri.getHost());
    if (host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new WebhookException(
          "The address needs a host, and neither a user nor a fragment: https://host/path.");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && THIS_MACHINE.contains(host))) {
      throw new WebhookException(
          "The address must begin with https://; http:// is taken for this machine only.");
    }
    return uri;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
