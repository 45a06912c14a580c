package org.bellbuoy.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;

/** All findings as a table; the script of the page adds sorting and filters. */
final class FindingTable {
  private static final int MAX_CHOICES = 200;
  private static final List<Severity> SEVEREST_FIRST =
      List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO);

  private final Html out;
  private final Page page;
  private final Map<String, Integer> assets = new LinkedHashMap<>();

  FindingTable(Html out, Page page) {
    this.out = out;
    this.page = page;
    for (Finding finding : page.listed()) {
      finding.assets().forEach(asset -> assets.putIfAbsent(key(asset), assets.size()));
    }
  }

  private static String key(AssetRef asset) {
    return Words.assetName(asset) + " (" + asset.type() + ' ' + asset.id() + ')';
  }

  void write() {
    out.raw("<section aria-labelledby=\"all\"><h2 id=\"all\">All findings</h2>\n");
    filters();
    if (page.notDetailed() > 0) {
      out.raw("<p class=\"note\">The first ").text(Words.count(page.detailed().size()));
      out.raw(" have a section below; ").text(Words.count(page.notDetailed()));
      out.raw(" more are in findings.jsonl.</p>\n");
    }
    if (page.notListed() > 0) {
      out.raw("<p class=\"note\">").text(Words.count(page.notListed()));
      out.raw(" of them are not in this table either.</p>\n");
    }
    out.raw("<table id=\"findings\"><thead><tr><th scope=\"col\">Level</th>");
    out.raw("<th scope=\"col\">Subject</th><th scope=\"col\">What</th><th scope=\"col\">From</th>");
    out.raw("<th scope=\"col\">Duration</th><th scope=\"col\">Assets concerned</th>");
    out.raw("<th scope=\"col\">Severity</th></tr></thead>\n<tbody>");
    page.listed().forEach(this::row);
    out.raw("</tbody></table>\n</section>\n");
  }

  private void filters() {
    out.raw(
        "<div id=\"filters\" class=\"filters\" role=\"search\" aria-label=\"Filter findings\" hidden>");
    out.raw("<label>Level<select id=\"by-level\"><option value=\"\">all</option>");
    for (Level level : Page.ORDER) {
      out.raw("<option value=\"").raw(level.word()).raw("\">").raw(Words.level(level));
      out.raw("</option>");
    }
    out.raw("</select></label><label>Asset<select id=\"by-asset\"><option value=\"\">all</option>");
    assets.entrySet().stream()
        .limit(MAX_CHOICES)
        .forEach(
            asset -> {
              out.raw("<option value=\"").raw(asset.getValue()).raw("\">");
              out.text(SafeText.visible(asset.getKey(), 60)).raw("</option>");
            });
    out.raw("</select></label><label>Subject<input id=\"by-subject\" type=\"search\"");
    out.raw(" placeholder=\"name or number\" autocomplete=\"off\"></label>");
    out.raw("<output id=\"shown\" aria-live=\"polite\"></output></div>\n");
  }

  private void row(Finding finding) {
    Level level = finding.assessment().level();
    StringJoiner touched = new StringJoiner(" ");
    finding.assets().forEach(asset -> touched.add("" + assets.get(key(asset))));
    out.raw("<tr id=\"r-").raw(finding.id().toString()).raw("\" data-f=\"");
    out.raw(finding.id().toString()).raw("\" data-level=\"").raw(level.word());
    out.raw("\" data-assets=\"").raw(touched.toString()).raw("\">");
    cell("Level", Page.ORDER.indexOf(level));
    Badge.write(out, level);
    out.raw("</td><td data-l=\"Subject\">");
    boolean section = page.hasSection(finding);
    if (section) {
      out.raw("<a href=\"#f-").raw(finding.id().toString()).raw("\">");
    }
    out.name(Words.subjectName(finding)).raw(section ? "</a>" : "").raw(" <small>");
    finding.subject().ids().values().forEach(id -> out.name(id).raw(" "));
    out.raw("</small></td><td data-l=\"What\">").text(Words.plain(finding.rule()));
    out.raw("</td>");
    cell("From", finding.from().getEpochSecond());
    out.text(Words.time(finding.from())).raw("</td>");
    var to = finding.to();
    cell(
        "Duration",
        to == null ? Long.MAX_VALUE : to.getEpochSecond() - finding.from().getEpochSecond());
    out.text(Words.duration(finding.from(), to)).raw("</td><td data-l=\"Assets concerned\">");
    String between = "";
    for (AssetRef asset : finding.assets().stream().limit(4).toList()) {
      out.raw(between).name(Words.assetName(asset));
      between = ", ";
    }
    if (finding.assets().size() > 4) {
      out.raw(" and ").raw(finding.assets().size() - 4).raw(" more");
    }
    out.raw(finding.assets().isEmpty() ? "none</td>" : "</td>");
    cell("Severity", SEVEREST_FIRST.indexOf(finding.severity()));
    out.text(finding.severity().name().toLowerCase(java.util.Locale.ROOT)).raw("</td></tr>\n");
  }

  private void cell(String label, long sortKey) {
    out.raw("<td data-l=\"").raw(label).raw("\" data-k=\"").raw(sortKey).raw("\">");
  }
}
