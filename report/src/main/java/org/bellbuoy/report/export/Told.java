package org.bellbuoy.report.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.json.Decimals;
import org.bellbuoy.core.rule.Rule;
import org.jspecify.annotations.Nullable;

/** A finding in the words that all exports share: one line of plain text each, not yet escaped. */
record Told(Finding finding, Origin origin, @Nullable Rule rule) {
  private static final int SHARE_PLACES = 4;

  boolean simulated() {
    return origin == Origin.SIMULATED;
  }

  /** What the rule is called. */
  String ruleTitle() {
    return rule == null ? finding.rule() : rule.title();
  }

  /** The subject's name with its key, so that a chosen name hides nobody. */
  String subject() {
    String name = finding.subject().name();
    String key = PlainText.line(finding.subject().key());
    return name == null || name.isBlank() ? key : PlainText.line(name) + " (" + key + ')';
  }

  /** Level, what about and who, with the mark of simulated data in front. */
  String headline() {
    return mark()
        + ruleTitle()
        + ", "
        + finding.assessment().level().word()
        + ": "
        + PlainText.clip(subject(), 200);
  }

  String mark() {
    return simulated() ? "SIMULATED " : "";
  }

  /** When the span ends, or begins where it is still open. */
  Instant last() {
    Instant to = finding.to();
    return to == null || to.isBefore(finding.from()) ? finding.from() : to;
  }

  /** All that is said of the finding, most important first. */
  List<String> paragraphs() {
    List<String> all = new ArrayList<>();
    switch (origin) {
      case SIMULATED -> all.add("SIMULATED: made-up data, nothing of this happened.");
      case NOT_TOLD -> all.add("Whether the data are simulated is not known.");
      case RECORDED -> {}
    }
    all.add(assessment());
    finding.reasons().stream().map(Reason::text).map(PlainText::line).forEach(all::add);
    all.add("What could be seen: " + PlainText.line(finding.coverage().summary()));
    if (!finding.assets().isEmpty()) {
      all.add("Assets: " + assets() + '.');
    }
    if (!finding.parties().isEmpty()) {
      all.add("Parties: " + parties() + ". Control is not behaviour.");
    }
    if (rule != null) {
      all.add("It does not claim: " + rule.doesNotClaim());
    }
    return all;
  }

  String assessment() {
    StringBuilder text = new StringBuilder("Assessment: ");
    text.append(finding.assessment().level().word()).append(", ").append(word(finding.state()));
    text.append(", severity ").append(word(finding.severity()));
    Double probability = finding.assessment().probability();
    text.append(
        probability == null
            ? ", no probability"
            : ", probability " + Decimals.places(probability, SHARE_PLACES));
    List<Hypothesis> hypotheses = finding.assessment().hypotheses();
    if (!hypotheses.isEmpty()) {
      text.append("; explanations: ").append(hypotheses());
    }
    return text.append('.').toString();
  }

  String hypotheses() {
    return finding.assessment().hypotheses().stream()
        .map(h -> PlainText.line(h.name()) + ' ' + Decimals.places(h.probability(), SHARE_PLACES))
        .collect(Collectors.joining(", "));
  }

  String assets() {
    return finding.assets().stream().map(Told::asset).collect(Collectors.joining("; "));
  }

  String parties() {
    return finding.parties().stream().map(Told::party).collect(Collectors.joining("; "));
  }

  /** An asset in words. */
  static String asset(AssetRef asset) {
    String name = asset.name();
    return PlainText.line(
        asset.type() + ' ' + (name == null ? asset.id() : name) + " (" + asset.relation() + ')');
  }

  private static String party(PartyRef party) {
    String controllers =
        party.controllers().isEmpty()
            ? ""
            : ", controlled by "
                + party.controllers().stream()
                    .map(PartyRef.Controller::label)
                    .collect(Collectors.joining(" and "));
    String certainty = party.certainty() == null ? "" : ", " + party.certainty();
    String of = party.of() == null ? "" : " of " + party.of();
    return PlainText.line(
        party.role()
            + of
            + ' '
            + party.label()
            + certainty
            + controllers
            + " ("
            + party.basis()
            + ')');
  }

  /** A value of the subject's ids, null where it has none of that scheme. */
  @Nullable String id(String scheme) {
    Map<String, String> ids = finding.subject().ids();
    return ids.get(scheme);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
