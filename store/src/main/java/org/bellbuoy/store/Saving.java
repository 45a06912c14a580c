package org.bellbuoy.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The inside of one saving transaction. Everything goes through staging tables with an appender and
 * a few set operations, for single inserts are slow; keys are kept unique here, because DuckDB's
 * own index refuses to delete and insert one key in a transaction.
 */
final class Saving {
  private Saving() {}

  static Saved save(DuckDBConnection connection, Run run, Collection<Finding> findings)
      throws SQLException {
    Database.run(
        connection,
        List.of("DELETE FROM staged", "DELETE FROM staged_assets", "DELETE FROM changed"));
    int seq = run(connection, run);
    stage(connection, seq, findings);
    String changed =
        """
        INSERT INTO changed SELECT s.id FROM staged s LEFT JOIN findings f ON s.id = f.id
        WHERE f.id IS NULL OR (f.json <> s.json AND f.run_seq <= s.run_seq)
        """;
    Database.run(connection, List.of(changed));
    int all = count(connection, "SELECT count(*) FROM changed");
    int replaced =
        count(connection, "SELECT count(*) FROM changed WHERE id IN (SELECT id FROM findings)");
    Database.run(
        connection,
        List.of(
            "DELETE FROM findings WHERE id IN (SELECT id FROM changed)",
            "DELETE FROM finding_assets WHERE finding IN (SELECT id FROM changed)",
            "INSERT INTO findings FROM staged WHERE id IN (SELECT id FROM changed)",
            "INSERT INTO finding_assets FROM staged_assets"
                + " WHERE finding IN (SELECT id FROM changed)",
            "INSERT INTO run_findings SELECT s.run_seq, s.id FROM staged s WHERE NOT EXISTS ("
                + "SELECT 1 FROM run_findings r"
                + " WHERE r.run_seq = s.run_seq AND r.finding = s.id)"));
    return new Saved(all - replaced, replaced, findings.size() - all);
  }

  /** The run's place in the history: the one it has, or the next. */
  private static int run(DuckDBConnection connection, Run run) throws SQLException {
    // The time taken is no part of what a run is; a repeated run differs in nothing else.
    String content = RunJson.write(withSeconds(run, 0));
    String known = "SELECT max(seq) FROM runs WHERE id = ? AND content = ?";
    try (PreparedStatement statement = connection.prepareStatement(known)) {
      statement.setString(1, run.id());
      statement.setString(2, content);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        int seq = rows.getInt(1);
        if (!rows.wasNull()) {
          return seq;
        }
      }
    }
    int seq = count(connection, "SELECT coalesce(max(seq), 0) + 1 FROM runs");
    String insert = "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setInt(1, seq);
      statement.setString(2, run.id());
      statement.setString(3, run.version());
      statement.setString(4, SafeText.wellFormed(run.command()));
      statement.setDouble(5, run.seconds());
      statement.setBoolean(6, run.simulated());
      statement.setString(7, content);
      statement.setString(8, RunJson.write(run));
      statement.executeUpdate();
    }
    return seq;
  }

  private static Run withSeconds(Run run, double seconds) {
    return new Run(
        run.id(),
        run.version(),
        run.command(),
        run.parameters(),
        run.rules(),
        run.inputs(),
        run.counts(),
        run.rejects(),
        seconds,
        run.simulated(),
        run.from(),
        run.to(),
        run.notes());
  }

  private static void stage(DuckDBConnection connection, int seq, Collection<Finding> findings)
      throws SQLException {
    try (DuckDBAppender rows = connection.createAppender("temp", "main", "staged");
        DuckDBAppender assets = connection.createAppender("temp", "main", "staged_assets")) {
      for (Finding finding : findings) {
        row(rows, seq, finding);
        for (AssetRef asset : finding.assets()) {
          assets.beginRow().append(finding.id().toString());
          text(assets, asset.type());
          text(assets, asset.id());
          text(assets, asset.name());
          text(assets, asset.relation());
          assets.endRow();
        }
      }
    }
  }

  private static void row(DuckDBAppender rows, int seq, Finding finding) throws SQLException {
    rows.beginRow().append(finding.id().toString());
    text(rows, finding.rule());
    rows.append(finding.ruleVersion());
    text(rows, finding.state().name().toLowerCase(Locale.ROOT));
    text(rows, finding.severity().name().toLowerCase(Locale.ROOT));
    text(rows, finding.assessment().level().word());
    Double probability = finding.assessment().probability();
    if (probability == null) {
      rows.appendNull();
    } else {
      rows.append(probability.doubleValue());
    }
    text(rows, finding.subject().type());
    text(rows, finding.subject().key());
    text(rows, finding.subject().name());
    rows.appendEpochMicros(micros(finding.from()));
    Instant to = finding.to();
    if (to == null) {
      rows.appendNull();
    } else {
      rows.appendEpochMicros(micros(to));
    }
    rows.append(seq).append(FindingJson.write(finding)).endRow();
  }

  private static void text(DuckDBAppender rows, @Nullable String value) throws SQLException {
    if (value == null) {
      rows.appendNull();
    } else {
      rows.append(SafeText.wellFormed(value));
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static int count(DuckDBConnection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
