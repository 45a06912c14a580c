package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.exhibit.Exhibit;
import org.bellbuoy.core.exhibit.MapLayer;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Level;

/** All places of findings on one map, each marker a link to its finding. */
final class OverviewMap {
  /** Names of protected lines on the overview; more would cover the findings. */
  private static final int MAX_ASSET_LABELS = 16;

  /** Beyond this number markers are left to pointers; the table serves the keyboard. */
  private static final int MAX_TAB_STOPS = 40;

  private record Marker(Finding finding, double longitude, double latitude) {}

  private OverviewMap() {}

  static void write(Html out, ReportInput input, List<Finding> listed, Page page) {
    List<Marker> markers = new ArrayList<>();
    for (Finding finding : listed) {
      Geometry place = finding.place();
      Extent box = place == null ? new Extent() : Shape.of(place).extent();
      if (!box.isEmpty()) {
        markers.add(new Marker(finding, box.middle(), (box.south + box.north) / 2));
      }
    }
    int placeless = listed.size() - markers.size();
    Map<String, MapLayer.Feature> assets = assets(input, listed);
    Extent box = frame(markers);
    if (box.isEmpty()) {
      out.raw("<p class=\"note\">No finding has a place, so there is no map.</p>\n");
      return;
    }
    out.raw("<figure class=\"map overview\">");
    draw(out, input, markers, assets, box, page);
    legend(out, markers, !assets.isEmpty());
    if (placeless > 0) {
      out.raw("<p class=\"note\">Not on the map: ");
      out.text(Words.count(placeless, "finding without a place", "findings without a place"));
      out.raw(".</p>");
    }
    out.raw("</figure>\n");
  }

  /** Lines of protected things, each once however many exhibits show it. */
  private static Map<String, MapLayer.Feature> assets(ReportInput input, List<Finding> listed) {
    Map<String, MapLayer.Feature> assets = new LinkedHashMap<>();
    for (Finding finding : listed) {
      Exhibit exhibit = input.exhibits().get(finding.id());
      if (exhibit == null) {
        continue;
      }
      for (MapLayer layer : exhibit.layers()) {
        if (layer.role() == MapLayer.Role.ASSET) {
          for (MapLayer.Feature feature : layer.features()) {
            String key = feature.label() + "|" + feature.geometry().hashCode();
            assets.putIfAbsent(key, feature);
          }
        }
      }
    }
    return assets;
  }

  /** The box of all markers, cut where the globe is emptiest. */
  private static Extent frame(List<Marker> markers) {
    Extent box = new Extent();
    if (markers.isEmpty()) {
      return box;
    }
    double[] around = new double[markers.size()];
    for (int i = 0; i < around.length; i++) {
      around[i] = wrapped(markers.get(i).longitude, 0);
    }
    Arrays.sort(around);
    double west = around[0];
    double widest = around[0] + 360 - around[around.length - 1];
    for (int i = 1; i < around.length; i++) {
      if (around[i] - around[i - 1] > widest) {
        widest = around[i] - around[i - 1];
        west = around[i];
      }
    }
    for (Marker marker : markers) {
      box.add(wrapped(marker.longitude, west), marker.latitude);
    }
    // Room around, so that a lone marker still shows which sea it is.
    double room = Math.max(0.6, 0.08 * Math.max(box.east - box.west, box.north - box.south));
    box.add(box.west - room, Math.max(-85, box.south - room / 2));
    box.add(box.east + room, Math.min(85, box.north + room / 2));
    if (box.west > 180) {
      box.west -= 360;
      box.east -= 360;
    }
    return box;
  }

  private static double wrapped(double longitude, double west) {
    return longitude - 360 * Math.floor((longitude - west) / 360);
  }

  private static void draw(
      Html out,
      ReportInput input,
      List<Marker> markers,
      Map<String, MapLayer.Feature> assets,
      Extent box,
      Page page) {
    Projection projection = Projection.fit(box);
    Labels labels = new Labels(Projection.WIDTH, projection.height);
    out.raw("<svg class=\"chart\" role=\"group\" viewBox=\"0 0 ").tenth(Projection.WIDTH).raw(" ");
    out.tenth(projection.height).raw("\" aria-label=\"Map of all findings with a place\">");
    out.raw("<path class=\"sea\" d=\"M0 0h720v").tenth(projection.height).raw("H0z\"/>");
    MapFurniture furniture = new MapFurniture(out, projection, labels);
    furniture.reserve();
    furniture.land(input.backdrop());
    furniture.graticule();
    for (MapLayer.Feature asset : assets.values()) {
      out.raw("<path class=\"l asset\" d=\"");
      SvgPath path = new SvgPath(out.builder());
      MapSvg.pieces(projection, Shape.of(asset.geometry())).forEach(p -> path.add(p, false));
      out.raw("\"/>");
    }
    // A route comes in as many pieces as maps show it; one name a route, and a few of them,
    // suffice.
    Set<String> named = new HashSet<>();
    for (MapLayer.Feature asset : assets.values()) {
      String label = asset.label();
      if (label != null && named.size() < MAX_ASSET_LABELS && named.add(label)) {
        MapSvg.labelLine(out, projection, labels, Shape.of(asset.geometry()), label);
      }
    }
    furniture.scaleAndNorth();
    // The gravest is drawn last and lies on top.
    for (int i = markers.size() - 1; i >= 0; i--) {
      marker(out, markers.get(i), projection, page, markers.size() > MAX_TAB_STOPS);
    }
    MapSvg.close(out, projection, input.run().simulated());
  }

  private static void marker(
      Html out, Marker marker, Projection projection, Page page, boolean crowded) {
    Finding finding = marker.finding;
    double middle = projection.longitude(Projection.WIDTH / 2);
    double turn = 360 * Math.rint((middle - marker.longitude) / 360);
    Level level = finding.assessment().level();
    String label = Words.level(level) + ": " + page.heading(finding);
    out.raw("<a class=\"mk-").raw(level.word()).raw("\" href=\"#").raw(page.target(finding));
    out.raw("\" data-f=\"").raw(finding.id().toString()).raw("\"");
    out.raw(crowded ? " tabindex=\"-1\"" : "").attribute("aria-label", label);
    out.raw("><path class=\"p\" d=\"M").tenth(projection.x(marker.longitude + turn)).raw(" ");
    out.tenth(projection.y(marker.latitude)).raw(shape(level)).raw("\"><title>").text(label);
    out.raw("</title></path></a>");
  }

  /** Markers differ in shape as well as in colour, and none is smaller than another. */
  static String shape(Level level) {
    return switch (level) {
      case LIKELY -> "m0-9 9 16h-18z";
      case POSSIBLE -> "m0-9 9 9-9 9-9-9z";
      case UNLIKELY -> "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z";
      case CANNOT_TELL -> "m-7-7h14v14h-14z";
    };
  }

  private static void legend(Html out, List<Marker> markers, boolean assets) {
    out.raw("<figcaption><ul class=\"legend\">");
    for (Level level : Page.ORDER) {
      if (markers.stream().anyMatch(m -> m.finding.assessment().level() == level)) {
        out.raw(
            "<li><svg class=\"sample\" viewBox=\"0 0 40 20\" aria-hidden=\"true\"><g class=\"mk-");
        out.raw(level.word()).raw("\"><path class=\"p\" d=\"M20 10").raw(shape(level));
        out.raw("\"/></g></svg><span>").raw(Words.level(level)).raw("</span></li>");
      }
    }
    if (assets) {
      out.raw("<li>");
      LayerStyle.sample(out, MapLayer.Role.ASSET);
      out.raw("<span>Protected line: cable or pipeline</span></li>");
    }
    out.raw("</ul></figcaption>");
  }
}
