package org.bellbuoy.report;

import java.util.HashSet;
import java.util.Set;
import org.bellbuoy.core.exhibit.Chart.Reference;

/** What the series of a chart are held against: lines first, their names once there is room. */
final class ReferenceLines {
  /** Edges of the plot, and the lower edge of what stands beneath it. */
  record Frame(double left, double top, double right, double bottom, double lowest) {}

  private final Html out;
  private final Labels labels;
  private final ChartScale x;
  private final ChartScale y;
  private final Frame frame;
  private final Set<String> named = new HashSet<>();

  ReferenceLines(Html out, Labels labels, ChartScale x, ChartScale y, Frame frame) {
    this.out = out;
    this.labels = labels;
    this.x = x;
    this.y = y;
    this.frame = frame;
  }

  private double px(double value) {
    return frame.left + x.clamped(value) * (frame.right - frame.left);
  }

  private double py(double value) {
    return frame.bottom - y.clamped(value) * (frame.bottom - frame.top);
  }

  /** Draws the line; a span is drawn beneath everything else, not here. */
  void draw(Reference reference) {
    switch (reference) {
      case Reference.Diagonal d -> {
        double from = Math.max(x.low(), y.low());
        double to = Math.min(x.high(), y.high());
        if (from < to) {
          line(px(from), py(from), px(to), py(to));
        }
      }
      case Reference.Horizontal h -> {
        if (y.shows(h.y())) {
          line(frame.left, py(h.y()), frame.right, py(h.y()));
        }
      }
      case Reference.Vertical v -> {
        if (x.shows(v.x())) {
          line(px(v.x()), frame.top, px(v.x()), frame.lowest);
        }
      }
      case Reference.Span s -> {}
    }
  }

  private void line(double fromX, double fromY, double toX, double toY) {
    out.raw("<path class=\"ref\" d=\"M").tenth(fromX).raw(" ").tenth(fromY).raw("L");
    out.tenth(toX).raw(" ").tenth(toY).raw("\"/>");
    labels.guard(new double[] {fromX, fromY, toX, toY});
  }

  /** Writes the name where there is room; the legend has it in any case. */
  void name(Reference reference) {
    if (!named.add(reference.label())) {
      return;
    }
    String name = SafeText.visible(reference.label(), 30);
    switch (reference) {
      case Reference.Diagonal d -> {
        double from = Math.max(x.low(), y.low());
        double to = Math.min(x.high(), y.high());
        for (double share : new double[] {0.3, 0.45, 0.6, 0.15, 0.02}) {
          double at = from + share * (to - from);
          if (from < to && labels.write(out, name, px(at) + 16, py(at) + 14, "start", "rf")) {
            return;
          }
        }
      }
      case Reference.Horizontal h -> {
        if (y.shows(h.y())) {
          beside(name, py(h.y()));
        }
      }
      case Reference.Vertical v -> {
        if (x.shows(v.x())) {
          for (double dy : new double[] {20, 60, 100, 140}) {
            if (labels.write(out, name, px(v.x()) + 8, frame.top + dy, "start", "rf")
                || labels.write(out, name, px(v.x()) - 8, frame.top + dy, "end", "rf")) {
              return;
            }
          }
        }
      }
      case Reference.Span s -> {
        double middle = (px(s.from()) + px(s.to())) / 2;
        for (double dy : new double[] {24, 60, 100, 140}) {
          if (labels.write(out, name, middle, frame.top + dy, "middle", "mk")) {
            return;
          }
        }
      }
    }
  }

  private void beside(String name, double at) {
    for (double dy : new double[] {-8, 20}) {
      if (labels.write(out, name, frame.right - 6, at + dy, "end", "rf")
          || labels.write(out, name, frame.left + 8, at + dy, "start", "rf")) {
        return;
      }
    }
  }
}
