package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.core.reject.Reject;

class LogFuzzTest {
  private static final List<String> STARTS =
      List.of(
          "",
          "#Date: 2025-07-18 00:00:00\n#Fields: date time cs-method cs-uri-stem sc-status\n",
          "#Log-type: HttpProxy Logs\n#Fields: DateTime,UrlStem,AnchorMailbox,HttpStatus\n",
          "1.2.3.4 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"\n");

  @FuzzTest(maxDuration = "10m")
  void noBytesMakeAReaderThrowOrPointOutsideThem(FuzzedDataProvider data) {
    Optional<LogKind> kind =
        data.consumeBoolean() ? Optional.of(data.pickValue(LogKind.values())) : Optional.empty();
    byte[] start = data.pickValue(STARTS).getBytes(StandardCharsets.UTF_8);
    int block = data.consumeInt(1, 300);
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] content = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, content, start.length, rest.length);

    List<LogSource> sources = List.of(Kept.source(0, "u_ex1.log", content, kind));
    Kept.All all = Kept.scan(sources, new LogScan.Options(2, block, 100));
    assertThat(all.told())
        .isEqualTo(Kept.scan(sources, new LogScan.Options(1, 1 << 16, 100)).told());
    for (Reject reject : all.rejects()) {
      assertThat(reject.offset()).isBetween(0L, (long) content.length);
      assertThat(reject.offset() + reject.length()).isLessThanOrEqualTo(content.length);
      assertThat(reject.detail().length()).isLessThan(500);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void anyPathHasOneSpellingForTextAndView(FuzzedDataProvider data) {
    String path = data.consumeRemainingAsString();
    WebRow row = new WebRow();
    row.bytes = path.getBytes(StandardCharsets.UTF_8);
    row.start[WebField.STEM.ordinal()] = 0;
    row.end[WebField.STEM.ordinal()] = row.bytes.length;
    PathView view = new PathView().of(row, WebField.STEM);
    Paths.Normal normal = Paths.normal(path);
    assertThat(view.text()).isEqualTo(normal.path());
    assertThat(view.encodedTwice()).isEqualTo(normal.encodedTwice());
    assertThat(normal.path()).doesNotContain("//", "\\", ";");
  }
}
