package org.bellbuoy.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * OCSF's own description of a class, made into a JSON Schema: attributes with types and requirement
 * as the class, its parents, its objects and the dictionary say, and nothing beside them.
 */
final class OcsfSchema {
  private final Path folder;
  private final JsonNode dictionary;
  private final ObjectNode definitions = ExportSamples.JSON.createObjectNode();

  private OcsfSchema(Path folder) {
    this.folder = folder;
    this.dictionary = read(folder.resolve("dictionary.json"));
  }

  static JsonSchema of(Path folder, String event) {
    OcsfSchema made = new OcsfSchema(folder);
    ObjectNode root = made.described(made.event(event));
    JsonNode own = read(folder.resolve("events/findings/" + event + ".json"));
    int category = read(folder.resolve("categories.json")).at("/attributes/findings/uid").asInt();
    root.withObject("/properties/category_uid").removeAll().put("const", category);
    root.withObject("/properties/class_uid")
        .removeAll()
        .put("const", category * 1000 + own.get("uid").asInt());
    root.set("$defs", made.definitions);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }

  private static JsonNode read(Path file) {
    try {
      return ExportSamples.JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode event(String name) {
    Path file = folder.resolve("events/findings/" + name + ".json");
    return whole(
        read(Files.exists(file) ? file : folder.resolve("events/" + name + ".json")), true);
  }

  private ObjectNode object(String name) {
    return whole(read(folder.resolve("objects/" + name + ".json")), false);
  }

  /** The description with all that its parents and profiles say; its own word counts. */
  private ObjectNode whole(JsonNode own, boolean event) {
    String parent = own.path("extends").asText("");
    ObjectNode all =
        parent.isEmpty()
            ? ExportSamples.JSON.createObjectNode()
            : event ? event(parent) : object(parent);
    ObjectNode attributes = all.withObject("/attributes");
    JsonNode included = own.at("/attributes/$include");
    for (JsonNode profile : included) {
      Path file = folder.resolve(profile.asText());
      if (Files.exists(file)) {
        merge(read(file).path("attributes"), attributes, true);
      }
    }
    merge(own.path("attributes"), attributes, false);
    if (own.has("constraints")) {
      all.set("constraints", own.get("constraints"));
    }
    return all;
  }

  private static void merge(JsonNode from, ObjectNode into, boolean profile) {
    for (Iterator<Map.Entry<String, JsonNode>> i = from.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> one = i.next();
      if (one.getValue().isObject()) {
        ObjectNode merged = into.withObject("/" + one.getKey());
        merged.setAll((ObjectNode) one.getValue().deepCopy());
        if (profile) {
          // A profile asks only of events that name it.
          merged.put("requirement", "optional");
        }
      }
    }
  }

  private ObjectNode described(ObjectNode whole) {
    ObjectNode schema = ExportSamples.JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Map.Entry<String, JsonNode> one : whole.get("attributes").properties()) {
      properties.set(one.getKey(), attribute(one.getKey(), one.getValue()));
      if (one.getValue().path("requirement").asText().equals("required")) {
        required.add(one.getKey());
      }
    }
    JsonNode oneOf = whole.at("/constraints/at_least_one");
    if (oneOf.isArray()) {
      ArrayNode any = schema.putArray("anyOf");
      oneOf.forEach(name -> any.addObject().putArray("required").add(name.asText()));
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode attribute(String name, JsonNode own) {
    JsonNode general = dictionary.path("attributes").path(name);
    String type = own.path("type").asText(general.path("type").asText());
    ObjectNode value = value(type);
    Set<String> words = new TreeSet<>();
    for (JsonNode each : new JsonNode[] {own.path("enum"), general.path("enum")}) {
      each.fieldNames().forEachRemaining(words::add);
    }
    // Unknown and other alone: the class or, for observables, the whole dictionary has the rest.
    if (words.size() > 2) {
      ArrayNode allowed = value.putArray("enum");
      boolean number = value.path("type").asText().equals("integer");
      words.forEach(
          word -> {
            if (number) {
              allowed.add(Long.parseLong(word));
            } else {
              allowed.add(word);
            }
          });
    }
    if (!general.path("is_array").asBoolean()) {
      return value;
    }
    ObjectNode array = ExportSamples.JSON.createObjectNode().put("type", "array");
    array.set("items", value);
    return array;
  }

  private ObjectNode value(String type) {
    ObjectNode schema = ExportSamples.JSON.createObjectNode();
    JsonNode known = dictionary.at("/types/attributes/" + type);
    if (known.isMissingNode()) {
      if (type.equals("object")) {
        return schema.put("type", "object");
      }
      if (!definitions.has(type)) {
        definitions.putObject(type);
        definitions.set(type, described(object(type)));
      }
      return schema.put("$ref", "#/$defs/" + type);
    }
    switch (known.path("type").asText(type)) {
      case "integer_t", "long_t", "timestamp_t" -> schema.put("type", "integer");
      case "float_t" -> schema.put("type", "number");
      case "boolean_t" -> schema.put("type", "boolean");
      case "string_t" -> schema.put("type", "string");
      case "json_t" -> {}
      default -> throw new IllegalStateException(type);
    }
    if (known.has("regex")) {
      schema.put("pattern", known.get("regex").asText());
    }
    return schema;
  }
}
