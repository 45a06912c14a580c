package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Feature;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.bellbuoy.core.finding.Geometry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whether a page says why a silence is not just poor reception, and shows who was heard. */
final class SilenceSectionTest {
  private static Document page() throws Exception {
    StringWriter out = new StringWriter();
    HtmlReport.write(out, DocumentSamples.report(false));
    return Jsoup.parse(out.toString());
  }

  private static Document map(MapLayer... layers) {
    Html out = new Html();
    MapSvg.writeWhole(out, List.of(layers), Backdrop.none(), "A map", false);
    return Jsoup.parse(out.builder().toString());
  }

  @Test
  void explanations_stand_in_readable_words_with_their_shares() throws Exception {
    Element list = page().select("article").get(0).select(".hypotheses").get(0);

    assertThat(list.select("li").eachText())
        .containsExactly(
            "Switched off > 99 %",
            "Out of range of the receivers < 1 %",
            "A receiver was down < 1 %",
            "Went on under another identity 0 %",
            "Records came late not known",
            "Something else < 1 %");
    assertThat(list.attr("aria-label")).isNotBlank();
    assertThat(list.select("path.fill").get(0).attr("d")).isEqualTo("M0 0h99.3v6H0z");
    assertThat(list.select("path.fill").get(3).attr("d")).isEqualTo("M0 0h0v6H0z");
    assertThat(list.select("path.rail.blank")).hasSize(1);
    assertThat(HypothesisBars.words("never-heard-of")).isEqualTo("Never heard of");
  }

  @Test
  void what_cannot_be_told_is_muted_and_says_that_nothing_is_decided() throws Exception {
    Element article = page().select("article").get(1);

    assertThat(article.select(".hypotheses.undecided")).hasSize(1);
    assertThat(article.text()).contains("The data do not decide between these.");
    assertThat(page().select("article").get(0).select(".undecided")).isEmpty();
  }

  @Test
  void why_it_is_not_reception_or_cannot_be_told_stands_first_and_once() throws Exception {
    Element likely = page().select("article").get(0);
    Element untold = page().select("article").get(1);

    assertThat(likely.select(".why h4").text()).isEqualTo("Why this is not just poor reception");
    assertThat(likely.select(".why p").text()).startsWith("While it was silent, 31 other ships");
    assertThat(likely.select(".reasons li")).hasSize(3);
    assertThat(likely.select(".reasons").text()).doesNotContain("31 other ships");
    assertThat(untold.select(".why h4").text()).isEqualTo("Why it cannot be told");
  }

  @Test
  void the_course_of_the_judgement_is_drawn_and_told() throws Exception {
    Element graph = page().select("article svg.graph").get(0);

    assertThat(graph.attr("aria-label"))
        .contains("After 10 min: cannot tell. After 30 min: unlikely, probability 0.310.")
        .contains("After 110 min: likely, probability 0.930. It lasted 3 h 45 min.");
    assertThat(graph.select("path.ref")).hasSize(2);
    assertThat(graph.select("rect.mark")).hasSize(1);
  }

  @Test
  void two_hundred_witnesses_differ_in_shape_and_are_counted_in_the_legend() {
    Document page = map(DocumentSamples.witnesses(200), DocumentSamples.witnessWays());
    int heard = page.select("svg.chart path[class=w others]").size();
    int unheard = page.select("svg.chart path.w.unheard").size();
    int partly = page.select("svg.chart path.w.partly").size();

    assertThat(heard + unheard + partly).isEqualTo(200);
    assertThat(page.select("svg.chart path.w > title")).hasSize(200);
    assertThat(page.select("li.of-others").get(0).text())
        .contains("heard (" + heard + ")")
        .contains("not heard (" + unheard + ")")
        .contains("heard less than half of the time (" + partly + ")");
    assertThat(page.select("li.of-others").get(1).text()).contains("not heard (2)");
  }

  @Test
  void a_witness_of_whom_nothing_is_known_is_neither_heard_nor_unheard() {
    assertThat(Witnesses.heard(null)).isEqualTo(Witnesses.Heard.MOSTLY);
    assertThat(Witnesses.heard(0.0)).isEqualTo(Witnesses.Heard.NOT);
    assertThat(Witnesses.heard(1.0)).isEqualTo(Witnesses.Heard.MOSTLY);
    assertThat(Witnesses.heard(Double.NaN)).isEqualTo(Witnesses.Heard.UNKNOWN);
  }

  @Test
  void what_is_little_known_never_looks_like_good_or_bad_reception() {
    Geometry cell =
        ((Geometry.Polygon) DocumentSamples.reception(3).features().getFirst().geometry());
    Document page =
        map(
            new MapLayer(
                Role.RECEPTION,
                "share",
                List.of(
                    new Feature(cell, "good", 0.9),
                    new Feature(cell, "sure", 0.9, 1.0),
                    new Feature(cell, "thin", 0.9, 0.2),
                    new Feature(cell, "nothing", 0.9, 0.0),
                    new Feature(cell, "no number", Double.NaN, 1.0))));

    assertThat(page.select("svg.chart path.reception").eachAttr("class"))
        .containsExactly(
            "a reception q4",
            "a reception q4",
            "a reception q4 little",
            "a reception qn",
            "a reception qn");
    assertThat(page.select("svg.chart path.dotted")).hasSize(1);
    assertThat(page.select(".ramp li").eachText())
        .contains("dotted: little known", "empty: not known");
  }

  @Test
  void many_cells_are_drawn_together_and_still_tell_little_from_much() {
    Document page = map(DocumentSamples.reception(30));

    assertThat(page.select("svg.chart path.reception").size()).isLessThanOrEqualTo(11);
    assertThat(page.select("svg.chart path.reception.little")).isNotEmpty();
    assertThat(page.select("svg.chart path.dotted")).hasSize(1);
  }
}
