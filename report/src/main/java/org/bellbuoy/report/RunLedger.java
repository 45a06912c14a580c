package org.bellbuoy.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Map;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;

/** What was read, and what kept it from being read, whatever the page is about. */
final class RunLedger {
  private static final int MAX_SOURCES = 500;

  private final Html out;
  private final Run run;
  private final long records;
  private final long rejected;

  RunLedger(Html out, Run run) {
    this.out = out;
    this.run = run;
    this.records = run.counts().getOrDefault("records", 0L);
    this.rejected = run.rejects().values().stream().mapToLong(Long::longValue).sum();
  }

  long records() {
    return records;
  }

  /** Errors, warnings and notes, which stand over everything else. */
  void alarms() {
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
  }

  /** From when to when the records reach; says whether that is known. */
  @CanIgnoreReturnValue
  boolean span() {
    Instant first = run.from();
    Instant last = run.to();
    if (first == null || last == null) {
      return false;
    }
    out.pair("Records span", Words.span(first, last));
    return true;
  }

  /** Counts, as pairs of a list. */
  void figures() {
    long bytes = run.inputs().stream().mapToLong(SourceInfo::contentBytes).sum();
    out.pair("Sources", Words.count(run.inputs().size()) + ", " + Words.bytes(bytes));
    run.counts()
        .forEach((name, count) -> out.pair(Words.capital(Words.plain(name)), Words.count(count)));
    out.pair("Rejected", rejectedText());
  }

  /** Rejects by reason, sources with digests, rules and parameters. */
  void details() {
    rejects();
    sources();
    parameters();
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
