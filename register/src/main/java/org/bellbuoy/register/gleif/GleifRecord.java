package org.bellbuoy.register.gleif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;

/** One record of GLEIF, from either form: the columns of its CSV or the fields of its JSON. */
sealed interface GleifRecord {
  Entry entry();

  /**
   * An entity of level 1.
   *
   * @param country of its legal address
   * @param category {@code GENERAL}, {@code FUND}, {@code BRANCH} ...
   */
  record Level1(String lei, String name, String country, String category, Entry entry)
      implements GleifRecord {}

  /**
   * A relationship of level 2. Times are of the form 2012-11-29T00:00:00.000Z.
   *
   * @param start LEI of whom the type is said of: {@code start IS_DIRECTLY_CONSOLIDATED_BY end}
   */
  record Relationship(
      String start,
      String end,
      String type,
      String status,
      String from,
      String to,
      String updated,
      Map<String, String> rest,
      Entry entry)
      implements GleifRecord {}

  /** Why an entity tells no parent. */
  record NoParent(String lei, String category, String reason, String reference, Entry entry)
      implements GleifRecord {}

  /** Something else. */
  record Other(Entry entry) implements GleifRecord {}

  /** A row of a golden copy; what kind it is, its columns tell. */
  static GleifRecord of(CsvTable.Row row) {
    Map<String, Integer> columns = row.columns();
    if (columns.containsKey("Relationship.StartNode.NodeID")) {
      return new Relationship(
          row.get("Relationship.StartNode.NodeID"),
          row.get("Relationship.EndNode.NodeID"),
          row.get("Relationship.RelationshipType"),
          row.get("Relationship.RelationshipStatus"),
          period(row, "startDate"),
          period(row, "endDate"),
          row.get("Registration.LastUpdateDate"),
          row.filled(),
          row.entry());
    }
    if (columns.containsKey("Exception.Category")) {
      return new NoParent(
          row.get("LEI"),
          row.get("Exception.Category"),
          row.get("Exception.Reason.1"),
          row.get("Exception.Reference.1"),
          row.entry());
    }
    if (columns.containsKey("Entity.LegalName")) {
      return new Level1(
          row.get("LEI"),
          row.get("Entity.LegalName"),
          row.get("Entity.LegalAddress.Country"),
          row.get("Entity.EntityCategory"),
          row.entry());
    }
    return new Other(row.entry());
  }

  /** The period of the relationship itself; others are those of accounts and documents. */
  private static String period(CsvTable.Row row, String which) {
    for (int i = 1; i <= 5; i++) {
      String type = row.get("Relationship.Period.%d.periodType".formatted(i));
      if (type.equals("RELATIONSHIP_PERIOD")) {
        return row.get("Relationship.Period.%d.%s".formatted(i, which));
      }
    }
    return "";
  }

  /** An object of the API's list {@code data} (JSON:API). */
  static GleifRecord of(ObjectNode item, Entry entry) {
    JsonNode attributes = item.path("attributes");
    return switch (item.path("type").asText("")) {
      case "lei-records" ->
          new Level1(
              text(attributes, "lei", item.path("id").asText("")),
              attributes.path("entity").path("legalName").path("name").asText("").strip(),
              attributes.path("entity").path("legalAddress").path("country").asText("").strip(),
              attributes.path("entity").path("category").asText(""),
              entry);
      case "relationship-records" -> relationship(attributes, entry);
      case "reporting-exceptions" ->
          new NoParent(
              text(attributes, "lei", ""),
              text(attributes, "category", ""),
              text(attributes, "reason", ""),
              text(attributes, "reference", ""),
              entry);
      default -> new Other(entry);
    };
  }

  private static GleifRecord relationship(JsonNode attributes, Entry entry) {
    JsonNode relationship = attributes.path("relationship");
    String from = "";
    String to = "";
    for (JsonNode period : relationship.path("periods")) {
      if (period.path("type").asText("").equals("RELATIONSHIP_PERIOD")) {
        from = text(period, "startDate", "");
        to = text(period, "endDate", "");
      }
    }
    return new Relationship(
        text(relationship.path("startNode"), "id", ""),
        text(relationship.path("endNode"), "id", ""),
        text(relationship, "type", ""),
        text(relationship, "status", ""),
        from,
        to,
        text(attributes.path("registration"), "lastUpdateDate", ""),
        Map.of("attributes", attributes.toString()),
        entry);
  }

  private static String text(JsonNode node, String field, String otherwise) {
    return node.path(field).isValueNode() && !node.path(field).isNull()
        ? node.path(field).asText().strip()
        : otherwise;
  }
}
