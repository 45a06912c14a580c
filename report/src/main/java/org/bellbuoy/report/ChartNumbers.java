package org.bellbuoy.report;

import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Chart.Bin;
import org.bellbuoy.core.exhibit.Chart.Histogram;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Series;

/** The numbers of a chart as a table, folded away; charts of many points go without. */
final class ChartNumbers {
  private static final int MOST = 80;

  private ChartNumbers() {}

  static void write(Html out, Chart chart, ChartScale x, ChartScale y) {
    int count = chart.series().stream().mapToInt(series -> series.points().size()).sum();
    Histogram beneath = chart.beneath();
    int bins = beneath == null ? 0 : beneath.bins().size();
    if (count + bins == 0 || count + bins > MOST) {
      return;
    }
    boolean intervals =
        chart.series().stream()
            .flatMap(series -> series.points().stream())
            .anyMatch(p -> Double.isFinite(p.low()) && Double.isFinite(p.high()));
    out.raw("<details class=\"numbers\"><summary>The numbers</summary><div class=\"scroll\"");
    out.raw(" role=\"region\" tabindex=\"0\"")
        .attribute("aria-label", SafeText.visible(chart.title(), Html.MAX_NAME));
    out.raw("><table class=\"data\"><thead><tr><th scope=\"col\">Series</th>");
    head(out, chart.x().label());
    head(out, chart.y().label());
    if (intervals) {
      head(out, "Interval");
    }
    out.raw("</tr></thead><tbody>");
    for (Series series : chart.series()) {
      for (Point point : series.points()) {
        row(out, series.label(), x.say(point.x()), y.say(point.y()));
        if (intervals) {
          cell(out, y.say(point.low()) + " to " + y.say(point.high()));
        }
        out.raw("</tr>\n");
      }
    }
    if (beneath != null) {
      for (Bin bin : beneath.bins()) {
        String stretch = x.say(bin.from()) + " to " + x.say(bin.to());
        row(out, beneath.label(), stretch, Words.count(bin.count()));
        out.raw(intervals ? "<td></td></tr>\n" : "</tr>\n");
      }
    }
    out.raw("</tbody></table></div></details>");
  }

  private static void head(Html out, String name) {
    out.raw("<th scope=\"col\" class=\"num\">").text(SafeText.visible(name, Html.MAX_NAME));
    out.raw("</th>");
  }

  private static void row(Html out, String name, String x, String y) {
    out.raw("<tr><th scope=\"row\">").text(SafeText.visible(name, Html.MAX_NAME)).raw("</th>");
    cell(out, x);
    cell(out, y);
  }

  private static void cell(Html out, String text) {
    out.raw("<td class=\"num\">").text(text).raw("</td>");
  }
}
