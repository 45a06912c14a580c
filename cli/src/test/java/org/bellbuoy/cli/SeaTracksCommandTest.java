package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.bellbuoy.sea.simulate.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeaTracksCommandTest {
  private static final List<String> FILES =
      List.of("tracks.parquet", "tracks.geojson", "rejects.jsonl");

  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws Exception {
    SeaSimulateCommand.write(Scenario.defaults().withVessels(40).withHours(6), folder);
  }

  @Test
  void theFilesHoldTheSameFixesInOrder() throws Exception {
    Outcome outcome = tracks("a", "1");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out()).startsWith("SIMULATED data");
    Path out = folder.resolve("a");
    JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    JsonNode features =
        new ObjectMapper().readTree(out.resolve("tracks.geojson").toFile()).path("features");
    long fixes = 0;
    for (JsonNode feature : features) {
      fixes += feature.path("properties").path("fixes").asLong();
      assertThat(feature.path("geometry").path("type").asText()).endsWith("LineString");
      assertThat(feature.path("properties").path("distance_nm").asDouble()).isBetween(0.0, 300.0);
    }
    assertThat(fixes).isEqualTo(run.path("counts").path("fixes").asLong()).isPositive();
    assertThat(query(out, "SELECT count(*) FROM '%s'")).isEqualTo(fixes);
    assertThat(query(out, "SELECT count(DISTINCT (mmsi, hull)) FROM '%s'"))
        .isEqualTo(features.size());
    assertThat(
            query(
                out,
                "SELECT count(*) FROM (SELECT (mmsi, hull, time) < lag((mmsi, hull, time)) OVER"
                    + " (ORDER BY file_row_number) AS back FROM read_parquet('%s',"
                    + " file_row_number=true)) WHERE back"))
        .isZero();
    assertThat(
            query(
                out,
                "SELECT count(*) FROM '%s' WHERE ST_AsText(geometry) IS NULL OR abs(latitude) > 90"
                    + " OR line < 1 OR source <> 'simulated.nmea' OR speed_knots > 102.2"))
        .isZero();
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
    tracks("one", "1");
    for (String threads : List.of("2", "8")) {
      tracks("many" + threads, threads);
      for (String file : FILES) {
        assertThat(folder.resolve("many" + threads).resolve(file))
            .as(file + " with " + threads + " threads")
            .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
      }
    }
  }

  @Test
  void nothingToFollowIsAFailureInASentence() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.nmea"));
    Outcome outcome =
        Outcome.of("sea", "tracks", empty.toString(), "--out", folder.resolve("e").toString());
    assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(outcome.err()).contains("is empty", "there is no track.");
  }

  private static Outcome tracks(String out, String threads) {
    return Outcome.of(
        "sea",
        "tracks",
        folder.resolve(SeaSimulateCommand.NMEA).toString(),
        "--out",
        folder.resolve(out).toString(),
        "--threads",
        threads);
  }

  private static long query(Path out, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted(out.resolve("tracks.parquet")))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
