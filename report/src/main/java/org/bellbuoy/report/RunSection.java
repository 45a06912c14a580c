package org.bellbuoy.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;

/** What was read, what came of it, and how much could not be judged. */
final class RunSection {
  private static final int MAX_SOURCES = 500;

  private final Html out;
  private final Run run;
  private final List<Finding> findings;
  private final long records;
  private final long rejected;

  RunSection(Html out, ReportInput input) {
    this.out = out;
    this.run = input.run();
    this.findings = input.findings();
    this.records = run.counts().getOrDefault("records", 0L);
    this.rejected = run.rejects().values().stream().mapToLong(Long::longValue).sum();
  }

  void summary() {
    if (records <= 0) {
      out.raw("<div class=\"alarm\" role=\"alert\"><strong>Error: no records were read.</strong> ");
      out.raw("Nothing was judged, so nothing can be said about what happened. ");
      out.raw("This is not an all-clear.");
      if (rejected > 0) {
        out.text(" " + Words.count(rejected, "record was", "records were") + " rejected.");
      }
      out.raw("</div>\n");
    }
    long stopped = run.inputs().stream().filter(s -> s.problem() != null).count();
    if (stopped > 0) {
      out.raw("<div class=\"warning\"><strong>");
      out.text(Words.count(stopped, "source was", "sources were") + " not read to the end.");
      out.raw("</strong> What came after is not judged: see <a href=\"#read\">what was read</a>.");
      out.raw("</div>\n");
    }
    for (String note : run.notes()) {
      out.raw("<div class=\"warning\">").text(note).raw("</div>\n");
    }
    if (findings.isEmpty()) {
      if (records > 0) {
        out.raw("<p class=\"lead\">No findings in ")
            .text(Words.count(records, "record", "records"));
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
    Instant first = run.from();
    Instant last = run.to();
    if (first != null && last != null) {
      out.pair("Records span", Words.span(first, last));
    } else if (!findings.isEmpty()) {
      Instant from = findings.stream().map(Finding::from).min(Instant::compareTo).orElseThrow();
      Instant to =
          findings.stream()
              .map(f -> Objects.requireNonNullElse(f.to(), f.from()))
              .max(Instant::compareTo)
              .orElseThrow();
      out.pair("Findings span", Words.span(from, to));
    }
    long bytes = run.inputs().stream().mapToLong(SourceInfo::contentBytes).sum();
    out.pair("Sources", Words.count(run.inputs().size()) + ", " + Words.bytes(bytes));
    run.counts()
        .forEach((name, count) -> out.pair(Words.capital(Words.plain(name)), Words.count(count)));
    out.pair("Rejected", rejectedText());
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
    rejects();
    sources();
    parameters();
    out.raw("</section>\n");
  }

  private String rejectedText() {
    long all = records + rejected;
    String count = Words.count(rejected);
    return all > 0 ? count + " (" + Words.percent((double) rejected / all) + ")" : count;
  }

  private void rejects() {
    if (run.rejects().isEmpty()) {
      return;
    }
    out.raw("<h3>Rejected, by reason</h3>\n<dl class=\"rows\">");
    run.rejects().forEach((reason, count) -> out.pair(Words.plain(reason), Words.count(count)));
    out.raw("</dl>\n");
  }

  private void sources() {
    if (run.inputs().isEmpty()) {
      return;
    }
    out.raw("<details><summary>Sources with sizes and digests</summary><ul class=\"sources\">");
    for (SourceInfo source : run.inputs().stream().limit(MAX_SOURCES).toList()) {
      out.raw("<li>").name(source.name()).raw(" <span class=\"quiet\">").text(source.format());
      out.raw(", ").text(Words.bytes(source.contentBytes())).raw("</span> <code>sha256:");
      out.text(source.contentSha256()).raw("</code>");
      String problem = source.problem();
      if (problem != null) {
        out.raw("<strong class=\"problem\"> Not read to the end: ").text(problem).raw("</strong>");
      }
      out.raw("</li>\n");
    }
    out.raw("</ul>");
    if (run.inputs().size() > MAX_SOURCES) {
      out.raw("<p class=\"note\">").text(Words.count(run.inputs().size() - MAX_SOURCES));
      out.raw(" more are in run.json.</p>");
    }
    out.raw("</details>\n");
  }

  private void parameters() {
    out.raw("<details><summary>Command, rules and parameters</summary><dl class=\"rows\">");
    out.pair("command", "bellbuoy " + run.command()).pair("version", run.version());
    out.pair("run", run.id());
    run.rules().forEach((rule, version) -> out.pair(rule, "version " + version));
    for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
      out.pair(parameter.getKey(), parameter.getValue());
    }
    out.raw("</dl></details>\n");
  }
}
