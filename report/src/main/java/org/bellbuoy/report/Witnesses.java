package org.bellbuoy.report;

import java.util.EnumMap;
import java.util.Map;
import org.bellbuoy.core.exhibit.MapLayer;
import org.jspecify.annotations.Nullable;

/** Others on a map: whoever was heard is filled in, whoever was not is a ring. */
final class Witnesses {
  /** From this share of the time one counts as heard. */
  private static final double MOSTLY = 0.5;

  /** How well one was heard. */
  enum Heard {
    MOSTLY("heard", ""),
    PARTLY("heard less than half of the time", "partly"),
    NOT("not heard", "unheard"),
    UNKNOWN("not known whether heard", "unasked");

    final String words;
    final String style;

    Heard(String words, String style) {
      this.words = words;
      this.style = style;
    }
  }

  private final Map<Heard, Integer> seen = new EnumMap<>(Heard.class);

  static Heard heard(@Nullable Double share) {
    if (share == null) {
      return Heard.MOSTLY;
    }
    if (Double.isNaN(share)) {
      return Heard.UNKNOWN;
    }
    return share >= MOSTLY ? Heard.MOSTLY : share > 0 ? Heard.PARTLY : Heard.NOT;
  }

  /** Notes one that can be seen on the map. */
  void count(Heard heard) {
    seen.merge(heard, 1, Integer::sum);
  }

  /** Path of a mark around the origin: ring, ring with a dot, filled circle or cross. */
  static String mark(Heard heard) {
    String ring = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
    return switch (heard) {
      case MOSTLY, NOT -> ring;
      case PARTLY -> ring + "m2.2 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0z";
      case UNKNOWN -> "m-3.5-3.5l7 7m-7 0l7-7";
    };
  }

  /** Style of a mark or line. */
  static String style(Heard heard) {
    return heard.style.isEmpty() ? "others" : "others " + heard.style;
  }

  /** Entries of the legend, one for each way of being heard that is on the map, with counts. */
  void legend(Html out, MapLayer layer) {
    out.raw("<span>").text(layer.label());
    if (seen.isEmpty()) {
      out.raw(" <em>(none in view)</em></span>");
      return;
    }
    out.raw(":</span>");
    boolean lines =
        layer.features().stream().allMatch(f -> Shape.of(f.geometry()).kind() == Shape.Kind.LINE);
    seen.forEach(
        (heard, count) -> {
          out.raw("<span class=\"kind\"><svg class=\"sample\" viewBox=\"0 0 40 18\"");
          out.raw(" aria-hidden=\"true\"><path class=\"").raw(lines ? "l " : "w ");
          out.raw(style(heard)).raw("\" d=\"");
          out.raw(lines ? "M2 9h36" : "M20 9" + mark(heard)).raw("\"/></svg>");
          out.raw(heard.words).raw(" (").text(Words.count(count)).raw(")</span>");
        });
  }
}
