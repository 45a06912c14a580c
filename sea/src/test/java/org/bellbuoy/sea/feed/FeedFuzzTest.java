package org.bellbuoy.sea.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class FeedFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeAFeedThrowOrPointOutsideThem(FuzzedDataProvider data) {
    FeedFormat format = data.pickValue(FeedFormat.values());
    int step = data.consumeInt(1, 64);
    // Half of the runs begin as the format does, so that they get behind its header.
    byte[] start =
        data.consumeBoolean()
            ? GoldenLines.of(format).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)
            : new byte[0];
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] content = java.util.Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, content, start.length, rest.length);

    Feeds.recognise(content, content.length, "fuzz");
    Feeds.unknownFormatSentence("fuzz", content, content.length);
    KeptFeed kept = KeptFeed.read(format, GoldenLines.SBARC_NAME, content, step);
    KeptFeed whole = KeptFeed.read(format, GoldenLines.SBARC_NAME, content, Integer.MAX_VALUE);
    assertThat(kept.all()).isEqualTo(whole.all());
    long before = 0;
    for (AisRecord r : kept.records) {
      assertThat(r.offset).isBetween(format == FeedFormat.NMEA ? 0 : before, (long) content.length);
      assertThat(r.offset + r.length).isLessThanOrEqualTo(content.length);
      assertThat(r.line).isPositive();
      assertThat(r.courseDecidegrees).isBetween(-1, 3599);
      assertThat(r.headingDegrees).isBetween(-1, 359);
      assertThat(r.speedDeciknots).isBetween(-1, 1022);
      before = r.offset;
    }
    for (KeptFeed.Reject reject : kept.rejects) {
      assertThat(reject.offset()).isBetween(0L, (long) content.length);
      assertThat(reject.offset() + reject.length()).isLessThanOrEqualTo(content.length);
      assertThat(reject.detail().length()).isLessThan(400);
      assertThat(List.of(reject.reason())).doesNotContain("");
    }
  }
}
