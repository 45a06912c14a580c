package org.bellbuoy.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bellbuoy.core.finding.Finding;

/** Findings and runs come from files that anybody may have written. */
class FindingJsonFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyBytesAreFindingsOrAreRefusedInASentence(byte[] bytes) {
    try (Jsonl lines = Jsonl.of(new ByteArrayInputStream(bytes), "fuzz")) {
      Finding finding;
      while ((finding = lines.next()) != null) {
        String once = FindingJson.write(finding);
        assertThat(FindingJson.write(FindingJson.read(once)))
            .as("what was read is written the same again")
            .isEqualTo(once);
      }
    } catch (IOException | IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    try {
      RunJson.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
