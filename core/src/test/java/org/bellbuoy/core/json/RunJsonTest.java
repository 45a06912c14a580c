package org.bellbuoy.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.junit.jupiter.api.Test;

class RunJsonTest {
  private static final Run RUN =
      new Run(
          "r1",
          "0.1.0",
          "sea watch",
          Map.of("gap", "30m"),
          Map.of("sea.silence", 1),
          List.of(new SourceInfo("a.nmea", "-", "nmea", 10, null, 20, "ab", "cut off\u0000")),
          Map.of("records", 3L),
          Map.of("checksum", 1L),
          1.25,
          true);

  @Test
  void aRunComesBackAsItWas() {
    assertThat(RunJson.read(RunJson.write(RUN))).isEqualTo(RUN);
  }

  @Test
  void aRunIsWrittenIndentedWithPlainLineEnds() {
    assertThat(RunJson.write(RUN))
        .startsWith("{\n  \"schema\" : \"bellbuoy.run/1\",\n  \"id\" : \"r1\",")
        .contains("\"seconds\" : 1.25")
        .endsWith("}\n")
        .doesNotContain("\r");
  }

  @Test
  void aRunWithAWrongTypeIsNamed() {
    assertThatThrownBy(() -> RunJson.read(RunJson.write(RUN).replace("\"30m\"", "30")))
        .hasMessage("parameters.gap: expected text but found 30.");
  }
}
