package org.bellbuoy.report.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Finding;

/**
 * Posts findings to one receiver, one delivery after another. An answer of 2xx is success; 408,
 * 425, 429, 5xx and a broken connection are tried again after a pause that doubles; every other
 * answer ends it, redirections included. Not safe for use by several threads at once.
 */
public final class Webhook implements AutoCloseable {
  private static final int LAST_GOOD = 299;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Waits; given by whoever owns time. */
  @FunctionalInterface
  public interface Pause {
    /** Waits that long. */
    void of(Duration duration) throws InterruptedException;
  }

  private final WebhookSettings settings;
  private final WebhookKey key;
  private final InstantSource clock;
  private final Pause pause;
  private final HttpClient client;

  private Webhook(WebhookSettings settings, WebhookKey key, InstantSource clock, Pause pause) {
    this.settings = settings;
    this.key = key;
    this.clock = clock;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** A sender to that receiver; nothing is sent yet. */
  public static Webhook to(
      WebhookSettings settings, WebhookKey key, InstantSource clock, Pause pause) {
    return new Webhook(settings, key, clock, pause);
  }

  /**
   * Posts all findings in their order.
   *
   * @return how many deliveries were taken
   * @throws WebhookException when one was not; the message says which, and how many findings had
   *     been taken before
   */
  public int post(List<Finding> findings, Function<Finding, Origin> origins)
      throws IOException, InterruptedException {
    int taken = 0;
    int deliveries = 0;
    for (WebhookBody body : WebhookBody.batches(findings, origins, settings.batch())) {
      String problem = deliver(body);
      if (!problem.isEmpty()) {
        throw new WebhookException(
            settings.address().getHost()
                + " did not take delivery "
                + (deliveries + 1)
                + ": "
                + problem
                + "; "
                + taken
                + " of "
                + findings.size()
                + " findings had been taken.");
      }
      taken += body.findings();
      deliveries++;
    }
    return deliveries;
  }

  /** Empty when it was taken, else what stood in the way at the last attempt. */
  private String deliver(WebhookBody body) throws InterruptedException {
    Duration wait = settings.firstPause();
    String problem = "";
    for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
      if (attempt > 1) {
        pause.of(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
        wait = wait.multipliedBy(2);
      }
      int status;
      try {
        HttpResponse<InputStream> answer =
            client.send(request(body), HttpResponse.BodyHandlers.ofInputStream());
        status = answer.statusCode();
        // The timeout ends with the answer's head: a body without end must not hold us.
        answer.body().close();
      } catch (IOException e) {
        problem = reason(e) + times(attempt);
        continue;
      }
      if (status >= 200 && status <= LAST_GOOD) {
        return "";
      }
      problem = "it answered with status " + status + times(attempt);
      if (!passing(status)) {
        return problem;
      }
    }
    return problem;
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return "no answer ("
        + (message == null || message.isBlank() ? e.getClass().getSimpleName() : message)
        + ")";
  }

  private static String times(int attempt) {
    return attempt == 1 ? "" : ", at attempt " + attempt;
  }

  /** Whether it may be otherwise in a while (RFC 9110 section 15, RFC 8470, RFC 6585). */
  private static boolean passing(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
  }

  private HttpRequest request(WebhookBody body) {
    byte[] bytes = body.bytes();
    long second = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(settings.address())
        .timeout(settings.timeout())
        .header("Content-Type", "application/json")
        .header("User-Agent", "bellbuoy")
        .header("Bellbuoy-Delivery", body.delivery())
        .header("Bellbuoy-Time", Long.toString(second))
        .header("Bellbuoy-Signature", key.sign(second, bytes))
        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
        .build();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
