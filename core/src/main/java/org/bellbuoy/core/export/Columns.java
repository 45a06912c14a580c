package org.bellbuoy.core.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;
import org.jspecify.annotations.Nullable;

/** A finding laid flat: one value by column, in the order of the columns. */
final class Columns {
  private Columns() {}

  static Map<String, @Nullable Object> of(Finding finding, Origin origin) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", finding.id().toString());
    row.put("rule", finding.rule());
    row.put("ruleVersion", (long) finding.ruleVersion());
    row.put("state", finding.state().name().toLowerCase(Locale.ROOT));
    row.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    row.put("level", finding.assessment().level().word());
    row.put("probability", finding.assessment().probability());
    row.put("subjectType", finding.subject().type());
    row.put("subject", finding.subject().key());
    row.put("subjectName", finding.subject().name());
    row.put("from", finding.from().toString());
    row.put("to", finding.to() == null ? null : finding.to().toString());
    row.put("assets", finding.assets().stream().map(Columns::label).collect(joined()));
    row.put("reasons", finding.reasons().stream().map(Reason::text).collect(joined()));
    row.put("coverage", finding.coverage().summary());
    row.put("observable", finding.coverage().observable());
    row.put(
        "controllers",
        finding.parties().stream()
            .flatMap(party -> party.controllers().stream())
            .map(Columns::label)
            .distinct()
            .collect(joined()));
    row.put("run", finding.run());
    row.put("origin", origin.word());
    return row;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("; ");
  }

  /** The id stands behind the name, which two may share. */
  private static String label(PartyRef.Controller controller) {
    return controller.name() == null
        ? controller.label()
        : controller.label() + " [" + controller.id() + ']';
  }

  private static String label(AssetRef asset) {
    String name = asset.name();
    return name == null ? asset.type() + ' ' + asset.id() : name;
  }
}
