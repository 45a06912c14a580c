package org.bellbuoy.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.junit.jupiter.api.Test;

class FindingJsonTest {
  private static final String LINE =
      "{\"schema\":\"bellbuoy.finding/1\",\"id\":\"0190b4a8-0000-5000-8000-000000000001\","
          + "\"rule\":\"sea.silence\",\"ruleVersion\":1,\"state\":\"final\",\"severity\":\"high\","
          + "\"subject\":{\"type\":\"vessel\",\"ids\":{\"imo\":\"9\",\"mmsi\":\"219165000\"},"
          + "\"name\":\"MARY\"},\"assets\":[{\"type\":\"cable\",\"id\":\"c1\",\"name\":null,"
          + "\"relation\":\"within-reach\",\"alongKm\":[212.0,260.51],\"detail\":{}}],"
          + "\"from\":\"2018-06-03T04:10:00Z\",\"to\":\"2018-06-03T07:55:12Z\","
          + "\"place\":{\"type\":\"Point\",\"coordinates\":[10.123457,55.0]},"
          + "\"assessment\":{\"level\":\"likely\",\"probability\":0.9333,"
          + "\"hypotheses\":[{\"name\":\"switched-off\",\"probability\":0.9333}]},"
          + "\"reasons\":[{\"code\":\"heard\",\"text\":\"Heard.\",\"measured\":12.3457,"
          + "\"unit\":\"min\"}],\"coverage\":{\"summary\":\"Good.\",\"observable\":0.97,"
          + "\"detail\":{}},\"evidence\":[{\"source\":\"sha256:ab\",\"name\":\"a.nmea\","
          + "\"offset\":5,\"length\":6,\"line\":7,\"frame\":0,\"quote\":\"!AIVDM\"}],"
          + "\"parties\":[{\"id\":\"p\",\"role\":\"owner\",\"controllers\":[\"q\"],"
          + "\"basis\":\"register\"}],\"run\":\"r1\"}";

  @Test
  void aFindingIsWrittenInTheFieldOrderAndPrecisionOfTheDesign() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(FindingJson.write(silence())).isEqualTo(LINE);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hundredsOfHostileFindingsAreSchemaValidStableAndComeBackEqual() throws Exception {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                FindingJson.class.getResourceAsStream(FindingJson.SCHEMA_RESOURCE),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    ObjectMapper mapper = new ObjectMapper();
    SampleFindings samples = new SampleFindings(20_261_123);
    for (int i = 0; i < 600; i++) {
      String line = FindingJson.write(samples.next());
      assertThat(schema.validate(mapper.readTree(line))).as(line).isEmpty();
      assertThat(line.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == 0x202e)).isTrue();
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(line));
      assertThat(bytes.remaining()).isGreaterThan(100);
      Finding read = FindingJson.read(line);
      assertThat(FindingJson.write(read)).isEqualTo(line);
      assertThat(FindingJson.read(FindingJson.write(read))).isEqualTo(read);
    }
  }

  @Test
  void theSchemaRejectsAFindingThatIsNotOne() throws Exception {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(FindingJson.class.getResourceAsStream(FindingJson.SCHEMA_RESOURCE));
    ObjectMapper mapper = new ObjectMapper();
    assertThat(schema.validate(mapper.readTree(LINE))).isEmpty();
    assertThat(schema.validate(mapper.readTree(LINE.replace("\"likely\"", "\"sure\""))))
        .isNotEmpty();
    assertThat(schema.validate(mapper.readTree(LINE.replace("10.123457", "181.0")))).isNotEmpty();
    assertThat(schema.validate(mapper.readTree(LINE.replace("\"rule\":", "\"role\":"))))
        .isNotEmpty();
  }

  @Test
  void unknownFieldsAreIgnoredAndOptionalOnesMayBeMissing() {
    Finding read =
        FindingJson.read(
            LINE.replace("{\"schema\"", "{\"future\":{\"x\":[1]},\"schema\"")
                .replaceAll("\"evidence\":\\[.*?\\],", "")
                .replace("\"to\":\"2018-06-03T07:55:12Z\",", ""));
    assertThat(read.evidence()).isEmpty();
    assertThat(read.to()).isNull();
    assertThat(read.subject()).isEqualTo(silence().subject());
  }

  @Test
  void aWrongTypeIsNamedWithItsFieldAndValue() {
    assertThatThrownBy(() -> FindingJson.read(LINE.replace("0.97", "\"high\"")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("coverage.observable: expected a number but found \"high\".");
    assertThatThrownBy(() -> FindingJson.read(LINE.replace("\"offset\":5", "\"offset\":5.5")))
        .hasMessage("evidence[0].offset: expected a whole number but found 5.5.");
    assertThatThrownBy(() -> FindingJson.read(LINE.replace("finding/1", "finding/2")))
        .hasMessageContaining("bellbuoy.finding/2");
    assertThatThrownBy(() -> FindingJson.read(LINE.replace("2018-06-03T04:10:00Z", "yesterday")))
        .hasMessage("from: expected a time in ISO 8601 but found 'yesterday'.");
    assertThatThrownBy(() -> FindingJson.read("{\"schema\":"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBrokenLineIsNamedWithFileAndLine() throws Exception {
    byte[] text = (LINE + "\r\n\n" + LINE + "\n" + "[]\n").getBytes(StandardCharsets.UTF_8);
    try (Jsonl in = Jsonl.of(new ByteArrayInputStream(text), "findings.jsonl")) {
      assertThat(in.next()).isEqualTo(in.next());
      assertThatThrownBy(in::next)
          .hasMessage("findings.jsonl, line 4: the line: expected an object but found [].");
      assertThat(in.next()).isNull();
    }
  }

  @Test
  void aNumberThatIsNoneIsRefusedWithItsField() {
    Finding finding = silence();
    assertThatThrownBy(() -> FindingJson.write(with(finding, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("probability");
  }

  private static Finding silence() {
    return new Finding(
        UUID.fromString("0190b4a8-0000-5000-8000-000000000001"),
        "sea.silence",
        1,
        State.FINAL,
        Severity.HIGH,
        new Subject("vessel", Map.of("mmsi", "219165000", "imo", "9"), "MARY"),
        List.of(
            new AssetRef(
                "cable",
                "c1",
                null,
                "within-reach",
                List.of(new AssetRef.Span(212, 260.5061)),
                JsonNodeFactory.instance.objectNode())),
        Instant.parse("2018-06-03T04:10:00Z"),
        Instant.parse("2018-06-03T07:55:12Z"),
        Geometry.point(55, 10.1234567),
        new Assessment(Level.LIKELY, 0.93333, List.of(new Hypothesis("switched-off", 0.93333))),
        List.of(Reason.of("heard", "Heard.", 12.345678, "min")),
        new Coverage("Good.", 0.97, JsonNodeFactory.instance.objectNode()),
        List.of(new Evidence("sha256:ab", "a.nmea", 5, 6, 7, 0, "!AIVDM")),
        List.of(new PartyRef("p", "owner", List.of("q"), "register")),
        "r1");
  }

  private static Finding with(Finding f, double probability) {
    return new Finding(
        f.id(),
        f.rule(),
        1,
        f.state(),
        f.severity(),
        f.subject(),
        f.assets(),
        f.from(),
        f.to(),
        f.place(),
        new Assessment(Level.LIKELY, probability, List.of()),
        f.reasons(),
        f.coverage(),
        f.evidence(),
        f.parties(),
        f.run());
  }
}
