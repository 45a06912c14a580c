package org.bellbuoy.register.bods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/** Checks statements against each other and makes parties and roles of them. Use it once. */
final class BodsLinks {
  private static final String DAY = "1970-01-01";

  /** Takes what cannot be used. */
  interface Rejects {
    void add(String reason, BodsStatement statement, String detail);
  }

  private final String name;
  private final Rejects rejects;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, Source> sourceById = new HashMap<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, List<BodsStatement>> records = new LinkedHashMap<>();
  private final Set<String> componentsNamed = new HashSet<>();

  private BodsLinks(String name, Rejects rejects) {
    this.name = name;
    this.rejects = rejects;
  }

  static Loaded of(List<BodsStatement> statements, String name, Rejects rejects) {
    BodsLinks links = new BodsLinks(name, rejects);
    links.index(statements);
    links.records.values().forEach(links::parties);
    links.records.values().forEach(links::relationships);
    links.components();
    return new Loaded(
        List.copyOf(links.sources.values()), links.entities, links.roles, links.notes);
  }

  private void index(List<BodsStatement> statements) {
    Set<String> ids = new HashSet<>();
    for (BodsStatement statement : statements) {
      if (!ids.add(statement.id())) {
        rejects.add("statement-twice", statement, "/statementId: is that of an earlier statement.");
        continue;
      }
      String before = types.putIfAbsent(statement.recordId(), statement.recordType());
      if (before != null && !before.equals(statement.recordType())) {
        rejects.add(
            "record-of-two-types",
            statement,
            "/recordId: '%s' is a record of type %s in an earlier statement and %s here."
                .formatted(statement.recordId(), before, statement.recordType()));
        continue;
      }
      records.computeIfAbsent(statement.recordId(), key -> new ArrayList<>()).add(statement);
    }
    // A stable sort: of one day, the order of the file counts.
    for (List<BodsStatement> same : records.values()) {
      same.sort(
          Comparator.comparing(
              s -> {
                PartialDate day = s.day();
                return day == null ? java.time.LocalDate.MIN : day.first();
              }));
    }
  }

  private void parties(List<BodsStatement> same) {
    for (int i = 0; i < same.size(); i++) {
      BodsStatement statement = same.get(i);
      if (!statement.isRelationship()) {
        Statement said = said(statement).during(from(same, i), until(same, i));
        Party party = BodsParties.of(statement.json(), said);
        ObjectNode alone = BodsWriter.rendered(party, this::sourceOf, DAY);
        entities.add(
            new Party(
                party.id(),
                party.kind(),
                party.name(),
                party.aliases(),
                party.country(),
                party.identifiers(),
                party.reason(),
                BodsReader.REST.of(statement.json(), alone),
                said));
      }
    }
  }

  /** From when a statement counts: the first of its record always. */
  private static @Nullable PartialDate from(List<BodsStatement> same, int i) {
    return i == 0 ? null : same.get(i).day();
  }

  /** Until when a statement counts: until the next of its record, or its record's end. */
  private static @Nullable PartialDate until(List<BodsStatement> same, int i) {
    if (i + 1 < same.size()) {
      return same.get(i + 1).day();
    }
    return same.get(i).closed() ? same.get(i).day() : null;
  }

  private void relationships(List<BodsStatement> same) {
    for (int i = 0; i < same.size(); i++) {
      BodsStatement statement = same.get(i);
      if (statement.isRelationship()) {
        relationship(statement, from(same, i), until(same, i));
      }
    }
  }

  private void relationship(
      BodsStatement statement, @Nullable PartialDate from, @Nullable PartialDate until) {
    JsonNode record = statement.json().path("recordDetails");
    String target = end(statement, record, "subject");
    String holder = end(statement, record, "interestedParty");
    if (target == null || holder == null) {
      return;
    }
    List<Role> read;
    try {
      read = BodsRoles.of(statement.json(), holder, target, said(statement));
    } catch (BodsRoles.BadInterest e) {
      rejects.add("interest-that-cannot-be", statement, String.valueOf(e.getMessage()));
      return;
    }
    JsonNode reversed = reversed(record);
    if (reversed != null) {
      notes.add(
          "%s, %s: is said to be a beneficial owner, which only a person can be."
              .formatted(name, statement.id()));
    }
    record.path("componentRecords").forEach(one -> componentsNamed.add(one.asText()));
    ObjectNode alone = BodsWriter.rendered(statement.id(), read, this::sourceOf, DAY);
    Map<String, String> rest = new TreeMap<>(BodsReader.REST.of(statement.json(), alone));
    for (int i = 0; i < read.size(); i++) {
      Role role = read.get(i);
      PartialDate begins = later(role.statement().validFrom(), from);
      PartialDate ends = earlier(role.statement().validTo(), until);
      Map<String, String> details = new TreeMap<>(i == 0 ? rest : Map.of());
      boolean narrowed =
          !java.util.Objects.equals(begins, role.statement().validFrom())
              || !java.util.Objects.equals(ends, role.statement().validTo());
      if (narrowed) {
        details.put(BodsReader.SPAN, "");
        if (i == 0) {
          details.put(
              BodsReader.REST.prefix() + "/recordDetails/interests",
              record.path("interests").toString());
        }
      }
      roles.add(
          new Role(
              role.id(),
              role.holder(),
              role.target(),
              role.kind(),
              role.basis(),
              role.share(),
              role.directness(),
              role.component(),
              role.components(),
              role.beneficial(),
              details,
              role.statement().during(begins, ends)));
    }
  }

  /** An interest that is beneficial though its holder is an entity; null where none is. */
  private @Nullable JsonNode reversed(JsonNode record) {
    String holder = record.path("interestedParty").asText("");
    if (!"entity".equals(types.get(holder))) {
      return null;
    }
    for (JsonNode interest : record.path("interests")) {
      if (interest.path("beneficialOwnershipOrControl").asBoolean()) {
        return interest;
      }
    }
    return null;
  }

  private static @Nullable PartialDate later(@Nullable PartialDate a, @Nullable PartialDate b) {
    return a == null ? b : b == null || !b.first().isAfter(a.first()) ? a : b;
  }

  private static @Nullable PartialDate earlier(@Nullable PartialDate a, @Nullable PartialDate b) {
    return a == null ? b : b == null || !b.first().isBefore(a.first()) ? a : b;
  }

  /** Who an end of a relationship is; null where that was rejected. */
  private @Nullable String end(BodsStatement statement, JsonNode record, String field) {
    JsonNode end = record.path(field);
    if (!end.isTextual()) {
      return unnamed(statement, end, field);
    }
    String type = types.get(end.textValue());
    if (type == null) {
      rejects.add(
          "record-not-there",
          statement,
          "/recordDetails/%s: no statement of this file is of record '%s'."
              .formatted(field, end.textValue()));
      return null;
    }
    boolean fits = type.equals("entity") || (type.equals("person") && !field.equals("subject"));
    if (!fits) {
      rejects.add(
          "record-of-wrong-type",
          statement,
          "/recordDetails/%s: record '%s' is of type %s.".formatted(field, end.textValue(), type));
      return null;
    }
    return end.textValue();
  }

  /** Somebody whom nobody names is another one each time. */
  private String unnamed(BodsStatement statement, JsonNode end, String field) {
    String id = "unspecified:" + field + ":" + statement.id();
    entities.add(
        new Party(
            id,
            PartyKind.UNKNOWN,
            "not specified",
            List.of(),
            "",
            List.of(),
            BodsParties.reason(end),
            Map.of(BodsReader.UNSPECIFIED, end.path("description").asText("")),
            said(statement)));
    return id;
  }

  private void components() {
    for (List<BodsStatement> same : records.values()) {
      BodsStatement last = same.getLast();
      if (last.json().path("recordDetails").path("isComponent").asBoolean()
          && !componentsNamed.contains(last.recordId())) {
        notes.add(
            "%s, %s: is a component of no relationship in this file.".formatted(name, last.id()));
      }
    }
  }

  private Optional<Source> sourceOf(String id) {
    return Optional.ofNullable(sourceById.get(id));
  }

  private Statement said(BodsStatement statement) {
    return new Statement(
        source(statement.json()).id(),
        null,
        null,
        statement.day(),
        Confidence.UNKNOWN,
        "",
        new Statement.Place(name, statement.line()));
  }

  private Source source(JsonNode statement) {
    JsonNode publication = statement.path("publicationDetails");
    JsonNode source = statement.path("source");
    String key = publication + "|" + source;
    return sources.computeIfAbsent(
        key,
        k -> {
          JsonNode publisher = publication.path("publisher");
          List<String> types = new ArrayList<>();
          source.path("type").forEach(type -> types.add(type.asText()));
          List<String> by = new ArrayList<>();
          source.path("assertedBy").forEach(one -> by.add(one.path("name").asText("")));
          by.removeIf(String::isEmpty);
          String date = publication.path("publicationDate").asText("");
          Source made =
              new Source(
                  "bods-" + FindingIds.ofName(k).toString().substring(0, 8),
                  publisher.path("name").asText(publisher.path("url").asText(name)),
                  source.path("url").asText(""),
                  publication.path("license").asText(""),
                  PartialDate.parse(date.length() > 10 ? date.substring(0, 10) : date).orElse(null),
                  types,
                  by);
          sourceById.put(made.id(), made);
          return made;
        });
  }
}
