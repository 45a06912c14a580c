package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.exhibit.MapLayer.Role;
import org.jspecify.annotations.Nullable;

/** The map of one finding as SVG, with its legend. */
final class MapSvg {
  /** What decides where the map looks: a cable may cross an ocean, a fleet may be everywhere. */
  private static final Set<Role> FRAMING =
      EnumSet.of(
          Role.TRACK_BEFORE, Role.TRACK_AFTER, Role.REACH, Role.ENDPOINT, Role.ASSET_REACHED);

  private final Html out;
  private final Projection projection;
  private final Labels labels;
  private final IdentityHashMap<MapLayer, Witnesses> witnesses = new IdentityHashMap<>();
  private Witnesses others = new Witnesses();

  private MapSvg(Html out, Projection projection) {
    this.out = out;
    this.projection = projection;
    this.labels = new Labels(Projection.WIDTH, projection.height);
  }

  /** Writes map and legend around the subject; writes nothing when no layer has a place. */
  static void write(
      Html out, List<MapLayer> layers, Backdrop backdrop, String name, boolean simulated) {
    Extent box = frame(layers, true);
    if (box.isEmpty()) {
      box = frame(layers, false);
    }
    draw(out, layers, backdrop, name, simulated, box);
  }

  /** Writes a map that shows every layer whole; says whether any has a place. */
  static boolean writeWhole(
      Html out, List<MapLayer> layers, Backdrop backdrop, String name, boolean simulated) {
    Extent box = frame(layers, false);
    draw(out, layers, backdrop, name, simulated, box);
    return !box.isEmpty();
  }

  private static void draw(
      Html out,
      List<MapLayer> layers,
      Backdrop backdrop,
      String name,
      boolean simulated,
      Extent box) {
    if (box.isEmpty()) {
      return;
    }
    MapSvg map = new MapSvg(out, Projection.fit(box));
    out.raw("<figure class=\"map\">");
    open(out, map.projection, name);
    MapFurniture furniture = new MapFurniture(out, map.projection, map.labels);
    furniture.reserve();
    furniture.land(backdrop);
    furniture.graticule();
    List<Boolean> seen = new ArrayList<>();
    for (MapLayer layer : layers) {
      seen.add(map.layer(layer));
    }
    map.label(layers, Role.ENDPOINT, 11, "lb");
    map.label(layers, Role.RECEIVER, 11, "lb");
    map.labelAssets(layers);
    furniture.scaleAndNorth();
    close(out, map.projection, simulated);
    map.legend(layers, seen);
    out.raw("</figure>\n");
  }

  private static Extent frame(List<MapLayer> layers, boolean framingOnly) {
    Extent box = new Extent();
    for (MapLayer layer : layers) {
      if (!framingOnly || FRAMING.contains(layer.role())) {
        layer.features().forEach(feature -> box.addNear(Shape.of(feature.geometry())));
      }
    }
    return box;
  }

  static void open(Html out, Projection projection, String name) {
    out.raw("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ").tenth(Projection.WIDTH).raw(" ");
    out.tenth(projection.height).raw("\"").attribute("aria-label", name).raw(">");
    out.raw("<path class=\"sea\" d=\"M0 0h").tenth(Projection.WIDTH).raw("v");
    out.tenth(projection.height).raw("H0z\"/>");
  }

  static void close(Html out, Projection projection, boolean simulated) {
    if (simulated) {
      out.raw("<text class=\"sim\" text-anchor=\"end\" x=\"708\"");
      out.attribute("y", projection.height - 14).raw(">SIMULATED</text>");
    }
    out.raw("</svg>");
  }

  /** Draws a layer and says whether any of it can be seen. */
  private boolean layer(MapLayer layer) {
    boolean seen = false;
    String name = LayerStyle.cssClass(layer.role());
    out.raw("<g class=\"").raw(name).raw("-layer\">");
    if (layer.role() == Role.OTHERS) {
      others = new Witnesses();
      witnesses.put(layer, others);
    }
    if (layer.role() == Role.RECEPTION) {
      seen = new ReceptionCells(out, this::path).draw(layer.features());
    } else {
      Set<Long> places = new HashSet<>();
      for (MapLayer.Feature feature : layer.features()) {
        seen |= feature(layer.role(), name, feature, places);
      }
    }
    out.raw("</g>");
    return seen;
  }

  private boolean feature(Role role, String name, MapLayer.Feature feature, Set<Long> places) {
    Shape shape = Shape.of(feature.geometry());
    if (shape.isEmpty()) {
      return false;
    }
    if (shape.kind() == Shape.Kind.POINT) {
      return point(role, name, feature, shape.parts().getFirst(), places);
    }
    Html data = new Html();
    path(data, shape);
    if (data.builder().isEmpty()) {
      return false;
    }
    boolean area = shape.kind() == Shape.Kind.AREA;
    if (role == Role.TRACK_BEFORE || role == Role.TRACK_AFTER || role == Role.ASSET_REACHED) {
      out.raw("<path class=\"l casing\" d=\"").raw(data.builder().toString()).raw("\"/>");
    }
    out.raw("<path class=\"").raw(area ? "a " : "l ").raw(style(role, name, feature));
    out.raw("\" d=\"").raw(data.builder().toString());
    hover(feature.label());
    return true;
  }

  private void hover(@Nullable String label) {
    if (label == null || label.isBlank()) {
      out.raw("\"/>");
    } else {
      out.raw("\"><title>").text(SafeText.visible(label, Html.MAX_NAME)).raw("</title></path>");
    }
  }

  private String style(Role role, String name, MapLayer.Feature feature) {
    if (role != Role.OTHERS) {
      return name;
    }
    Witnesses.Heard heard = Witnesses.heard(feature.value());
    others.count(heard);
    return Witnesses.style(heard);
  }

  private boolean point(
      Role role, String name, MapLayer.Feature feature, double[] at, Set<Long> places) {
    double x = projection.x(turned(at[0]));
    double y = projection.y(at[1]);
    if (!Drawn.inside(x, y, Projection.WIDTH, projection.height)) {
      return false;
    }
    String style = style(role, name, feature);
    // Two marks on the same tenth of a unit cannot be told apart.
    if (!places.add(Math.round(x * 10) * 1_000_003 + Math.round(y * 10))) {
      return true;
    }
    boolean other = role == Role.OTHERS;
    out.raw("<path class=\"").raw(other ? "w " : "p ").raw(style);
    out.raw("\" d=\"M").tenth(x).raw(" ").tenth(y);
    out.raw(other ? Witnesses.mark(Witnesses.heard(feature.value())) : LayerStyle.mark(role));
    hover(feature.label());
    return true;
  }

  /** The longitude turned by whole circles so that it lies nearest to the middle of the map. */
  private double turned(double longitude) {
    double middle = projection.longitude(Projection.WIDTH / 2);
    return longitude + 360 * Math.rint((middle - longitude) / 360);
  }

  /** Path data of a shape, once for every turn of the globe on which it meets the map. */
  private void path(Html data, Shape shape) {
    SvgPath path = new SvgPath(data.builder());
    pieces(shape).forEach(piece -> path.add(piece, shape.kind() == Shape.Kind.AREA));
  }

  private List<double[]> pieces(Shape shape) {
    return pieces(projection, shape);
  }

  static List<double[]> pieces(Projection projection, Shape shape) {
    List<double[]> pieces = new ArrayList<>();
    Extent extent = shape.extent();
    if (extent.isEmpty()) {
      return pieces;
    }
    double first = Math.ceil((projection.west() - extent.east) / 360);
    double last = Math.floor((projection.east() - extent.west) / 360);
    for (double turn = first; turn <= last; turn++) {
      for (double[] part : shape.parts()) {
        double[] points = projection.project(part, 360 * turn);
        if (shape.kind() == Shape.Kind.AREA) {
          double[] ring = Drawn.area(points, Projection.WIDTH, projection.height);
          if (ring.length > 0) {
            pieces.add(ring);
          }
        } else {
          pieces.addAll(Drawn.line(points, Projection.WIDTH, projection.height));
        }
      }
    }
    return pieces;
  }

  private void label(List<MapLayer> layers, Role role, double gap, String style) {
    for (MapLayer layer : layers) {
      if (layer.role() != role) {
        continue;
      }
      for (MapLayer.Feature feature : layer.features()) {
        String name = feature.label();
        Shape shape = Shape.of(feature.geometry());
        if (name != null && shape.kind() == Shape.Kind.POINT && !shape.isEmpty()) {
          double[] at = shape.parts().getFirst();
          labels.place(out, name, projection.x(turned(at[0])), projection.y(at[1]), gap, style);
        }
      }
    }
  }

  private void labelAssets(List<MapLayer> layers) {
    for (MapLayer layer : layers) {
      if (layer.role() == Role.ASSET) {
        for (MapLayer.Feature feature : layer.features()) {
          String name = feature.label();
          if (name != null) {
            labelLine(out, projection, labels, Shape.of(feature.geometry()), name);
          }
        }
      }
    }
  }

  /** Writes the name of a line beside it, at the first of some places where there is room. */
  static void labelLine(Html out, Projection projection, Labels labels, Shape shape, String name) {
    for (double share : new double[] {0.5, 0.3, 0.7, 0.15, 0.85}) {
      for (double[] piece : pieces(projection, shape)) {
        int pairs = piece.length / 2;
        double at = share * (pairs - 1);
        int i = Math.min((int) at, Math.max(0, pairs - 2));
        int next = Math.min(i + 1, pairs - 1);
        double t = at - i;
        double x = piece[2 * i] + t * (piece[2 * next] - piece[2 * i]);
        double y = piece[2 * i + 1] + t * (piece[2 * next + 1] - piece[2 * i + 1]);
        if (labels.place(out, name, x, y, 9, "lb as")) {
          return;
        }
      }
    }
  }

  private void legend(List<MapLayer> layers, List<Boolean> seen) {
    out.raw("<figcaption><ul class=\"legend\">");
    for (int i = 0; i < layers.size(); i++) {
      MapLayer layer = layers.get(i);
      out.raw("<li class=\"of-").raw(LayerStyle.cssClass(layer.role())).raw("\">");
      if (layer.role() == Role.RECEPTION) {
        out.raw("<span>").text(layer.label()).raw("</span>");
        ReceptionCells.legend(out, layer.features());
      } else if (layer.role() == Role.OTHERS) {
        witnesses.getOrDefault(layer, others).legend(out, layer);
      } else {
        LayerStyle.sample(out, layer.role());
        out.raw("<span>").text(layer.label());
        if (!seen.get(i)) {
          out.raw(" <em>(none in view)</em>");
        }
        out.raw("</span>");
      }
      out.raw("</li>");
    }
    out.raw("</ul></figcaption>");
  }
}
