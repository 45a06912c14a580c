package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortOperationsCommandTest {
  /** A pcap: 10.0.0.1:40000 writes coil 10 of unit 9 at 10.0.0.2:502, which answers. */
  private static final String CAPTURE =
      "d4c3b2a1020004000000000000000000ffff000001000000"
          + "00f1536501000000420000004200000002000000000202000000000108004500003400010000"
          + "400600000a0000010a0000029c4001f6000003e9000013895018100000000000"
          + "000100000006090500 0aff00".replace(" ", "")
          + "00f1536502000000420000004200000002000000000102000000000208004500003400020000"
          + "400600000a0000020a00000101f69c4000001389000003f55018100000000000"
          + "000100000006090500 0aff00".replace(" ", "");

  @TempDir Path folder;

  @Test
  void anOperationIsOneObjectWithWhoAskedWhomForWhatAndTheAnswer() throws IOException {
    Outcome outcome = Outcome.of("port", "operations", "--json", capture().toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out().lines()).hasSize(1);
    JsonNode operation = new ObjectMapper().readTree(outcome.out());
    assertThat(operation.path("time").asText()).isEqualTo("2023-11-14T22:13:20.000001Z");
    assertThat(operation.path("source").asText()).isEqualTo("crane.pcap");
    assertThat(operation.path("frame").asInt()).isEqualTo(1);
    assertThat(operation.path("offset").asInt()).isEqualTo(24);
    assertThat(operation.path("from").path("ip").asText()).isEqualTo("10.0.0.1");
    assertThat(operation.path("from").path("mac").asText()).isEqualTo("02:00:00:00:00:01");
    assertThat(operation.path("to").path("port").asInt()).isEqualTo(502);
    assertThat(operation.path("class").asText()).isEqualTo("write");
    assertThat(operation.path("function").asText()).isEqualTo("write-single-coil");
    assertThat(operation.path("target").path("unit").asInt()).isEqualTo(9);
    assertThat(operation.path("target").path("address").asInt()).isEqualTo(10);
    assertThat(operation.path("value").asText()).isEqualTo("1");
    assertThat(operation.path("result").asText()).isEqualTo("accepted");
    assertThat(operation.path("answer_frame").asInt()).isEqualTo(2);
  }

  @Test
  void parquetHasARowForEachOperationWithItsAnswer() throws IOException, SQLException {
    Path file = folder.resolve("operations.parquet");
    Outcome outcome =
        Outcome.of("port", "operations", "--parquet", file.toString(), capture().toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT epoch_us(time), from_ip, to_port, class, function, target, value, result,"
                    + " source, frame, answer_frame FROM '"
                    + file
                    + "'")) {
      assertThat(row.next()).isTrue();
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= 11; i++) {
        values.add(row.getString(i));
      }
      assertThat(values)
          .containsExactly(
              "1700000000000001",
              "10.0.0.1",
              "502",
              "write",
              "write-single-coil",
              "unit 9 area coil address 10 count 1",
              "1",
              "accepted",
              "crane.pcap",
              "1",
              "2");
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void standardInputGivesTheSameCountsAsAFile() throws IOException {
    byte[] bytes = Files.readAllBytes(capture());
    Outcome outcome = Outcome.withInput(bytes, "port", "operations", "-");

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out()).contains("2 packets, 1 conversations, 1 operations, 0 rejects");
    assertThat(outcome.out()).contains("1 connections without their beginning");
    assertThat(outcome.out()).containsPattern("write +modbus +write-single-coil +10.0.0.1");
  }

  @Test
  void aCutCaptureKeepsWhatCameBeforeAndWritesTheReject() throws IOException {
    byte[] bytes = Files.readAllBytes(capture());
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(bytes, bytes.length - 3));
    Path rejects = folder.resolve("rejects.jsonl");
    Outcome outcome =
        Outcome.of("port", "operations", "--json", "--rejects", rejects.toString(), cut.toString());

    assertThat(outcome.out()).contains("\"result\":\"unanswered\"");
    assertThat(Files.readString(rejects)).contains("cut-capture").contains("within packet 2");
    assertThat(Outcome.of("port", "operations", cut.toString()).err())
        .contains("Not read: 1 cut-capture; --rejects FILE tells each with its place.");
  }

  @Test
  void whatIsNoCaptureFailsWithASentence() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no capture at all");
    Path empty = Files.write(folder.resolve("empty.pcap"), new byte[0]);
    for (Path file : new Path[] {text, empty}) {
      Outcome outcome = Outcome.of("port", "operations", file.toString());
      assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(outcome.err())
          .contains("holds no packets that can be read")
          .contains("which is no all-clear");
    }
    assertThat(Outcome.of("port", "operations").status()).isEqualTo(Bellbuoy.USAGE);
  }

  private Path capture() throws IOException {
    byte[] bytes = HexFormat.of().parseHex(CAPTURE);
    assertThat(new String(bytes, 24 + 16 + 54, 2, StandardCharsets.ISO_8859_1)).isEqualTo("\0\1");
    return Files.write(folder.resolve("crane.pcap"), bytes);
  }
}
