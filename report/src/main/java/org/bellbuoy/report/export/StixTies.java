package org.bellbuoy.report.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.json.JsonOut;
import org.jspecify.annotations.Nullable;

/**
 * What ties parties to vessels, assets and each other. A tie is a fact of the register and no part
 * of one finding: its id comes from what it says, and it is once in a bundle however many findings
 * tell it. Only a party of which it is not told whose it is leads to its finding's report.
 */
final class StixTies {
  private record Tie(
      String type,
      String source,
      String target,
      String description,
      @Nullable Integer confidence,
      Instant last,
      boolean simulated) {}

  private final Map<String, Tie> ties = new LinkedHashMap<>();

  static StixTies of(ExportInput input, Collection<Finding> findings) {
    StixTies all = new StixTies();
    for (Finding finding : findings) {
      Told told = input.told(finding);
      for (PartyRef party : finding.parties()) {
        all.role(party, told);
        for (PartyRef.Controller controller : party.controllers()) {
          if (!controller.id().equals(party.id())) {
            all.put(
                ControlWords.relation(controller),
                StixShared.party(controller.id(), told),
                StixShared.party(party.id(), told),
                ControlWords.sentence(controller),
                ControlWords.confidence(controller),
                told);
          }
        }
      }
    }
    return all;
  }

  private void role(PartyRef party, Told told) {
    String of = behind(party, told);
    String sure = party.certainty() == null ? "" : " (" + party.certainty() + ')';
    put(
        PlainText.slug(ControlWords.relation(party)),
        StixShared.party(party.id(), told),
        of == null ? StixIds.of("report", told.finding().id().toString()) : of,
        (of == null ? "Behind subject or assets of this finding, by: " : "By: ")
            + party.basis()
            + sure,
        ControlWords.confidence(party),
        told);
  }

  private void put(
      String type,
      String source,
      String target,
      String description,
      @Nullable Integer confidence,
      Told told) {
    String text = told.mark() + description;
    ties.merge(
        StixIds.of("relationship", type, source, target, text),
        new Tie(type, source, target, text, confidence, told.last(), told.simulated()),
        (old, now) -> now.last().isAfter(old.last()) ? now : old);
  }

  /** The subject or asset that a party is told of; null where the finding does not tell. */
  private static @Nullable String behind(PartyRef party, Told told) {
    if (PartyRef.SUBJECT.equals(party.of())) {
      return StixShared.subject(told);
    }
    return told.finding().assets().stream()
        .filter(asset -> PartyRef.of(asset).equals(party.of()))
        .map((AssetRef asset) -> StixShared.asset(asset, told))
        .findFirst()
        .orElse(null);
  }

  void write(StixOut out) throws IOException {
    for (Map.Entry<String, Tie> each : ties.entrySet()) {
      Tie tie = each.getValue();
      JsonOut json =
          out.open(each.getKey(), StixShared.NOT_KNOWN, tie.last(), tie.simulated())
              .text("relationship_type", tie.type())
              .text("description", tie.description())
              .text("source_ref", tie.source())
              .text("target_ref", tie.target());
      if (tie.confidence() != null) {
        json.whole("confidence", tie.confidence());
      }
      json.endObject();
    }
  }
}
