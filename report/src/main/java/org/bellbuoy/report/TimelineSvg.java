package org.bellbuoy.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Timeline;
import org.bellbuoy.core.exhibit.Timeline.Bar;
import org.bellbuoy.core.exhibit.Timeline.Kind;
import org.bellbuoy.core.exhibit.Timeline.Lane;

/** One timeline as SVG. Lanes of the same unit share one scale, so that they can be compared. */
final class TimelineSvg {
  private static final double WIDTH = Projection.WIDTH;
  private static final double MARK_ROW = 30;
  private static final double LANE_NAME = 30;
  private static final double TALL = 52;
  private static final double FLAT = 20;
  private static final double LANE_GAP = 12;
  private static final double AXIS = 68;

  /** A bar narrower than this is drawn together with its neighbours. */
  private static final double COLUMN = 0.5;

  private final Html out;
  private final Timeline timeline;
  private final TimeAxis axis;
  private final double plotTop;
  private final double plotBottom;

  private TimelineSvg(Html out, Timeline timeline) {
    this.out = out;
    this.timeline = timeline;
    this.axis = new TimeAxis(timeline.from(), timeline.to());
    this.plotTop = timeline.marks().isEmpty() ? 4 : MARK_ROW;
    double bottom = plotTop;
    for (Lane lane : timeline.lanes()) {
      bottom += LANE_NAME + plotHeight(lane.kind()) + LANE_GAP;
    }
    this.plotBottom = bottom;
  }

  static void write(Html out, Timeline timeline, boolean simulated) {
    out.raw("<figure class=\"timeline\"><figcaption>").text(timeline.title());
    out.raw("</figcaption>");
    TimelineSvg drawing = new TimelineSvg(out, timeline);
    if (drawing.axis.isEmpty()) {
      out.raw("<p class=\"note\">This timeline spans no time and is not drawn.</p></figure>\n");
      return;
    }
    drawing.draw(simulated);
    out.raw("</figure>\n");
  }

  private static double plotHeight(Kind kind) {
    return kind == Kind.BARS || kind == Kind.LINE ? TALL : FLAT;
  }

  private void draw(boolean simulated) {
    out.raw("<svg class=\"time\" role=\"img\" viewBox=\"0 0 720 ")
        .tenth(plotBottom + AXIS + (simulated ? 24 : 0));
    out.raw("\"").attribute("aria-label", description()).raw(">");
    List<TimeAxis.Tick> ticks = axis.ticks();
    marks();
    out.raw("<path class=\"grid\" d=\"");
    for (TimeAxis.Tick tick : ticks) {
      out.raw("M").tenth(tick.x()).raw(" ").tenth(plotTop).raw("V").tenth(plotBottom);
    }
    out.raw("\"/>");
    Map<String, double[]> scales = scales();
    double top = plotTop;
    for (Lane lane : timeline.lanes()) {
      lane(lane, top, scales.getOrDefault(lane.unit(), new double[] {0, 1}));
      top += LANE_NAME + plotHeight(lane.kind()) + LANE_GAP;
    }
    ticks(ticks);
    if (simulated) {
      out.raw("<text class=\"sim\" text-anchor=\"end\" x=\"714\"");
      out.attribute("y", plotBottom + AXIS + 14).raw(">SIMULATED</text>");
    }
    out.raw("</svg>");
  }

  private void ticks(List<TimeAxis.Tick> ticks) {
    out.raw("<path class=\"axis\" d=\"M0 ").tenth(plotBottom).raw("h720\"/>");
    Labels labels = new Labels(WIDTH, plotBottom + AXIS);
    out.raw("<path class=\"axis\" d=\"");
    for (TimeAxis.Tick tick : ticks) {
      out.raw("M").tenth(tick.x()).raw(" ").tenth(plotBottom).raw("v5");
    }
    out.raw("\"/>");
    for (TimeAxis.Tick tick : ticks) {
      double half = Labels.phoneLength(tick.label()) / 2;
      double x = Math.clamp(tick.x(), half + 6, WIDTH - half - 6);
      labels.write(out, tick.label(), x, plotBottom + 25, "middle", "tk");
      if (!tick.day().isEmpty()) {
        labels.write(
            out, tick.day() + " UTC", Math.max(6, x - half), plotBottom + 57, "start", "tk");
      }
    }
    if (ticks.stream().allMatch(tick -> tick.day().isEmpty())) {
      labels.write(out, "UTC", 6, plotBottom + 57, "start", "tk");
    }
  }

  private void marks() {
    Labels labels = new Labels(WIDTH, plotBottom);
    for (Timeline.Mark mark : timeline.marks()) {
      if (!axis.meets(mark.from(), mark.to())) {
        continue;
      }
      double left = axis.x(mark.from());
      double width = Math.max(axis.x(mark.to()) - left, 1);
      out.raw("<rect class=\"mark\"").attribute("x", left).attribute("y", plotTop);
      out.attribute("width", width).attribute("height", plotBottom - plotTop).raw("/>");
      String text = SafeText.visible(mark.label(), 40);
      double half = Math.min(WIDTH / 2 - 6, Labels.phoneLength(text) / 2);
      double x = Math.clamp(left + width / 2, half + 6, WIDTH - half - 6);
      labels.write(out, text, x, plotTop - 8, "middle", "mk");
    }
  }

  /** Lowest and highest value of all bars and lines, by unit; nothing goes below zero but data. */
  private Map<String, double[]> scales() {
    Map<String, double[]> scales = new HashMap<>();
    for (Lane lane : timeline.lanes()) {
      if (plotHeight(lane.kind()) != TALL) {
        continue;
      }
      double[] scale = scales.computeIfAbsent(lane.unit(), unit -> new double[2]);
      for (Bar bar : lane.bars()) {
        if (Double.isFinite(bar.value())) {
          scale[0] = Math.min(scale[0], bar.value());
          scale[1] = Math.max(scale[1], bar.value());
        }
      }
    }
    scales.values().forEach(scale -> scale[1] = scale[1] > scale[0] ? scale[1] : scale[0] + 1);
    return scales;
  }

  private void lane(Lane lane, double top, double[] scale) {
    double plot = top + LANE_NAME;
    double height = plotHeight(lane.kind());
    boolean tall = height == TALL;
    String name = SafeText.visible(lane.label(), 60);
    String right = tall ? range(scale) + " " + lane.unit() : "";
    boolean roomy = Labels.phoneLength(name + right) < WIDTH - 30;
    out.raw("<text class=\"ln\" x=\"6\"").attribute("y", plot - 8).raw(">").text(name);
    out.raw("</text>");
    if (tall) {
      out.raw("<text class=\"un").raw(roomy ? "" : " wide").raw("\" text-anchor=\"end\" x=\"714\"");
      out.attribute("y", plot - 8).raw(">").text(SafeText.visible(right, 60)).raw("</text>");
    }
    out.raw("<path class=\"base\" d=\"M0 ").tenth(plot + height).raw("h720\"/>");
    if (lane.bars().isEmpty()) {
      out.raw("<text class=\"none\" x=\"6\"").attribute("y", plot + height - 5);
      out.raw(">none</text>");
      return;
    }
    switch (lane.kind()) {
      case BARS -> bars(lane, plot + height, height, scale);
      case LINE -> line(lane, plot + height, height, scale);
      case TICKS -> tickMarks(lane, plot, height);
      case SPANS -> spans(lane, plot, height);
    }
  }

  private static String range(double[] scale) {
    return Words.number(scale[0]) + "–" + Words.number(scale[1]);
  }

  private void bars(Lane lane, double bottom, double height, double[] scale) {
    double perValue = height / (scale[1] - scale[0]);
    double zero = bottom + scale[0] * perValue;
    out.raw("<path class=\"bar\" d=\"");
    double left = Double.NaN;
    double right = 0;
    double value = 0;
    for (Bar bar : lane.bars()) {
      if (!axis.meets(bar.from(), bar.to()) || !Double.isFinite(bar.value())) {
        continue;
      }
      double x = axis.x(bar.from());
      if (!Double.isNaN(left) && x - left < COLUMN) {
        right = Math.max(right, axis.x(bar.to()));
        value = Math.abs(bar.value()) > Math.abs(value) ? bar.value() : value;
        continue;
      }
      column(left, right, zero, value * perValue);
      left = x;
      right = axis.x(bar.to());
      value = bar.value();
    }
    column(left, right, zero, value * perValue);
    out.raw("\"/>");
  }

  private void column(double left, double right, double zero, double height) {
    if (Double.isNaN(left) || height == 0) {
      return;
    }
    double width = right - left;
    double gap = width > 5 ? 1 : 0;
    out.raw("M").tenth(left + gap / 2).raw(" ").tenth(zero).raw("v").tenth(-height);
    out.raw("h").tenth(Math.max(width - gap, COLUMN)).raw("v").tenth(height).raw("z");
  }

  private void line(Lane lane, double bottom, double height, double[] scale) {
    double perValue = height / (scale[1] - scale[0]);
    out.raw("<path class=\"line\" d=\"");
    SvgPath path = new SvgPath(out.builder());
    double[] points = new double[lane.bars().size() * 2];
    int used = 0;
    double lastRight = 0;
    double lastWidth = 0;
    for (Bar bar : lane.bars()) {
      if (!axis.meets(bar.from(), bar.to()) || !Double.isFinite(bar.value())) {
        continue;
      }
      double left = axis.x(bar.from());
      double right = axis.x(bar.to());
      // A line through a gap would claim values that nobody measured.
      if (used > 0 && left - lastRight > Math.max(COLUMN, lastWidth)) {
        path.add(Drawn.thin(Arrays.copyOf(points, used)), false);
        used = 0;
      }
      points[used++] = (left + right) / 2;
      points[used++] = bottom - (bar.value() - scale[0]) * perValue;
      lastRight = right;
      lastWidth = right - left;
    }
    path.add(Drawn.thin(Arrays.copyOf(points, used)), false);
    out.raw("\"/>");
  }

  private void tickMarks(Lane lane, double top, double height) {
    out.raw("<path class=\"tick\" d=\"");
    double last = Double.NEGATIVE_INFINITY;
    for (Bar bar : lane.bars()) {
      Instant at = bar.from();
      double x = axis.x(at);
      if (axis.meets(at, at) && Math.abs(x - last) >= COLUMN) {
        out.raw("M").tenth(x).raw(" ").tenth(top).raw("v").tenth(height);
        last = x;
      }
    }
    out.raw("\"/>");
  }

  private void spans(Lane lane, double top, double height) {
    double lastRight = -1;
    for (Bar bar : lane.bars()) {
      if (!axis.meets(bar.from(), bar.to())) {
        continue;
      }
      double left = axis.x(bar.from());
      double right = axis.x(bar.to());
      if (right - lastRight < COLUMN) {
        continue;
      }
      lastRight = right;
      double strength = Double.isFinite(bar.value()) ? Math.clamp(bar.value(), 0, 1) : 0;
      out.raw("<rect class=\"span\"").attribute("x", left).attribute("y", top);
      out.attribute("width", Math.max(right - left, 1)).attribute("height", height);
      out.attribute("fill-opacity", 0.1 + 0.9 * strength).raw("/>");
    }
  }

  private String description() {
    StringBuilder text = new StringBuilder(timeline.title()).append(", ");
    text.append(Words.span(timeline.from(), timeline.to())).append('.');
    for (Timeline.Mark mark : timeline.marks()) {
      text.append(' ').append(mark.label()).append(": ");
      text.append(Words.span(mark.from(), mark.to())).append('.');
    }
    for (Lane lane : timeline.lanes()) {
      text.append(' ').append(lane.label()).append(": ").append(lane.bars().size());
      text.append(lane.kind() == Kind.TICKS || lane.kind() == Kind.SPANS ? " marks." : " values");
      if (plotHeight(lane.kind()) == TALL) {
        double most = lane.bars().stream().mapToDouble(Bar::value).max().orElse(0);
        text.append(", at most ").append(Words.number(most)).append(' ').append(lane.unit());
        text.append('.');
      }
    }
    return text.toString();
  }
}
