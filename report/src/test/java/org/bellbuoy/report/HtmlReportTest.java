package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a reader may rely on. */
final class HtmlReportTest {
  private static String html(ReportInput input) throws Exception {
    StringWriter out = new StringWriter();
    HtmlReport.write(out, input);
    return out.toString();
  }

  private static Document page(ReportInput input) throws Exception {
    return Jsoup.parse(html(input));
  }

  private static ReportInput with(Finding finding, List<MapLayer> layers) {
    Exhibit exhibit = new Exhibit(finding.id(), layers, List.of(), List.of(), null);
    return ReportInput.of(
        Samples.run(5, false),
        List.of(finding),
        Map.of(finding.id(), exhibit),
        "t",
        Backdrop.none());
  }

  @Test
  void the_page_allows_itself_nothing_but_its_own_style_and_script() throws Exception {
    Document page = page(Samples.report(4, false, 4));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
    assertThat(policy).contains(PageAssets.STYLE_HASH).contains(PageAssets.SCRIPT_HASH);
    assertThat(page.select("style").outerHtml()).contains(PageAssets.STYLE);
    assertThat(page.select("[style]")).isEmpty();
    assertThat(page.select("link, img, iframe, object, embed, form")).isEmpty();
  }

  @Test
  void no_address_on_a_network_stands_in_the_page() throws Exception {
    String html = html(Samples.report(4, false, 4));

    assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
    assertThat(Jsoup.parse(html).select("[href]").eachAttr("href"))
        .allMatch(h -> h.startsWith("#"));
  }

  @Test
  void every_link_leads_somewhere() throws Exception {
    Document page = page(Samples.report(9, false, 4));

    for (String href : page.select("a[href]").eachAttr("href")) {
      assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
    }
  }

  @Test
  void what_is_simulated_says_so_in_title_banner_findings_and_drawings() throws Exception {
    Document page = page(Samples.report(4, true, 4));

    assertThat(page.title()).startsWith("SIMULATED");
    assertThat(page.select(".simulated").text()).contains("SIMULATED");
    page.select("article")
        .forEach(a -> assertThat(a.select(".simtag").text()).contains("SIMULATED"));
    page.select("svg.chart, svg.time")
        .forEach(svg -> assertThat(svg.select(".sim").text()).isEqualTo("SIMULATED"));
    assertThat(html(Samples.report(4, false, 4))).doesNotContain("SIMULATED");
  }

  @Test
  void nothing_found_over_no_records_is_an_error_and_no_all_clear() throws Exception {
    Document page =
        page(ReportInput.of(Samples.run(0, false), List.of(), Map.of(), "Empty", Backdrop.none()));

    assertThat(page.select("[role=alert]").text())
        .contains("Error: no records were read")
        .contains("not an all-clear");
    assertThat(page.text()).doesNotContain("No findings in");
  }

  @Test
  void nothing_found_over_records_says_over_how_many() throws Exception {
    Document page =
        page(ReportInput.of(Samples.run(10, false), List.of(), Map.of(), "Calm", Backdrop.none()));

    assertThat(page.text()).contains("No findings in 10 records");
    assertThat(page.select("[role=alert]")).isEmpty();
  }

  @Test
  void all_four_levels_are_counted_with_the_same_weight() throws Exception {
    Document page = page(Samples.report(8, false, 4));

    assertThat(page.select(".levels > li").eachText())
        .satisfiesExactly(
            text -> assertThat(text).contains("2 likely"),
            text -> assertThat(text).contains("2 possible"),
            text -> assertThat(text).contains("2 unlikely"),
            text -> assertThat(text).contains("2 cannot tell"));
  }

  @Test
  void the_legend_names_every_layer_and_each_looks_different() throws Exception {
    Document page = page(Samples.report(1, false, 1));

    assertThat(page.select("article .legend > li")).hasSize(Role.values().length);
    for (MapLayer layer : Samples.layers()) {
      assertThat(page.select("article .legend").text()).contains(layer.label());
      assertThat(PageAssets.STYLE).contains("." + LayerStyle.cssClass(layer.role()));
    }
    assertThat(page.select("article .ramp > li")).hasSize(LayerStyle.STEPS);
  }

  @Test
  void a_finding_shows_why_where_when_and_how_to_verify() throws Exception {
    ReportInput input = Samples.report(1, false, 1);
    String text = page(input).select("article").text();

    assertThat(text)
        .contains("Suspect vessel")
        .contains("118 messages")
        .contains("Switched off 93 %")
        .contains("km 38.2–61.75")
        .contains("14 Mar 2026, 18:40 – 22:25 UTC")
        .contains("line 402,113")
        .contains("bellbuoy findings verify " + input.findings().getFirst().id())
        .doesNotContainIgnoringCase("guilty");
  }

  @Test
  void one_that_cannot_be_told_is_no_suspect() throws Exception {
    Finding finding = Samples.finding(1, Level.CANNOT_TELL, "X");
    String text = page(with(finding, List.of())).select("article").text();

    assertThat(text).contains("Related vessel").contains("not an all-clear");
  }

  @Test
  void findings_without_a_section_are_in_the_table_and_counted() throws Exception {
    Document page = page(Samples.report(9, false, 4));

    assertThat(page.select("#findings tbody tr")).hasSize(9);
    assertThat(page.select("article")).hasSize(4);
    assertThat(page.text()).contains("5 more are in findings.jsonl");
  }

  @Test
  void the_same_input_gives_the_same_bytes_whatever_the_order_of_findings() throws Exception {
    ReportInput input = Samples.report(12, true, 6);
    List<Finding> turned = new ArrayList<>(input.findings()).reversed();
    ReportInput other =
        new ReportInput(input.run(), turned, input.exhibits(), input.title(), input.backdrop(), 6);

    assertThat(html(input)).isEqualTo(html(Samples.report(12, true, 6))).isEqualTo(html(other));
  }

  @Test
  void a_track_across_the_antimeridian_stays_whole() throws Exception {
    Geometry track =
        new Geometry.Line(
            List.of(
                new Geometry.Position(179.5, -17),
                new Geometry.Position(-179.5, -17.1),
                new Geometry.Position(-179.2, -17.2)));
    MapLayer layer =
        new MapLayer(Role.TRACK_BEFORE, "before", List.of(new MapLayer.Feature(track, null, null)));
    Document page = page(with(Samples.finding(1, Level.LIKELY, "X"), List.of(layer)));
    String path = page.select("article path.track-before").attr("d");

    assertThat(path).matches("M44 [^M]+");
    assertThat(page.select("article text.gl").eachText()).anyMatch(t -> t.endsWith("W"));
    assertThat(page.select("article text.gl").eachText()).anyMatch(t -> t.endsWith("E"));
  }

  @Test
  void a_line_is_broken_where_nothing_was_measured() throws Exception {
    String line = page(Samples.report(1, false, 1)).select("article path.line").attr("d");

    assertThat(line.chars().filter(c -> c == 'M')).hasSize(2);
  }

  @Test
  void places_that_are_not_on_earth_are_left_out() throws Exception {
    Geometry nowhere = Geometry.point(Double.NaN, Double.POSITIVE_INFINITY);
    MapLayer layer =
        new MapLayer(Role.ENDPOINT, "last", List.of(new MapLayer.Feature(nowhere, "x", null)));

    assertThat(html(with(Samples.finding(1, Level.LIKELY, "X"), List.of(layer))))
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  @Test
  void a_thousand_findings_with_exhibits_make_a_page_quickly() throws Exception {
    ReportInput input = Samples.report(1000, false, 1000);
    html(Samples.report(20, false, 20));
    long start = System.nanoTime();
    String html = html(input);
    double seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf("1,000 findings: %.2f s, %.1f MB%n", seconds, html.length() / 1e6);
    assertThat(html.length()).isLessThan(25_000_000);
    assertThat(html(Samples.report(1000, false, 200)).length()).isLessThan(15_000_000);
    // Measured 1.4 s on a quiet machine and 5.5 s on a loaded one; the bound leaves room for that.
    assertThat(seconds).isLessThan(10);
  }
}
