package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.reception.CoverageOptions;
import org.bellbuoy.sea.reception.CoverageQuestion;
import org.bellbuoy.sea.reception.CoverageShare;
import org.bellbuoy.sea.reception.CoverageShare.Verdict;
import org.bellbuoy.sea.simulate.ActKind;
import org.bellbuoy.sea.simulate.LongSilence;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;
import org.bellbuoy.sea.simulate.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated strait of which it is known where and when nothing could be heard. */
class SeaCoverageTest {
  private static final long MINUTE = 60_000;
  private static final double MILE = 1852;

  @TempDir static Path folder;

  private static Path nmea;
  private static Truth truth;
  private static long start;

  @BeforeAll
  static void simulate() throws Exception {
    Scenario scenario =
        Scenario.defaults()
            .withVessels(150)
            .withHours(6)
            .withActs(List.of(new LongSilence(ActKind.RECEIVER_OUTAGE, 180, 90)));
    Simulation simulation = Simulation.of(scenario);
    truth = simulation.truth();
    start = scenario.start().toEpochMilli();
    nmea = folder.resolve("strait.nmea");
    try (OutputStream out = Files.newOutputStream(nmea)) {
      simulation.writeNmea(out);
    }
  }

  private static SeaCoverage.Result ask(
      int fromMinute, int toMinute, CoverageQuestion.@Nullable Around around) throws Exception {
    return ask(nmea, fromMinute, toMinute, around, null);
  }

  private static SeaCoverage.Result ask(
      Path file,
      int fromMinute,
      int toMinute,
      CoverageQuestion.@Nullable Around around,
      @Nullable String receiver)
      throws Exception {
    List<Input> inputs = Inputs.find(List.of(file.toString()), InputStream.nullInputStream());
    try (RejectLog rejects = RejectLog.to(folder.resolve("rejects.jsonl"), i -> "strait")) {
      return SeaCoverage.run(
          inputs,
          SeaWatchOptions.defaults(2),
          CoverageOptions.defaults(),
          new SeaCoverage.Asked(
              toMinute == 0
                  ? null
                  : new SeaCoverage.Window(start + fromMinute * MINUTE, start + toMinute * MINUTE),
              around,
              null,
              receiver),
          rejects,
          new Progress(false, System.err, System::nanoTime, 0));
    }
  }

  private static CoverageQuestion.Around around(double latitude, double longitude, double miles) {
    return new CoverageQuestion.Around(latitude, longitude, miles * MILE);
  }

  @Test
  void whereOneReceiverAloneHearsItsOutageIsSeenAndSaid() throws Exception {
    CoverageQuestion.Around southWest = around(58.84, 21.45, 12);
    SeaCoverage.Result before = ask(60, 120, southWest);
    SeaCoverage.Result during = ask(190, 250, southWest);
    assertThat(before.map().whole(false).verdict()).isEqualTo(Verdict.HEARD);
    assertThat(during.map().whole(false).share())
        .isLessThan(0.2)
        .isLessThan(before.map().whole(false).share());
    assertThat(during.map().whole(false).verdict()).isNotEqualTo(Verdict.HEARD);

    String station = String.valueOf(truth.acts().getFirst().station());
    assertThat(new CoverageAnswer(before).receivers()).isEmpty();
    assertThat(new CoverageAnswer(during).receivers())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("SIMULATED. Receiver " + station + " gave nothing for 1 h 30 min"));
  }

  @Test
  void oneReceiverHeardWhatItsOwnLinesHoldOfAllThatWasExpected() throws Exception {
    SeaCoverage.Result all = ask(0, 0, null);
    CoverageShare everybody = all.map().whole(false);
    List<String> names = all.receivers().stream().map(Receiver::name).toList();
    assertThat(names).hasSizeGreaterThan(2);
    for (String name : names) {
      CoverageShare one = ask(nmea, 0, 0, null, name).map().whole(false);
      assertThat(one.expected()).as("expected of all").isEqualTo(everybody.expected());
      assertThat(one.received()).isLessThan(everybody.received());
      Path alone = folder.resolve("alone.nmea");
      Files.write(
          alone, Files.readAllLines(nmea).stream().filter(l -> l.contains("s:" + name)).toList());
      assertThat(
              one.received() / (double) ask(alone, 0, 0, null, null).map().whole(false).received())
          .as("as many as in a feed of this receiver alone, " + name)
          .isCloseTo(1, within(0.01));
    }
  }

  @Test
  void aReceiverThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> ask(nmea, 0, 0, null, "nowhere"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("No receiver is named nowhere; there are ");
  }

  @Test
  void theReceiverThatWasDownHasItsOutageAndItsEmptyHour() throws Exception {
    String station = String.valueOf(truth.acts().getFirst().station());
    SeaCoverage.Result result = ask(0, 0, null);
    Receiver down =
        result.receivers().stream().filter(r -> r.name().equals(station)).findFirst().orElseThrow();
    assertThat(down.outages())
        .singleElement()
        .satisfies(
            outage -> {
              assertThat(outage.fromMillis()).isBetween(start + 178 * MINUTE, start + 181 * MINUTE);
              assertThat(outage.toMillis()).isBetween(start + 269 * MINUTE, start + 272 * MINUTE);
            });
    assertThat(down.hours())
        .extracting(Receiver.Hour::fromMillis)
        .doesNotContain(start + 180 * MINUTE);
    assertThat(result.receivers().stream().mapToLong(Receiver::receptions).sum())
        .isEqualTo(result.counts().get("records"));
  }

  @Test
  void midStraitIsHeardAndBeyondTheRangeIsNot() throws Exception {
    CoverageShare middle = ask(60, 120, around(59.55, 22.9, 12)).map().whole(false);
    assertThat(middle.verdict()).isEqualTo(Verdict.HEARD);
    assertThat(middle.known()).isEqualTo(CoverageShare.Known.WELL);
    CoverageShare beyond = ask(0, 0, around(57.95, 20.1, 5)).map().whole(false);
    assertThat(beyond.verdict()).isNotIn(Verdict.HEARD, Verdict.PARTLY_HEARD);
  }

  @Test
  void whereNoShipWasOrNothingWasReadCannotBeTold() throws Exception {
    assertThat(new CoverageAnswer(ask(0, 0, around(62, 18, 10))).sentence(false))
        .isEqualTo(
            "SIMULATED. At 62.00, 18.00 (within 10 nm) on 2026-01-10 00:00 to 05:59 UTC: cannot"
                + " tell for class A ships: none was there at any time.");
    assertThat(new CoverageAnswer(ask(1500, 1560, around(59.55, 22.9, 10))).sentence(true))
        .isEqualTo(
            "SIMULATED. At 59.55, 22.90 (within 10 nm) on 2026-01-11 01:00 to 02:00 UTC: cannot"
                + " tell for class B ships: the records run on 2026-01-10 00:00 to 05:59 UTC.");
  }

  @Test
  void theSentenceHasShareIntervalShipsAndSlots() throws Exception {
    assertThat(new CoverageAnswer(ask(60, 120, around(59.55, 22.9, 12))).sentence(false))
        .matches(
            "SIMULATED\\. At 59\\.55, 22\\.90 \\(within 12 nm\\) on 2026-01-10 01:00 to 02:00 UTC:"
                + " class A ships were heard in \\d+ % \\(\\d+ to \\d+ %\\) of their ten-minute"
                + " slots \\(\\d+ ships, \\d+ slots\\): a ship silent there for half an hour could"
                + " have been heard\\.");
  }

  @Test
  void timesAreToldWithTheirDay() {
    long noon = start + 720 * MINUTE;
    assertThat(CoverageAnswer.span(noon, noon + 60 * MINUTE))
        .isEqualTo("on 2026-01-10 12:00 to 13:00 UTC");
    assertThat(CoverageAnswer.span(noon, noon + 720 * MINUTE))
        .isEqualTo("on 2026-01-10 12:00 to 24:00 UTC");
    assertThat(CoverageAnswer.span(noon, noon + 780 * MINUTE))
        .isEqualTo("from 2026-01-10 12:00 to 2026-01-11 01:00 UTC");
  }
}
