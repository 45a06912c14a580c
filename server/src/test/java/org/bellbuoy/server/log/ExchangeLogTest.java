package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

final class ExchangeLogTest {
  private static final String NAMES =
      "DateTime,RequestId,UrlHost,UrlStem,AnchorMailbox,HttpStatus,GenericErrors";
  private static final String HEAD =
      "#Software: Microsoft Exchange Server\r\n#Version: 15.01.2375.007\r\n"
          + "#Log-type: HttpProxy Logs\r\n#Date: 2023-01-09T19:00:00.130Z\r\n#Fields: "
          + NAMES
          + "\r\n";

  @Test
  void aProxyRowIsReadByTheNamesOfItsColumns() {
    Kept.All all =
        Kept.scan(
            "HttpProxy_1.LOG",
            HEAD
                + NAMES
                + "\r\n2023-01-09T19:00:00.130Z,1,h,/ecp/x.js,\"ServerInfo~a]@h:444/ecp, \"\"x\"\"#\",241,\r\n");
    assertThat(all.reports().getFirst().kind()).contains(LogKind.HTTP_PROXY);
    assertThat(all.rows())
        .singleElement()
        .asString()
        .contains("line 7 2023-01-09T19:00:00.130Z 241")
        .contains("ANCHOR_MAILBOX=ServerInfo~a]@h:444/ecp, \"\"x\"\"#,", "STEM=/ecp/x.js")
        .contains("GENERIC_ERRORS=,");
    assertThat(all.tally().headerLines()).isEqualTo(3);
    assertThat(all.rejects()).isEmpty();
  }

  @Test
  void aPlainHeaderLineWillDo() {
    Kept.All all =
        Kept.scan(
            "export.csv",
            "\"DateTime\",\"HttpStatus\",\"AnchorMailbox\"\n\"2021-03-07 15:04:04+02:00\",\"500\",\"a\"\n");
    assertThat(all.rows())
        .singleElement()
        .asString()
        .contains("2021-03-07T13:04:04Z 500", "ANCHOR_MAILBOX=a");
  }

  @Test
  void rowsThatDoNotFitAreRejects() {
    Kept.All all =
        Kept.scan(
            "x",
            HEAD
                + "2023-01-09T19:00:00.130Z,1,h,/,a,200\n"
                + "2023-01-09T19:00:00.130Z,1,h,/,\"a,200,\n"
                + "yesterday,1,h,/,a,200,\n"
                + "2023-01-09T19:00:00.130Z,1,h,/,a,2000,\n"
                + "2023-01-09T19:00:00.130Z,1,DateTime,/,timestamp,200,\n"
                + "2023-01-09T19:");
    assertThat(all.rows()).hasSize(1);
    assertThat(all.rejects())
        .extracting(Reject::reason)
        .containsExactly("too-few-columns", "open-quote", "bad-time", "bad-status", "cut-short");
    assertThat(all.rejects().get(2).detail()).isEqualTo("DateTime: yesterday");
  }

  @Test
  void anEcpLineIsARowWhateverItsColumns() {
    Kept.All all =
        Kept.scan(
            "ECPServer20210303-1.LOG",
            "#Software: Microsoft Exchange Server\n#Log-type: ECP Server Log\n"
                + "#Date: 2021-03-03T00:01:18.223Z\n#Fields: TimeStamp,ServerName,EventId,EventData\n"
                + "2021-03-03T06:49:51.389Z,MXS01,ECP.Request,S:CMD=Set-X.ExternalUrl='a'\n"
                + "2021-03-03T06:49:52.389Z,S:CMD=Set-X.ExternalUrl='a, b'\n");
    assertThat(all.reports().getFirst().kind()).contains(LogKind.ECP_SERVER);
    assertThat(all.rows().get(0))
        .contains("06:49:51.389Z", "COMPUTER=MXS01", "GENERIC_INFO=S:CMD=Set-X.ExternalUrl='a'");
    assertThat(all.rows().get(1)).contains("2021-03-03T06:49:52.389Z").endsWith("{}");
    assertThat(all.rejects()).isEmpty();
  }

  @Test
  void anOabLineIsARowEvenWithoutAHeader() {
    LogScan.Result<Quotes> result =
        LogScan.scan(
            java.util.List.of(
                Kept.source(
                    0,
                    "/V15/Logging/OABGeneratorLog/a.log",
                    "Download failed and temporary file 'C:\\x' remains\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Optional.empty())),
            Quotes::new,
            reject -> {},
            Kept.WHOLE);
    assertThat(result.aggregate().text.toString()).contains("temporary file 'C:\\x' remains");
    assertThat(result.reports().getFirst().kind()).contains(LogKind.OAB_GENERATOR);
    assertThat(result.reports().getFirst().tally().rejects()).isEqualTo(Map.of());
  }

  private static final class Quotes implements RowAggregate<Quotes> {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void row(WebRow row) {
      text.append(row.quote(1000));
    }

    @Override
    public void merge(Quotes later) {
      text.append(later.text);
    }
  }
}
