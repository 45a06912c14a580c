package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

final class AccessLogTest {
  private static final String TIME = "[17/May/2015:10:05:03 +0200]";

  @Test
  void combinedAndCommonLinesAreRead() {
    Kept.All all =
        Kept.scan(
            "access.log",
            "83.149.9.216 - - %s \"GET /a%%20b?x=1&y=? HTTP/1.1\" 200 203 \"http://h/\" \"Mozilla/5.0 (X)\"\n"
                    .formatted(TIME)
                + "::1 - DOMAIN\\bob %s \"POST / HTTP/1.0\" 302 -\r\n".formatted(TIME));
    assertThat(all.rows().get(0))
        .contains("line 1 2015-05-17T08:05:03Z 200")
        .contains("METHOD=GET", "STEM=/a%20b,", "QUERY=x=1&y=?,", "VERSION=HTTP/1.1")
        .contains(
            "BYTES_SENT=203", "REFERER=http://h/", "USER_AGENT=Mozilla/5.0 (X)", "USERNAME=,");
    assertThat(all.rows().get(1))
        .contains("302", "USERNAME=DOMAIN\\bob", "BYTES_SENT=,", "CLIENT_IP=::1", "QUERY=,")
        .doesNotContain("REFERER", "USER_AGENT");
    assertThat(all.tally().fieldsAlways()).doesNotContain(WebField.REFERER);
    assertThat(all.tally().fieldsEver()).contains(WebField.REFERER);
  }

  @Test
  void oddRequestsAreRowsStill() {
    List<String> rows =
        Kept.scan(
                "x",
                "h:443 1.2.3.4 - - %s \"GET http://h.test/p?q HTTP/1.1\" 404 0 \"-\" \"-\"\n"
                        .formatted(TIME)
                    + "1.2.3.4 - - %s \"GET /x\\\" 200 1 HTTP/1.1\" 400 0 \"a\\\" b\" \"c\"\n"
                        .formatted(TIME)
                    + "1.2.3.4 - - %s \"GET /x?\"><i>\" HTTP/1.1\" 404 997\n".formatted(TIME)
                    + "1.2.3.4 - - %s \"-\" 408 - \"-\" \"-\"\n".formatted(TIME)
                    + "1.2.3.4 - - %s \"\\x16\\x03\" 400 1\n".formatted(TIME)
                    + "1.2.3.4 - - %s \"GET / HTTP/1.1\" 200 1 \"-\" \"cut agent\n".formatted(TIME)
                    + "\"1.2.3.4 - - %s \"GET / HTTP/1.1\" 200 1 \"-\" \"whole line quoted\"\"\n"
                        .formatted(TIME))
            .rows();
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0)).contains("CLIENT_IP=1.2.3.4", "HOST=h:443", "STEM=/p,", "QUERY=q,");
    assertThat(rows.get(1)).contains(" 400 {", "STEM=/x\\\" 200 1,", "REFERER=a\\\" b,");
    assertThat(rows.get(2)).contains("STEM=/x,", "QUERY=\"><i>\",");
    assertThat(rows.get(3)).contains("METHOD=,", "STEM=,", " 408 ");
    assertThat(rows.get(4)).contains("METHOD=\\x16\\x03,");
    assertThat(rows.get(5)).contains("USER_AGENT=cut agent,");
    assertThat(rows.get(6)).contains("CLIENT_IP=1.2.3.4", "USER_AGENT=whole line quoted,");
  }

  @Test
  void whatIsNoAccessLineIsAReject() {
    Kept.All all =
        Kept.scan(
            "x",
            "1.2.3.4 - - %s \"GET / HTTP/1.1\" 200 1\n".formatted(TIME)
                + "nonsense\n"
                + "1.2.3.4 - - [31/Jun/2015:10:05:03 +0200] \"GET / HTTP/1.1\" 200 1\n"
                + "1.2.3.4 - - %s \"GET / HTTP/1.1\" OK 1\n".formatted(TIME)
                + "\1\2\3\n"
                + "1.2.3.4 - - [17/May");
    assertThat(all.rows()).hasSize(1);
    assertThat(all.rejects())
        .extracting(Reject::reason)
        .containsExactly("bad-form", "bad-time", "bad-form", "binary", "cut-short");
  }
}
