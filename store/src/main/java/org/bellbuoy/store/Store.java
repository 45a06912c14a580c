package org.bellbuoy.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.register.model.KeptRegister;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Findings, runs and a register in one DuckDB file. A run is saved whole or not at all, whatever
 * happens to the process; saving it again changes nothing. One process at a time has the file open;
 * within it the store may be shared by threads.
 */
public final class Store implements AutoCloseable {
  private final Path file;
  private final DuckDBConnection connection;

  private Store(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a store, making it where there is none.
   *
   * @throws StoreException when the file is in use, no store, from a newer version or unwritable
   */
  public static Store open(Path file) {
    return new Store(file, Database.open(file));
  }

  /**
   * Opens a store that is there, without any right to change it; several processes may at once.
   *
   * @throws StoreException when the file is not there, being written, no store or from a newer
   *     version
   */
  public static Store openToRead(Path file) {
    return new Store(file, Database.openToRead(file));
  }

  /**
   * Puts a register in place of the one that the store holds, in one transaction.
   *
   * @throws StoreException when it could not be saved; then the one before is still there
   */
  public synchronized void saveRegister(KeptRegister register) {
    try {
      Database.run(connection, List.of("BEGIN"));
      RegisterSaving.save(connection, register);
      Database.run(connection, List.of("COMMIT"));
    } catch (SQLException e) {
      rollBack(e);
      throw Problems.with(file, e);
    } catch (RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /**
   * The register; empty where none was saved.
   *
   * @param mostStatements how many there is room for
   * @throws StoreException when there are more, or somebody else changed it into what is none
   */
  public synchronized Optional<KeptRegister> register(long mostStatements) {
    try {
      Optional<Long> size = RegisterReading.size(connection);
      if (size.isEmpty()) {
        return Optional.empty();
      }
      if (RegisterReading.layout(connection) > RegisterTables.LAYOUT) {
        throw new StoreException(
            "The register in " + file + " was written by a newer Bellbuoy; use that one.");
      }
      if (size.get() > mostStatements) {
        throw new StoreException(
            "The register in %s has %d statements; there is room for %d."
                .formatted(file, size.get(), mostStatements));
      }
      return Optional.of(RegisterReading.read(connection));
    } catch (SQLException e) {
      throw Problems.with(file, e);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "The register in %s cannot be used: %s.".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Saves a run with all it found, in one transaction. A finding that is there already is replaced
   * unless it comes from a run that was first saved later. Of findings with one id the last counts.
   *
   * @throws IllegalArgumentException when a finding names another run
   * @throws StoreException when it could not be saved; then nothing of it was
   */
  public synchronized Saved save(Run run, List<Finding> findings) {
    Map<UUID, Finding> byId = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (!finding.run().equals(run.id())) {
        throw new IllegalArgumentException(
            "Finding " + finding.id() + " is of run " + finding.run() + ", not " + run.id() + '.');
      }
      byId.put(finding.id(), finding);
    }
    try {
      Database.run(connection, List.of("BEGIN"));
      Saved saved = Saving.save(connection, run, byId.values());
      Database.run(connection, List.of("COMMIT"));
      return saved;
    } catch (SQLException e) {
      rollBack(e);
      throw Problems.with(file, e);
    } catch (RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Exception cause) {
    try {
      Database.run(connection, List.of("ROLLBACK"));
    } catch (SQLException e) {
      // A commit that failed has already ended its transaction; the first problem is the one told.
      cause.addSuppressed(e);
    }
  }

  /** The findings asked for, by start and then id. */
  public synchronized List<Finding> findings(FindingFilter filter) {
    Query query = new Query("SELECT f.json FROM findings f WHERE true");
    query.and("f.rule = ?", filter.rule());
    query.and("f.level = ?", filter.level() == null ? null : filter.level().word());
    query.and(
        "f.state = ?",
        filter.state() == null ? null : filter.state().name().toLowerCase(Locale.ROOT));
    if (filter.subject() != null) {
      String text = filter.subject().toLowerCase(Locale.ROOT);
      query.and(
          "(contains(lower(f.subject), ?) OR contains(lower(coalesce(f.subject_name, '')), ?))",
          text,
          text);
    }
    query.and("f.id IN (SELECT finding FROM finding_assets WHERE id = ?)", filter.asset());
    query.and("(f.ends IS NULL OR f.ends >= ?)", time(filter.from()));
    query.and("f.starts < ?", time(filter.to()));
    query.and(
        "f.id IN (SELECT finding FROM run_findings JOIN runs ON run_seq = seq WHERE runs.id = ?)",
        filter.run());
    query.add(" ORDER BY f.starts, f.id LIMIT " + filter.limit());
    return texts(query).stream().map(FindingJson::read).toList();
  }

  /** The finding with that id. */
  public Optional<Finding> finding(UUID id) {
    return finding(id.toString());
  }

  /**
   * The finding whose id starts so.
   *
   * @throws IllegalArgumentException when several ids do; the message lists some
   */
  public synchronized Optional<Finding> finding(String idPrefix) {
    Query query = new Query("SELECT f.json FROM findings f WHERE true");
    query.and("starts_with(f.id, ?)", idPrefix.toLowerCase(Locale.ROOT));
    query.add(" ORDER BY f.id LIMIT 4");
    List<Finding> found = texts(query).stream().map(FindingJson::read).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "Several findings start with '"
              + idPrefix
              + "', for example "
              + String.join(", ", found.stream().map(f -> f.id().toString()).toList())
              + '.');
    }
    return found.stream().findFirst();
  }

  /** All runs ever saved, the first saved first. */
  public synchronized List<Run> runs() {
    return texts(new Query("SELECT json FROM runs ORDER BY seq")).stream()
        .map(RunJson::read)
        .toList();
  }

  /** The run with that id; the latest where the same command was run by different versions. */
  public synchronized Optional<Run> run(String id) {
    Query query = new Query("SELECT json FROM runs WHERE true");
    query.and("id = ?", id);
    query.add(" ORDER BY seq DESC LIMIT 1");
    return texts(query).stream().map(RunJson::read).findFirst();
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Problems.with(file, e);
    }
  }

  private static @Nullable Object time(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private List<String> texts(Query query) {
    try (PreparedStatement statement = connection.prepareStatement(query.sql.toString())) {
      for (int i = 0; i < query.values.size(); i++) {
        statement.setObject(i + 1, query.values.get(i));
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw Problems.with(file, e);
    }
  }

  /** A query that grows by the conditions that were asked for. */
  private static final class Query {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    Query(String start) {
      sql = new StringBuilder(start);
    }

    void add(String more) {
      sql.append(more);
    }

    void and(String condition, @Nullable Object... given) {
      for (Object value : given) {
        if (value == null) {
          return;
        }
      }
      sql.append(" AND ").append(condition);
      for (Object value : given) {
        if (value != null) {
          values.add(value);
        }
      }
    }
  }
}
