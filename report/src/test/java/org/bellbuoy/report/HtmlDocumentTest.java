package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.bellbuoy.core.run.Run;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in a page that is not about findings. */
final class HtmlDocumentTest {
  private static String html(Run run) throws Exception {
    StringWriter out = new StringWriter();
    HtmlDocument.write(out, run, DocumentSamples.document(), Samples.strait());
    return out.toString();
  }

  private static Document page(Run run) throws Exception {
    return Jsoup.parse(html(run));
  }

  @Test
  void it_admits_its_own_style_and_no_script() throws Exception {
    Document page = page(Samples.run(5, false));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy).contains("default-src 'none'").contains(PageAssets.STYLE_HASH);
    assertThat(policy).doesNotContain("script-src").doesNotContain("unsafe");
    assertThat(page.select("script, [style], link, img, iframe, object, form")).isEmpty();
    assertThat(html(Samples.run(5, false))).doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void every_picture_has_words_and_every_link_leads_somewhere() throws Exception {
    Document page = page(Samples.run(5, false));

    assertThat(page.select("svg[role=img]")).hasSize(5);
    page.select("svg[role=img]").forEach(s -> assertThat(s.attr("aria-label")).isNotBlank());
    page.select("svg:not([role])")
        .forEach(s -> assertThat(s.attr("aria-hidden")).isEqualTo("true"));
    for (String href : page.select("a[href]").eachAttr("href")) {
      assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
    }
    for (String id : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
      assertThat(page.getElementById(id)).as(id).isNotNull();
    }
  }

  @Test
  void a_story_tells_when_how_sure_and_by_which_bytes() throws Exception {
    StringWriter out = new StringWriter();
    HtmlDocument.write(
        out,
        Samples.run(5, false),
        new org.bellbuoy.core.exhibit.Document(
            "T",
            "",
            List.of(
                new org.bellbuoy.core.exhibit.Document.Section(
                    "S",
                    List.of(
                        new org.bellbuoy.core.exhibit.Document.Story(
                            "What happened",
                            List.of(
                                new org.bellbuoy.core.exhibit.Document.Entry(
                                    "2025-07-18 01:00",
                                    org.bellbuoy.core.finding.Level.LIKELY,
                                    "Entered.",
                                    List.of(
                                        new org.bellbuoy.core.exhibit.Document.Line(
                                            "u_ex.log:7", "POST <script>"),
                                        new org.bellbuoy.core.exhibit.Document.Line(
                                            "a.evtx, event 3", ""))))))))),
        Samples.strait());
    Document page = Jsoup.parse(out.toString());
    assertThat(page.select(".story li")).hasSize(1);
    assertThat(page.select(".story .when").text()).isEqualTo("2025-07-18 01:00");
    assertThat(page.select(".story .badge").text()).contains("Likely");
    assertThat(page.select(".story code").eachText()).containsExactly("POST <script>");
    assertThat(page.select(".story .line")).hasSize(2);
    assertThat(page.select("script")).isEmpty();
  }

  @Test
  void it_accounts_for_what_was_read_as_a_report_of_findings_does() throws Exception {
    assertThat(page(Samples.run(5, false)).text())
        .contains("bad checksum")
        .contains("sha256:9f2c")
        .contains("silence-min")
        .contains("not read to the end");
    assertThat(page(Samples.run(0, false)).select("[role=alert]").text())
        .contains("no records were read");
  }

  @Test
  void what_is_simulated_says_so_in_banner_title_and_every_drawing() throws Exception {
    Document page = page(Samples.run(5, true));

    assertThat(page.title()).startsWith("SIMULATED");
    assertThat(page.select("svg[role=img] .sim")).hasSize(5);
    assertThat(html(Samples.run(5, false))).doesNotContain("SIMULATED");
  }

  @Test
  void numbers_stand_at_the_right_and_wide_tables_scroll_in_their_own_box() throws Exception {
    Document page = page(Samples.run(5, false));

    assertThat(page.select(".scroll[tabindex=0] > table.data")).isNotEmpty();
    assertThat(page.select("table.data").get(0).select("tbody tr").get(0).select(".num"))
        .hasSize(4);
    assertThat(page.select("table.data").get(0).select("tbody th[scope=row]").eachText())
        .isEqualTo(List.of("Weighing", "Share of slots", "Gap above two hours"));
  }
}
