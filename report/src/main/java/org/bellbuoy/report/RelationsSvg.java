package org.bellbuoy.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.exhibit.Relations;

/** Boxes one under another with arrows beside them; as wide as a telephone's screen. */
final class RelationsSvg {
  private static final int LEFT = 74;
  private static final int RIGHT = 356;
  private static final int ROW = 52;
  private static final int BOX = 40;

  /** What fits a box at the sizes of the style sheet. */
  private static final int LONGEST_NAME = 33;

  private static final int LONGEST_DETAIL = 43;

  private RelationsSvg() {}

  static void write(Html out, Relations relations, boolean simulated) {
    out.raw("<figure class=\"rel\"><figcaption>").text(relations.title()).raw("</figcaption>");
    List<Relations.Node> nodes = relations.nodes();
    int height = nodes.size() * ROW + (simulated ? 24 : 4);
    out.raw("<svg class=\"rel\" role=\"img\" viewBox=\"0 0 360 ").raw(height).raw("\"");
    out.attribute("aria-label", relations.title() + ". " + relations.alternative()).raw(">");
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      place.put(nodes.get(i).id(), i);
      box(out, nodes.get(i), i * ROW + 4);
    }
    for (Relations.Edge edge : relations.edges()) {
      Integer from = place.get(edge.from());
      Integer to = place.get(edge.to());
      if (from != null && to != null && !from.equals(to)) {
        arrow(out, from, to, edge.certain(), nodes.size());
      }
    }
    if (simulated) {
      out.raw("<text class=\"sim\" text-anchor=\"end\" x=\"354\"");
      out.attribute("y", height - 6.0).raw(">SIMULATED</text>");
    }
    out.raw("</svg>");
    if (relations.more() > 0) {
      out.raw("<p class=\"note\">and ").raw(relations.more()).raw(" more, not drawn.</p>");
    }
    out.raw("</figure>\n");
  }

  private static void box(Html out, Relations.Node node, int top) {
    out.raw("<rect class=\"").raw(node.subject() ? "me" : "box").raw("\" rx=\"5\" x=\"");
    out.raw(LEFT).raw("\" y=\"").raw(top).raw("\" width=\"").raw(RIGHT - LEFT);
    out.raw("\" height=\"").raw(BOX).raw("\"/><text class=\"nm\" x=\"").raw(LEFT + 8);
    out.raw("\" y=\"").raw(top + 17).raw("\">").text(fitting(node.label(), LONGEST_NAME));
    out.raw("</text><text x=\"").raw(LEFT + 8).raw("\" y=\"").raw(top + 32).raw("\">");
    out.text(fitting(node.detail(), LONGEST_DETAIL)).raw("</text>");
  }

  private static String fitting(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
  }

  /** Leaves a box below its middle and comes in above it, the further the wider. */
  private static void arrow(Html out, int from, int to, boolean certain, int nodes) {
    int y1 = from * ROW + 4 + BOX / 2 + 8;
    int y2 = to * ROW + 4 + BOX / 2 - 6;
    int reach = 14 + (LEFT - 22) * Math.abs(to - from) / Math.max(1, nodes - 1);
    out.raw("<path class=\"ar").raw(certain ? "" : " ps").raw("\" d=\"M").raw(LEFT).raw(" ");
    out.raw(y1).raw("C").raw(LEFT - reach).raw(" ").raw(y1).raw(" ").raw(LEFT - reach).raw(" ");
    out.raw(y2).raw(" ").raw(LEFT - 6).raw(" ").raw(y2).raw("\"/><path class=\"hd\" d=\"M");
    out.raw(LEFT).raw(" ").raw(y2).raw("l-8 -4v8z\"/>");
  }
}
