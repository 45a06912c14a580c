package org.bellbuoy.server.event;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class EventFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeAReaderThrowOrPointOutsideThem(FuzzedDataProvider data) {
    EventFormat format = data.pickValue(EventFormat.values());
    byte[] start =
        switch (format) {
          case EVTX -> EventFuzz.log();
          case JSON -> EventFuzz.json();
          case XML -> EventFuzz.xml();
        };
    // Changes within a good content get further than bytes of their own.
    int changes = data.consumeInt(0, 32);
    for (int i = 0; i < changes; i++) {
      start[data.consumeInt(0, start.length - 1)] = data.consumeByte();
    }
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] content = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, content, start.length, rest.length);

    EventFormat.recognise(content, content.length, "fuzz");
    EventFuzz.check(content, format);
    EventFuzz.check(rest, format);
  }
}
