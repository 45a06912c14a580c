package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves a page in the build folder for eyes to look at. */
final class SamplePageTest {
  @Test
  void a_page_to_look_at_is_written() throws Exception {
    Path page = Path.of("target", "sample-report.html");
    HtmlReport.write(page, Samples.report(9, true, 4));
    assertThat(Files.size(page)).isBetween(30_000L, 400_000L);
  }

  @Test
  void pages_of_silences_and_of_an_evaluation_to_look_at_are_written() throws Exception {
    HtmlReport.write(Path.of("target", "sample-silences.html"), DocumentSamples.report(true));
    Path page = Path.of("target", "sample-document.html");
    HtmlDocument.write(
        page, Samples.run(2_400_311, true), DocumentSamples.document(), Samples.strait());
    assertThat(Files.size(page)).isBetween(30_000L, 400_000L);
  }
}
