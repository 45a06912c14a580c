package org.bellbuoy.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.FindingJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to a receiver on this machine. */
class WebhookTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private record Got(Headers headers, byte[] body) {
    JsonNode json() throws IOException {
      return JsonMapper.builder().build().readTree(body);
    }
  }

  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer receiver;

  @BeforeEach
  void receive() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          got.add(new Got(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
          int answer = answers.isEmpty() ? 204 : answers.removeFirst();
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  private int post(int findings, int batch) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");
    WebhookSettings settings =
        new WebhookSettings(address, Duration.ofSeconds(5), 3, Duration.ofSeconds(1), batch);
    WebhookKey key = WebhookKey.of((SECRET + "\n").getBytes(StandardCharsets.UTF_8));
    try (Webhook webhook = Webhook.to(settings, key, () -> NOW, pauses::add)) {
      return webhook.post(list(findings), f -> Origin.SIMULATED);
    }
  }

  private static List<Finding> list(int count) {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Subject subject = new Subject("vessel", Map.of("mmsi", "20000000" + i), "=cmd()\u0000\"");
      all.add(
          new Finding(
              FindingIds.of("sea.silence", subject, NOW),
              "sea.silence",
              5,
              State.FINAL,
              Severity.LOW,
              subject,
              List.of(),
              NOW,
              null,
              null,
              new Assessment(Level.CANNOT_TELL, null, List.of()),
              List.of(),
              new Coverage("Nobody listened.", 0.0, JsonNodeFactory.instance.objectNode()),
              List.of(),
              List.of(),
              "run"));
    }
    return all;
  }

  @Test
  void theBodyIsSignedWithTheKeyAndTheTimeAndHoldsTheWholeFinding() throws Exception {
    assertThat(post(1, 100)).isEqualTo(1);
    Got one = got.getFirst();
    String time = one.headers().getFirst("Bellbuoy-Time");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(one.headers().getFirst("Bellbuoy-Signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(one.body())));
    assertThat(time).isEqualTo("1795608000");
    assertThat(one.json().get("schema").textValue()).isEqualTo("bellbuoy.webhook/1");
    assertThat(one.json().get("simulated").booleanValue()).isTrue();
    assertThat(one.json().at("/findings/0/origin").textValue()).isEqualTo("simulated");
    assertThat(FindingJson.read(one.json().at("/findings/0/finding")))
        .isEqualTo(list(1).getFirst());
  }

  /** The vector is made with OpenSSL: {@code openssl dgst -sha256 -hmac}. */
  @Test
  void theSignatureIsWhatOpensslMakesOfIt() throws Exception {
    WebhookKey key = WebhookKey.of(SECRET.getBytes(StandardCharsets.UTF_8));
    assertThat(key.sign(1795608000L, "{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha256=6d05c57d7809e29ac174ab51496def6442dc136807aed1ad617cca729b916a5a");
  }

  @Test
  void manyFindingsGoInBatchesInTheirOrder() throws Exception {
    assertThat(post(5, 2)).isEqualTo(3);
    assertThat(got).hasSize(3);
    assertThat(got.get(0).json().get("findings")).hasSize(2);
    assertThat(got.get(2).json().at("/findings/0/finding/id").textValue())
        .isEqualTo(list(5).getLast().id().toString());
  }

  @Test
  void aBusyReceiverIsAskedAgainAfterPausesThatDoubleWithTheSameDelivery() throws Exception {
    answers.addAll(List.of(503, 429, 200));
    assertThat(post(1, 100)).isEqualTo(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(got.stream().map(g -> g.headers().getFirst("Bellbuoy-Delivery")).distinct())
        .hasSize(1);
  }

  @Test
  void aReceiverThatStaysBrokenEndsItWithOneSentence() {
    answers.addAll(List.of(200, 500, 500, 500));
    assertThatThrownBy(() -> post(2, 1))
        .isInstanceOf(WebhookException.class)
        .hasMessage(
            "127.0.0.1 did not take delivery 2: it answered with status 500, at attempt 3;"
                + " 1 of 2 findings had been taken.");
    assertThat(got).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 401, 404, 410})
  void refusalsAndRedirectionsAreNotTriedAgain(int status) {
    answers.add(status);
    assertThatThrownBy(() -> post(1, 1)).hasMessageContaining("status " + status);
    assertThat(got).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void nobodyThereIsASentenceToo() {
    receiver.stop(0);
    assertThatThrownBy(() -> post(1, 1))
        .isInstanceOf(WebhookException.class)
        .hasMessageContaining("no answer")
        .hasMessageContaining("at attempt 3")
        .hasMessageContaining("0 of 1 findings");
  }

  @Test
  @Timeout(20)
  void anAnswerWithoutEndHoldsNobody() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    receiver.removeContext("/");
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try {
      assertThat(post(1, 1)).isEqualTo(1);
    } finally {
      over.countDown();
    }
  }

  @Test
  void noFindingsAreNoDelivery() throws Exception {
    assertThat(post(0, 1)).isZero();
    assertThat(got).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.test/in",
        "ftp://example.test/",
        "https://user:word@example.test/",
        "https:///in",
        "example.test",
        "https://example.test/#part",
        "https://exa mple.test/"
      })
  void addressesThatWouldTellOthersAreRefused(String address) {
    assertThatThrownBy(() -> WebhookSettings.address(address))
        .isInstanceOf(WebhookException.class)
        .hasMessageStartingWith("The address");
  }

  @Test
  void aShortKeyIsRefusedAndNoKeyIsEverShown() throws Exception {
    assertThatThrownBy(() -> WebhookKey.of("short\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("The key has 5 bytes; it needs at least 32.");
    assertThat(WebhookKey.of(SECRET.getBytes(StandardCharsets.UTF_8)).toString())
        .doesNotContain("0123");
  }
}
