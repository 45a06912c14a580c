package org.bellbuoy.report;

import java.util.Locale;
import org.bellbuoy.core.exhibit.MapLayer;

/** How a layer looks: class names that the style sheet knows, and its sample for the legend. */
final class LayerStyle {
  /** Classes of the colour scale for shares. */
  static final int STEPS = 5;

  private LayerStyle() {}

  static String cssClass(MapLayer.Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The step of a share on the colour scale, or -1 where there is none. */
  static int step(double share) {
    if (!(share >= 0)) {
      return -1;
    }
    return (int) Math.min(STEPS - 1, Math.floor(share * STEPS));
  }

  /** Path of a mark around the origin. */
  static String mark(MapLayer.Role role) {
    return switch (role) {
      case ENDPOINT -> "m0-7 7 7-7 7-7-7z";
      case RECEIVER -> "m0-8 7 13h-14z";
      default -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
    };
  }

  /** A small drawing of what the layer looks like. */
  static void sample(Html out, MapLayer.Role role) {
    out.raw("<svg class=\"sample\" viewBox=\"0 0 40 18\" aria-hidden=\"true\">");
    String name = cssClass(role);
    switch (role) {
      case REACH, RECEPTION ->
          out.raw("<path class=\"a ").raw(name).raw(" q3\" d=\"M2 2h36v14h-36z\"/>");
      case ENDPOINT, RECEIVER ->
          out.raw("<path class=\"p ").raw(name).raw("\" d=\"M20 9").raw(mark(role)).raw("\"/>");
      default -> {
        if (role == MapLayer.Role.TRACK_BEFORE || role == MapLayer.Role.TRACK_AFTER) {
          out.raw("<path class=\"l casing\" d=\"M2 9h36\"/>");
        }
        out.raw("<path class=\"l ").raw(name).raw("\" d=\"M2 9h36\"/>");
      }
    }
    out.raw("</svg>");
  }
}
