package org.bellbuoy.port.zeek;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class LogFuzzTest {
  private static final String[] STARTS = {
    "#separator \\x09\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\n1.5\tC\t::1\t1\t10.0.0.1\t2\n",
    "{\"_path\":\"conn\",\"ts\":\"2018-03-24T17:15:33.5Z\",\"id.orig_h\":\"10.0.0.1\",\"id.resp_h\":\"10.0.0.2\"}\n",
    "{\"event_type\":\"flow\",\"timestamp\":\"2024-01-02T03:04:09.1+0000\",\"flow\":{\"start\":\"x\"}}\n"
  };

  @FuzzTest(maxDuration = "10m")
  void noLogMakesTheReaderThrowOrHang(FuzzedDataProvider data) {
    byte[] start = STARTS[data.consumeInt(0, 2)].getBytes(StandardCharsets.UTF_8);
    int changes = data.consumeInt(0, 16);
    for (int i = 0; i < changes; i++) {
      start[data.consumeInt(0, start.length - 1)] = data.consumeByte();
    }
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] log = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, log, start.length, rest.length);
    Logs.of("conn.log", log);
  }
}
