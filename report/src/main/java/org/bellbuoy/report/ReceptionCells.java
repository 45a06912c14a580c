package org.bellbuoy.report;

import java.util.List;
import java.util.function.BiConsumer;
import org.bellbuoy.core.exhibit.MapLayer;
import org.jspecify.annotations.Nullable;

/**
 * Cells of reception: a ramp of five steps for what is known, the same faded under dots for what is
 * little known, and an outline without colour for what is not known.
 */
final class ReceptionCells {
  /** Cells above this number are drawn together by colour and lose their hover text. */
  private static final int MAX_SINGLE_CELLS = 400;

  /** Below this a value rests on too little to be read off the ramp. */
  private static final double ENOUGH_KNOWN = 0.5;

  private static final String[] NAMES = {
    "0–20\u00a0%", "20–40\u00a0%", "40–60\u00a0%", "60–80\u00a0%", "80–100\u00a0%"
  };

  private final Html out;
  private final BiConsumer<Html, Shape> path;
  private final Html dotted = new Html();

  /** Cells drawn with what turns a shape into path data. */
  ReceptionCells(Html out, BiConsumer<Html, Shape> path) {
    this.out = out;
    this.path = path;
  }

  /** Draws all cells and says whether any can be seen. */
  boolean draw(List<MapLayer.Feature> cells) {
    boolean seen = cells.size() > MAX_SINGLE_CELLS ? together(cells) : singly(cells);
    if (!dotted.builder().isEmpty()) {
      out.raw("<path class=\"dotted\" d=\"").raw(dotted.builder().toString()).raw("\"/>");
    }
    return seen;
  }

  private boolean singly(List<MapLayer.Feature> cells) {
    boolean seen = false;
    for (MapLayer.Feature cell : cells) {
      Html data = new Html();
      path.accept(data, Shape.of(cell.geometry()));
      if (data.builder().isEmpty()) {
        continue;
      }
      seen = true;
      cell(style(cell), data);
      String label = cell.label();
      if (label == null || label.isBlank()) {
        out.raw("\"/>");
      } else {
        out.raw("\"><title>").text(SafeText.visible(label, Html.MAX_NAME)).raw("</title></path>");
      }
    }
    return seen;
  }

  private boolean together(List<MapLayer.Feature> cells) {
    boolean seen = false;
    for (String style : styles()) {
      Html data = new Html();
      for (MapLayer.Feature cell : cells) {
        if (style(cell).equals(style)) {
          path.accept(data, Shape.of(cell.geometry()));
        }
      }
      if (!data.builder().isEmpty()) {
        cell(style, data);
        out.raw("\"/>");
        seen = true;
      }
    }
    return seen;
  }

  private void cell(String style, Html data) {
    out.raw("<path class=\"a reception ").raw(style);
    out.raw("\" d=\"").raw(data.builder().toString());
    if (style.endsWith("little")) {
      dotted.raw(data.builder().toString());
    }
  }

  private static List<String> styles() {
    return List.of(
        "qn",
        "q0",
        "q1",
        "q2",
        "q3",
        "q4",
        "q0 little",
        "q1 little",
        "q2 little",
        "q3 little",
        "q4 little");
  }

  private static String style(MapLayer.Feature cell) {
    int step = step(cell.value());
    Double known = cell.known();
    if (step < 0 || (known != null && !(known > 0))) {
      return "qn";
    }
    return "q" + step + (known != null && known < ENOUGH_KNOWN ? " little" : "");
  }

  private static int step(@Nullable Double value) {
    return value == null ? -1 : LayerStyle.step(value);
  }

  /** The ramp with its numbers, and what stands for little and for nothing known. */
  static void legend(Html out, List<MapLayer.Feature> cells) {
    out.raw("<ol class=\"ramp\" aria-label=\"colour scale\">");
    for (int i = 0; i < NAMES.length; i++) {
      swatch(out, "q" + i, NAMES[i]);
    }
    if (cells.stream().anyMatch(cell -> style(cell).endsWith("little"))) {
      swatch(out, "q1 little", "dotted: little known");
    }
    if (cells.stream().anyMatch(cell -> style(cell).equals("qn"))) {
      swatch(out, "qn", "empty: not known");
    }
    out.raw("</ol>");
  }

  private static void swatch(Html out, String style, String name) {
    // Dots keep their size, plain colour may be stretched.
    boolean little = style.endsWith("little");
    out.raw("<li><svg viewBox=\"0 0 ").raw(little ? "90 14" : "40 14");
    out.raw("\" preserveAspectRatio=\"").raw(little ? "xMidYMid slice" : "none");
    out.raw("\" aria-hidden=\"true\">");
    out.raw("<path class=\"a reception ").raw(style).raw("\" d=\"M0 0h90v14h-90z\"/>");
    out.raw(little ? "<path class=\"dotted\" d=\"M0 0h90v14h-90z\"/>" : "");
    out.raw("</svg>").raw(name).raw("</li>");
  }
}
