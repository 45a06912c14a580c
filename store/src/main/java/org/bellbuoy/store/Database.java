package org.bellbuoy.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Opens the one DuckDB file of a store, making it or bringing it up to date first. */
final class Database {
  static final int SCHEMA_VERSION = 1;

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE bellbuoy_schema(version INTEGER NOT NULL)",
          "INSERT INTO bellbuoy_schema VALUES (" + SCHEMA_VERSION + ")",
          """
          CREATE TABLE runs(
            seq INTEGER NOT NULL, id VARCHAR NOT NULL, version VARCHAR NOT NULL,
            command VARCHAR NOT NULL, seconds DOUBLE NOT NULL, simulated BOOLEAN NOT NULL,
            content VARCHAR NOT NULL, json VARCHAR NOT NULL)
          """,
          """
          CREATE TABLE findings(
            id VARCHAR NOT NULL, rule VARCHAR NOT NULL, rule_version INTEGER NOT NULL,
            state VARCHAR NOT NULL, severity VARCHAR NOT NULL, level VARCHAR NOT NULL,
            probability DOUBLE, subject_type VARCHAR NOT NULL, subject VARCHAR NOT NULL,
            subject_name VARCHAR, starts TIMESTAMPTZ NOT NULL, ends TIMESTAMPTZ,
            run_seq INTEGER NOT NULL, json VARCHAR NOT NULL)
          """,
          """
          CREATE TABLE finding_assets(
            finding VARCHAR NOT NULL, type VARCHAR NOT NULL, id VARCHAR NOT NULL, name VARCHAR,
            relation VARCHAR NOT NULL)
          """,
          "CREATE TABLE run_findings(run_seq INTEGER NOT NULL, finding VARCHAR NOT NULL)");

  private static final List<String> STAGING =
      List.of(
          "SET TimeZone='UTC'",
          "CREATE TEMP TABLE staged AS FROM findings LIMIT 0",
          "CREATE TEMP TABLE staged_assets AS FROM finding_assets LIMIT 0",
          "CREATE TEMP TABLE changed(id VARCHAR)",
          "SET lock_configuration=true");

  private Database() {}

  static DuckDBConnection open(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    try {
      if (Files.isDirectory(whole)) {
        throw new StoreException("The file " + file + " is a folder, not a store.");
      }
      // A DuckDB killed while making its first file leaves an empty one it will not open again.
      if (!Files.exists(whole) || (Files.isRegularFile(whole) && Files.size(whole) == 0)) {
        create(whole);
      }
    } catch (IOException e) {
      throw Problems.with(file, e);
    } catch (SQLException e) {
      throw Problems.with(file, e);
    }
    return ready(whole, file, false);
  }

  static DuckDBConnection openToRead(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(whole)) {
      throw new StoreException("There is no store " + file + ".");
    }
    return ready(whole, file, true);
  }

  private static DuckDBConnection ready(Path whole, Path file, boolean toRead) {
    DuckDBConnection connection = null;
    try {
      connection = connect(whole, toRead);
      checkVersion(connection, file);
      run(connection, STAGING);
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw Problems.with(file, e);
    } catch (StoreException e) {
      close(connection);
      throw e;
    }
  }

  /** Makes the store aside and moves it into place, so that it is there whole or not at all. */
  private static void create(Path file) throws IOException, SQLException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path aside =
        file.resolveSibling("." + file.getFileName() + '.' + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(aside);
      try (DuckDBConnection connection = connect(aside, false)) {
        run(connection, List.of("BEGIN"));
        run(connection, SCHEMA);
        run(connection, List.of("COMMIT", "CHECKPOINT"));
      }
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file);
      }
      Files.move(aside, file);
    } catch (FileAlreadyExistsException e) {
      // Another process was first: its store is as good.
      return;
    } finally {
      Files.deleteIfExists(aside);
      Files.deleteIfExists(aside.resolveSibling(aside.getFileName() + ".wal"));
    }
  }

  private static DuckDBConnection connect(Path file, boolean toRead) throws SQLException {
    Properties settings = offline();
    // The database's own files stay open to it; everything else in the file system is closed.
    settings.setProperty("enable_external_access", "false");
    if (toRead) {
      settings.setProperty("access_mode", "READ_ONLY");
    }
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
  }

  /** Settings with which DuckDB never fetches or loads anything from outside. */
  static Properties offline() {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    return settings;
  }

  private static void checkVersion(DuckDBConnection connection, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version;
      try (ResultSet found =
          statement.executeQuery(
              "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'bellbuoy_schema'")) {
        if (!found.next() || found.getInt(1) == 0) {
          throw new StoreException("The file " + file + " is a DuckDB file but no Bellbuoy store.");
        }
      }
      try (ResultSet found = statement.executeQuery("SELECT max(version) FROM bellbuoy_schema")) {
        found.next();
        version = found.getInt(1);
      }
      if (version > SCHEMA_VERSION) {
        throw new StoreException(
            "The store "
                + file
                + " was written by a newer Bellbuoy (layout "
                + version
                + ", this one knows "
                + SCHEMA_VERSION
                + "); use that one.");
      }
    }
  }

  static void run(DuckDBConnection connection, List<String> commands) throws SQLException {
    for (String command : commands) {
      // A statement is closed by DuckDB when it fails, so none is used twice.
      try (Statement statement = connection.createStatement()) {
        statement.execute(command);
      }
    }
  }

  private static void close(@org.jspecify.annotations.Nullable DuckDBConnection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The problem that led here is the one to tell.
        return;
      }
    }
  }
}
