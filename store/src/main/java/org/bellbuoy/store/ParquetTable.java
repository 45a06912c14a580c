package org.bellbuoy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.SafeText;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table to one Parquet file, row by row, in the order given or by some of its columns.
 * The file appears when the table is closed, whole or not at all. A table with a geometry column is
 * GeoParquet, which QGIS opens as a layer. Not for use by several threads at a time.
 */
public final class ParquetTable implements AutoCloseable {
  private static final String MEMORY_LIMIT = "1GB";

  private final Path target;
  private final Path aside;
  private final Path spill;
  private final List<Column> columns;
  private final List<String> order;
  private final DuckDBConnection connection;
  private final DuckDBAppender rows;
  private int next;
  private long rowCount;
  private boolean unusable;
  private boolean closed;

  private ParquetTable(Path target, List<Column> columns, List<String> order) throws SQLException {
    this.target = target;
    this.columns = columns;
    this.order = order;
    String hidden = "." + target.getFileName() + '.' + ProcessHandle.current().pid();
    this.aside = target.resolveSibling(hidden);
    this.spill = target.resolveSibling(hidden + ".spill");
    this.connection =
        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", Database.offline());
    String definitions =
        columns.stream()
            .map(column -> column.quoted() + ' ' + column.type().stagedAs())
            .collect(Collectors.joining(", "));
    try {
      Database.run(
          connection,
          List.of(
              "SET TimeZone='UTC'",
              "SET memory_limit='" + MEMORY_LIMIT + "'",
              // Where a sorted file is cut into row groups must not depend on the machine.
              order.isEmpty() ? "SET preserve_insertion_order=true" : "SET threads=1",
              "SET temp_directory=" + literal(spill),
              "SET allowed_paths=[" + literal(aside) + "]",
              "SET enable_external_access=false",
              "SET lock_configuration=true",
              "CREATE TABLE staged(" + definitions + ')'));
      this.rows = connection.createAppender("staged");
      // Rows may come from several threads as long as their caller lets in one at a time.
      rows.unsafeBreakThreadConfinement();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Starts a table; nothing is at the target until it is closed.
   *
   * @throws StoreException when the folder cannot be made or DuckDB cannot start
   */
  public static ParquetTable create(Path target, List<Column> columns) {
    return create(target, columns, List.of());
  }

  /**
   * Starts a table whose file is sorted, whatever the order in which rows are appended. The same
   * rows give the same bytes when the order leaves no ties between rows that differ.
   *
   * @param order names of columns, the first one first; empty for the order of appending
   * @throws StoreException when the folder cannot be made or DuckDB cannot start
   */
  public static ParquetTable create(Path target, List<Column> columns, List<String> order) {
    Path whole = target.toAbsolutePath().normalize();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a table needs a column");
    }
    if (!columns.stream().map(Column::name).toList().containsAll(order)) {
      throw new IllegalArgumentException(
          "the order " + order + " names a column that is not there");
    }
    try {
      Path folder = whole.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new ParquetTable(whole, List.copyOf(columns), List.copyOf(order));
    } catch (IOException e) {
      throw Problems.with(target, e);
    } catch (SQLException e) {
      throw Problems.with(target, e);
    }
  }

  /** Appends one row; numbers, texts, times, geometries and nulls as their columns ask. */
  public void appendRow(@Nullable Object... values) {
    if (values.length != columns.size() || next != 0) {
      throw new IllegalArgumentException(
          "A row has " + columns.size() + " values, not " + (next + values.length) + '.');
    }
    for (Object value : values) {
      switch (value) {
        case null -> appendNull();
        case Double number -> append(number.doubleValue());
        case Float number -> append(number.doubleValue());
        case Number number -> append(number.longValue());
        case String text -> append(text);
        case Instant time -> append(time);
        case Geometry geometry -> append(geometry);
        default -> {
          unusable = true;
          throw new IllegalArgumentException(
              "Column " + columns.get(next).name() + " takes no " + value.getClass() + '.');
        }
      }
    }
    endRow();
  }

  /** Appends a whole number. */
  public ParquetTable append(long value) {
    Column.Type type = begin(Column.Type.BIGINT, Column.Type.INTEGER, Column.Type.DOUBLE);
    return done(
        () -> {
          switch (type) {
            case INTEGER -> rows.append(Math.toIntExact(value));
            case DOUBLE -> rows.append((double) value);
            default -> rows.append(value);
          }
        });
  }

  /** Appends a number; NaN becomes null, for it says that there is none. */
  public ParquetTable append(double value) {
    if (Double.isNaN(value)) {
      return appendNull();
    }
    begin(Column.Type.DOUBLE, Column.Type.DOUBLE, Column.Type.DOUBLE);
    return done(() -> rows.append(value));
  }

  /** Appends a text. */
  public ParquetTable append(String value) {
    begin(Column.Type.VARCHAR, Column.Type.VARCHAR, Column.Type.VARCHAR);
    return done(() -> rows.append(SafeText.wellFormed(value)));
  }

  /** Appends a time, cut to the microsecond. */
  public ParquetTable append(Instant value) {
    begin(Column.Type.TIMESTAMP, Column.Type.TIMESTAMP, Column.Type.TIMESTAMP);
    return done(() -> rows.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, value)));
  }

  /** Appends a geometry. */
  public ParquetTable append(Geometry value) {
    begin(Column.Type.GEOMETRY, Column.Type.GEOMETRY, Column.Type.GEOMETRY);
    return done(() -> rows.append(Wkb.of(value)));
  }

  /** Appends a point, without an object for it. */
  public ParquetTable appendPoint(double latitudeDegrees, double longitudeDegrees) {
    begin(Column.Type.GEOMETRY, Column.Type.GEOMETRY, Column.Type.GEOMETRY);
    return done(() -> rows.append(Wkb.point(longitudeDegrees, latitudeDegrees)));
  }

  /** Leaves the next column empty. */
  public ParquetTable appendNull() {
    Column.Type type = next < columns.size() ? columns.get(next).type() : Column.Type.BIGINT;
    begin(type, type, type);
    return done(rows::appendNull);
  }

  /** Ends a row that was appended value by value. */
  public void endRow() {
    if (next != columns.size()) {
      unusable = true;
      throw new IllegalStateException("A row has " + columns.size() + " values, not " + next + '.');
    }
    done(rows::endRow);
    next = 0;
    rowCount++;
  }

  /** Rows appended so far. */
  public long rowCount() {
    return rowCount;
  }

  /** Gives the table up: closing it then writes nothing and leaves an older file as it was. */
  public void abandon() {
    unusable = true;
  }

  /**
   * Writes the file. After a failed append, or in the middle of a row, nothing is written.
   *
   * @throws StoreException when it could not be written; an older file is then as it was
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean inRow = next != 0;
    try {
      try (connection) {
        if (!unusable && !inRow) {
          rows.close();
          Database.run(connection, List.of(copy()));
          Files.move(
              aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(aside);
        clearSpill();
      }
    } catch (IOException e) {
      throw Problems.with(target, e);
    } catch (SQLException e) {
      throw Problems.with(target, e);
    }
    if (inRow && !unusable) {
      throw new IllegalStateException("The last row of " + target + " was not ended.");
    }
  }

  private String copy() {
    List<String> geometries = new ArrayList<>();
    for (Column column : columns) {
      if (column.type() == Column.Type.GEOMETRY) {
        // DuckDB writes the GeoParquet metadata by itself for columns of its geometry type.
        geometries.add("ST_GeomFromWKB(" + column.quoted() + ") AS " + column.quoted());
      }
    }
    String select =
        geometries.isEmpty()
            ? "FROM staged"
            : "SELECT * REPLACE (" + String.join(", ", geometries) + ") FROM staged";
    if (!order.isEmpty()) {
      select +=
          columns.stream()
              .filter(column -> order.contains(column.name()))
              .sorted(Comparator.comparingInt(column -> order.indexOf(column.name())))
              .map(column -> column.quoted() + " ASC NULLS FIRST")
              .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }
    return "COPY (" + select + ") TO " + literal(aside) + " (FORMAT parquet, COMPRESSION zstd)";
  }

  private Column.Type begin(Column.Type one, Column.Type two, Column.Type three) {
    if (next >= columns.size()) {
      unusable = true;
      throw new IllegalStateException("A row has " + columns.size() + " values; end it first.");
    }
    Column.Type type = columns.get(next).type();
    if (type != one && type != two && type != three) {
      unusable = true;
      throw new IllegalArgumentException(
          "Column " + columns.get(next).name() + " holds " + type + ", not " + one + '.');
    }
    if (next == 0) {
      attempt(rows::beginRow);
    }
    return type;
  }

  private ParquetTable done(Appending appending) {
    attempt(appending);
    next++;
    return this;
  }

  private void attempt(Appending appending) {
    try {
      appending.run();
    } catch (SQLException e) {
      unusable = true;
      throw Problems.with(target, e);
    } catch (RuntimeException e) {
      unusable = true;
      throw e;
    }
  }

  private void clearSpill() throws IOException {
    if (Files.isDirectory(spill)) {
      try (Stream<Path> left = Files.list(spill)) {
        for (Path file : left.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.delete(spill);
    }
  }

  private static String literal(Path path) {
    return '\'' + path.toString().replace("'", "''") + '\'';
  }

  private interface Appending {
    void run() throws SQLException;
  }
}
