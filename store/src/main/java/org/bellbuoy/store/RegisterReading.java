package org.bellbuoy.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.bellbuoy.register.model.Words;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Reads the register of a store. */
final class RegisterReading {
  private RegisterReading() {}

  /** How many statements there are; empty where the store holds no register. */
  static Optional<Long> size(DuckDBConnection connection) throws SQLException {
    String tables =
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = '" + RegisterTables.ABOUT + "'";
    if (number(connection, tables) == 0
        || number(connection, "SELECT count(*) FROM register_about") == 0) {
      return Optional.empty();
    }
    return Optional.of(
        number(
            connection,
            "SELECT (SELECT count(*) FROM register_sources)"
                + " + (SELECT count(*) FROM register_parties)"
                + " + (SELECT count(*) FROM register_assets)"
                + " + (SELECT count(*) FROM register_roles)"
                + " + (SELECT count(*) FROM register_markets)"));
  }

  static long layout(DuckDBConnection connection) throws SQLException {
    return number(connection, "SELECT max(layout) FROM register_about");
  }

  /**
   * The register.
   *
   * @throws IllegalArgumentException when somebody else wrote something into it that is no register
   */
  static KeptRegister read(DuckDBConnection connection) throws SQLException {
    TreeMap<Integer, Entity> entities = new TreeMap<>();
    each(connection, "register_parties", row -> entities.put(row.getInt("seq"), party(row)));
    each(connection, "register_assets", row -> entities.put(row.getInt("seq"), asset(row)));
    return new KeptRegister(
        list(connection, "register_sources", RegisterReading::source),
        List.copyOf(entities.values()),
        list(connection, "register_roles", RegisterReading::role),
        list(connection, "register_markets", RegisterReading::market),
        list(connection, "register_rejects", RegisterReading::reject),
        list(connection, "register_market_rejects", RegisterReading::reject),
        list(connection, "register_problems", row -> text(row, "text")),
        number(connection, "SELECT max(rows) FROM register_about"));
  }

  /** Makes something of one row. */
  @FunctionalInterface
  private interface Maker<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private static <T> List<T> list(DuckDBConnection connection, String table, Maker<T> maker)
      throws SQLException {
    List<T> made = new ArrayList<>();
    each(connection, table, row -> made.add(maker.of(row)));
    return made;
  }

  private static void each(DuckDBConnection connection, String table, Taker taker)
      throws SQLException {
    try (PreparedStatement all =
            connection.prepareStatement("SELECT * FROM " + table + " ORDER BY seq");
        ResultSet rows = all.executeQuery()) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        text(row, "id"),
        text(row, "title"),
        text(row, "url"),
        text(row, "licence"),
        date(row, "date"),
        texts(row, "types"),
        texts(row, "asserted_by"));
  }

  private static Party party(ResultSet row) throws SQLException {
    return new Party(
        text(row, "id"),
        word(PartyKind.class, row, "kind"),
        text(row, "name"),
        texts(row, "aliases"),
        text(row, "country"),
        identifiers(row),
        row.getString("reason") == null ? null : word(UnspecifiedReason.class, row, "reason"),
        details(row),
        said(row));
  }

  private static Asset asset(ResultSet row) throws SQLException {
    byte[] geometry = row.getBytes("geometry");
    return new Asset(
        text(row, "id"),
        word(AssetKind.class, row, "kind"),
        text(row, "name"),
        texts(row, "aliases"),
        text(row, "country"),
        identifiers(row),
        texts(row, "part_of"),
        geometry == null ? null : WkbReader.read(geometry),
        details(row),
        said(row));
  }

  private static Role role(ResultSet row) throws SQLException {
    boolean beneficial = row.getBoolean("beneficial");
    Boolean told = row.wasNull() ? null : Boolean.valueOf(beneficial);
    return new Role(
        text(row, "id"),
        text(row, "holder").intern(),
        text(row, "target").intern(),
        word(RoleKind.class, row, "role"),
        word(Basis.class, row, "basis"),
        share(row),
        word(Directness.class, row, "directness"),
        row.getBoolean("component"),
        texts(row, "components"),
        told,
        details(row),
        said(row));
  }

  private static @Nullable Share share(ResultSet row) throws SQLException {
    if (row.getBigDecimal("share_min_percent") == null) {
      return null;
    }
    return new Share(
        Share.unitsOfPercent(row.getBigDecimal("share_min_percent")),
        Share.unitsOfPercent(row.getBigDecimal("share_max_percent")),
        row.getBoolean("share_above_min"),
        row.getBoolean("share_below_max"));
  }

  private static MarketRow market(ResultSet row) throws SQLException {
    return new MarketRow(
        text(row, "market"),
        text(row, "region"),
        text(row, "measure"),
        texts(row, "parties"),
        row.getDouble("value"),
        text(row, "unit"),
        told(date(row, "as_of"), "as_of"),
        said(row));
  }

  private static Reject reject(ResultSet row) throws SQLException {
    return new Reject(
        text(row, "reason"),
        0,
        row.getLong("byte_offset"),
        (int) row.getLong("byte_length"),
        row.getLong("line"),
        text(row, "detail"));
  }

  private static Statement said(ResultSet row) throws SQLException {
    return new Statement(
        text(row, "source").intern(),
        date(row, "valid_from"),
        date(row, "valid_to"),
        date(row, "recorded"),
        word(Confidence.class, row, "confidence"),
        text(row, "note"),
        new Statement.Place(text(row, "file").intern(), row.getLong("line")));
  }

  private static List<Identifier> identifiers(ResultSet row) throws SQLException {
    List<Identifier> identifiers = new ArrayList<>();
    for (String told : texts(row, "identifiers")) {
      int colon = told.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("identifiers has '" + told + "' without a scheme");
      }
      identifiers.add(new Identifier(told.substring(0, colon), told.substring(colon + 1)));
    }
    return identifiers;
  }

  private static Map<String, String> details(ResultSet row) throws SQLException {
    Map<String, String> details = new LinkedHashMap<>();
    if (row.getObject("details") instanceof Map<?, ?> told) {
      told.forEach((key, value) -> details.put(String.valueOf(key), String.valueOf(value)));
    }
    return details;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array told = told(row.getArray(column), column);
    List<String> texts = new ArrayList<>();
    for (Object one : (Object[]) told.getArray()) {
      texts.add(String.valueOf(one));
    }
    return texts;
  }

  private static @Nullable PartialDate date(ResultSet row, String column) throws SQLException {
    String told = row.getString(column);
    return told == null
        ? null
        : PartialDate.parse(told)
            .orElseThrow(
                () -> new IllegalArgumentException(column + " is '" + told + "', no date"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, ResultSet row, String column)
      throws SQLException {
    String told = text(row, column);
    return Words.parse(type, told)
        .orElseThrow(
            () -> new IllegalArgumentException(column + " is '" + told + "', no such word"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return told(row.getString(column), column);
  }

  private static <T> T told(@Nullable T value, String column) {
    if (value == null) {
      throw new IllegalArgumentException(column + " is not given");
    }
    return value;
  }

  private static long number(DuckDBConnection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
