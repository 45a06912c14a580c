package org.bellbuoy.report;

import org.bellbuoy.core.exhibit.NetworkPicture;
import org.bellbuoy.core.exhibit.NetworkPicture.Link;
import org.bellbuoy.core.exhibit.NetworkPicture.Member;
import org.bellbuoy.core.exhibit.NetworkPicture.Zone;
import org.bellbuoy.core.finding.Level;
import org.jspecify.annotations.Nullable;

/**
 * A network as SVG. It keeps its size, so that it can be read on a phone too, and scrolls in a box
 * of its own there. Levels are told by sign and weight, and by colour only besides.
 */
final class NetworkSvg {
  private static final double TEXT = 12.5;
  private static final double SMALL = 11.5;
  private static final double BANNER = 24;

  /** Lower-case words and digits take less than {@link Labels#length} allows for. */
  private static final double NARROW = 10.6;

  private final Html out;
  private final NetworkPicture picture;
  private final NetworkLayout layout;

  private NetworkSvg(Html out, NetworkPicture picture, boolean simulated) {
    this.out = out;
    this.picture = picture;
    this.layout = NetworkLayout.of(picture, simulated ? BANNER : 2);
  }

  static void write(Html out, NetworkPicture picture, boolean simulated) {
    out.raw("<figure class=\"network\"><figcaption class=\"caption\">").text(picture.title());
    out.raw("</figcaption>");
    if (picture.zones().isEmpty()) {
      out.raw("<p class=\"note\">No device was seen, so there is no picture.</p></figure>\n");
      return;
    }
    new NetworkSvg(out, picture, simulated).draw(simulated);
    legend(out);
    out.raw("</figure>\n");
  }

  private void draw(boolean simulated) {
    long width = Math.round(layout.width());
    long height = Math.round(layout.height());
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    out.attribute("aria-label", picture.title() + (simulated ? ", SIMULATED" : ""));
    out.raw("><svg class=\"net\" role=\"img\" width=\"").raw(width).raw("\" height=\"");
    out.raw(height).raw("\" viewBox=\"0 0 ").raw(width).raw(" ").raw(height).raw("\"");
    out.attribute("aria-label", picture.alternative()).raw(">");
    if (simulated) {
      out.raw("<text class=\"sim\" x=\"4\" y=\"16\">SIMULATED: no device here is real</text>");
    }
    for (int i = 0; i < picture.zones().size(); i++) {
      zone(picture.zones().get(i), i);
    }
    // What was found lies over the rest.
    for (int i = picture.links().size() - 1; i >= 0; i--) {
      link(picture.links().get(i), layout.way(i));
    }
    out.raw("</svg></div>");
  }

  private void zone(Zone zone, int number) {
    NetworkLayout.Box box = layout.box(number);
    out.raw("<g><rect class=\"zone")
        .raw(zone.outside() ? " outside" : "")
        .raw("\" rx=\"8\" x=\"1\"");
    out.attribute("y", box.top()).attribute("width", NetworkLayout.BOX - 1);
    out.attribute("height", box.height()).raw("/>");
    String name = cut(zone.name(), NetworkLayout.BOX / 2, TEXT);
    double used = Labels.length(name) * TEXT;
    words("zn", NetworkLayout.PAD, box.top() + 20, name);
    String detail = cut(zone.detail(), NetworkLayout.BOX - used - 40, SMALL);
    words("nd", NetworkLayout.PAD + used + 12, box.top() + 20, detail);
    for (int i = 0; i < zone.members().size(); i++) {
      member(zone.members().get(i), layout.cardX(i), layout.cardY(number, i));
    }
    out.raw("</g>\n");
  }

  private void member(Member member, double x, double y) {
    String style = level(member.worst());
    out.raw("<g><title>").text(member.name() + ", " + member.detail()).raw("</title>");
    if (member.count() > 1) {
      card("host more", x + 3, y + 3);
    }
    card("host" + style, x, y);
    double room = NetworkLayout.CARD - 16;
    Level worst = member.worst();
    if (worst != null) {
      out.raw("<text class=\"ns").raw(style).raw("\" text-anchor=\"end\"");
      out.attribute("x", x + NetworkLayout.CARD - 8).attribute("y", y + 16).raw(">");
      out.text(Words.sign(worst)).raw("</text>");
      room -= 18;
    }
    words("nn", x + 8, y + 16, cut(member.name(), room, TEXT));
    words("nd", x + 8, y + 32, cut(member.detail(), NetworkLayout.CARD - 16, SMALL));
    out.raw("</g>");
  }

  private void card(String style, double x, double y) {
    out.raw("<rect class=\"").raw(style).raw("\" rx=\"5\"").attribute("x", x).attribute("y", y);
    out.attribute("width", NetworkLayout.CARD).attribute("height", NetworkLayout.CARD_HEIGHT);
    out.raw("/>");
  }

  private void link(Link link, NetworkLayout.Way way) {
    String style = level(link.worst());
    String from = picture.zones().get(link.from()).name();
    String to = picture.zones().get(link.to()).name();
    Level worst = link.worst();
    String found = worst == null ? "" : Words.sign(worst) + " " + link.label();
    out.raw("<g><title>").text(from + " to " + to + ": " + link.label()).raw("</title>");
    out.raw("<path class=\"way").raw(style).raw("\" d=\"M").tenth(NetworkLayout.BOX).raw(" ");
    if (way.within()) {
      out.tenth(way.fromY() - 10).raw("h16v10h-16\"/>");
      said(worst == null ? "within: " + link.label() : found, way.fromY(), style);
    } else {
      out.tenth(way.fromY()).raw("H").tenth(way.laneX()).raw("V").tenth(way.toY()).raw("H");
      out.tenth(NetworkLayout.BOX + 4).raw("\"/>");
      said(worst == null ? "to " + to + ": " + link.label() : found, way.fromY(), style);
      said(worst == null ? "from " + from : found, way.toY(), style);
    }
    out.raw("<path class=\"head").raw(style).raw("\" d=\"M").tenth(NetworkLayout.BOX + 1);
    out.raw(" ").tenth(way.toY()).raw("l9-4.5v9z\"/></g>\n");
  }

  private void said(String text, double y, String style) {
    words("nl" + style, NetworkLayout.WORDS, y - 4, cut(text, NetworkLayout.WORDS_WIDTH, NARROW));
  }

  private void words(String style, double x, double y, String text) {
    if (!text.isEmpty()) {
      out.raw("<text class=\"").raw(style).raw("\"").attribute("x", x).attribute("y", y);
      out.raw(">").text(text).raw("</text>");
    }
  }

  private static String level(@Nullable Level level) {
    return level == null ? "" : " at-" + level.word();
  }

  /** As much of a text as there is room for. */
  private static String cut(String text, double width, double size) {
    String shown = SafeText.visible(text.strip(), 400);
    if (Labels.length(shown) * size <= width) {
      return shown;
    }
    int end = 0;
    double used = size;
    while (end < shown.length()) {
      int next = shown.offsetByCodePoints(end, 1);
      used += Labels.length(shown.substring(end, next)) * size;
      if (used > width) {
        break;
      }
      end = next;
    }
    return shown.substring(0, end).strip() + "…";
  }

  private static void legend(Html out) {
    out.raw("<ul class=\"legend\"><li>");
    sample(out, "").raw("traffic as seen, from who asks to who is asked</li>");
    for (Level level : Level.values()) {
      out.raw("<li>");
      sample(out, level(level)).raw("finding: ").raw(Words.sign(level)).raw(" ");
      out.raw(Words.level(level)).raw("</li>");
    }
    out.raw("<li>A card with a second edge stands for several devices that are alike.</li></ul>");
  }

  private static Html sample(Html out, String style) {
    out.raw("<svg class=\"key\" viewBox=\"0 0 52 18\" aria-hidden=\"true\"><path class=\"way");
    out.raw(style).raw("\" d=\"M10 9H50\"/><path class=\"head").raw(style);
    return out.raw("\" d=\"M2 9l9-4.5v9z\"/></svg>");
  }
}
