package org.bellbuoy.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.run.Run;

/**
 * Writes a page that is not about single findings, in the look of {@link HtmlReport} and with the
 * same account of what was read. It needs nothing but itself and holds no script. The same input
 * gives the same bytes.
 */
public final class HtmlDocument {
  /** Pages with more sections than this begin with a list of them. */
  private static final int MOST_WITHOUT_CONTENTS = 2;

  private HtmlDocument() {}

  /** Writes the page to a file, which is replaced when it is there. */
  public static void write(Path file, Run run, Document document, Backdrop backdrop)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(writer, run, document, backdrop);
    }
  }

  /**
   * Writes the page section by section; the writer must encode as UTF-8 and is not closed.
   *
   * @param run its count {@code records} says how much was read, and a run without that count is
   *     shown as one that read nothing
   * @param backdrop land for the maps
   */
  public static void write(Writer writer, Run run, Document document, Backdrop backdrop)
      throws IOException {
    Html out = new Html();
    PageFrame frame = new PageFrame(out, run);
    RunLedger ledger = new RunLedger(out, run);
    frame.head(document.title(), false);
    ledger.alarms();
    if (!document.lead().isEmpty()) {
      out.raw("<p class=\"lead\">").text(document.lead()).raw("</p>\n");
    }
    List<Document.Section> sections = document.sections();
    contents(out, sections);
    Blocks blocks = new Blocks(out, backdrop, run.simulated());
    for (int i = 0; i < sections.size(); i++) {
      out.raw("<section aria-labelledby=\"s-").raw(i).raw("\"><h2 id=\"s-").raw(i).raw("\">");
      out.text(sections.get(i).heading()).raw("</h2>\n");
      for (Document.Block block : sections.get(i).blocks()) {
        blocks.write(block);
        out.drainTo(writer);
      }
      out.raw("</section>\n");
    }
    out.raw("<section aria-labelledby=\"read\"><h2 id=\"read\">What was read</h2>\n");
    out.raw("<dl class=\"figures\">");
    ledger.span();
    ledger.figures();
    out.raw("</dl>\n");
    ledger.details();
    out.raw("</section>\n");
    frame.foot(false, false);
    out.drainTo(writer);
  }

  private static void contents(Html out, List<Document.Section> sections) {
    if (sections.size() <= MOST_WITHOUT_CONTENTS) {
      return;
    }
    out.raw("<nav class=\"contents\" aria-label=\"Contents\"><ol>");
    for (int i = 0; i < sections.size(); i++) {
      out.raw("<li><a href=\"#s-").raw(i).raw("\">").text(sections.get(i).heading());
      out.raw("</a></li>");
    }
    out.raw("<li><a href=\"#read\">What was read</a></li></ol></nav>\n");
  }
}
