package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.junit.jupiter.api.Test;

final class LogScanTest {
  @Test
  void threadsAndBlocksChangeNothing() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 15; round++) {
      List<LogSource> sources = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        byte[] content = RandomLogs.of(random);
        sources.add(
            Kept.source(
                i, "u_ex" + i + ".log", i % 3 == 1 ? gzip(content) : content, Optional.empty()));
      }
      String expected = Kept.scan(sources, new LogScan.Options(1, 1 << 20, 400)).told();
      assertThat(expected).contains("too-few-columns", "line-too-long", "nul-run");
      for (int threads : new int[] {1, 2, 5}) {
        for (int block : new int[] {1, 450, 1000, 5000, 1 << 16}) {
          assertThat(Kept.scan(sources, new LogScan.Options(threads, block, 400)).told())
              .as("%d threads, blocks of %d", threads, block)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void everyByteOfALineIsARowOrARejectOrCounted() {
    Random random = new Random(8);
    for (int round = 0; round < 50; round++) {
      byte[] content = RandomLogs.of(random);
      long lines = 0;
      for (byte b : content) {
        lines += b == '\n' ? 1 : 0;
      }
      lines += content[content.length - 1] == '\n' ? 0 : 1;
      LogTally tally = Kept.scan("u_ex.log", content).tally();
      if (TextEncoding.of(content, content.length).wide()) {
        continue;
      }
      assertThat(tally.lines()).isEqualTo(lines);
      long rejects = tally.rejects().values().stream().mapToLong(Long::longValue).sum();
      assertThat(tally.rows() + tally.headerLines() + tally.ignoredLines())
          .isBetween(lines - rejects, lines);
    }
  }

  @Test
  void shortLinesFillABlockAndAreCountedAcrossBlocks() {
    String content = "#Fields: cs-method\n" + "\n".repeat(300_000) + "GET\n";
    Kept.All all = Kept.scan("a.log", content);
    assertThat(all.rows()).singleElement().asString().startsWith("0@300019+3 line 300002 ");
    assertThat(all.tally().ignoredLines()).isEqualTo(300_000);
  }

  @Test
  void damagedLogsOfEveryKindReadTheSameInAnyBlocks() {
    Random random = new Random(10);
    List<String> heads =
        List.of(
            "#Date: 2025-07-18 00:00:00\n#Fields: date time cs-method cs-uri-stem sc-status\n",
            "#Log-type: HttpProxy Logs\n#Fields: DateTime,UrlStem,AnchorMailbox,HttpStatus\n",
            "DateTime,UrlStem,AnchorMailbox,HttpStatus\n",
            "");
    List<String> rows =
        List.of(
            "2025-07-18 18:06:01 GET /a.aspx 200\r\n",
            "2023-01-09T19:00:00.130Z,/a,\"b, \"\"c\"\"\",200\r\n",
            "2023-01-09T19:00:00.130Z,/a,b,200\n",
            "1.2.3.4 - - [17/May/2015:10:05:03 +0000] \"GET /?x HTTP/1.1\" 200 1 \"-\" \"a\"\n");
    String letters = "\n\r\0\"#, -\\;%\1AD\u00ff";
    for (int round = 0; round < 200; round++) {
      int which = random.nextInt(rows.size());
      StringBuilder text = new StringBuilder(heads.get(which) + rows.get(which).repeat(60));
      for (int n = random.nextInt(60); n > 0; n--) {
        int at = random.nextInt(text.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, letter);
          case 1 -> text.insert(at, letter);
          case 2 -> text.deleteCharAt(at);
          default -> text.insert(at, heads.get(random.nextInt(heads.size())));
        }
      }
      byte[] content = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      LogKind kind = LogKind.values()[random.nextInt(LogKind.values().length)];
      Optional<LogKind> told = random.nextInt(3) == 0 ? Optional.of(kind) : Optional.empty();
      List<LogSource> sources = List.of(Kept.source(0, "u_ex1.log", content, told));
      Kept.All all = Kept.scan(sources, new LogScan.Options(1, 1 << 20, 150));
      for (int block : new int[] {1, 333, 1500}) {
        assertThat(Kept.scan(sources, new LogScan.Options(3, block, 150)).told())
            .isEqualTo(all.told());
      }
      for (Reject reject : all.rejects()) {
        assertThat(reject.offset() + reject.length()).isBetween(0L, (long) content.length);
        assertThat(reject.detail()).isNotEmpty().hasSizeLessThan(400);
      }
    }
  }

  @Test
  void theDigestIsThatOfTheContentReadToItsEnd() throws Exception {
    byte[] content = RandomLogs.of(new Random(9));
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    for (byte[] stored : List.of(content, gzip(content))) {
      LogReport report = Kept.scan("u_ex.log", stored).reports().getFirst();
      assertThat(report.info().contentSha256()).isEqualTo(digest);
      assertThat(report.info().contentBytes()).isEqualTo(content.length);
      assertThat(report.info().problem()).isNull();
    }
  }

  @Test
  void aBrokenStreamGivesTheRowsBeforeIt() throws Exception {
    String head = "#Fields: cs-method sc-status\n";
    byte[] zipped = gzip((head + "GET 200\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(zipped, zipped.length - 20);
    LogReport report = Kept.scan("a.log", cut).reports().getFirst();
    assertThat(report.info().problem()).contains("ends early");
    assertThat(report.tally().rows()).isGreaterThan(10_000);
  }

  @Test
  void aSourceThatCannotBeOpenedOrIsNoLogIsReportedAndTheOthersAreRead() {
    Input missing =
        new Input(
            "a.log",
            "/x/a.log",
            5,
            true,
            () -> {
              throw new IOException("gone");
            });
    Kept.All all =
        Kept.scan(
            List.of(
                LogSource.of(4, missing),
                Kept.source(
                    5, "b.txt", "hello\n".getBytes(StandardCharsets.UTF_8), Optional.empty()),
                Kept.source(
                    6,
                    "c.txt",
                    "#Fields: cs-method\nGET\n".getBytes(StandardCharsets.UTF_8),
                    Optional.empty())),
            LogScan.Options.of(2));
    assertThat(all.rows()).singleElement().asString().startsWith("6@19+3 line 2");
    assertThat(all.reports()).extracting(LogReport::index).containsExactly(4, 5, 6);
    assertThat(all.reports().get(0).info().problem()).contains("/x/a.log", "gone");
    assertThat(all.reports().get(1).kind()).isEmpty();
    assertThat(all.reports().get(1).info().format()).isEqualTo("unknown");
  }

  @Test
  void noSourcesGiveAnEmptyAggregate() {
    assertThat(Kept.scan(List.of(), LogScan.Options.of(2)).rows()).isEmpty();
  }

  @Test
  void aBugInAnAggregateIsThrownAndEndsTheScan() {
    byte[] content =
        ("#Fields: cs-method\n" + "GET\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                LogScan.scan(
                    List.of(Kept.source(0, "a", content, Optional.empty())),
                    Broken::new,
                    reject -> {},
                    new LogScan.Options(2, 100, 50)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bug");
  }

  private static final class Broken implements RowAggregate<Broken> {
    @Override
    public void row(WebRow row) {
      throw new IllegalStateException("bug");
    }

    @Override
    public void merge(Broken later) {}
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
