package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.junit.jupiter.api.Test;

class HttpErrorLogTest {
  /** As in Microsoft's description of the log, KB820729. */
  private static final String HEADER =
      "#Software: Microsoft HTTP API 2.0\r\n#Version: 1.0\r\n#Date: 2025-07-18 18:00:00\r\n"
          + "#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid"
          + " sc-status s-siteid s-reason s-queuename\r\n";

  private final List<HttpErrorRow> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  private SourceInfo read(byte[] bytes) {
    Input input =
        new Input(
            "httperr1.log",
            "httperr1.log",
            bytes.length,
            true,
            () -> new ByteArrayInputStream(bytes));
    try {
      return HttpErrorLog.read(
          input,
          3,
          new HttpErrorLog.Sink() {
            @Override
            public void row(HttpErrorRow row) {
              rows.add(row);
            }

            @Override
            public void reject(Reject reject) {
              rejects.add(reject);
            }
          });
    } catch (SourceException e) {
      throw new AssertionError(e);
    }
  }

  private SourceInfo read(String text) {
    return read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aRefusedRequestIsARowWithItsPlaceAndReason() {
    String line =
        "2025-07-18 18:06:01 203.0.113.7 51234 192.0.2.1 443 HTTP/1.1 POST"
            + " /_layouts/15/ToolPane.aspx?DisplayMode=Edit - 503 2 AppOffline SharePoint-80";
    SourceInfo info = read(HEADER + line + "\r\n");
    assertThat(rejects).isEmpty();
    assertThat(rows)
        .containsExactly(
            new HttpErrorRow(
                Instant.parse("2025-07-18T18:06:01Z").toEpochMilli(),
                "203.0.113.7",
                "POST",
                "/_layouts/15/ToolPane.aspx?DisplayMode=Edit",
                503,
                "AppOffline",
                HEADER.length(),
                line.length(),
                5,
                line));
    assertThat(info.format()).isEqualTo("httperr");
    assertThat(info.problem()).isNull();
  }

  @Test
  void aConnectionWithoutRequestHasNeitherMethodNorStatus() {
    read(
        HEADER
            + "2025-07-18 18:06:01 203.0.113.7 51234 192.0.2.1 443 - - - - - - Timer_ConnectionIdle -\n");
    assertThat(rows.getFirst().method()).isEmpty();
    assertThat(rows.getFirst().status()).isEqualTo(-1);
    assertThat(rows.getFirst().reason()).isEqualTo("Timer_ConnectionIdle");
  }

  @Test
  void whatIsNoRowIsARejectWithLineAndReason() {
    String good = "2025-07-18 18:06:01 1.2.3.4 1 1.2.3.5 443 HTTP/1.1 GET / - 400 - URL -\n";
    read(
        good
            + HEADER
            + good
            + good.replace("07-18", "13-18")
            + good.replace(" 400 ", " four ")
            + good.replace("GET", "G\u0001T")
            + "x".repeat(70_000)
            + "\n"
            + good.substring(0, 40));
    assertThat(rows).hasSize(1);
    assertThat(rejects)
        .extracting(r -> r.reason() + ":" + r.line())
        .containsExactly(
            "no-header:1",
            "bad-time:7",
            "bad-status:8",
            "binary:9",
            "line-too-long:10",
            "cut-short:11");
    assertThat(rejects).allMatch(r -> r.source() == 3);
  }

  @Test
  void damagedLogsNeverThrow() {
    byte[] whole =
        (HEADER + "2025-07-18 18:06:01 1.2.3.4 1 1.2.3.5 443 HTTP/1.1 GET / - 400 - URL -\r\n")
            .repeat(4)
            .getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = whole.clone();
      for (int c = random.nextInt(6); c >= 0; c--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      within(bytes);
    }
    assertThat(rows).hasSizeGreaterThan(3_000);
    assertThat(rejects).isNotEmpty();
  }

  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheReaderThrowOrPointOutsideThem(FuzzedDataProvider data) {
    within((HEADER + data.consumeRemainingAsString()).getBytes(StandardCharsets.UTF_8));
  }

  private void within(byte[] bytes) {
    int rowsBefore = rows.size();
    int rejectsBefore = rejects.size();
    read(bytes);
    for (HttpErrorRow row : rows.subList(rowsBefore, rows.size())) {
      assertThat(row.offset() + row.length()).isLessThanOrEqualTo(bytes.length);
    }
    for (Reject reject : rejects.subList(rejectsBefore, rejects.size())) {
      assertThat(reject.offset() + reject.length()).isLessThanOrEqualTo(bytes.length);
    }
  }
}
