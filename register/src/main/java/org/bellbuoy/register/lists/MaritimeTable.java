package org.bellbuoy.register.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.exchange.Countries;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;

/**
 * The maritime table of OpenSanctions: ships and companies with their IMO numbers and what they are
 * known for. Each such topic is a part of the list; a row without one is on no list.
 */
final class MaritimeTable {
  static final String ID = "opensanctions-maritime";
  static final Set<String> COLUMNS = Set.of("id", "type", "imo");

  private static final Set<String> PLACED = Set.of("id", "name", "caption");

  private final Gathering gathering;

  MaritimeTable(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(CsvTable.Row row) {
    String id = row.get("id");
    String name = row.get("name").isEmpty() ? row.get("caption") : row.get("name");
    if (id.isEmpty() || name.isEmpty()) {
      gathering.reject(row.entry(), "no-name", "id or name is empty.");
      return;
    }
    Map<String, String> details = ListRow.details(ID, row, PLACED);
    for (String topic : ListRow.several(row, "topics", "risk")) {
      Listing listing = new Listing(ID + "/" + topic, null, null, row.get("datasets"));
      details.put(listing.key(), listing.value());
    }
    String country = first(row, "flag", "countries");
    List<String> aliases = ListRow.several(row, "aliases");
    Statement said = ListRow.said(ID, row, null);
    PartyKind kind =
        switch (row.get("type")) {
          case "Person" -> PartyKind.PERSON;
          case "PublicBody" -> PartyKind.STATE_BODY;
          default -> PartyKind.COMPANY;
        };
    Entity entity =
        switch (row.get("type").toLowerCase(Locale.ROOT)) {
          case "vessel" ->
              new Asset(
                  id,
                  AssetKind.VESSEL,
                  name,
                  aliases,
                  country,
                  numbers(row, "imo"),
                  List.of(),
                  null,
                  details,
                  said);
          case "organization", "company", "legalentity", "person", "publicbody" ->
              new Party(
                  id,
                  kind,
                  name,
                  aliases,
                  country,
                  numbers(row, "imo-company"),
                  null,
                  details,
                  said);
          default -> null;
        };
    if (entity == null) {
      gathering.reject(
          row.entry(),
          "unknown-type",
          "type: %s is none that is read.".formatted(Entry.shown(row.get("type"))));
      return;
    }
    gathering.source(
        new Source(
            ID,
            "OpenSanctions: maritime",
            "",
            "CC BY-NC 4.0",
            null,
            List.of("thirdParty"),
            List.of()));
    gathering.entity(entity, row.entry());
  }

  private static String first(CsvTable.Row row, String... columns) {
    for (String column : columns) {
      List<String> values = ListRow.several(row, column);
      String code = values.isEmpty() ? "" : Countries.code(values.getFirst());
      if (!code.isEmpty()) {
        return code;
      }
    }
    return "";
  }

  private static List<Identifier> numbers(CsvTable.Row row, String imo) {
    List<Identifier> numbers = new ArrayList<>();
    for (String value : ListRow.several(row, "imo")) {
      String digits = value.startsWith("IMO") ? value.substring(3).strip() : value;
      if (!digits.isEmpty()) {
        numbers.add(new Identifier(imo, digits));
      }
    }
    ListRow.several(row, "mmsi").forEach(value -> numbers.add(new Identifier("mmsi", value)));
    return numbers.stream().distinct().toList();
  }
}
