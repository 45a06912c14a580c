package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.Outages;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Five days of one real receiver, whose silences were counted by hand (PROVENANCE.md there). */
class RecordedOutagesTest {
  @Test
  void theFiveSilencesOfTheReceiverAreFoundAndNoOther() throws IOException, SourceException {
    Path week =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared")
            .resolve("data/sea/ais-decoded/sbarc-week");
    Assumptions.assumeTrue(Files.isDirectory(week), "the SBARC recording is not here");
    Followed followed =
        Follower.follow(
            Inputs.find(List.of(week.toString()), InputStream.nullInputStream()),
            SeaWatchOptions.defaults(2),
            RejectLog.counting(),
            Progress.silent());
    assertThat(followed.counts()).containsEntry("records", 531_807L);
    assertThat(followed.outages()).allMatch(o -> o.station() == -1 && !o.open());
    assertThat(followed.outages())
        .extracting(RecordedOutagesTest::told)
        .containsExactly(
            "2018-06-02T07:40 73 s",
            "2018-06-02T13:00 62 s",
            "2018-06-02T14:41 72 s",
            "2018-06-04T04:51 136 s",
            "2018-06-04T21:23 136 s");
  }

  /** Minute in which it was heard again, and for how long it was not. */
  private static String told(Outages.Outage outage) {
    return java.time.Instant.ofEpochMilli(outage.toMillis()).toString().substring(0, 16)
        + " "
        + Math.round((outage.toMillis() - outage.fromMillis()) / 1000.0)
        + " s";
  }
}
