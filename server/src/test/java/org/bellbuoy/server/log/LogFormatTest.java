package org.bellbuoy.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogFormatTest {
  @Test
  void theContentDecidesBeforeTheName() {
    assertThat(kind("#Fields: date time c-ip\n", "HttpProxy.log")).contains(LogKind.W3C);
    assertThat(kind("\0\0\0#Fields: date\ttime\tc-ip\r\n", "a.txt")).contains(LogKind.W3C);
    assertThat(kind("#Log-type: HttpProxy Logs\n#Fields: DateTime,X\n", "u_ex.log"))
        .contains(LogKind.HTTP_PROXY);
    assertThat(kind("#Log-type: ECP Activity Context Log\n#Fields: TimeStamp,X\n", "a"))
        .contains(LogKind.ECP_SERVER);
    assertThat(kind("#Log-type: OAB Generator Log\n#Fields: DateTime,X\n", "a"))
        .contains(LogKind.OAB_GENERATOR);
    assertThat(kind("RequestId,DateTime,AnchorMailbox\n", "a.csv")).contains(LogKind.HTTP_PROXY);
    assertThat(kind("1.2.3.4 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1\r\n", "a"))
        .contains(LogKind.ACCESS);
  }

  @Test
  void theNameDecidesWhereTheContentIsCut() {
    for (String name : new String[] {"u_ex250718.log", "ex090817.log", "U_EX250718_x.log.gz"}) {
      assertThat(kind("2025-07-18 18:06:01 10.0.0.5 GET /\n", "C:\\logs\\" + name))
          .as(name)
          .contains(LogKind.W3C);
    }
    assertThat(kind("2023-01-09T19:00:00.130Z,1\n", "C:\\V15\\Logging\\HttpProxy\\Ecp\\a.LOG"))
        .contains(LogKind.HTTP_PROXY);
    assertThat(kind("x", "/V15/Logging/OABGeneratorLog/a.log")).contains(LogKind.OAB_GENERATOR);
  }

  @Test
  void otherFilesAreNoLogs() {
    assertThat(kind("", "a.log")).isEmpty();
    assertThat(kind("hello, world\n", "a.log")).isEmpty();
    assertThat(kind("#!/bin/sh\necho\n", "u_example.sh")).isEmpty();
    assertThat(kind("#Log-type: Message Tracking Log\n#Fields: date-time,x\n", "a.log")).isEmpty();
    assertThat(kind("a,b\nDateTime,c\n", "a.csv")).isEmpty();
  }

  private static Optional<LogKind> kind(String head, String path) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    return LogFormat.recognise(bytes, bytes.length, path);
  }
}
