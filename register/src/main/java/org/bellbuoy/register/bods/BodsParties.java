package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.jspecify.annotations.Nullable;

/** Between record details of entities and persons and parties of the model. Pure. */
final class BodsParties {
  private BodsParties() {}

  /**
   * The party that a statement of an entity or person describes, without details.
   *
   * @param statement that passed {@link BodsShapes#STATEMENT}
   */
  static Party of(JsonNode statement, Statement said) {
    JsonNode record = statement.path("recordDetails");
    String id = statement.path("recordId").asText();
    boolean person = statement.path("recordType").asText().equals("person");
    List<String> names = person ? personNames(record) : entityNames(record);
    return new Party(
        id,
        kind(person, record),
        names.isEmpty() ? id : names.getFirst(),
        names.isEmpty() ? List.of() : names.subList(1, names.size()),
        country(person ? record.path("nationalities").path(0) : record.path("jurisdiction")),
        identifiers(record.path("identifiers")),
        reason(record.path(person ? "unspecifiedPersonDetails" : "unspecifiedEntityDetails")),
        Map.of(),
        said);
  }

  private static PartyKind kind(boolean person, JsonNode record) {
    String word =
        person
            ? record.path("personType").asText()
            : record.path("entityType").path("type").asText();
    return switch (word) {
      case "knownPerson" -> PartyKind.PERSON;
      case "anonymousPerson", "anonymousEntity" -> PartyKind.ANONYMOUS;
      case "unknownPerson", "unknownEntity" -> PartyKind.UNKNOWN;
      case "arrangement" -> PartyKind.ARRANGEMENT;
      case "state" -> PartyKind.STATE;
      case "stateBody" -> PartyKind.STATE_BODY;
      default -> PartyKind.COMPANY;
    };
  }

  private static List<String> entityNames(JsonNode record) {
    List<String> names = new ArrayList<>();
    String name = record.path("name").asText("");
    if (!name.isEmpty()) {
      names.add(name);
      record.path("alternateNames").forEach(one -> names.add(one.asText()));
    }
    return names;
  }

  /** The legal name first, else the first. */
  private static List<String> personNames(JsonNode record) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : record.path("names")) {
      String full = name.path("fullName").asText("");
      if (full.isEmpty()) {
        continue;
      }
      boolean legal = name.path("type").asText("").equals("legal");
      names.add(legal && names.stream().noneMatch(n -> n.equals(full)) ? 0 : names.size(), full);
    }
    return names;
  }

  static String country(JsonNode place) {
    String code = place.path("code").asText("").toUpperCase(Locale.ROOT);
    boolean subdivision = code.length() > 3 && code.charAt(2) == '-';
    return code.length() == 2 ? code : subdivision ? code.substring(0, 2) : "";
  }

  private static List<Identifier> identifiers(JsonNode list) {
    List<Identifier> identifiers = new ArrayList<>();
    for (JsonNode one : list) {
      String scheme = one.path("scheme").asText(one.path("schemeName").asText("")).strip();
      String value = one.path("id").asText("").strip();
      if (!scheme.isEmpty() && !value.isEmpty()) {
        identifiers.add(new Identifier(scheme, value));
      }
    }
    return identifiers;
  }

  static @Nullable UnspecifiedReason reason(JsonNode unspecified) {
    String word = unspecified.path("reason").asText("");
    return Arrays.stream(UnspecifiedReason.values())
        .filter(reason -> reason.bods().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** Record type and record details of a party. */
  static void write(Party party, ObjectNode statement) {
    boolean person = party.kind() == PartyKind.PERSON;
    statement.put("recordType", person ? "person" : "entity");
    ObjectNode record = statement.putObject("recordDetails");
    record.put("isComponent", false);
    if (person) {
      record.put("personType", "knownPerson");
      ArrayNode names = record.putArray("names");
      names.addObject().put("type", "legal").put("fullName", party.name());
      party
          .aliases()
          .forEach(alias -> names.addObject().put("type", "alternative").put("fullName", alias));
      if (!party.country().isEmpty()) {
        record.putArray("nationalities").add(place(party.country()));
      }
    } else {
      record.putObject("entityType").put("type", entityType(party.kind()));
      if (!party.name().equals(party.id())) {
        record.put("name", party.name());
        if (!party.aliases().isEmpty()) {
          ArrayNode names = record.putArray("alternateNames");
          party.aliases().forEach(names::add);
        }
      }
      if (!party.country().isEmpty()) {
        record.set("jurisdiction", place(party.country()));
      }
    }
    UnspecifiedReason reason = party.reason();
    if (reason != null) {
      record
          .putObject(person ? "unspecifiedPersonDetails" : "unspecifiedEntityDetails")
          .put("reason", reason.bods());
    }
    if (!party.identifiers().isEmpty()) {
      ArrayNode identifiers = record.putArray("identifiers");
      for (Identifier one : party.identifiers()) {
        identifiers
            .addObject()
            .put("scheme", one.scheme().toUpperCase(Locale.ROOT))
            .put("id", one.value());
      }
    }
  }

  /** A country by its code; its name is the English one of the Java platform. */
  private static ObjectNode place(String code) {
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    place.put("name", name.isEmpty() ? code : name);
    place.put("code", code);
    return place;
  }

  private static String entityType(PartyKind kind) {
    return switch (kind) {
      case COMPANY, FUND, PERSON -> "registeredEntity";
      case ARRANGEMENT -> "arrangement";
      case ANONYMOUS -> "anonymousEntity";
      case UNKNOWN -> "unknownEntity";
      case STATE -> "state";
      case STATE_BODY -> "stateBody";
    };
  }
}
