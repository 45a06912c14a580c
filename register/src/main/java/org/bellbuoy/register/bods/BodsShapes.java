package org.bellbuoy.register.bods;

import static org.bellbuoy.register.bods.Shape.date;
import static org.bellbuoy.register.bods.Shape.dateOrTime;
import static org.bellbuoy.register.bods.Shape.flag;
import static org.bellbuoy.register.bods.Shape.list;
import static org.bellbuoy.register.bods.Shape.object;
import static org.bellbuoy.register.bods.Shape.partialDate;
import static org.bellbuoy.register.bods.Shape.pattern;
import static org.bellbuoy.register.bods.Shape.percentage;
import static org.bellbuoy.register.bods.Shape.text;
import static org.bellbuoy.register.bods.Shape.uri;
import static org.bellbuoy.register.bods.Shape.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.UnspecifiedReason;

/** The shapes of BODS 0.4: statement, entity, person, relationship and their parts. */
final class BodsShapes {
  private static final Pattern VERSION = Pattern.compile("^(\\d+\\.)(\\d+)$");

  private static final Shape COUNTRY = object().must("name", text()).may("code", text(2, 2));
  private static final Shape JURISDICTION = object().must("name", text()).may("code", text(2, 6));
  private static final Shape UNSPECIFIED =
      object()
          .must("reason", word(codes(UnspecifiedReason.values(), UnspecifiedReason::bods)))
          .may("description", text());
  private static final Shape IDENTIFIER =
      object()
          .may("id", text())
          .may("scheme", text())
          .may("schemeName", text())
          .may("uri", uri())
          .and(BodsShapes::named);
  private static final Shape SOURCE =
      object()
          .may(
              "type",
              list(
                  word(
                      Set.of(
                          "selfDeclaration",
                          "officialRegister",
                          "thirdParty",
                          "primaryResearch",
                          "verified"))))
          .may("description", text())
          .may("url", uri())
          .may("retrievedAt", dateOrTime())
          .may("assertedBy", list(object().may("name", text()).may("uri", uri())));

  private static final Shape ENTITY =
      object()
          .must("isComponent", flag())
          .must(
              "entityType",
              object()
                  .must(
                      "type",
                      word(
                          Set.of(
                              "registeredEntity",
                              "legalEntity",
                              "arrangement",
                              "anonymousEntity",
                              "unknownEntity",
                              "state",
                              "stateBody")))
                  .may(
                      "subtype",
                      word(
                          Set.of(
                              "governmentDepartment",
                              "stateAgency",
                              "other",
                              "trust",
                              "nomination")))
                  .may("details", text())
                  .and(BodsShapes::subtype))
          .may("unspecifiedEntityDetails", UNSPECIFIED)
          .may("name", text())
          .may("alternateNames", list(text()))
          .may("jurisdiction", JURISDICTION)
          .may("identifiers", list(IDENTIFIER))
          .may("foundingDate", date())
          .may("dissolutionDate", date())
          .may("addresses", list(address("registered", "business", "alternative")))
          .may("uri", uri())
          .may("publicListing", listing())
          .may("formedByStatute", object().may("name", text()).may("date", date()));

  private static final Shape PERSON =
      object()
          .must("isComponent", flag())
          .must("personType", word(Set.of("anonymousPerson", "unknownPerson", "knownPerson")))
          .may("unspecifiedPersonDetails", UNSPECIFIED)
          .may(
              "names",
              list(
                  object()
                      .may(
                          "type",
                          word(
                              Set.of(
                                  "legal",
                                  "translation",
                                  "transliteration",
                                  "former",
                                  "alternative",
                                  "birth")))
                      .must("fullName", text())
                      .may("familyName", text())
                      .may("givenName", text())
                      .may("patronymicName", text())))
          .may("identifiers", list(IDENTIFIER))
          .may("nationalities", list(COUNTRY))
          .may("placeOfBirth", address("placeOfBirth"))
          .may("birthDate", partialDate())
          .may("deathDate", partialDate())
          .may("taxResidencies", list(COUNTRY))
          .may("addresses", list(address("residence", "service", "alternative")))
          .may(
              "politicalExposure",
              object()
                  .must("status", word(Set.of("isPep", "isNotPep", "unknown")))
                  .may(
                      "details",
                      list(
                          object()
                              .may("reason", text())
                              .may("missingInfoReason", text())
                              .may("jurisdiction", JURISDICTION)
                              .may("startDate", date())
                              .may("endDate", date())
                              .may("source", SOURCE))));

  private static final Shape RELATIONSHIP =
      object()
          .must("isComponent", flag())
          .must("subject", end())
          .must("interestedParty", end())
          .may("componentRecords", list(text()))
          .may("interests", list(interest()))
          .and(BodsShapes::components);

  private static final Shape ANNOTATION =
      object()
          .must("statementPointerTarget", text())
          .must(
              "motivation",
              word(Set.of("commenting", "correcting", "identifying", "linking", "transformation")))
          .may("creationDate", dateOrTime())
          .may("createdBy", object().may("name", text()).may("uri", uri()))
          .may("description", text())
          .may("transformedContent", text())
          .may("url", uri())
          .and(BodsShapes::annotation);

  private static final Shape PUBLICATION =
      object()
          .must("publicationDate", dateOrTime())
          .must("bodsVersion", pattern(VERSION, "a version such as 0.4"))
          .must(
              "publisher",
              object().may("name", text()).may("url", uri()).and(BodsShapes::publisher))
          .may("license", uri());

  /** A whole statement. */
  static final Shape STATEMENT =
      object()
          .must("statementId", text(32, 64))
          .must("declarationSubject", text())
          .must("recordId", text())
          .must("recordType", word(Set.of("entity", "person", "relationship")))
          .must("statementDate", dateOrTime())
          .must("recordDetails", object())
          .may("recordStatus", word(Set.of("new", "updated", "closed")))
          .may("declaration", text())
          .may("annotations", list(ANNOTATION))
          .may("publicationDetails", PUBLICATION)
          .may("source", SOURCE)
          .and(BodsShapes::record);

  private BodsShapes() {}

  private static <T> Set<String> codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values)
        .map(code)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Shape address(String... types) {
    return object()
        .may("type", word(Set.of(types)))
        .may("address", text())
        .may("postCode", text())
        .may("country", COUNTRY);
  }

  private static Shape listing() {
    return object()
        .must("hasPublicListing", flag())
        .may("companyFilingsURLs", list(uri()))
        .may(
            "securitiesListings",
            list(
                object()
                    .must("stockExchangeJurisdiction", text(2, 6))
                    .must("stockExchangeName", text())
                    .must(
                        "security",
                        object()
                            .must("ticker", text())
                            .may("idScheme", word(Set.of("isin", "figi", "cusip", "cins")))
                            .may("id", text()))
                    .may("marketIdentifierCode", text())
                    .may("operatingMarketIdentifierCode", text())));
  }

  private static Shape interest() {
    return object()
        .may("type", word(codes(Basis.values(), Basis::bods)))
        .may("directOrIndirect", word(Set.of("direct", "indirect", "unknown")))
        .may("beneficialOwnershipOrControl", flag())
        .may("details", text())
        .may("startDate", date())
        .may("endDate", date())
        .may(
            "share",
            object()
                .may("exact", percentage())
                .may("minimum", percentage())
                .may("maximum", percentage())
                .may("exclusiveMinimum", percentage())
                .may("exclusiveMaximum", percentage()));
  }

  /** A record's identifier, or the reason why there is none. */
  private static Shape end() {
    return (value, path, sink) -> {
      if (!value.isTextual()) {
        UNSPECIFIED.check(value, path, sink);
      }
    };
  }

  private static void record(JsonNode value, String path, Shape.Sink sink) {
    JsonNode details = value.path("recordDetails");
    if (!details.isObject()) {
      return;
    }
    switch (value.path("recordType").asText()) {
      case "entity" -> ENTITY.check(details, path + "/recordDetails", sink);
      case "person" -> PERSON.check(details, path + "/recordDetails", sink);
      case "relationship" -> RELATIONSHIP.check(details, path + "/recordDetails", sink);
      default -> {
        // Told already.
      }
    }
  }

  private static void named(JsonNode value, String path, Shape.Sink sink) {
    if (value.isObject() && !value.has("scheme") && !value.has("schemeName")) {
      sink.problem(path, "must have a scheme or a schemeName.");
    }
  }

  private static void publisher(JsonNode value, String path, Shape.Sink sink) {
    if (value.isObject() && !value.has("name") && !value.has("url")) {
      sink.problem(path, "must have a name or a url.");
    }
  }

  private static void subtype(JsonNode value, String path, Shape.Sink sink) {
    JsonNode subtype = value.path("subtype");
    Set<String> allowed =
        switch (value.path("type").asText()) {
          case "arrangement" -> Set.of("trust", "nomination", "other");
          case "legalEntity" -> Set.of("trust", "other");
          case "stateBody" -> Set.of("governmentDepartment", "stateAgency", "other");
          default -> Set.of("other");
        };
    if (subtype.isTextual() && !allowed.contains(subtype.textValue())) {
      sink.problem(
          path + "/subtype",
          "must be one of %s for this type and is %s."
              .formatted(
                  String.join(", ", allowed.stream().sorted().toList()), Shape.shown(subtype)));
    }
  }

  private static void components(JsonNode value, String path, Shape.Sink sink) {
    if (value.path("isComponent").asBoolean() && !value.path("componentRecords").isEmpty()) {
      sink.problem(path + "/componentRecords", "must be empty in a component.");
    }
  }

  private static void annotation(JsonNode value, String path, Shape.Sink sink) {
    String motivation = value.path("motivation").asText();
    if (motivation.equals("linking") && !value.has("url")) {
      sink.problem(path + "/url", "is missing: a linking annotation must have one.");
    }
    if (!motivation.equals("transformation")
        && !value.path("transformedContent").asText("").isEmpty()) {
      sink.problem(
          path + "/transformedContent", "must be empty unless motivation is transformation.");
    }
  }
}
