package org.bellbuoy.sea.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SeaFindings;
import org.bellbuoy.sea.detect.SeaRules;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.detect.Words;
import org.jspecify.annotations.Nullable;

/** Puts what was judged of a silence into a finding. */
public final class SilenceFindings {
  /** Cables listed in a finding; the rest are counted. */
  static final int MOST_CABLES = 25;

  private SilenceFindings() {}

  /**
   * What a finding of a silence is made of.
   *
   * @param judgement once it was over, or at the end of the data
   * @param live judgements while it lasted, in order of time
   * @param identity who the ship said it was, null where it never did
   * @param bound how fast it may have gone
   * @param cables within its reach
   * @param cablesGiven whether any were to be looked for
   */
  public record Told(
      Judgement judgement,
      List<Judgement> live,
      SeaEvent.@Nullable Identity identity,
      SpeedBound bound,
      List<ReachedCable> cables,
      boolean cablesGiven) {
    public Told {
      live = List.copyOf(live);
      cables = List.copyOf(cables);
    }
  }

  /** The finding. */
  public static Finding of(Told told, List<Evidence> evidence, String run) {
    Judgement judgement = told.judgement();
    SeaEvent.Silence silence = judgement.facts().silence();
    return new Finding(
        FindingIds.of(
            SeaRules.SILENCE.id(),
            SeaFindings.idSubject(silence.mmsi(), silence.hull()),
            Instant.ofEpochMilli(silence.fromMillis())),
        SeaRules.SILENCE.id(),
        SeaRules.SILENCE.version(),
        silence.open() ? State.OPEN : State.FINAL,
        SeaFindings.severity(judgement.level(), !told.cables().isEmpty()),
        SeaFindings.subject(silence.mmsi(), told.identity()),
        told.cables().stream().limit(MOST_CABLES).map(ReachedCable::asset).toList(),
        Instant.ofEpochMilli(silence.fromMillis()),
        silence.open() ? null : Instant.ofEpochMilli(silence.toMillis()),
        SeaFindings.place(silence.before(), silence.after()),
        assessment(judgement),
        SilenceReasons.of(told),
        coverage(told),
        evidence,
        List.of(),
        run);
  }

  /** The sentence that says first why a silence was judged as it was. */
  public static String why(Judgement judgement) {
    return SilenceReasons.why(judgement).text();
  }

  /** Where it cannot be told no single probability is given, only how the explanations stand. */
  public static Assessment assessment(Judgement judgement) {
    return new Assessment(
        judgement.level(),
        judgement.level() == Level.CANNOT_TELL ? null : judgement.probabilityOff(),
        judgement.hypotheses());
  }

  private static Coverage coverage(Told told) {
    Judgement judgement = told.judgement();
    SilenceFacts facts = judgement.facts();
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("heardByReceivers", facts.silence().stations().size());
    detail.put("receiversDownSeconds", judgement.downMillis() / 1000);
    detail.put("chanceToBeHeard", rounded(judgement.observable()));
    detail.put("chanceToBeHeardWhereHardest", rounded(judgement.observableHiding()));
    detail.put("otherShipsNear", rounded(Math.expm1(facts.value(Feature.SHIPS_MEANWHILE_MIDDLE))));
    detail.put("rangeMetres", Math.round(facts.rangeMetres()));
    detail.put("rangeKnown", facts.rangeTold());
    if (!facts.steps().isEmpty()) {
      detail.put(
          "firstStep", Instant.ofEpochMilli(facts.steps().getFirst().fromMillis()).toString());
      detail.put("stepSeconds", Chances.STEP_MILLIS / 1000);
      ArrayNode shares = detail.putArray("shareHeardByStep");
      facts.steps().forEach(step -> shares.add(rounded(step.others().share(1))));
    }
    ArrayNode live = detail.putArray("live");
    for (Judgement one : told.live()) {
      ObjectNode entry = live.addObject();
      entry.put(
          "afterSeconds", (one.facts().momentMillis() - one.facts().silence().fromMillis()) / 1000);
      entry.put("level", one.level().word());
      if (one.level() != Level.CANNOT_TELL) {
        entry.put("probability", rounded(one.probabilityOff()));
      }
    }
    String summary;
    if (judgement.why() == Judgement.Blind.RECEIVERS_DOWN) {
      summary =
          "Every receiver that had heard it was silent for "
              + Words.span(judgement.downMillis())
              + ": hardly anything could be heard.";
    } else if (facts.steps().isEmpty()) {
      summary = "The silence was too short to say how well it could have been heard.";
    } else {
      summary =
          "Had it gone on transmitting, it would have been heard with a chance of "
              + SilenceReasons.chance(judgement.observable())
              + " on its likely way, "
              + SilenceReasons.chance(judgement.observableHiding())
              + " where within its reach it was hardest to hear.";
    }
    return new Coverage(summary, rounded(judgement.observableHiding()), detail);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
