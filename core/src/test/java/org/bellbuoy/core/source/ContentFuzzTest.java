package org.bellbuoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

/** Compressed input is hostile: whatever it is, reading ends and says what went wrong. */
class ContentFuzzTest {
  private static final long ENOUGH_BYTES = 4L << 20;

  @FuzzTest(maxDuration = "10m")
  void anyBytesAreReadToAnEndOrAProblem(byte[] bytes) throws SourceException {
    Input input =
        new Input("fuzz", "fuzz", bytes.length, true, () -> new ByteArrayInputStream(bytes));
    try (Content content = Content.open(input)) {
      byte[] buffer = new byte[8192];
      long read = 0;
      int n;
      // A small archive may unpack to very much; a feed reads it in pieces, and so does this test.
      while (read < ENOUGH_BYTES && (n = content.read(buffer)) > 0) {
        read += n;
        assertThat(content.offset()).isEqualTo(read);
      }
      SourceInfo info = content.finish("fuzz");
      assertThat(info.contentBytes()).isEqualTo(read);
      if (content.problem() != null) {
        assertThat(content.problem()).contains("fuzz");
      }
    }
  }
}
