package org.bellbuoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Chart.Axis;
import org.bellbuoy.core.exhibit.Chart.Mark;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Reference;
import org.bellbuoy.core.exhibit.Chart.Series;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a chart may be relied on to show, and not to show. */
final class ChartTest {
  private static Document drawn(Chart chart) {
    Html out = new Html();
    ChartSvg.write(out, chart, false);
    return Jsoup.parse(out.builder().toString());
  }

  private static Chart line(Mark mark, Point... points) {
    return Chart.of(
        "Title",
        "Told in words.",
        Axis.linear("x", "").between(0, 10),
        Axis.share("y"),
        List.of(new Series("only", mark, List.of(points))));
  }

  @Test
  void every_chart_tells_in_words_what_it_shows() {
    assertThat(drawn(DocumentSamples.roc()).select("svg.graph[role=img]").attr("aria-label"))
        .isEqualTo(
            "Deliberate silences found against others taken for one. "
                + "Weighing lies above the other three everywhere.");
  }

  @Test
  void four_curves_are_told_apart_by_dash_and_name_and_not_by_colour_alone() {
    Document page = drawn(DocumentSamples.roc());

    assertThat(page.select("svg.graph path.c").eachAttr("class"))
        .containsExactly("c s0 k0", "c s1 k1", "c s2 k2", "c s3 k3");
    assertThat(page.select(".legend li").eachText())
        .containsExactly(
            "Weighing", "Share of slots", "Gap above two hours", "Coin", "no better than chance");
    assertThat(page.select("svg.graph text.sr").eachText())
        .contains("Weighing", "Share of slots", "Gap above two hours", "Coin");
    assertThat(PageAssets.STYLE).contains(".c.s1{stroke-dasharray", ".c.s5{stroke-dasharray");
  }

  @Test
  void a_chart_without_values_says_so_and_keeps_its_words() {
    Document page = drawn(line(Mark.LINE));

    assertThat(page.select("svg.graph")).isEmpty();
    assertThat(page.text()).contains("Told in words.").contains("has no values");
  }

  @Test
  void a_line_is_broken_at_what_is_not_known_and_says_how_many() {
    Document page =
        drawn(
            line(
                Mark.LINE,
                Point.of(0, 0),
                Point.of(2, 0.5),
                Point.of(3, Double.NaN),
                Point.of(4, Double.POSITIVE_INFINITY),
                Point.of(5, 0.5),
                Point.of(10, 1),
                Point.of(11, 0.5)));

    assertThat(page.select("path.c").get(0).attr("d").chars().filter(c -> c == 'M')).hasSize(2);
    assertThat(page.select(".note").text()).contains("2 values not known, 1 value outside");
    assertThat(page.select("svg.graph").outerHtml())
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  @Test
  void zero_and_one_lie_on_the_edges_of_the_frame() {
    String path =
        drawn(line(Mark.LINE, Point.of(0, 0), Point.of(10, 1))).select("path.c").attr("d");

    // The plot reaches from 96 to 678 and from 344 up to 54.
    assertThat(path).isEqualTo("M96 344l582-290");
  }

  @Test
  void a_step_holds_its_value_until_the_next() {
    String path =
        drawn(line(Mark.STEPS, Point.of(0, 0), Point.of(5, 1), Point.of(10, 1)))
            .select("path.c")
            .attr("d");

    assertThat(path).isEqualTo("M96 344l291 0 0-290 291 0");
  }

  @Test
  void intervals_are_bars_at_points_and_a_band_along_lines() {
    Point[] points = {new Point(1, 0.5, 0.4, 0.6), new Point(2, 0.5, 0.3, 0.7)};

    assertThat(drawn(line(Mark.POINTS, points)).select("path.whisker")).hasSize(1);
    assertThat(drawn(line(Mark.LINE, points)).select("path.band")).hasSize(1);
    assertThat(drawn(line(Mark.POINTS, points)).select(".numbers").text()).contains("30 % to 70 %");
  }

  @Test
  void a_reliability_chart_has_its_counts_beneath() {
    Document page = drawn(DocumentSamples.reliability());

    assertThat(page.select("path.bar")).hasSize(9);
    assertThat(page.select("path.bar title").get(0).text()).isEqualTo("0 % to 10 %: 240");
    assertThat(page.select("svg.graph").text()).contains("at most 310");
  }

  @Test
  void equal_ratios_are_equal_lengths_on_a_logarithmic_axis() {
    ChartScale scale = ChartScale.of(Axis.log("l", "").between(1, 1000), new double[0]);

    assertThat(scale.share(10)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(scale.share(100)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(scale.shows(0)).isFalse();
    assertThat(scale.ticks(6).stream().map(ChartScale.Tick::label))
        .containsExactly("1", "10", "100", "1,000");
  }

  @Test
  void ticks_are_round_and_few() {
    assertThat(
            ChartScale.of(Axis.share("s"), new double[0]).ticks(6).stream()
                .map(ChartScale.Tick::label))
        .containsExactly("0 %", "20 %", "40 %", "60 %", "80 %", "100 %");
    assertThat(
            ChartScale.of(Axis.duration("d").between(0, 13_500), new double[0]).ticks(4).stream()
                .map(ChartScale.Tick::label))
        .containsExactly("0", "1 h", "2 h", "3 h");
    double[] one = {7};
    assertThat(ChartScale.of(Axis.linear("n", ""), one).ticks(6)).hasSizeBetween(2, 7);
  }

  @Test
  void a_share_that_is_nearly_none_or_nearly_all_is_not_rounded_away() {
    ChartScale scale = ChartScale.of(Axis.share("s"), new double[0]);

    assertThat(scale.say(0)).isEqualTo("0 %");
    assertThat(scale.say(1)).isEqualTo("100 %");
    assertThat(scale.say(0.0001)).isEqualTo("< 1 %");
    assertThat(scale.say(0.9999)).isEqualTo("> 99 %");
    assertThat(scale.say(Double.NaN)).isEqualTo("not known");
  }

  @Test
  void a_reference_outside_the_axes_is_not_drawn_on_their_edge() {
    Chart chart =
        line(Mark.LINE, Point.of(0, 0), Point.of(1, 1))
            .withReferences(List.of(new Reference.Horizontal("too high", 2)));

    assertThat(drawn(chart).select("svg.graph path.ref")).isEmpty();
  }
}
