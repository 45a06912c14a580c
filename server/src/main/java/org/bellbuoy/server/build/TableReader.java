package org.bellbuoy.server.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.tree.Product;

/** Reads the tables and refuses what does not fit together. */
final class TableReader {
  static final String SOURCES = "sources.csv";

  private static final String CONFIRMED = "confirmed";

  LocalDate asOf = LocalDate.MAX;
  final Map<Product, List<BuildRow>> builds = new EnumMap<>(Product.class);
  final Map<String, Vulnerability> vulnerabilities = new LinkedHashMap<>();
  final Map<String, Map<Product, Map<String, Fix>>> fixes = new HashMap<>();
  final Map<Product, Support> support = new EnumMap<>(Product.class);
  final Map<String, TableSource> sources = new LinkedHashMap<>();

  private TableReader() {}

  static TableReader read(Map<String, String> texts) throws TableException {
    TableReader reader = new TableReader();
    reader.products(texts.getOrDefault("products.csv", ""));
    reader.builds(texts.getOrDefault("builds.csv", ""));
    reader.vulnerabilities(texts.getOrDefault("vulnerabilities.csv", ""));
    reader.fixes(texts.getOrDefault("fixes.csv", ""));
    reader.sources(texts.getOrDefault(SOURCES, ""));
    return reader;
  }

  /** Their day does not date the tables: it says when names were explained, not what is fixed. */
  private void sources(String text) throws TableException {
    List<String> columns = List.of("source", "what", "address", "read");
    for (CsvTable.Row row : CsvTable.read(SOURCES, text, columns).rows()) {
      String address = row.get("address");
      if (!address.isEmpty() && !address.startsWith("https://")) {
        throw row.wrong(
            "address", "is '" + CsvTable.shown(address) + "'; allowed are https:// and nothing");
      }
      TableSource source =
          new TableSource(
              row.required("source"), row.required("what"), address, row.dayOrNull("read"));
      if (sources.put(source.name(), source) != null) {
        throw row.wrong("source", "'" + CsvTable.shown(source.name()) + "' stands there twice");
      }
    }
  }

  private List<CsvTable.Row> rows(String file, String text, String columns) throws TableException {
    CsvTable.Read read = CsvTable.read(file, text, List.of(columns.split(",")));
    if (read.asOf().isBefore(asOf)) {
      asOf = read.asOf();
    }
    return read.rows();
  }

  private void products(String text) throws TableException {
    for (CsvTable.Row row : rows("products.csv", text, "product,supportEnds,note,source")) {
      Product product = product(row);
      Support s =
          new Support(product, row.dayOrNull("supportEnds"), row.get("note"), row.get("source"));
      if (support.put(product, s) != null) {
        throw row.wrong("product", "'" + product + "' stands there twice");
      }
    }
  }

  private void builds(String text) throws TableException {
    Set<String> seen = new HashSet<>();
    String columns = "product,line,build,label,released,kb,source";
    for (CsvTable.Row row : rows("builds.csv", text, columns)) {
      Product product = product(row);
      BuildNumber build = row.build("build");
      String label = row.required("label");
      Product told = Products.of(product.isSharePoint(), build);
      if (told != product) {
        throw row.wrong("build", "'" + build + "' is none of " + product);
      }
      if (!seen.add(product + " " + build + " " + label)) {
        throw row.wrong("build", "'" + build + "' stands there twice");
      }
      String line = product.isExchange() ? row.required("line") : row.get("line");
      List<String> kbs = row.get("kb").isEmpty() ? List.of() : List.of(row.get("kb").split("\\+"));
      builds
          .computeIfAbsent(product, p -> new ArrayList<>())
          .add(
              new BuildRow(
                  product,
                  line,
                  build,
                  label,
                  row.required("released"),
                  released(row),
                  kbs,
                  row.get("source")));
    }
    builds.values().forEach(list -> list.sort(Comparator.comparing(BuildRow::build)));
  }

  private static LocalDate released(CsvTable.Row row) throws TableException {
    String value = row.required("released");
    try {
      return value.length() == 7 ? YearMonth.parse(value).atDay(1) : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw row.wrong(
          "released",
          "is '"
              + CsvTable.shown(value)
              + "', which is no day like 2026-04-14 or month like"
              + " 2026-04");
    }
  }

  private void vulnerabilities(String text) throws TableException {
    String columns = "id,family,title,cves,published,exploited,bypassedBy,confidence,note,source";
    List<CsvTable.Row> rows = rows("vulnerabilities.csv", text, columns);
    for (CsvTable.Row row : rows) {
      String id = row.required("id");
      boolean sharePoint =
          switch (row.required("family")) {
            case "SHAREPOINT" -> true;
            case "EXCHANGE" -> false;
            default ->
                throw row.wrong(
                    "family",
                    "is '"
                        + CsvTable.shown(row.get("family"))
                        + "'; allowed are SHAREPOINT and EXCHANGE");
          };
      Vulnerability v =
          new Vulnerability(
              id,
              sharePoint,
              row.required("title"),
              List.of(row.required("cves").split("\\+")),
              row.day("published"),
              row.dayOrNull("exploited"),
              row.get("bypassedBy").isEmpty() ? null : row.get("bypassedBy"),
              confirmed(row),
              row.get("note"),
              row.get("source"));
      if (vulnerabilities.put(id, v) != null) {
        throw row.wrong("id", "'" + CsvTable.shown(id) + "' stands there twice");
      }
    }
    for (CsvTable.Row row : rows) {
      checkBypass(row);
    }
  }

  /** The bypass must be of the table and lead no further: judging follows one step. */
  private void checkBypass(CsvTable.Row row) throws TableException {
    String by = row.get("bypassedBy");
    if (by.isEmpty()) {
      return;
    }
    Vulnerability other = vulnerabilities.get(by);
    if (other == null || by.equals(row.get("id"))) {
      throw row.wrong(
          "bypassedBy", "is '" + CsvTable.shown(by) + "', which is no other id of this table");
    }
    if (other.sharePoint() != row.get("family").equals("SHAREPOINT")) {
      throw row.wrong("bypassedBy", "is '" + CsvTable.shown(by) + "', which is of another family");
    }
  }

  private void fixes(String text) throws TableException {
    String columns = "id,product,line,firstFixed,confidence,source";
    for (CsvTable.Row row : rows("fixes.csv", text, columns)) {
      String id = row.required("id");
      Product product = product(row);
      Vulnerability v = vulnerabilities.get(id);
      if (v == null || v.sharePoint() != product.isSharePoint()) {
        throw row.wrong(
            "id",
            "is '"
                + CsvTable.shown(id)
                + "', which vulnerabilities.csv does not have for "
                + (product.isSharePoint() ? "SharePoint" : "Exchange"));
      }
      String first = row.required("firstFixed");
      boolean known = !first.equals("unknown");
      BuildNumber build = known && !first.equals("none") ? row.build("firstFixed") : null;
      if (build != null && Products.of(product.isSharePoint(), build) != product) {
        throw row.wrong("firstFixed", "'" + build + "' is none of " + product);
      }
      Fix fix =
          new Fix(id, product, row.get("line"), known, build, confirmed(row), row.get("source"));
      Fix before =
          fixes
              .computeIfAbsent(id, i -> new HashMap<>())
              .computeIfAbsent(product, p -> new HashMap<>())
              .put(fix.line(), fix);
      if (before != null) {
        throw row.wrong("line", "'" + CsvTable.shown(fix.line()) + "' stands there twice");
      }
      checkLine(row, fix);
    }
  }

  /** A fix of another CU would compare builds that say nothing about each other. */
  private void checkLine(CsvTable.Row row, Fix fix) throws TableException {
    BuildNumber first = fix.firstFixed();
    if (first == null || !fix.product().isExchange()) {
      return;
    }
    boolean fits =
        builds.getOrDefault(fix.product(), List.of()).stream()
            .anyMatch(b -> b.line().equals(fix.line()) && b.build().sameBranch(first));
    if (!fits) {
      throw row.wrong(
          "firstFixed",
          "'"
              + first
              + "' is of no build of line '"
              + CsvTable.shown(fix.line())
              + "' in builds.csv");
    }
  }

  private static boolean confirmed(CsvTable.Row row) throws TableException {
    String value = row.required("confidence");
    if (!value.equals(CONFIRMED) && !value.equals("unconfirmed")) {
      throw row.wrong(
          "confidence",
          "is '" + CsvTable.shown(value) + "'; allowed are confirmed and unconfirmed");
    }
    return value.equals(CONFIRMED);
  }

  private static Product product(CsvTable.Row row) throws TableException {
    String value = row.required("product").toUpperCase(Locale.ROOT);
    for (Product product : Product.values()) {
      if (product.name().equals(value) && Products.versioned(product)) {
        return product;
      }
    }
    throw row.wrong(
        "product",
        "is '"
            + CsvTable.shown(row.get("product"))
            + "'; allowed are SHAREPOINT_ or EXCHANGE_ with 2010, 2013, 2016, 2019 or SE");
  }
}
