package org.bellbuoy.register.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellbuoy.register.exchange.Countries;
import org.bellbuoy.register.exchange.CsvTable;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.exchange.Gathering;
import org.bellbuoy.register.exchange.Ids;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;

/**
 * Annexes of a regulation of the EU, such as 833/2014, as a table with a row for each entry.
 * Annexes restrict different things, so each is a part of the list. An entry is one party, ship or
 * other asset, whoever else has its name or number.
 */
final class EuropeanAnnexes {
  static final Set<String> COLUMNS = Set.of("celex", "annex", "schema", "name", "startDate");

  private static final Set<String> PLACED = Set.of("name");
  private static final Pattern LABELLED = Pattern.compile("([^()]+?)\\s*\\(([^()]*)\\)");
  private static final Map<String, String> COLUMN_SCHEMES = new LinkedHashMap<>();

  static {
    COLUMN_SCHEMES.put("leiCode", "lei");
    COLUMN_SCHEMES.put("mmsi", "mmsi");
    COLUMN_SCHEMES.put("innCode", "ru-inn");
    COLUMN_SCHEMES.put("ogrnCode", "ru-ogrn");
    COLUMN_SCHEMES.put("swiftBic", "bic");
    COLUMN_SCHEMES.put("taxNumber", "tax");
  }

  private final Gathering gathering;

  EuropeanAnnexes(Gathering gathering) {
    this.gathering = gathering;
  }

  void take(CsvTable.Row row) {
    String name = row.get("name");
    String celex = row.get("celex").toLowerCase(Locale.ROOT);
    if (name.isEmpty() || celex.isEmpty()) {
      gathering.reject(row.entry(), "no-name", "celex or name is empty.");
      return;
    }
    String list = "eu-" + celex;
    PartialDate from = ListRow.date(row, "startDate", gathering);
    Listing listing = new Listing(list + "/" + row.get("annex"), from, null, why(row));
    Map<String, String> details = ListRow.details(list, row, PLACED);
    details.put(listing.key(), listing.value());
    Statement said = ListRow.said(list, row, from);
    String id = Ids.of(list, "%s|%s|%s".formatted(row.get("annex"), row.get("recordId"), name));
    List<String> aliases = ListRow.several(row, "alias", "previousName", "weakAlias");
    String country = country(row);
    Entity entity =
        switch (row.get("schema")) {
          case "Vessel" -> asset(id, AssetKind.VESSEL, row, aliases, country, details, said);
          case "Asset" -> asset(id, AssetKind.OTHER, row, aliases, country, details, said);
          case "Person" -> party(id, PartyKind.PERSON, row, aliases, country, details, said);
          case "PublicBody" ->
              party(id, PartyKind.STATE_BODY, row, aliases, country, details, said);
          case "LegalEntity", "Company", "Organization" ->
              party(id, PartyKind.COMPANY, row, aliases, country, details, said);
          default -> null;
        };
    if (entity == null) {
      gathering.reject(
          row.entry(),
          "unknown-schema",
          "schema: %s is none that is read.".formatted(Entry.shown(row.get("schema"))));
      return;
    }
    gathering.source(
        new Source(
            list,
            "Council of the European Union: annexes of " + row.get("celex"),
            "",
            "",
            null,
            List.of("officialRegister"),
            List.of()));
    gathering.entity(entity, row.entry());
  }

  private static String why(CsvTable.Row row) {
    String reason = row.get("reason");
    return row.get("measure") + (reason.isEmpty() ? "" : ", " + reason);
  }

  private static String country(CsvTable.Row row) {
    for (String column : List.of("flag", "jurisdiction", "nationality", "country")) {
      String code = Countries.code(row.get(column));
      if (!code.isEmpty()) {
        return code;
      }
    }
    return "";
  }

  private static Entity asset(
      String id,
      AssetKind kind,
      CsvTable.Row row,
      List<String> aliases,
      String country,
      Map<String, String> details,
      Statement said) {
    return new Asset(
        id,
        kind,
        row.get("name"),
        aliases,
        country,
        numbers(row, "imo"),
        List.of(),
        null,
        details,
        said);
  }

  private static Entity party(
      String id,
      PartyKind kind,
      CsvTable.Row row,
      List<String> aliases,
      String country,
      Map<String, String> details,
      Statement said) {
    return new Party(
        id,
        kind,
        row.get("name"),
        aliases,
        country,
        numbers(row, "imo-company"),
        null,
        details,
        said);
  }

  private static List<Identifier> numbers(CsvTable.Row row, String imo) {
    List<Identifier> numbers = new ArrayList<>();
    ListRow.several(row, "imoNumber").forEach(value -> numbers.add(new Identifier(imo, value)));
    COLUMN_SCHEMES.forEach(
        (column, scheme) ->
            ListRow.several(row, column)
                .forEach(value -> numbers.add(new Identifier(scheme, value))));
    ListRow.several(row, "registrationNumber").forEach(value -> numbers.add(registration(value)));
    return numbers.stream().distinct().toList();
  }

  /**
   * {@code 7704730655 (Tax ID/INN)} names its register; without a known one it is just a number.
   */
  private static Identifier registration(String text) {
    Matcher labelled = LABELLED.matcher(text);
    if (!labelled.matches()) {
      return new Identifier("reg", text);
    }
    String scheme =
        switch (labelled.group(2).strip()) {
          case "INN", "Tax ID/INN" -> "ru-inn";
          case "OGRN" -> "ru-ogrn";
          case "USCC" -> "cn-uscc";
          default -> "";
        };
    return scheme.isEmpty()
        ? new Identifier("reg", text)
        : new Identifier(scheme, labelled.group(1).strip());
  }
}
