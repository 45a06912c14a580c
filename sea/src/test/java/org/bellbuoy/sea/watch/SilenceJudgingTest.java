package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.ReceiverStates;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.judge.Judgement;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated stream with a switch-off, an outage, a loss of position and a ship out of range. */
class SilenceJudgingTest {
  private static final Pattern TIME = Pattern.compile("[\\\\,]c:([0-9]+)");
  private static final SeaWatchOptions OPTIONS = SeaWatchOptions.defaults(1);

  @TempDir private Path folder;

  private Followed follow(List<String> lines) throws IOException, SourceException {
    Path file = folder.resolve("simulated.nmea");
    Files.write(file, lines);
    return Follower.follow(
        Inputs.find(List.of(file.toString()), InputStream.nullInputStream()),
        OPTIONS,
        RejectLog.counting(),
        Progress.silent());
  }

  private static SilenceJudging judging(Followed followed) {
    return new SilenceJudging(followed, new ReceiverStates(followed.outages()), OPTIONS.silence());
  }

  private static List<SeaEvent.Silence> silences(Followed followed) {
    List<SeaEvent.Silence> silences = new ArrayList<>();
    for (SeaEvent event : followed.events()) {
      if (event instanceof SeaEvent.Silence silence) {
        silences.add(silence);
      }
    }
    return silences;
  }

  /** The lines up to a time; a line without one belongs to the line before it. */
  private static List<String> until(List<String> lines, long epochMillis) {
    List<String> kept = new ArrayList<>();
    boolean keep = true;
    for (String line : lines) {
      Matcher time = TIME.matcher(line);
      if (time.find()) {
        keep = Long.parseLong(time.group(1)) * 1000 <= epochMillis;
      }
      if (keep) {
        kept.add(line);
      }
    }
    return kept;
  }

  @Test
  void whatIsSaidWhileASilenceLastsIsWhatARunOverTheDataOfThatMomentSays()
      throws IOException, SourceException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Simulation.of(Scenario.defaults().withVessels(60)).writeNmea(bytes);
    List<String> lines = bytes.toString(StandardCharsets.US_ASCII).lines().toList();
    Followed all = follow(lines);
    SilenceJudging judging = judging(all);
    int compared = 0;
    int ofClosed = 0;
    for (SeaEvent.Silence silence : silences(all)) {
      List<Judgement> live = judging.judge(silence).live();
      // From the length on at which the watch notes silences; of each the first and the last.
      List<Judgement> some =
          live.stream()
              .filter(
                  j ->
                      j.facts().momentMillis() - silence.fromMillis()
                          >= OPTIONS.silence().minSilenceMillis())
              .toList();
      if (some.isEmpty() || compared > 16 || (silence.open() && compared > 10 + ofClosed)) {
        continue;
      }
      for (Judgement then : List.of(some.getFirst(), some.getLast())) {
        long moment = then.facts().momentMillis();
        Followed known = follow(until(lines, moment));
        if (known.endMillis() != moment) {
          continue;
        }
        SeaEvent.Silence open =
            silences(known).stream()
                .filter(s -> s.mmsi() == silence.mmsi() && s.fromMillis() == silence.fromMillis())
                .findFirst()
                .orElseThrow();
        Judgement now = judging(known).judge(open).judgement();
        assertThat(now.logRatio()).isEqualTo(then.logRatio());
        assertThat(now.hypotheses()).isEqualTo(then.hypotheses());
        assertThat(now.level()).isEqualTo(then.level());
        assertThat(now.observable()).isEqualTo(then.observable());
        assertThat(now.observableHiding()).isEqualTo(then.observableHiding());
        assertThat(now.contributions()).isEqualTo(then.contributions());
        assertThat(now.downMillis()).isEqualTo(then.downMillis());
        assertThat(now.neighboursLost()).isEqualTo(then.neighboursLost());
        assertThat(now.why()).isEqualTo(then.why());
        compared++;
        ofClosed += silence.open() ? 0 : 1;
      }
    }
    assertThat(compared).isGreaterThan(5);
    assertThat(ofClosed).as("of silences that ended later").isGreaterThan(1);
  }
}
