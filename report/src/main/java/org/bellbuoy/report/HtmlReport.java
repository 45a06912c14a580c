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
    head();
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
    foot();
    out.drainTo(writer);
  }

  private void head() {
    boolean simulated = input.run().simulated();
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    out.raw(PageAssets.STYLE_HASH).raw("'; script-src '").raw(PageAssets.SCRIPT_HASH);
    out.raw("'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    out.raw(simulated ? "SIMULATED – " : "").text(input.title()).raw("</title>\n<style>");
    out.raw(PageAssets.STYLE).raw("</style>\n</head>\n<body>\n");
    // Referred to by every map; a drawing that is not displayed would take its pattern with it.
    out.raw(
        "<svg class=\"defs\" aria-hidden=\"true\"><pattern id=\"hatch\" width=\"8\" height=\"8\"");
    out.raw(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    out.raw("<path class=\"hatch\" d=\"M0 0v8\"/></pattern></svg>\n");
    if (simulated) {
      out.raw("<div class=\"simulated\" role=\"note\"><strong>SIMULATED</strong> ");
      out.raw("These records are made up. No vessel here did what is shown.</div>\n");
    }
    out.raw("<main>\n<header class=\"top\"><p class=\"brand\">Bellbuoy report</p><h1>");
    out.text(input.title()).raw("</h1>\n<p class=\"quiet\">bellbuoy ").text(input.run().command());
    out.raw(" · version ").text(input.run().version()).raw(" · run <code>").text(input.run().id());
    out.raw("</code></p></header>\n");
  }

  private void foot() {
    out.raw(
        "<footer><p>A suspect is one who could have acted and whose act is likely or possible; ");
    out.raw("it is not a statement that the act was theirs. Related and affected say even less. ");
    out.raw("A finding that cannot be told is no sign that nothing happened. All times are UTC. ");
    out.raw("Maps are Mercator; their scale holds along the middle latitude.</p></footer>\n");
    out.raw("</main>\n<script>").raw(PageAssets.SCRIPT).raw("</script>\n</body>\n</html>\n");
  }
}
