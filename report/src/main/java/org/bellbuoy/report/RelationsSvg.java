package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Relations;

/**
 * Boxes one under another with arrows beside them, drawn twice: as wide as a telephone's screen and
 * as wide as a page, of which the style sheet shows one. Names and what they hold run over as many
 * lines as they need; nothing is cut.
 */
final class RelationsSvg {
  private static final int LEFT = 74;
  private static final int GAP = 12;
  private static final int NAME_LINE = 16;
  private static final int DETAIL_LINE = 15;

  private final Html out;
  private final int width;

  /** What fits a line at the sizes of the style sheet. */
  private final int longestName;

  private final int longestDetail;

  private RelationsSvg(Html out, int width) {
    this.out = out;
    this.width = width;
    int inner = width - 4 - LEFT - 16;
    this.longestName = inner * 10 / 79;
    this.longestDetail = inner * 10 / 61;
  }

  static void write(Html out, Relations relations, boolean simulated) {
    out.raw("<figure class=\"rel\"><figcaption>").text(relations.title()).raw("</figcaption>");
    new RelationsSvg(out, 360).draw(relations, "rel small", simulated);
    new RelationsSvg(out, 740).draw(relations, "rel large", simulated);
    if (relations.more() > 0) {
      out.raw("<p class=\"note\">and ").raw(relations.more()).raw(" more, not drawn.</p>");
    }
    out.raw("</figure>\n");
  }

  private void draw(Relations relations, String style, boolean simulated) {
    List<Box> boxes = new ArrayList<>();
    Map<String, Box> place = new HashMap<>();
    int top = 4;
    for (Relations.Node node : relations.nodes()) {
      Box box =
          new Box(
              boxes.size(),
              top,
              lines(node.label(), longestName),
              lines(node.detail(), longestDetail));
      boxes.add(box);
      place.put(node.id(), box);
      top += box.height() + GAP;
    }
    int height = top + (simulated ? 20 : 0);
    out.raw("<svg class=\"").raw(style).raw("\" role=\"img\" viewBox=\"0 0 ").raw(width);
    out.raw(" ").raw(height).raw("\"");
    out.attribute("aria-label", relations.title() + ". " + relations.alternative()).raw(">");
    for (int i = 0; i < boxes.size(); i++) {
      box(boxes.get(i), relations.nodes().get(i).subject());
    }
    for (Relations.Edge edge : relations.edges()) {
      Box from = place.get(edge.from());
      Box to = place.get(edge.to());
      if (from != null && to != null && !edge.from().equals(edge.to())) {
        arrow(from, to, edge.certain(), boxes.size());
      }
    }
    if (simulated) {
      out.raw("<text class=\"sim\" text-anchor=\"end\"").attribute("x", width - 6.0);
      out.attribute("y", height - 6.0).raw(">SIMULATED</text>");
    }
    out.raw("</svg>");
  }

  private record Box(int place, int top, List<String> name, List<String> detail) {
    int height() {
      return 8 + name.size() * NAME_LINE + detail.size() * DETAIL_LINE;
    }

    int middle() {
      return top + height() / 2;
    }
  }

  private void box(Box box, boolean subject) {
    out.raw("<rect class=\"").raw(subject ? "me" : "box").raw("\" rx=\"5\" x=\"").raw(LEFT);
    out.raw("\" y=\"").raw(box.top()).raw("\" width=\"").raw(width - 4 - LEFT);
    out.raw("\" height=\"").raw(box.height()).raw("\"/>");
    int y = box.top() + 2;
    for (String line : box.name()) {
      y += NAME_LINE;
      out.raw("<text class=\"nm\" x=\"").raw(LEFT + 8).raw("\" y=\"").raw(y).raw("\">");
      out.text(line).raw("</text>");
    }
    for (String line : box.detail()) {
      y += DETAIL_LINE;
      out.raw("<text x=\"").raw(LEFT + 8).raw("\" y=\"").raw(y).raw("\">");
      out.text(line).raw("</text>");
    }
  }

  /** Broken between words; a word longer than a line is broken where the line ends. */
  static List<String> lines(String text, int longest) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.codePointCount(0, rest.length()) > longest) {
      int end = rest.offsetByCodePoints(0, longest);
      int space = rest.lastIndexOf(' ', end);
      int cut = space > 0 ? space : end;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  /** Leaves a box below its middle and comes in above it, the further the wider. */
  private void arrow(Box from, Box to, boolean certain, int boxes) {
    int y1 = from.middle() + 8;
    int y2 = to.middle() - 6;
    int reach = 14 + (LEFT - 22) * Math.abs(to.place() - from.place()) / Math.max(1, boxes - 1);
    out.raw("<path class=\"ar").raw(certain ? "" : " ps").raw("\" d=\"M").raw(LEFT).raw(" ");
    out.raw(y1).raw("C").raw(LEFT - reach).raw(" ").raw(y1).raw(" ").raw(LEFT - reach).raw(" ");
    out.raw(y2).raw(" ").raw(LEFT - 6).raw(" ").raw(y2).raw("\"/><path class=\"hd\" d=\"M");
    out.raw(LEFT).raw(" ").raw(y2).raw("l-8 -4v8z\"/>");
  }
}
