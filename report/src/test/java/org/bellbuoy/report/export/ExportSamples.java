package org.bellbuoy.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Made-up findings: ordinary ones, and one whose every text wants out of its format. */
final class ExportSamples {
  static final Instant FROM = Instant.parse("2026-03-14T18:40:00Z");
  static final Instant TO = Instant.parse("2026-03-14T22:25:12.345Z");
  static final JsonMapper JSON = JsonMapper.builder().build();

  static final String HOSTILE =
      "=cmd|' /C calc'!A0\r\nCEF:0|x|y|z|1|2|10|msg=owned cs6=recorded \\ \u0000\u001b[2J\u202e"
          + "<script>alert(1)</script>]]></value>&amp;\"'$[description] --> \uFFFE\uD800";

  static final Rule RULE =
      new Rule(
          "sea.silence",
          5,
          "Silence of a vessel",
          "A vessel stopped transmitting.",
          "That it did so on purpose.",
          List.of(),
          List.of(),
          List.of());

  private ExportSamples() {}

  static Finding vessel() {
    return vessel("EXAMPLE ONE", Level.LIKELY, 0.93, State.FINAL, TO);
  }

  static Finding vessel(
      String name, Level level, @Nullable Double probability, State state, @Nullable Instant to) {
    Subject subject =
        new Subject("vessel", Map.of("mmsi", mmsi(name), "imo", "9100001", "hull", "1"), name);
    return finding(
        "sea.silence",
        subject,
        level,
        probability,
        state,
        to,
        new Line(List.of(new Position(11.05, 57.72), new Position(11.65, 57.92))),
        "Example Shipping Ltd");
  }

  private static String mmsi(String name) {
    return name.startsWith("EXAMPLE") ? "219000001" : "21900010" + (name.charAt(0) - 'V');
  }

  static Finding host() {
    return finding(
        "port.control",
        new Subject("host", Map.of("ip", "192.0.2.7", "act", "write"), null),
        Level.CANNOT_TELL,
        null,
        State.FINAL,
        TO,
        null,
        "Example Cranes");
  }

  /** A ship whose provider one may control, one is said to and one does for certain. */
  static Finding held() {
    List<PartyRef.Controller> hands =
        List.of(
            new PartyRef.Controller(
                "own",
                PartyRef.POSSIBLE,
                "majority of votes by largest shares only",
                "Owner Holding"),
            new PartyRef.Controller(
                "body", PartyRef.STATED, "a basis that sources state", "State Body"),
            new PartyRef.Controller(
                "top", PartyRef.CERTAIN, "majority of votes by least shares", "Top Group"));
    PartyRef provider =
        new PartyRef(
            "prov",
            "service-provider",
            hands,
            "fact [Made up]",
            "cable:c-17",
            PartyRef.STATED,
            "Provider");
    Finding plain = vessel("Z", Level.POSSIBLE, 0.5, State.FINAL, TO);
    PartyRef ultimate =
        new PartyRef(
            "own",
            "ultimate-controller",
            List.of(),
            "largest shares; control of Provider",
            "cable:c-17",
            PartyRef.POSSIBLE,
            "Owner Holding");
    return plain.withRegister(List.of(provider, ultimate), List.of(), plain.severity());
  }

  static Finding hostile() {
    Finding plain =
        finding(
            "sea.silence",
            new Subject("vessel", Map.of("mmsi", HOSTILE, "path", HOSTILE), HOSTILE),
            Level.POSSIBLE,
            0.5,
            State.FINAL,
            TO,
            Geometry.point(1.5, 179.9999),
            HOSTILE);
    return plain
        .withReasons(List.of(Reason.of(HOSTILE, HOSTILE)))
        .withCoverage(new Coverage(HOSTILE, null, JsonNodeFactory.instance.objectNode()));
  }

  private static Finding finding(
      String rule,
      Subject subject,
      Level level,
      @Nullable Double probability,
      State state,
      @Nullable Instant to,
      @Nullable Geometry place,
      String party) {
    return new Finding(
        FindingIds.of(rule, subject, FROM),
        rule,
        5,
        state,
        Severity.HIGH,
        subject,
        List.of(
            new AssetRef(
                "cable",
                "c-17",
                party,
                "within-reach",
                List.of(new AssetRef.Span(38.2, 61.75)),
                JsonNodeFactory.instance.objectNode()),
            AssetRef.of("cable", "c-18", null, "crossed")),
        FROM,
        to,
        place,
        new Assessment(
            level,
            probability,
            List.of(new Hypothesis("switched-off", 0.93), new Hypothesis("other", 0.07))),
        List.of(Reason.of("silent", "Not heard for 3 h 45 min.", 13500, "s")),
        new Coverage("Reception was good.", 0.87, JsonNodeFactory.instance.objectNode()),
        List.of(
            new Evidence("sha256:" + "9f2c".repeat(16), party, 18_220_114L, 74, 402_113, 0, party),
            new Evidence(
                "sha256:" + "9f2c".repeat(16), "strait.nmea", 44_100_871L, 74, 0, 3, null)),
        List.of(
            new PartyRef(
                party, "owner", List.of(party + " Holding", "Exampleland"), "register of 2026-01"),
            new PartyRef("Exampleland", "operator", List.of("Exampleland"), "register")),
        "5d1c0c5e-0000-5000-8000-00000000beef");
  }

  static ExportInput input(Origin origin, Finding... findings) {
    return new ExportInput(List.of(findings), f -> origin, Map.of(RULE.id(), RULE), "0.1.0");
  }

  static String text(ExportFormat format, ExportInput input) {
    StringWriter text = new StringWriter();
    try {
      format.write(input, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder of the shared data, or the test is skipped. */
  static Path shared(String folder) {
    Path found =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared/data/register", folder);
    Assumptions.assumeTrue(Files.isDirectory(found), "the shared data are not here: " + folder);
    return found;
  }
}
