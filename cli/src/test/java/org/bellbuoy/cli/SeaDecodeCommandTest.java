package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeaDecodeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGE = "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n";
  private static final String CSV =
      "time,mmsi,latitude,longitude,sog,cog,name\n"
          + "2026-01-01T00:00:00Z,219000001,55.5,-10.25,4.5,359.9,Å\"\n";

  @TempDir Path folder;

  @Test
  void aMessageIsOneObjectWithWhereItStands() throws IOException {
    Outcome outcome = decode("# comment\n" + MESSAGE, "--json");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    JsonNode message = JSON.readTree(outcome.out());
    assertThat(message.path("mmsi").asInt()).isEqualTo(227_006_760);
    assertThat(message.path("type").asInt()).isEqualTo(1);
    assertThat(message.path("lat").asDouble()).isBetween(49.4, 49.5);
    assertThat(message.path("source").asText()).isEqualTo("ais.txt");
    assertThat(message.path("offset").asInt()).isEqualTo(10);
    assertThat(message.path("length").asInt()).isEqualTo(MESSAGE.length() - 1);
    assertThat(message.path("line").asInt()).isEqualTo(2);
    assertThat(message.has("time")).isTrue();
    assertThat(message.path("station").isNull()).isTrue();
  }

  @Test
  void rawGivesTheIntegersOfTheMessage() throws IOException {
    JsonNode message = JSON.readTree(decode(MESSAGE, "--json", "--raw").out());
    assertThat(message.path("scaled").asBoolean()).isFalse();
    assertThat(message.path("lat").asInt()).isBetween(49 * 600_000, 50 * 600_000);
  }

  @Test
  void anotherFeedGivesTheSameNamesForTheSameThings() throws IOException {
    Outcome outcome = decode(CSV, "--json");
    assertThat(outcome.err()).isEmpty();
    JsonNode record = JSON.readTree(outcome.out());
    assertThat(record.path("lat").asDouble()).isEqualTo(55.5);
    assertThat(record.path("lon").asDouble()).isEqualTo(-10.25);
    assertThat(record.path("speed").asDouble()).isEqualTo(4.5);
    assertThat(record.path("course").asDouble()).isEqualTo(359.9);
    assertThat(record.path("time").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(record.path("line").asInt()).isEqualTo(2);
    assertThat(record.has("heading")).isFalse();
  }

  @Test
  void withoutJsonATableIsPrinted() throws IOException {
    assertThat(decode(MESSAGE + MESSAGE.replace("*23", "*24")).out())
        .startsWith("1 messages of 1 vessels, 1 rejects")
        .contains("Time: no message tells one", "checksum-wrong");
  }

  @Test
  void outAndRejectsAreFiles() throws IOException {
    Path out = folder.resolve("o.jsonl");
    Path rejects = folder.resolve("r.jsonl");
    Outcome outcome =
        decode(
            MESSAGE + "nonsense\n",
            "--json",
            "--out",
            out.toString(),
            "--rejects",
            rejects.toString());
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readAllLines(out)).hasSize(1);
    assertThat(JSON.readTree(Files.readString(rejects)).path("reason").asText())
        .isEqualTo("not-a-sentence");
  }

  @Test
  void standardInputAndSeveralInputsAreReadInOrder() throws IOException {
    Path csv = Files.writeString(folder.resolve("b.csv"), CSV);
    Outcome outcome =
        Outcome.withInput(
            MESSAGE.getBytes(StandardCharsets.US_ASCII),
            "sea",
            "decode",
            csv.toString(),
            "-",
            "--json");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            one -> assertThat(one).contains("\"source\":\"b.csv\""),
            two -> assertThat(two).contains("\"source\":\"standard input\""));
  }

  @Test
  void halfAGzipIsDecodedAsFarAsItGoesAndFails() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 20_000; i++) {
        gzip.write(
            (MESSAGE + "# " + Integer.toString(i * 7919, 36) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
      }
    }
    Path half = folder.resolve("half.nmea.gz");
    Files.write(half, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    Outcome outcome = Outcome.of("sea", "decode", half.toString(), "--json");
    assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(outcome.err()).contains("ends early");
    assertThat(outcome.out().lines()).hasSizeGreaterThan(100);
  }

  @Test
  void whatCannotBeDecodedFailsInASentence() throws IOException {
    assertThat(decode("").err()).contains("is empty");
    assertThat(decode("what is this\n").err()).contains("is in no known AIS format");
    Outcome none = decode(MESSAGE.replace("*23", "*24"), "--json", "--format", "nmea");
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("No AIS message in", "checksum-wrong=1");
    assertThat(Outcome.of("sea", "decode", "nowhere.nmea").err()).contains("nowhere.nmea");
    assertThat(Outcome.of("sea", "decode").status()).isEqualTo(Bellbuoy.USAGE);
  }

  @Test
  void allTypesOfTheConformanceSampleAreWritten() throws IOException {
    Path sample =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared/data/sea")
            .resolve("conformance/gpsd-sample.aivdm");
    Assumptions.assumeTrue(Files.exists(sample), "the sample is not here");
    List<String> lines =
        Outcome.of("sea", "decode", sample.toString(), "--json").out().lines().toList();
    boolean[] seen = new boolean[28];
    for (String line : lines) {
      seen[JSON.readTree(line).path("type").asInt()] = true;
    }
    for (int type = 1; type <= 27; type++) {
      assertThat(seen[type]).as("type " + type).isTrue();
    }
  }

  private Outcome decode(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("ais.txt"), text);
    String[] line = new String[options.length + 3];
    line[0] = "sea";
    line[1] = "decode";
    line[2] = file.toString();
    System.arraycopy(options, 0, line, 3, options.length);
    return Outcome.of(line);
  }
}
