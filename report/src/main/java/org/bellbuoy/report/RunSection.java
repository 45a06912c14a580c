package org.bellbuoy.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;

/** What was read, what came of it, and how much could not be judged. */
final class RunSection {
  private final Html out;
  private final List<Finding> findings;
  private final RunLedger ledger;

  RunSection(Html out, ReportInput input) {
    this.out = out;
    this.ledger = new RunLedger(out, input.run());
    this.findings = input.findings();
  }

  void summary() {
    ledger.alarms();
    if (findings.isEmpty()) {
      if (ledger.records() > 0) {
        out.raw("<p class=\"lead\">No findings in ")
            .text(Words.count(ledger.records(), "record", "records"));
        out.raw(". What the records could not show is not covered by that.</p>\n");
      }
      return;
    }
    out.raw("<ul class=\"levels\" aria-label=\"Findings by level\">");
    for (Level level : List.of(Level.LIKELY, Level.POSSIBLE, Level.UNLIKELY, Level.CANNOT_TELL)) {
      long count = findings.stream().filter(f -> f.assessment().level() == level).count();
      out.raw("<li class=\"lv-")
          .raw(level.word())
          .raw("\"><span class=\"sign\" aria-hidden=\"true\">");
      out.raw(Words.sign(level)).raw("</span><b>").text(Words.count(count)).raw("</b> ");
      out.text(Words.level(level).toLowerCase(java.util.Locale.ROOT)).raw("<small>");
      out.text(Words.levelMeaning(level)).raw("</small></li>\n");
    }
    out.raw("</ul>\n");
  }

  void details() {
    out.raw(
        "<section aria-labelledby=\"read\"><h2 id=\"read\">What was read</h2>\n<dl class=\"figures\">");
    if (!ledger.span() && !findings.isEmpty()) {
      Instant from = findings.stream().map(Finding::from).min(Instant::compareTo).orElseThrow();
      Instant to =
          findings.stream()
              .map(f -> Objects.requireNonNullElse(f.to(), f.from()))
              .max(Instant::compareTo)
              .orElseThrow();
      out.pair("Findings span", Words.span(from, to));
    }
    ledger.figures();
    long cannotTell =
        findings.stream().filter(f -> f.assessment().level() == Level.CANNOT_TELL).count();
    out.pair(
        "Could not be judged",
        findings.isEmpty()
            ? "no findings"
            : Words.count(cannotTell)
                + " of "
                + Words.count(findings.size(), "finding", "findings")
                + " ("
                + Words.percent((double) cannotTell / findings.size())
                + ")");
    out.raw("</dl>\n");
    ledger.details();
    out.raw("</section>\n");
  }
}
