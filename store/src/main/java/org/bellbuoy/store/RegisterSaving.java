package org.bellbuoy.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.bellbuoy.register.model.Words;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The inside of the transaction that puts a register in place of the one before. */
final class RegisterSaving {
  private static final int PERCENT_PLACES = 10;

  private RegisterSaving() {}

  static void save(DuckDBConnection connection, KeptRegister kept) throws SQLException {
    Database.run(connection, RegisterTables.CREATE);
    Database.run(connection, RegisterTables.EMPTY);
    all(
        connection,
        RegisterTables.ABOUT,
        List.of(kept),
        (row, about) -> row.append(RegisterTables.LAYOUT).append(about.rows()));
    numbered(connection, "register_sources", kept.sources(), RegisterSaving::source);
    entities(connection, kept.entities());
    numbered(connection, "register_roles", kept.roles(), RegisterSaving::role);
    numbered(connection, "register_markets", kept.markets(), RegisterSaving::market);
    numbered(connection, "register_rejects", kept.rejects(), RegisterSaving::reject);
    numbered(connection, "register_market_rejects", kept.marketRejects(), RegisterSaving::reject);
    numbered(connection, "register_problems", kept.problems(), RegisterSaving::text);
  }

  /** Puts the columns of one row. */
  @FunctionalInterface
  private interface Columns<T> {
    void put(DuckDBAppender row, T value) throws SQLException;
  }

  private static <T> void all(
      DuckDBConnection connection, String table, List<T> values, Columns<T> columns)
      throws SQLException {
    try (DuckDBAppender row = connection.createAppender("main", table)) {
      for (T value : values) {
        row.beginRow();
        columns.put(row, value);
        row.endRow();
      }
    }
  }

  private static <T> void numbered(
      DuckDBConnection connection, String table, List<T> values, Columns<T> columns)
      throws SQLException {
    int[] seq = {0};
    all(
        connection,
        table,
        values,
        (row, value) -> {
          row.append(seq[0]++);
          columns.put(row, value);
        });
  }

  /** Numbers run through both tables, so that the order of all statements is kept. */
  private static void entities(DuckDBConnection connection, List<Entity> entities)
      throws SQLException {
    try (DuckDBAppender parties = connection.createAppender("main", "register_parties");
        DuckDBAppender assets = connection.createAppender("main", "register_assets")) {
      for (int seq = 0; seq < entities.size(); seq++) {
        switch (entities.get(seq)) {
          case Party party -> {
            described(parties.beginRow().append(seq), party);
            UnspecifiedReason reason = party.reason();
            text(parties, reason == null ? null : Words.of(reason));
            said(parties, party.statement());
            parties.endRow();
          }
          case Asset asset -> {
            described(assets.beginRow().append(seq), asset);
            list(assets, asset.partOf());
            Geometry geometry = asset.geometry();
            if (geometry == null) {
              assets.appendNull();
            } else {
              assets.append(Wkb.of(geometry));
            }
            said(assets, asset.statement());
            assets.endRow();
          }
        }
      }
    }
  }

  private static void described(DuckDBAppender row, Entity entity) throws SQLException {
    text(row, entity.id());
    text(row, entity.kindWord());
    text(row, entity.name());
    list(row, entity.aliases());
    text(row, entity.country());
    list(row, entity.identifiers().stream().map(Object::toString).toList());
    details(row, entity.details());
  }

  private static void source(DuckDBAppender row, Source source) throws SQLException {
    text(row, source.id());
    text(row, source.title());
    text(row, source.url());
    text(row, source.licence());
    date(row, source.date());
    list(row, source.types());
    list(row, source.assertedBy());
  }

  private static void role(DuckDBAppender row, Role role) throws SQLException {
    text(row, role.id());
    text(row, role.holder());
    text(row, role.target());
    text(row, Words.of(role.kind()));
    text(row, Words.of(role.basis()));
    Share share = role.share();
    if (share == null) {
      row.appendNull().appendNull().appendNull().appendNull();
    } else {
      row.append(BigDecimal.valueOf(share.minUnits(), PERCENT_PLACES))
          .append(BigDecimal.valueOf(share.maxUnits(), PERCENT_PLACES))
          .append(share.aboveMin())
          .append(share.belowMax());
    }
    text(row, Words.of(role.directness()));
    row.append(role.component());
    list(row, role.components());
    Boolean beneficial = role.beneficial();
    if (beneficial == null) {
      row.appendNull();
    } else {
      row.append(beneficial.booleanValue());
    }
    details(row, role.details());
    said(row, role.statement());
  }

  private static void market(DuckDBAppender row, MarketRow market) throws SQLException {
    text(row, market.market());
    text(row, market.region());
    text(row, market.measure());
    list(row, market.parties());
    row.append(market.value());
    text(row, market.unit());
    date(row, market.asOf());
    said(row, market.statement());
  }

  private static void reject(DuckDBAppender row, Reject reject) throws SQLException {
    text(row, reject.reason());
    row.append(reject.offset()).append((long) reject.length()).append(reject.line());
    text(row, reject.detail());
  }

  private static void said(DuckDBAppender row, Statement said) throws SQLException {
    text(row, said.source());
    date(row, said.validFrom());
    date(row, said.validTo());
    date(row, said.recorded());
    text(row, Words.of(said.confidence()));
    text(row, said.note());
    text(row, said.place().file());
    row.append(said.place().line());
  }

  private static void details(DuckDBAppender row, Map<String, String> details) throws SQLException {
    Map<String, String> sorted = new TreeMap<>();
    details.forEach(
        (key, value) -> sorted.put(SafeText.wellFormed(key), SafeText.wellFormed(value)));
    row.append(sorted);
  }

  private static void list(DuckDBAppender row, List<String> values) throws SQLException {
    row.append(values.stream().map(SafeText::wellFormed).toList());
  }

  private static void date(DuckDBAppender row, @Nullable PartialDate date) throws SQLException {
    text(row, date == null ? null : date.toString());
  }

  private static void text(DuckDBAppender row, @Nullable String value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append(SafeText.wellFormed(value));
    }
  }
}
