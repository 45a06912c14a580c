package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bellbuoy.core.exhibit.Chart;
import org.bellbuoy.core.exhibit.Chart.Bin;
import org.bellbuoy.core.exhibit.Chart.Histogram;
import org.bellbuoy.core.exhibit.Chart.Point;
import org.bellbuoy.core.exhibit.Chart.Reference;
import org.bellbuoy.core.exhibit.Chart.Series;

/** One chart as SVG, with legend, what could not be drawn, and its numbers where they are few. */
final class ChartSvg {
  private static final double LEFT = 96;
  private static final double RIGHT = 42;
  private static final double TOP = 54;
  private static final double TALL = 290;
  private static final double SQUARE_WIDTH = 600;
  private static final double STRIP_NAME = 54;
  private static final double STRIP = 64;
  private static final double AXIS = 74;

  private final Html out;
  private final Chart chart;
  private final ChartScale x;
  private final ChartScale y;
  private final double width;
  private final double plotWidth;
  private final double plotHeight;
  private final double bottom;
  private final Labels labels;

  private ChartSvg(Html out, Chart chart) {
    this.out = out;
    this.chart = chart;
    Histogram beneath = chart.beneath();
    List<Bin> bins = beneath == null ? List.of() : beneath.bins();
    this.x =
        ChartScale.of(
            chart.x(),
            DoubleStream.concat(
                    points(chart).stream().mapToDouble(Point::x),
                    bins.stream().flatMapToDouble(bin -> DoubleStream.of(bin.from(), bin.to())))
                .toArray());
    this.y =
        ChartScale.of(
            chart.y(),
            points(chart).stream()
                .flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high()))
                .toArray());
    this.width = chart.square() ? SQUARE_WIDTH : Projection.WIDTH;
    this.plotWidth = width - LEFT - RIGHT;
    this.plotHeight = chart.square() ? plotWidth : TALL;
    this.bottom = TOP + plotHeight + (beneath == null ? 0 : STRIP_NAME + STRIP);
    this.labels = new Labels(width, bottom + AXIS);
  }

  private static List<Point> points(Chart chart) {
    return chart.series().stream().flatMap(series -> series.points().stream()).toList();
  }

  private static String title(Chart chart) {
    return SafeText.visible(chart.title(), Html.MAX_NAME);
  }

  static void write(Html out, Chart chart, boolean simulated) {
    out.raw("<figure class=\"plot").raw(chart.square() ? " square" : "");
    out.raw("\"><figcaption>").text(title(chart)).raw("</figcaption>");
    ChartSvg drawing = new ChartSvg(out, chart);
    long drawn = points(chart).stream().filter(drawing::shows).count();
    Histogram beneath = chart.beneath();
    if (drawn == 0 && (beneath == null || beneath.bins().isEmpty())) {
      out.raw("<p class=\"prose\">").text(chart.alternative()).raw("</p><p class=\"note\">");
      out.raw("There is nothing to draw: this chart has no values.</p></figure>\n");
      return;
    }
    drawing.draw(simulated);
    out.raw("<div class=\"side\">");
    drawing.legend();
    drawing.missing(points(chart).size() - drawn);
    ChartNumbers.write(out, chart, drawing.x, drawing.y);
    out.raw("</div></figure>\n");
  }

  /** Says how many values are not in the picture, and why. */
  private void missing(long all) {
    long unknown =
        points(chart).stream()
            .filter(p -> !Double.isFinite(p.x()) || !Double.isFinite(p.y()))
            .count();
    if (all > 0) {
      out.raw("<p class=\"note\">Not drawn: ");
      out.text(unknown > 0 ? Words.count(unknown, "value", "values") + " not known" : "");
      out.text(unknown > 0 && all > unknown ? ", " : "");
      out.text(
          all > unknown ? Words.count(all - unknown, "value", "values") + " outside the axes" : "");
      out.raw(".</p>");
    }
  }

  private boolean shows(Point point) {
    return x.shows(point.x()) && y.shows(point.y());
  }

  private double px(double value) {
    return LEFT + x.clamped(value) * plotWidth;
  }

  private double py(double value) {
    return TOP + (1 - y.clamped(value)) * plotHeight;
  }

  private void draw(boolean simulated) {
    out.raw("<svg class=\"graph\" role=\"img\" viewBox=\"0 0 ").tenth(width).raw(" ");
    out.tenth(bottom + AXIS + (simulated ? 26 : 0)).raw("\"");
    out.attribute("aria-label", title(chart) + ". " + chart.alternative()).raw(">");
    spans();
    List<ChartScale.Tick> across = x.ticks(chart.x().scale() == Chart.Scale.DURATION ? 4 : 6);
    grid(across);
    axes(across);
    strip();
    // Names come last and keep off all lines, so that what they name can be seen.
    SeriesPaths paths = new SeriesPaths(out, labels, this::shows, this::px, this::py);
    for (int i = 0; i < chart.series().size(); i++) {
      paths.spread(chart.series().get(i), i);
    }
    ReferenceLines lines = new ReferenceLines(out, labels, x, y, frame());
    chart.references().forEach(lines::draw);
    for (int i = 0; i < chart.series().size(); i++) {
      paths.draw(chart.series().get(i), i);
    }
    if (chart.series().size() > 1) {
      for (int i = 0; i < chart.series().size(); i++) {
        paths.label(chart.series().get(i), i);
      }
    }
    chart.references().forEach(lines::name);
    if (simulated) {
      out.raw("<text class=\"sim\" text-anchor=\"end\"").attribute("x", width - 6);
      out.attribute("y", bottom + AXIS + 18).raw(">SIMULATED</text>");
    }
    out.raw("</svg>");
  }

  private ReferenceLines.Frame frame() {
    return new ReferenceLines.Frame(LEFT, TOP, LEFT + plotWidth, TOP + plotHeight, bottom);
  }

  private void spans() {
    for (Reference reference : chart.references()) {
      if (reference instanceof Reference.Span span && span.to() > span.from()) {
        double left = px(span.from());
        out.raw("<rect class=\"mark\"").attribute("x", left).attribute("y", TOP);
        out.attribute("width", Math.max(1, px(span.to()) - left));
        out.attribute("height", bottom - TOP).raw("/>");
      }
    }
  }

  private void grid(List<ChartScale.Tick> across) {
    out.raw("<path class=\"grid\" d=\"");
    for (ChartScale.Tick tick : across) {
      out.raw("M").tenth(LEFT + tick.share() * plotWidth).raw(" ").tenth(TOP);
      out.raw("V").tenth(bottom);
    }
    List<ChartScale.Tick> up = y.ticks(5);
    for (ChartScale.Tick tick : up) {
      out.raw("M").tenth(LEFT).raw(" ").tenth(TOP + (1 - tick.share()) * plotHeight);
      out.raw("h").tenth(plotWidth);
    }
    out.raw("\"/>");
    for (ChartScale.Tick tick : up) {
      double at = TOP + (1 - tick.share()) * plotHeight + 6;
      labels.write(out, tick.label(), LEFT - 8, at, "end", "tk");
    }
    String unit = chart.y().unit();
    String name = SafeText.visible(chart.y().label() + (unit.isEmpty() ? "" : ", " + unit), 60);
    labels.write(out, name, 8, TOP - 28, "start", "ln");
  }

  private void axes(List<ChartScale.Tick> across) {
    labels.reserve(LEFT - 1, TOP, LEFT + 1, bottom);
    labels.reserve(LEFT, TOP + plotHeight - 1, LEFT + plotWidth, TOP + plotHeight + 1);
    out.raw("<path class=\"axis\" d=\"M").tenth(LEFT).raw(" ").tenth(TOP).raw("v");
    out.tenth(plotHeight).raw("M").tenth(LEFT).raw(" ").tenth(bottom).raw("h").tenth(plotWidth);
    out.raw("\"/>");
    for (ChartScale.Tick tick : across) {
      double at = LEFT + tick.share() * plotWidth;
      labels.write(out, tick.label(), at, bottom + 26, "middle", "tk");
    }
    String unit = chart.x().unit();
    String name = SafeText.visible(chart.x().label() + (unit.isEmpty() ? "" : ", " + unit), 60);
    double half = Math.min(width / 2 - 8, Labels.phoneLength(name) / 2);
    double middle = Math.clamp(LEFT + plotWidth / 2, half + 6, width - half - 6);
    labels.write(out, name, middle, bottom + 58, "middle", "ln");
  }

  private void strip() {
    Histogram beneath = chart.beneath();
    if (beneath == null) {
      return;
    }
    long most = beneath.bins().stream().mapToLong(Bin::count).max().orElse(0);
    double top = bottom - STRIP;
    String right = "at most " + Words.count(Math.max(0, most));
    String name = SafeText.visible(beneath.label(), 50);
    labels.write(out, name, 8, top - 8, "start", "ln");
    labels.write(out, right, width - RIGHT, top - 8, "end", "un");
    for (Bin bin : beneath.bins()) {
      if (bin.count() <= 0 || !(bin.to() > bin.from())) {
        continue;
      }
      double left = px(bin.from());
      double height = Math.max(1, STRIP * bin.count() / most);
      double wide = Math.max(1, px(bin.to()) - left - 1.5);
      out.raw("<path class=\"bar\" d=\"M").tenth(left + 0.75).raw(" ").tenth(bottom);
      out.raw("v").tenth(-height).raw("h").tenth(wide).raw("v").tenth(height).raw("z\"><title>");
      out.text(x.say(bin.from()) + " to " + x.say(bin.to()) + ": " + Words.count(bin.count()));
      out.raw("</title></path>");
    }
  }

  private void legend() {
    out.raw("<ul class=\"legend\">");
    for (int i = 0; i < chart.series().size(); i++) {
      Series series = chart.series().get(i);
      out.raw("<li>");
      ChartStyle.sample(out, series, i);
      out.raw("<span>").text(SafeText.visible(series.label(), Html.MAX_NAME));
      out.raw(series.points().stream().anyMatch(this::shows) ? "" : " <em>(no values)</em>");
      out.raw("</span></li>");
    }
    List<String> named = new ArrayList<>();
    for (Reference reference : chart.references()) {
      if (!named.contains(reference.label())) {
        named.add(reference.label());
        out.raw("<li>");
        ChartStyle.sample(out, reference);
        out.raw("<span>").text(SafeText.visible(reference.label(), Html.MAX_NAME));
        out.raw("</span></li>");
      }
    }
    out.raw("</ul>");
  }
}
