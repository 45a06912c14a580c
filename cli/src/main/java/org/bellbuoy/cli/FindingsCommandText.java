package org.bellbuoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.detect.Words;
import org.jspecify.annotations.Nullable;

/** A finding as text for people, with everything in it. */
final class FindingsCommandText {
  static final String SIMULATED = "SIMULATED data: no vessel, cable or receiver here is real.";

  private static final int LABEL = 21;
  private static final int WIDTH = 100;

  private final PrintStream out;

  FindingsCommandText(PrintStream out) {
    this.out = out;
  }

  void print(Finding finding, @Nullable Run run) {
    if (run != null && run.simulated()) {
      out.println(SIMULATED);
    }
    wrap(out, "Finding", finding.id().toString());
    Rule rule =
        RulesCommand.all().stream()
            .filter(r -> r.id().equals(finding.rule()))
            .findFirst()
            .orElse(null);
    wrap(
        out,
        "Rule",
        finding.rule()
            + ", version "
            + finding.ruleVersion()
            + (rule == null ? "" : ": " + rule.title()));
    wrap(out, "State", word(finding.state()) + ", severity " + word(finding.severity()));
    wrap(out, "Subject", subject(finding));
    Instant to = finding.to();
    wrap(
        out,
        "Span",
        to == null
            ? "from " + finding.from() + ", not over when the data ended"
            : finding.from()
                + " to "
                + to
                + ", "
                + Words.span(to.toEpochMilli() - finding.from().toEpochMilli()));
    wrap(out, "Place", place(finding.place()));
    Double probability = finding.assessment().probability();
    wrap(
        out,
        "Assessment",
        finding.assessment().level().word()
            + (probability == null
                ? ", without a probability"
                : ", probability " + number(probability)));
    for (Hypothesis hypothesis : finding.assessment().hypotheses()) {
      wrap(out, "", hypothesis.name() + ' ' + number(hypothesis.probability()));
    }
    out.println();
    out.println("Reasons");
    for (Reason reason : finding.reasons()) {
      wrap(out, "  " + reason.code(), reason.text() + measured(reason));
    }
    out.println();
    Double observable = finding.coverage().observable();
    wrap(
        out,
        "Coverage",
        finding.coverage().summary()
            + (observable == null ? "" : " Observable: " + Words.percent(observable) + "."));
    detail(finding.coverage().detail());
    finding.assets().forEach(this::asset);
    finding.parties().forEach(this::party);
    finding.evidence().forEach(this::evidence);
    if (rule != null) {
      out.println();
      wrap(out, "Does not claim", rule.doesNotClaim());
      rule.innocentExplanations().forEach(line -> wrap(out, "  innocent cause", line));
    }
    out.println();
    run(finding, run);
  }

  private void asset(AssetRef asset) {
    out.println();
    String name = asset.name();
    StringBuilder text = new StringBuilder(asset.type() + ' ' + asset.id());
    text.append(name == null ? "" : ", " + name).append(", ").append(asset.relation());
    for (AssetRef.Span span : asset.alongKilometres()) {
      text.append(
          String.format(
              Locale.ROOT, ", km %.2f to %.2f", span.fromKilometres(), span.toKilometres()));
    }
    wrap(out, "Asset", text.toString());
    detail(asset.detail());
  }

  private void party(PartyRef party) {
    out.println();
    wrap(
        out,
        "Party",
        party.label()
            + ", "
            + party.role()
            + (party.of() == null ? "" : " of " + party.of())
            + (party.certainty() == null ? "" : ", " + party.certainty())
            + ", controlled by "
            + (party.controllers().isEmpty()
                ? "nobody known"
                : party.controllers().stream()
                    .map(PartyRef.Controller::label)
                    .collect(Collectors.joining(", ")))
            + " ("
            + party.basis()
            + ")");
  }

  private void evidence(Evidence evidence) {
    out.println();
    wrap(
        out,
        "Evidence",
        evidence.name()
            + (evidence.line() > 0 ? ", line " + evidence.line() : "")
            + (evidence.frame() > 0 ? ", frame " + evidence.frame() : "")
            + ", offset "
            + evidence.offset()
            + ", "
            + evidence.length()
            + " bytes");
    wrap(out, "", evidence.source());
    String quote = evidence.quote();
    // A quote is shown line for line as it stands, its blanks included.
    (quote == null ? "(no text)" : quote)
        .lines()
        .forEach(line -> out.println(" ".repeat(LABEL) + SafeText.visible(line)));
  }

  private void run(Finding finding, @Nullable Run run) {
    if (run == null) {
      wrap(out, "Run", finding.run() + ", of which the store has no ledger");
      return;
    }
    wrap(out, "Run", run.id() + ", " + run.command() + ", version " + run.version());
    for (SourceInfo input : run.inputs()) {
      wrap(
          out,
          "  read",
          input.path() + " as " + input.format() + ", " + input.contentBytes() + " bytes");
    }
    for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
      wrap(out, "  --" + parameter.getKey(), parameter.getValue());
    }
  }

  private void detail(ObjectNode detail) {
    for (Map.Entry<String, JsonNode> field : detail.properties()) {
      wrap(
          out,
          "",
          field.getKey()
              + ": "
              + (field.getValue().isTextual()
                  ? field.getValue().textValue()
                  : field.getValue().toString()));
    }
  }

  private static String measured(Reason reason) {
    Double value = reason.measured();
    String unit = reason.unit();
    if (value == null) {
      return "";
    }
    String told = unit == null ? "" : " " + (value == 1 ? one(unit) : unit);
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return " [" + (whole ? Long.toString(value.longValue()) : number(value)) + told + "]";
  }

  /** Units are words for many, or signs such as {@code s}, which stay as they are. */
  private static String one(String unit) {
    if (unit.matches("[a-z]+sses")) {
      return unit.substring(0, unit.length() - 2);
    }
    if (unit.matches("[a-z]+ies")) {
      return unit.substring(0, unit.length() - 3) + "y";
    }
    return unit.matches("[a-z]{2,}[a-rt-z]s") ? unit.substring(0, unit.length() - 1) : unit;
  }

  private static String place(@Nullable Geometry place) {
    return switch (place) {
      case null -> "not known";
      case Geometry.Point point -> position(point.at()) + " (latitude, longitude)";
      case Geometry.Line line -> line(line.positions());
      case Geometry.MultiLine lines -> lines.lines().size() + " lines; see --json";
      case Geometry.Polygon polygon -> "an area; see --json";
      case Geometry.MultiPolygon areas -> areas.polygons().size() + " areas; see --json";
    };
  }

  private static String line(List<Geometry.Position> positions) {
    return positions.size() == 2
        ? position(positions.getFirst())
            + " to "
            + position(positions.getLast())
            + " (latitude, longitude)"
        : "a line of " + positions.size() + " points; see --json";
  }

  private static String position(Geometry.Position at) {
    return String.format(Locale.ROOT, "%.6f, %.6f", at.latitudeDegrees(), at.longitudeDegrees());
  }

  /** Identifiers, then the name the subject gives itself. */
  static String subject(Finding finding) {
    String name = finding.subject().name();
    return SafeText.visible(finding.subject().key() + (name == null ? "" : " " + name));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(double value) {
    return org.bellbuoy.core.json.Decimals.significant(value, 6);
  }

  /** A label and a text beside it, broken at blanks. Untrusted text cannot steer the screen. */
  static void wrap(PrintStream out, String label, String text) {
    StringBuilder line = new StringBuilder(label);
    line.repeat(' ', Math.max(label.length() < LABEL ? 0 : 1, LABEL - label.length()));
    boolean empty = true;
    for (String word : SafeText.visible(text).split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.repeat(' ', LABEL);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line.toString().stripTrailing());
  }
}
