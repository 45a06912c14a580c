package org.bellbuoy.core.reject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectLogTest {
  @TempDir Path folder;

  @Test
  void everyRejectIsALineOfItsOwnWithItsPlaceAndItsReason() throws IOException {
    Path file = folder.resolve("rejects.jsonl");
    try (RejectLog log = RejectLog.to(file, List.of("a.nmea", "b.nmea")::get)) {
      log.add(new Reject("bad-checksum", 1, 17, 48, 2, "is 4A, must be 4B"));
      log.add(new Reject("jump", 0, 0, 9, 1, "said \"no\"\u001b[31m\n"));
    }
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"reason\":\"bad-checksum\",\"source\":\"b.nmea\",\"offset\":17,\"length\":48,"
                + "\"line\":2,\"detail\":\"is 4A, must be 4B\"}");
    assertThat(Files.readString(file)).doesNotContain("\u001b");
  }

  @Test
  void countsComeInTheOrderOfTheirWords() throws IOException {
    try (RejectLog log = RejectLog.counting()) {
      for (String reason : List.of("stale", "jump", "bad", "jump", "null-island", "clock", "a")) {
        log.add(new Reject(reason, 0, 0, 0, 0, ""));
      }
      assertThat(log.counts().keySet())
          .containsExactly("a", "bad", "clock", "jump", "null-island", "stale");
      assertThat(log.counts()).containsEntry("jump", 2L);
      assertThat(log.total()).isEqualTo(7);
    }
  }
}
