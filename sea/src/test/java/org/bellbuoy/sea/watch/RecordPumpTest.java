package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordPumpTest {
  private static final String HEAD = "time,mmsi,latitude,longitude,sog,cog\n";
  private static final Instant START = Instant.parse("2026-01-10T00:00:00Z");

  private static String row(long second, int mmsi) {
    return START.plusSeconds(second) + "," + mmsi + ",55.1,20.2,12.0,90.0\n";
  }

  private static Input input(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Input(name, name, bytes.length, true, () -> new ByteArrayInputStream(bytes));
  }

  private static List<String> pumped(List<Input> inputs, int lookAhead) throws IOException {
    List<String> all = new ArrayList<>();
    AisRecord r = new AisRecord();
    RecordPump pump =
        new RecordPump(
            inputs,
            FeedFormat.CSV,
            null,
            60_000,
            lookAhead,
            RejectLog.counting(),
            new Outages(60_000)::heard,
            Progress.silent(),
            batch -> {
              for (int i = 0; i < batch.size(); i++) {
                batch.load(i, r);
                all.add((r.epochMillis - START.toEpochMilli()) / 1000 + " " + r.mmsi);
              }
            });
    pump.run();
    assertThat(pump.records()).isEqualTo(all.size());
    assertThat(pump.infos()).hasSameSizeAs(inputs);
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void overlappingFilesOfTwoReceiversAreMergedInOrderOfTime(int lookAhead) throws IOException {
    StringBuilder north = new StringBuilder(HEAD);
    StringBuilder south = new StringBuilder(HEAD);
    List<String> expected = new ArrayList<>();
    for (int second = 0; second < 20_000; second++) {
      if (second % 2 == 0) {
        north.append(row(second, 230_000_001));
        expected.add(second + " 230000001");
      } else if (second > 5_000) {
        south.append(row(second, 230_000_002));
        expected.add(second + " 230000002");
      }
    }
    Input first = input("north.csv", north.toString());
    Input second = input("south.csv", south.toString());
    assertThat(pumped(List.of(first, second), lookAhead)).isEqualTo(expected);
    assertThat(pumped(List.of(second, first), lookAhead)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void hourlyFilesInAnyOrderGiveTheStreamOfOneFile(int lookAhead) throws IOException {
    StringBuilder whole = new StringBuilder(HEAD);
    List<Input> hourly = new ArrayList<>();
    for (int hour = 0; hour < 12; hour++) {
      StringBuilder one = new StringBuilder(HEAD);
      if (hour > 0) {
        // An hourly file may begin with a line of the hour before.
        String left = row(hour * 3600L - 1, 230_000_009);
        one.append(left);
        whole.append(left);
      }
      for (int second = 0; second < 3600; second += 3) {
        String row = row(hour * 3600L + second, 230_000_000 + second % 7);
        one.append(row);
        whole.append(row);
      }
      hourly.add(
          input(String.format(java.util.Locale.ROOT, "hour-%02d.csv", hour), one.toString()));
    }
    List<String> expected = pumped(List.of(input("whole.csv", whole.toString())), 1);
    assertThat(expected).hasSize(12 * 1200 + 11);
    assertThat(pumped(hourly, lookAhead)).isEqualTo(expected);
    assertThat(pumped(hourly.reversed(), lookAhead)).isEqualTo(expected);
  }

  @Test
  void anEmptyFileAmongOthersIsToldOfAndTheOthersAreRead() throws IOException {
    List<Input> inputs =
        List.of(input("empty.csv", ""), input("full.csv", HEAD + row(0, 230_000_001)));
    assertThat(pumped(inputs, 2)).containsExactly("0 230000001");
  }

  @Test
  void aBugInAReaderReachesTheCallerAndNobodyWaitsForEver() {
    for (Throwable bug :
        List.of(new IllegalStateException("a bug"), new StackOverflowError("a bug"))) {
      Input broken =
          new Input(
              "broken.csv",
              "broken.csv",
              100,
              true,
              () -> {
                if (bug instanceof RuntimeException e) {
                  throw e;
                }
                throw (Error) bug;
              });
      assertThatThrownBy(() -> pumped(List.of(broken), 1)).hasStackTraceContaining("a bug");
    }
  }
}
