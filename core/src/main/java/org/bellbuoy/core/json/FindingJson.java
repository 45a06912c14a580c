package org.bellbuoy.core.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A finding as one line of JSON. Every field is always written, in one order, so that equal
 * findings are equal bytes. Numbers are rounded: probabilities and shares to 4 places, kilometres
 * to 2, coordinates to 6, measured numbers to 6 significant digits, numbers in details to 9.
 */
public final class FindingJson {
  /** What the {@code schema} field says. */
  public static final String SCHEMA = "bellbuoy.finding/1";

  /** Where the JSON Schema lies on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/bellbuoy/core/finding-1.schema.json";

  static final int PROBABILITY_PLACES = 4;
  private static final int KILOMETRE_PLACES = 2;
  private static final int MEASURED_DIGITS = 6;

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FindingJson() {}

  /** The finding on one line, without a line end. */
  public static String write(Finding finding) {
    StringWriter text = new StringWriter(2048);
    try (JsonOut out = JsonOut.compact(text)) {
      write(finding, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The finding as the next value of a larger document. */
  public static void write(Finding finding, JsonOut out) throws IOException {
    out.object()
        .text("schema", SCHEMA)
        .text("id", finding.id().toString())
        .text("rule", finding.rule())
        .whole("ruleVersion", finding.ruleVersion())
        .text("state", word(finding.state()))
        .text("severity", word(finding.severity()))
        .object("subject")
        .text("type", finding.subject().type())
        .object("ids");
    for (Map.Entry<String, String> id : finding.subject().ids().entrySet()) {
      out.text(id.getKey(), id.getValue());
    }
    out.endObject().text("name", finding.subject().name()).endObject().array("assets");
    for (AssetRef asset : finding.assets()) {
      asset(asset, out);
    }
    out.endArray()
        .text("from", finding.from().toString())
        .text("to", finding.to() == null ? null : finding.to().toString())
        .name("place");
    GeoJson.write(finding.place(), out);
    out.object("assessment")
        .text("level", finding.assessment().level().word())
        .places("probability", finding.assessment().probability(), PROBABILITY_PLACES)
        .array("hypotheses");
    for (Hypothesis hypothesis : finding.assessment().hypotheses()) {
      out.object()
          .text("name", hypothesis.name())
          .places("probability", hypothesis.probability(), PROBABILITY_PLACES)
          .endObject();
    }
    out.endArray().endObject();
    reasons(finding.reasons(), out);
    Coverage coverage = finding.coverage();
    out.object("coverage")
        .text("summary", coverage.summary())
        .places("observable", coverage.observable(), PROBABILITY_PLACES)
        .name("detail")
        .tree(coverage.detail())
        .endObject();
    evidence(finding.evidence(), out);
    parties(finding.parties(), out);
    out.text("run", finding.run()).endObject();
  }

  /**
   * Reads a finding, ignoring fields it does not know.
   *
   * @throws IllegalArgumentException when it is no finding; the message names field and value
   */
  public static Finding read(String line) {
    try {
      return read(MAPPER.readTree(line));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(notJson(e), e);
    }
  }

  /**
   * Reads a finding from a tree.
   *
   * @throws IllegalArgumentException when it is no finding; the message names field and value
   */
  public static Finding read(JsonNode tree) {
    return FindingReader.finding(Fields.of(tree, ""));
  }

  /** A parser's complaint as one sentence that quotes nothing of the untrusted text. */
  static String notJson(JacksonException e) {
    return "This is not JSON"
        + (e.getLocation() == null
            ? "."
            : " from column " + e.getLocation().getColumnNr() + " on.");
  }

  /** The word of an enum constant as it stands in JSON. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void asset(AssetRef asset, JsonOut out) throws IOException {
    out.object()
        .text("type", asset.type())
        .text("id", asset.id())
        .text("name", asset.name())
        .text("relation", asset.relation())
        .array("alongKm");
    for (AssetRef.Span span : asset.alongKilometres()) {
      out.places(span.fromKilometres(), KILOMETRE_PLACES)
          .places(span.toKilometres(), KILOMETRE_PLACES);
    }
    out.endArray().name("detail").tree(asset.detail()).endObject();
  }

  private static void reasons(List<Reason> reasons, JsonOut out) throws IOException {
    out.array("reasons");
    for (Reason reason : reasons) {
      out.object()
          .text("code", reason.code())
          .text("text", reason.text())
          .significant("measured", reason.measured(), MEASURED_DIGITS)
          .text("unit", reason.unit())
          .endObject();
    }
    out.endArray();
  }

  private static void evidence(List<Evidence> all, JsonOut out) throws IOException {
    out.array("evidence");
    for (Evidence evidence : all) {
      out.object()
          .text("source", evidence.source())
          .text("name", evidence.name())
          .whole("offset", evidence.offset())
          .whole("length", evidence.length())
          .whole("line", evidence.line())
          .whole("frame", evidence.frame())
          .text("quote", evidence.quote())
          .endObject();
    }
    out.endArray();
  }

  /** Parties as the array {@code parties} of the object that is open. */
  public static void parties(List<PartyRef> parties, JsonOut out) throws IOException {
    out.array("parties");
    for (PartyRef party : parties) {
      out.object().text("id", party.id()).text("role", party.role()).array("controllers");
      for (PartyRef.Controller controller : party.controllers()) {
        out.text(controller.id());
      }
      out.endArray().text("basis", party.basis());
      // Newer than the schema's first form: left out where not told.
      told(out, "of", party.of());
      told(out, "certainty", party.certainty());
      told(out, "name", party.name());
      control(party.controllers(), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void control(List<PartyRef.Controller> controllers, JsonOut out)
      throws IOException {
    if (controllers.stream().allMatch(one -> one.equals(PartyRef.Controller.of(one.id())))) {
      return;
    }
    out.array("control");
    for (PartyRef.Controller controller : controllers) {
      out.object().text("id", controller.id());
      told(out, "certainty", controller.certainty());
      told(out, "basis", controller.basis());
      told(out, "name", controller.name());
      out.endObject();
    }
    out.endArray();
  }

  private static void told(JsonOut out, String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.text(name, value);
    }
  }
}
