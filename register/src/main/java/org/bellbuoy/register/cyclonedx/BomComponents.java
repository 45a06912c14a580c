package org.bellbuoy.register.cyclonedx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.register.exchange.Countries;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.exchange.Rest;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;

/**
 * Between components and assets. A number of the taxonomy {@code cdx:device} is an identifier;
 * {@code bellbuoy:kind} says what asset a device is; without it a component of type device is a
 * controller, and any program is software. Pure.
 */
final class BomComponents {
  /** No object within a component is looked into. */
  static final Rest REST = new Rest("cdx:", "?");

  private static final String KIND = "bellbuoy:kind";
  private static final String COUNTRY = "cdx:device:countryOfOrigin";
  private static final Map<String, String> NUMBERS =
      Map.of(
          "cdx:device:serialNumber", "serial-number",
          "cdx:device:macAddress", "mac-address",
          "cdx:device:gtin", "gtin",
          "cdx:device:udi", "udi");

  private BomComponents() {}

  /** The asset that a component describes, without details. */
  static Asset read(JsonNode component, String id, List<String> partOf, Statement said) {
    List<Identifier> numbers = new ArrayList<>();
    String country = "";
    AssetKind kind =
        switch (component.path("type").asText("")) {
          case "device" -> AssetKind.CONTROLLER;
          case "data" -> AssetKind.OTHER;
          default -> AssetKind.SOFTWARE;
        };
    for (JsonNode property : component.path("properties")) {
      String name = property.path("name").asText("");
      String value = property.path("value").asText("").strip();
      String scheme = NUMBERS.get(name);
      if (scheme != null && !value.isEmpty()) {
        numbers.add(new Identifier(scheme, value));
      } else if (name.equals(COUNTRY)) {
        country = Countries.code(value);
      } else if (name.equals(KIND)) {
        kind = Words.parse(AssetKind.class, value).orElse(kind);
      }
    }
    for (String field : List.of("purl", "cpe")) {
      String value = component.path(field).asText("").strip();
      if (!value.isEmpty()) {
        numbers.add(new Identifier(field, value));
      }
    }
    return new Asset(
        id,
        kind,
        component.path("name").asText().strip(),
        List.of(),
        country,
        numbers.stream().distinct().toList(),
        partOf,
        null,
        Map.of(),
        said);
  }

  /**
   * A component as the model alone tells it.
   *
   * @param maker name of the first maker; empty where none is known
   * @param supplier name of the first that services or supplies it; empty where none is known
   */
  static ObjectNode write(
      Asset asset, String maker, String supplier, boolean top, Dropped dropped) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    boolean software = asset.kind() == AssetKind.SOFTWARE;
    out.put("type", software ? "application" : "device");
    out.put("bom-ref", asset.id());
    if (!supplier.isEmpty()) {
      out.putObject("supplier").put("name", supplier);
    }
    if (!maker.isEmpty()) {
      out.putObject("manufacturer").put("name", maker);
    }
    out.put("name", asset.name());
    List<String[]> properties = new ArrayList<>();
    for (Identifier number : asset.identifiers()) {
      Optional<String> name =
          NUMBERS.entrySet().stream()
              .filter(known -> known.getValue().equals(number.scheme()))
              .map(Map.Entry::getKey)
              .findFirst();
      boolean field = List.of("purl", "cpe").contains(number.scheme());
      if (field && !out.has(number.scheme())) {
        out.put(number.scheme(), number.value());
      } else {
        properties.add(
            new String[] {name.orElse("bellbuoy:identifier:" + number.scheme()), number.value()});
      }
    }
    if (!asset.country().isEmpty()) {
      properties.add(new String[] {COUNTRY, asset.country()});
    }
    if (asset.kind() != AssetKind.CONTROLLER && !software) {
      properties.add(new String[] {KIND, Words.of(asset.kind())});
    }
    if (!properties.isEmpty()) {
      var list = out.putArray("properties");
      properties.forEach(p -> list.addObject().put("name", p[0]).put("value", p[1]));
    }
    if (!asset.aliases().isEmpty()) {
      dropped.add("other names of assets");
    }
    if (asset.geometry() != null) {
      dropped.add("where assets lie");
    }
    if (asset.partOf().size() > 1 || (top && !asset.partOf().isEmpty())) {
      dropped.add("further things that assets are part of");
    }
    return out;
  }
}
