package org.bellbuoy.register.ftm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/** Between entities of the format and parties and assets of the model. Pure. */
final class FtmEntities {
  static final Set<String> PARTIES =
      Set.of("Company", "Organization", "LegalEntity", "PublicBody", "Person");
  static final Set<String> ASSETS = Set.of("Vessel", "Asset");

  /** Keyword that keeps a kind for which the format has no schema. */
  private static final String KIND = "bellbuoy:kind:";

  private static final String REASON = "bellbuoy:reason:";

  private FtmEntities() {}

  /** The party or asset that an entity of these schemata describes, without details. */
  static Entity read(JsonNode json, Statement said) {
    String id = json.path("id").asText();
    String schema = json.path("schema").asText();
    List<String> names = names(json);
    String name = names.isEmpty() ? id : names.getFirst();
    List<String> aliases = names.isEmpty() ? List.of() : names.subList(1, names.size());
    String country = country(json, schema);
    if (ASSETS.contains(schema)) {
      return new Asset(
          id,
          assetKind(json, schema),
          name,
          aliases,
          country,
          FtmNumbers.read(json, true, country),
          List.of(),
          null,
          Map.of(),
          said);
    }
    return new Party(
        id,
        partyKind(json, schema),
        name,
        aliases,
        country,
        FtmNumbers.read(json, false, country),
        reason(json),
        Map.of(),
        said);
  }

  /** The caption first where it is one of the names, else the first name. */
  private static List<String> names(JsonNode json) {
    Set<String> names = new LinkedHashSet<>();
    List<String> own = Properties.of(json, "name");
    String caption = json.path("caption").asText("").strip();
    if (own.contains(caption) || (own.isEmpty() && !caption.isEmpty())) {
      names.add(caption);
    }
    names.addAll(own);
    for (String property : List.of("alias", "previousName", "weakAlias")) {
      names.addAll(Properties.of(json, property));
    }
    return new ArrayList<>(names);
  }

  private static String country(JsonNode json, String schema) {
    return Properties.country(
        json,
        switch (schema) {
          case "Vessel" -> List.of("flag", "country");
          case "Person" -> List.of("nationality", "citizenship", "country");
          default -> List.of("jurisdiction", "mainCountry", "country");
        });
  }

  private static AssetKind assetKind(JsonNode json, String schema) {
    return schema.equals("Vessel")
        ? AssetKind.VESSEL
        : word(json, KIND).flatMap(w -> Words.parse(AssetKind.class, w)).orElse(AssetKind.OTHER);
  }

  private static PartyKind partyKind(JsonNode json, String schema) {
    PartyKind plain =
        switch (schema) {
          case "Person" -> PartyKind.PERSON;
          case "PublicBody" -> PartyKind.STATE_BODY;
          default -> PartyKind.COMPANY;
        };
    return word(json, KIND).flatMap(w -> Words.parse(PartyKind.class, w)).orElse(plain);
  }

  private static @Nullable UnspecifiedReason reason(JsonNode json) {
    return word(json, REASON)
        .flatMap(word -> Words.parse(UnspecifiedReason.class, word))
        .orElse(null);
  }

  private static Optional<String> word(JsonNode json, String prefix) {
    return Properties.of(json, "keywords").stream()
        .filter(keyword -> keyword.startsWith(prefix))
        .map(keyword -> keyword.substring(prefix.length()))
        .findFirst();
  }

  /** A party or asset as the model alone tells it. */
  static ObjectNode write(Entity entity, Dropped dropped) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("id", entity.id());
    out.put("caption", entity.name());
    out.put("schema", schema(entity));
    out.putObject(Properties.FIELD);
    List<String> names = new ArrayList<>(List.of(entity.name()));
    names.addAll(entity.aliases());
    Properties.put(out, "name", names.stream().distinct().toList());
    if (!entity.country().isEmpty()) {
      Properties.put(
          out, countryProperty(entity), List.of(entity.country().toLowerCase(Locale.ROOT)));
    }
    FtmNumbers.write(entity, out, dropped);
    Properties.put(out, "keywords", keywords(entity));
    statement(entity.statement(), out, dropped);
    if (entity.statement().validFrom() != null || entity.statement().validTo() != null) {
      dropped.add("spans over which descriptions of parties and assets hold");
    }
    if (entity instanceof Asset asset) {
      if (!asset.partOf().isEmpty()) {
        dropped.add("what assets are part of");
      }
      if (asset.geometry() != null) {
        dropped.add("where assets lie");
      }
    }
    return out;
  }

  /** Writes who says something and when. */
  static void statement(Statement said, ObjectNode out, Dropped dropped) {
    if (!said.source().isEmpty()) {
      out.putArray("datasets").add(said.source());
    }
    PartialDate recorded = said.recorded();
    if (recorded != null) {
      Properties.put(out, "modifiedAt", List.of(recorded.toString()));
    }
    if (!said.note().isEmpty()) {
      dropped.add("notes");
    }
    if (said.confidence() != org.bellbuoy.register.model.Confidence.UNKNOWN) {
      dropped.add("how far statements can be relied on");
    }
  }

  private static String schema(Entity entity) {
    return switch (entity) {
      case Asset asset -> asset.kind() == AssetKind.VESSEL ? "Vessel" : "Asset";
      case Party party ->
          switch (party.kind()) {
            case COMPANY, FUND, ARRANGEMENT -> "Company";
            case PERSON -> "Person";
            case STATE, STATE_BODY -> "PublicBody";
            case ANONYMOUS, UNKNOWN -> "LegalEntity";
          };
    };
  }

  private static String countryProperty(Entity entity) {
    return switch (schema(entity)) {
      case "Vessel" -> "flag";
      case "Person" -> "nationality";
      case "Asset" -> "country";
      default -> "jurisdiction";
    };
  }

  private static List<String> keywords(Entity entity) {
    List<String> words = new ArrayList<>();
    switch (entity) {
      case Asset asset -> {
        if (asset.kind() != AssetKind.VESSEL && asset.kind() != AssetKind.OTHER) {
          words.add(KIND + Words.of(asset.kind()));
        }
      }
      case Party party -> {
        switch (party.kind()) {
          case COMPANY, PERSON, STATE_BODY -> {}
          case STATE, FUND, ARRANGEMENT, ANONYMOUS, UNKNOWN ->
              words.add(KIND + Words.of(party.kind()));
        }
        UnspecifiedReason reason = party.reason();
        if (reason != null) {
          words.add(REASON + Words.of(reason));
        }
      }
    }
    return words;
  }
}
