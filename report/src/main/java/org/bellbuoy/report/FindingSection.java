package org.bellbuoy.report;

import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.PartyRef;
import org.jspecify.annotations.Nullable;

/** Everything about one finding. */
final class FindingSection {
  private static final int MAX_EVIDENCE = 60;
  private static final int OPEN_EVIDENCE = 6;

  private final Html out;
  private final Finding finding;
  private final @Nullable Exhibit exhibit;
  private final ReportInput input;

  private FindingSection(Html out, Finding finding, ReportInput input) {
    this.out = out;
    this.finding = finding;
    this.exhibit = input.exhibits().get(finding.id());
    this.input = input;
  }

  static void write(Html out, Finding finding, ReportInput input) {
    FindingSection section = new FindingSection(out, finding, input);
    String id = finding.id().toString();
    out.raw("<article class=\"finding\" id=\"f-").raw(id).raw("\" data-f=\"").raw(id);
    out.raw("\" aria-labelledby=\"h-").raw(id).raw("\">\n");
    section.header(id);
    out.raw("<div class=\"cols\"><div>");
    Why.write(out, finding);
    HypothesisBars.write(out, finding.assessment());
    out.raw("</div><div>");
    section.assessment();
    section.coverage();
    out.raw("</div></div>\n<div class=\"cols\"><div>");
    section.pictures();
    out.raw("</div><div>");
    section.assets();
    section.parties();
    section.facts();
    section.provenance(id);
    out.raw("</div></div>\n");
    section.evidence();
    out.raw("<p class=\"back\"><a href=\"#all\">Back to all findings</a></p></article>\n");
  }

  private void header(String id) {
    out.raw("<header><p class=\"kicker\">");
    Badge.write(out, finding.assessment().level());
    if (input.run().simulated()) {
      Badge.simulated(out);
    }
    out.raw("<span>").text(Words.severity(finding.severity())).raw("</span><span>");
    out.text(Words.state(finding.state())).raw("</span></p>\n<h3 id=\"h-").raw(id).raw("\">");
    out.name(Words.subjectName(finding)).raw(": ").text(Words.plain(finding.rule()));
    out.raw(", ")
        .text(Words.duration(finding.from(), finding.to()))
        .raw("</h3>\n<p class=\"when\">");
    out.text(Words.span(finding.from(), finding.to())).raw("</p><p class=\"who\">");
    out.text(Words.capital(Words.role(finding)) + " " + finding.subject().type());
    finding
        .subject()
        .ids()
        .forEach(
            (scheme, value) -> {
              out.raw(" · ").text(scheme.toUpperCase(Locale.ROOT)).raw(" ").name(value);
            });
    out.raw("</p></header>\n");
  }

  private void assessment() {
    out.raw("<h4>Assessment</h4><p>").text(Words.levelMeaning(finding.assessment().level()));
    Double probability = finding.assessment().probability();
    if (probability == null || Double.isNaN(probability)) {
      out.raw(" No probability is justified.</p>");
    } else {
      out.raw(" Probability of the claim: <b>").text(Words.percent(probability)).raw("</b>.</p>");
    }
  }

  private void coverage() {
    Coverage coverage = finding.coverage();
    out.raw("<h4>What could be seen</h4><p>").text(coverage.summary()).raw("</p>");
    Double observable = coverage.observable();
    out.raw("<ul class=\"observable\"><li><span>Observable</span> <b>");
    out.text(observable == null ? "not known" : Words.percent(observable)).raw("</b>");
    Badge.bar(out, observable == null ? 0 : observable);
    out.raw("</li></ul>");
  }

  private void pictures() {
    String name = "Map of " + SafeText.visible(Words.subjectName(finding), Html.MAX_NAME);
    List<MapLayer> layers = List.of();
    if (exhibit != null) {
      String picture = exhibit.picture();
      name = picture == null ? name : picture;
      layers = exhibit.layers();
    }
    Geometry place = finding.place();
    if (layers.isEmpty() && place != null) {
      var role = place instanceof Geometry.Point ? MapLayer.Role.ENDPOINT : MapLayer.Role.REACH;
      var feature = new MapLayer.Feature(place, null, null);
      layers = List.of(new MapLayer(role, "Place of the finding", List.of(feature)));
    }
    if (layers.isEmpty()) {
      out.raw("<p class=\"note\">No place is known, so there is no map.</p>");
    } else {
      out.raw("<h4>").text(name).raw("</h4>");
      MapSvg.write(out, layers, input.backdrop(), name, input.run().simulated());
    }
    if (exhibit != null) {
      exhibit.charts().forEach(c -> ChartSvg.write(out, c, input.run().simulated()));
      exhibit.timelines().forEach(t -> TimelineSvg.write(out, t, input.run().simulated()));
    }
  }

  private void assets() {
    if (finding.assets().isEmpty()) {
      return;
    }
    out.raw("<h4>Assets concerned</h4><ul class=\"assets\">");
    for (AssetRef asset : finding.assets()) {
      out.raw("<li><b>").name(Words.assetName(asset)).raw("</b> <span class=\"quiet\">");
      out.text(asset.type()).raw(" ").name(asset.id()).raw("</span><br>");
      out.text(Words.capital(Words.plain(asset.relation())));
      for (AssetRef.Span span : asset.alongKilometres()) {
        out.text(
            ", km "
                + Words.number(span.fromKilometres())
                + "–"
                + Words.number(span.toKilometres()));
      }
      out.raw("</li>");
    }
    out.raw("</ul>");
  }

  private void parties() {
    if (finding.parties().isEmpty()) {
      return;
    }
    out.raw("<h4>Related parties</h4><ul class=\"assets\">");
    for (PartyRef party : finding.parties()) {
      String name = party.name();
      out.raw("<li><b>").name(name == null ? party.id() : name).raw("</b> <span class=\"quiet\">");
      out.text(party.role());
      String of = party.of();
      if (of != null) {
        out.text(" of ").text(of);
      }
      String certainty = party.certainty();
      if (certainty != null) {
        out.text(", ").text(certainty);
      }
      out.raw("</span>");
      if (!party.controllers().isEmpty()) {
        out.raw("<br>Controlled by ");
        String between = "";
        for (PartyRef.Controller controller : party.controllers()) {
          out.raw(between).name(controller.label());
          between = ", ";
        }
      }
      out.raw("<br><span class=\"quiet\">").text(party.basis()).raw("</span></li>");
    }
    out.raw("</ul>");
  }

  private void facts() {
    if (exhibit == null || exhibit.facts().isEmpty()) {
      return;
    }
    out.raw("<h4>Facts</h4><dl class=\"rows\">");
    exhibit.facts().forEach(fact -> out.pair(fact.label(), fact.value()));
    out.raw("</dl>");
  }

  private void provenance(String id) {
    out.raw("<h4>Where this comes from</h4><dl class=\"rows\">");
    out.pair("Rule", finding.rule() + ", version " + finding.ruleVersion());
    out.pair("Finding", id).pair("Run", finding.run());
    out.raw("<div><dt>Verify</dt><dd><code>bellbuoy findings verify ").raw(id);
    out.raw("</code></dd></div></dl>");
  }

  private void evidence() {
    int count = finding.evidence().size();
    if (count == 0) {
      out.raw("<p class=\"note\">This finding names no evidence of its own.</p>");
      return;
    }
    out.raw("<details class=\"evidence\"").raw(count <= OPEN_EVIDENCE ? " open" : "");
    out.raw("><summary>Evidence: ").text(Words.count(count, "piece", "pieces"));
    out.raw("</summary><ol>");
    for (Evidence evidence : finding.evidence().stream().limit(MAX_EVIDENCE).toList()) {
      String digest = evidence.source();
      out.raw("<li><p>").name(evidence.name()).raw(" <abbr").attribute("title", digest).raw(">");
      out.text(shortDigest(digest)).raw("</abbr> · byte ").text(Words.count(evidence.offset()));
      out.text(", " + Words.count(evidence.length(), "byte", "bytes"));
      out.text(evidence.line() > 0 ? " · line " + Words.count(evidence.line()) : "");
      out.text(evidence.frame() > 0 ? " · frame " + Words.count(evidence.frame()) : "");
      out.raw("</p>");
      String quote = evidence.quote();
      if (quote != null) {
        out.raw("<code class=\"quote\"><bdi dir=\"ltr\">").text(quote).raw("</bdi></code>");
      }
      out.raw("</li>\n");
    }
    out.raw("</ol>");
    if (count > MAX_EVIDENCE) {
      out.raw("<p class=\"note\">").text(Words.count(count - MAX_EVIDENCE));
      out.raw(" more pieces are in findings.jsonl.</p>");
    }
    out.raw("</details>");
  }

  private static String shortDigest(String digest) {
    return digest.length() <= 19 ? digest : digest.substring(0, 19) + "…";
  }
}
