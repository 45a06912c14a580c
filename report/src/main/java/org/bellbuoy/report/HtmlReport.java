package org.bellbuoy.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bellbuoy.core.finding.Finding;

/**
 * Writes a run and its findings as one page of HTML that needs nothing but itself. The same input
 * gives the same bytes.
 */
public final class HtmlReport {
  private final Html out = new Html();
  private final Writer writer;
  private final ReportInput input;
  private final Page page;

  private HtmlReport(Writer writer, ReportInput input) {
    this.writer = writer;
    this.input = input;
    this.page = new Page(input);
  }

  /** Writes the page to a file, which is replaced when it is there. */
  public static void write(Path file, ReportInput input) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(writer, input);
    }
  }

  /** Writes the page section by section; the writer must encode as UTF-8 and is not closed. */
  public static void write(Writer writer, ReportInput input) throws IOException {
    new HtmlReport(writer, input).page();
  }

  private void page() throws IOException {
    PageFrame frame = new PageFrame(out, input.run());
    frame.head(input.title(), true);
    RunSection run = new RunSection(out, input);
    run.summary();
    if (!page.listed().isEmpty()) {
      out.raw("<section aria-labelledby=\"where\"><h2 id=\"where\">Where</h2>\n");
      OverviewMap.write(out, input, page.listed(), page);
      out.raw("</section>\n");
      out.drainTo(writer);
      new FindingTable(out, page).write();
      out.drainTo(writer);
    }
    if (!page.detailed().isEmpty()) {
      out.raw("<section aria-labelledby=\"each\"><h2 id=\"each\">Finding by finding</h2>\n");
      for (Finding finding : page.detailed()) {
        FindingSection.write(out, finding, input);
        out.drainTo(writer);
      }
      out.raw("</section>\n");
    }
    run.details();
    frame.foot(true, true);
    out.drainTo(writer);
  }
}
