package org.bellbuoy.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;

/** Reads findings back: the other half of {@link FindingJson}. */
final class FindingReader {
  private static final int UUID_CHARACTERS = 36;

  private FindingReader() {}

  static Finding finding(Fields fields) {
    String schema = fields.text("schema");
    if (!schema.equals(FindingJson.SCHEMA)) {
      throw new IllegalArgumentException(
          "schema: this version reads "
              + FindingJson.SCHEMA
              + ", not '"
              + SafeText.visible(schema)
              + "'.");
    }
    JsonNode place = fields.get("place");
    return new Finding(
        fields.parsed("id", "a UUID", FindingReader::uuid),
        fields.text("rule"),
        fields.integer("ruleVersion"),
        fields.parsed("state", "open, final or withdrawn", word -> constant(State.values(), word)),
        fields.parsed(
            "severity", "info, low, medium or high", word -> constant(Severity.values(), word)),
        subject(fields.object("subject")),
        fields.objects("assets", FindingReader::asset),
        fields.instant("from"),
        fields.optionalInstant("to"),
        place == null ? null : GeoJson.read(place, "place"),
        assessment(fields.object("assessment")),
        fields.objects("reasons", FindingReader::reason),
        coverage(fields.object("coverage")),
        fields.objects("evidence", FindingReader::evidence),
        fields.objects("parties", FindingReader::party),
        fields.text("run"));
  }

  private static Subject subject(Fields fields) {
    Map<String, String> ids = fields.map("ids", Fields::text);
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(fields.at("ids") + ": expected at least one identifier.");
    }
    return new Subject(fields.text("type"), ids, fields.optionalText("name"));
  }

  private static AssetRef asset(Fields fields) {
    List<Double> ends = fields.numbers("alongKm");
    if (ends.size() % 2 != 0) {
      throw new IllegalArgumentException(
          fields.at("alongKm") + ": expected pairs of from and to but found " + ends + ".");
    }
    List<AssetRef.Span> spans = new ArrayList<>();
    for (int i = 0; i < ends.size(); i += 2) {
      spans.add(new AssetRef.Span(ends.get(i), ends.get(i + 1)));
    }
    return new AssetRef(
        fields.text("type"),
        fields.text("id"),
        fields.optionalText("name"),
        fields.text("relation"),
        spans,
        fields.tree("detail"));
  }

  private static Assessment assessment(Fields fields) {
    return new Assessment(
        fields.parsed("level", "likely, possible, unlikely or cannot-tell", Level::ofWord),
        fields.optionalNumber("probability"),
        fields.objects(
            "hypotheses", each -> new Hypothesis(each.text("name"), each.number("probability"))));
  }

  private static Reason reason(Fields fields) {
    return new Reason(
        fields.text("code"),
        fields.text("text"),
        fields.optionalNumber("measured"),
        fields.optionalText("unit"));
  }

  private static Coverage coverage(Fields fields) {
    return new Coverage(
        fields.text("summary"), fields.optionalNumber("observable"), fields.tree("detail"));
  }

  private static Evidence evidence(Fields fields) {
    return new Evidence(
        fields.text("source"),
        fields.text("name"),
        fields.whole("offset"),
        fields.integer("length"),
        fields.wholeOr("line", 0),
        fields.wholeOr("frame", 0),
        fields.optionalText("quote"));
  }

  private static PartyRef party(Fields fields) {
    List<PartyRef.Controller> control = fields.objects("control", FindingReader::controller);
    return new PartyRef(
        fields.text("id"),
        fields.text("role"),
        control.isEmpty()
            ? fields.texts("controllers").stream().map(PartyRef.Controller::of).toList()
            : control,
        fields.text("basis"),
        fields.optionalText("of"),
        fields.optionalText("certainty"),
        fields.optionalText("name"));
  }

  private static PartyRef.Controller controller(Fields fields) {
    return new PartyRef.Controller(
        fields.text("id"),
        fields.optionalText("certainty"),
        fields.optionalText("basis"),
        fields.optionalText("name"));
  }

  private static UUID uuid(String text) {
    // Java's own parser takes shorter forms, which would be written back as something else.
    if (text.length() != UUID_CHARACTERS) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  private static <E extends Enum<E>> E constant(E[] constants, String word) {
    for (E constant : constants) {
      if (FindingJson.word(constant).equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no such word");
  }
}
