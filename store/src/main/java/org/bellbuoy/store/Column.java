package org.bellbuoy.store;

import java.util.Locale;

/**
 * One column of a Parquet table; every column may hold nulls.
 *
 * @param name with its unit, for example {@code speed_knots}
 * @param type what it holds
 */
public record Column(String name, Type type) {
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /** What a column holds. */
  public enum Type {
    /** Whole number of 64 bits. */
    BIGINT,
    /** Whole number of 32 bits. */
    INTEGER,
    /** Floating point number of 64 bits. */
    DOUBLE,
    /** Text. */
    VARCHAR,
    /** Time in UTC to the microsecond, stored as adjusted to UTC. */
    TIMESTAMP,
    /** Geometry in WGS 84 degrees, stored as GeoParquet. */
    GEOMETRY;

    String stagedAs() {
      return switch (this) {
        case TIMESTAMP -> "TIMESTAMPTZ";
        case GEOMETRY -> "BLOB";
        case BIGINT, INTEGER, DOUBLE, VARCHAR -> name().toUpperCase(Locale.ROOT);
      };
    }
  }

  String quoted() {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
