package org.bellbuoy.store;

import java.util.List;

/**
 * The tables of a register: one row a statement, so that two sources that disagree both stand.
 * Dates are text as they were told, of a year, a month or a day; shares are percentages to ten
 * decimals, exact.
 */
final class RegisterTables {
  static final int LAYOUT = 1;

  static final String ABOUT = "register_about";

  private static final String SAID =
      """
      , source VARCHAR NOT NULL, valid_from VARCHAR, valid_to VARCHAR, recorded VARCHAR,
      confidence VARCHAR NOT NULL, note VARCHAR NOT NULL, file VARCHAR NOT NULL, line BIGINT NOT NULL)
      """;

  private static final String ENTITY =
      """
      (seq INTEGER NOT NULL, id VARCHAR NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
      aliases VARCHAR[] NOT NULL, country VARCHAR NOT NULL, identifiers VARCHAR[] NOT NULL,
      details MAP(VARCHAR, VARCHAR) NOT NULL, %s
      """;

  private static final String REJECT =
      """
      (seq INTEGER NOT NULL, reason VARCHAR NOT NULL, byte_offset BIGINT NOT NULL,
      byte_length BIGINT NOT NULL, line BIGINT NOT NULL, detail VARCHAR NOT NULL)
      """;

  static final List<String> CREATE =
      List.of(
          "CREATE TABLE IF NOT EXISTS register_about(layout INTEGER NOT NULL, rows BIGINT NOT NULL)",
          """
          CREATE TABLE IF NOT EXISTS register_sources(
            seq INTEGER NOT NULL, id VARCHAR NOT NULL, title VARCHAR NOT NULL, url VARCHAR NOT NULL,
            licence VARCHAR NOT NULL, date VARCHAR, types VARCHAR[] NOT NULL,
            asserted_by VARCHAR[] NOT NULL)
          """,
          "CREATE TABLE IF NOT EXISTS register_parties" + ENTITY.formatted("reason VARCHAR") + SAID,
          "CREATE TABLE IF NOT EXISTS register_assets"
              + ENTITY.formatted("part_of VARCHAR[] NOT NULL, geometry BLOB")
              + SAID,
          """
          CREATE TABLE IF NOT EXISTS register_roles(
            seq INTEGER NOT NULL, id VARCHAR NOT NULL, holder VARCHAR NOT NULL,
            target VARCHAR NOT NULL, role VARCHAR NOT NULL, basis VARCHAR NOT NULL,
            share_min_percent DECIMAL(13, 10), share_max_percent DECIMAL(13, 10),
            share_above_min BOOLEAN, share_below_max BOOLEAN, directness VARCHAR NOT NULL,
            component BOOLEAN NOT NULL, components VARCHAR[] NOT NULL, beneficial BOOLEAN,
            details MAP(VARCHAR, VARCHAR) NOT NULL
          """
              + SAID,
          """
          CREATE TABLE IF NOT EXISTS register_markets(
            seq INTEGER NOT NULL, market VARCHAR NOT NULL, region VARCHAR NOT NULL,
            measure VARCHAR NOT NULL, parties VARCHAR[] NOT NULL, value DOUBLE NOT NULL,
            unit VARCHAR NOT NULL, as_of VARCHAR NOT NULL
          """
              + SAID,
          "CREATE TABLE IF NOT EXISTS register_rejects" + REJECT,
          "CREATE TABLE IF NOT EXISTS register_market_rejects" + REJECT,
          "CREATE TABLE IF NOT EXISTS register_problems(seq INTEGER NOT NULL, text VARCHAR NOT NULL)");

  static final List<String> EMPTY =
      List.of(
          "DELETE FROM register_about",
          "DELETE FROM register_sources",
          "DELETE FROM register_parties",
          "DELETE FROM register_assets",
          "DELETE FROM register_roles",
          "DELETE FROM register_markets",
          "DELETE FROM register_rejects",
          "DELETE FROM register_market_rejects",
          "DELETE FROM register_problems");

  private RegisterTables() {}
}
