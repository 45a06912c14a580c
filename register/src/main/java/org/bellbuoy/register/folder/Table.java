package org.bellbuoy.register.folder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of a register folder, in the order in which they are read. */
enum Table {
  SOURCES("id", "title url licence date types asserted_by"),
  PARTIES("id kind name", "aliases country identifiers reason " + Table.STATEMENT),
  ASSETS(
      "id kind name", "aliases country identifiers part_of latitude longitude " + Table.STATEMENT),
  ROLES(
      "holder target role source",
      "id basis share share_min share_max directness component components beneficial "
          + Table.STATEMENT),
  /** Read by {@link MarketFolder}, for it is no part of a register. */
  MARKETS("market value unit as_of source", "region measure parties confidence recorded note");

  private static final String STATEMENT = "source valid_from valid_to recorded confidence note";

  /** How columns begin whose values are kept as they are. */
  static final String OWN = "x-";

  private final String needed;
  private final String others;

  Table(String needed, String others) {
    this.needed = needed;
    this.others = others;
  }

  /** Columns that must be there. */
  List<String> needed() {
    return List.of(needed.split(" "));
  }

  /** All columns that are known. */
  List<String> columns() {
    return Arrays.stream((needed + " " + others).split(" ")).distinct().toList();
  }

  /** The table of a file such as {@code roles.csv} or {@code mine/roles-cranes.yaml}. */
  static Optional<Table> of(String fileName) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (Table table : values()) {
      String word = table.word();
      if (name.startsWith(word + '.') || name.startsWith(word + '-')) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  static boolean csv(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  static boolean yaml(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  boolean knows(String column) {
    return columns().contains(column) || (column.startsWith(OWN) && column.length() > OWN.length());
  }

  /** Its file's name without the ending. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
