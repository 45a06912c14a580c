package org.bellbuoy.register.cables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.ExchangeReader;
import org.bellbuoy.register.exchange.JsonItems;
import org.bellbuoy.register.exchange.Loaded;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of cables together: GeoJSON of cable systems (lines) and landing points (points), one
 * object a cable with owners, suppliers and landing points, one object a supplier with its cables.
 * What a file is, its content tells. They are joined by the identifiers they share.
 */
public final class CableReader implements ExchangeReader {
  private final Consumer<Reject> rejects;
  final Map<String, CableEntry> cables = new LinkedHashMap<>();
  final Map<String, CableEntry> points = new LinkedHashMap<>();
  final Map<String, List<Geometry.Line>> lines = new TreeMap<>();
  final Map<String, Geometry> places = new TreeMap<>();
  final Map<String, Entry> shapes = new LinkedHashMap<>();
  final Map<String, String> names = new TreeMap<>();
  final List<CableEntry> suppliers = new ArrayList<>();

  private CableReader(Consumer<Reject> rejects) {
    this.rejects = rejects;
  }

  /**
   * A reader that has read nothing yet.
   *
   * @param rejects takes each feature or object that cannot be used
   */
  public static CableReader of(Consumer<Reject> rejects) {
    return new CableReader(rejects);
  }

  @Override
  public void read(InputStream in, String name, int source) throws IOException {
    JsonItems.read(
        in,
        name,
        source,
        rejects,
        Set.of("features"),
        new JsonItems.Sink() {
          @Override
          public void item(String list, ObjectNode item, Entry entry) {
            take(item, entry);
          }

          @Override
          public void document(ObjectNode rest, long items, Entry entry) {
            if (!rest.path("type").asText("").equals("FeatureCollection")) {
              take(rest, entry);
            } else if (items == 0) {
              rejects.accept(entry.reject("no-features", "features: holds none."));
            }
          }
        });
  }

  private void take(ObjectNode item, Entry entry) {
    if (item.path("type").asText("").equals("Feature")) {
      feature(item, entry);
      return;
    }
    String id = item.path("id").asText("").strip();
    if (id.isEmpty()) {
      rejects.accept(entry.reject("no-id", "id: is missing; a cable or supplier needs one."));
    } else if (item.path("cables").isArray()) {
      suppliers.add(new CableEntry(item, entry));
    } else if (item.path("landing_points").isArray() || item.has("owners")) {
      unlessTwice(cables, id, item, entry);
    } else {
      rejects.accept(
          entry.reject(
              "not-a-cable",
              "%s: has neither landing_points, owners nor cables.".formatted(Entry.shown(id))));
    }
  }

  private void feature(ObjectNode item, Entry entry) {
    ObjectNode properties =
        item.get("properties") instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    String id = properties.path("id").asText(item.path("id").asText("")).strip();
    Geometry geometry;
    try {
      geometry = GeoJson.read(item.path("geometry"), "geometry");
    } catch (IllegalArgumentException e) {
      rejects.accept(entry.reject("bad-geometry", String.valueOf(e.getMessage())));
      return;
    }
    if (id.isEmpty()) {
      rejects.accept(entry.reject("no-id", "properties.id: is missing."));
      return;
    }
    switch (geometry) {
      case Geometry.Point point -> {
        if (unlessTwice(points, id, properties, entry)) {
          places.put(id, point);
        }
      }
      case Geometry.Line line -> shape(id, List.of(line), properties, entry);
      case Geometry.MultiLine many -> shape(id, many.lines(), properties, entry);
      case Geometry.Polygon area -> noShape(id, entry);
      case Geometry.MultiPolygon areas -> noShape(id, entry);
    }
  }

  /** Several features may draw one cable. */
  private void shape(String id, List<Geometry.Line> more, ObjectNode properties, Entry entry) {
    lines.computeIfAbsent(id, key -> new ArrayList<>()).addAll(more);
    shapes.putIfAbsent(id, entry);
    names.putIfAbsent(id, properties.path("name").asText(id));
  }

  private void noShape(String id, Entry entry) {
    rejects.accept(
        entry.reject(
            "bad-geometry",
            "%s: an area is neither a cable nor a landing point.".formatted(Entry.shown(id))));
  }

  private boolean unlessTwice(
      Map<String, CableEntry> into, String id, ObjectNode json, Entry entry) {
    boolean fresh = into.putIfAbsent(id, new CableEntry(json, entry)) == null;
    if (!fresh) {
      rejects.accept(
          entry.reject("id-twice", "id: %s stood there before.".formatted(Entry.shown(id))));
    }
    return fresh;
  }

  @Override
  public Loaded loaded() {
    return new CableJoin(this, rejects).loaded();
  }

  /** Geometry of a cable; null where no feature drew it. */
  static @Nullable Geometry joined(@Nullable List<Geometry.Line> lines) {
    return lines == null
        ? null
        : lines.size() == 1 ? lines.getFirst() : new Geometry.MultiLine(lines);
  }

  /** Identifiers of the cables that a supplier's object lists. */
  static List<JsonNode> cablesOf(CableEntry supplier) {
    List<JsonNode> all = new ArrayList<>();
    supplier.json().path("cables").forEach(all::add);
    return all;
  }
}
