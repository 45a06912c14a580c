package org.bellbuoy.sea.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFeedsTest {
  private static Path data(String path) {
    Path shared = Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared", "data", "sea");
    Path found = shared.resolve(path);
    Assumptions.assumeTrue(Files.exists(found), "the shared data are not here: " + path);
    return found;
  }

  /** Reads every input behind a path as the command line does. */
  private static KeptFeed read(FeedFormat expected, String path) throws Exception {
    KeptFeed kept = new KeptFeed(false);
    List<Input> inputs = Inputs.find(List.of(data(path).toString()), InputStream.nullInputStream());
    byte[] buffer = new byte[1 << 16];
    for (Input input : inputs) {
      try (Content content = Content.open(input)) {
        byte[] head = content.peek(Feeds.HEAD_BYTES);
        assertThat(Feeds.recognise(head, head.length, content.name())).contains(expected);
        FeedReader reader = Feeds.open(expected, FeedOptions.named(content.name()), kept);
        for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
          reader.read(buffer, 0, n);
        }
        reader.finish();
        kept.lines += reader.lines();
        assertThat(content.problem()).isNull();
        assertThat(content.finish(expected.word()).storedSha256()).hasSize(64);
      }
    }
    return kept;
  }

  @Test
  void everyMessageOfTheRadioClubsWeekIsReadByItsType() throws Exception {
    KeptFeed kept = read(FeedFormat.SBARC, "ais-decoded/sbarc-week");
    assertThat(kept.rejects).isEmpty();
    assertThat(kept.accepted).isEqualTo(531_807).isEqualTo(kept.lines);
    // The provenance counts 43 of type 5 under 24: their ship's name holds the separator.
    assertThat(kept.byType)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(1, 412_571, 2, 3, 3, 45_141, 18, 38_385, 5, 10_474, 24, 25_233));
    assertThat(kept.mmsis).hasSize(708);
  }

  @Test
  void eachDayOfTheRadioClubsWeekHoldsItsOwnMessages() throws Exception {
    Map<Long, Integer> days = new HashMap<>();
    for (Input input :
        Inputs.find(
            List.of(data("ais-decoded/sbarc-week").toString()), InputStream.nullInputStream())) {
      byte[] content;
      try (InputStream in = new java.util.zip.GZIPInputStream(input.opener().open())) {
        content = in.readAllBytes();
      }
      KeptFeed kept = KeptFeed.read(FeedFormat.SBARC, input.name(), content, 1 << 16);
      long before = 0;
      for (AisRecord r : kept.records) {
        days.merge(Math.floorDiv(r.epochMillis, 86_400_000L), 1, Integer::sum);
        assertThat(before == 0 || r.epochMillis > before - 200_000).isTrue();
        before = r.epochMillis;
      }
    }
    assertThat(days)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                17_683L, 106_026, 17_684L, 96_410, 17_685L, 123_891, 17_686L, 119_747, 17_687L,
                85_733));
  }

  @ParameterizedTest
  @CsvSource({
    "MARINECADASTRE, ais-decoded/noaa-us-20220103-99999rows.csv.gz, 99999, 10631",
    "CSV, ais-decoded/solent-20160112.csv.gz, 18623, 91",
    "EXACTEARTH, ais-decoded/satellite-exactearth-global-20210701.csv.gz, 2498, 2362",
    "DIGITRAFFIC, ais-decoded/digitraffic-baltic-snapshot-20251212.json.gz, 7762, 7762",
  })
  void decodedFeedsAreReadWhole(FeedFormat format, String path, long rows, int ships)
      throws Exception {
    KeptFeed kept = read(format, path);
    assertThat(kept.rejects).isEmpty();
    assertThat(kept.accepted).isEqualTo(rows);
    assertThat(kept.mmsis).hasSize(ships);
  }

  @ParameterizedTest
  @CsvSource({
    "dma-national-5min-20131112, 26077, 1508",
    "dma-538004030-drift-20140928, 5252, 1",
    "dma-219165000-speedchange, 80, 1",
    "dma-aislib-stream-27s-20100611, 4033, 1933",
    "opencpn-channel-guernsey-20110726, 17763, 123",
    "aishub-global-3min, 82753, 11074",
    "amsa-satellite-exactearth-20120202, 4313, 607",
    "amsa-mixed-sources-dirty, 32455, 2249",
  })
  void sentencesAreReadAsOftenAsTheProvenanceCounted(String name, long messages, int ships)
      throws Exception {
    KeptFeed kept = read(FeedFormat.NMEA, "ais-raw/" + name + ".nmea.gz");
    // The provenance took lines by pattern and its own decoder; the reader judges checksums,
    // lengths
    // and parts itself, and tells what it leaves out. Nothing is allowed to differ by much.
    assertThat(kept.accepted).isBetween(messages * 98 / 100, messages * 105 / 100);
    if (kept.rejects.isEmpty()) {
      assertThat(kept.mmsis).hasSize(ships);
    }
  }

  @Test
  void taggedSentencesAreRead() throws Exception {
    KeptFeed kept = read(FeedFormat.NMEA, "ais-raw/aisdb-tagblock-20211101.nm4.gz");
    assertThat(kept.accepted).isEqualTo(979);
    assertThat(kept.mmsis).hasSize(843);
    assertThat(kept.rejects).isEmpty();
  }
}
