package org.bellbuoy.core.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of one subject's act or silence over a span, with all it rests on.
 *
 * @param id UUIDv5 of rule, subject and start: see {@link FindingIds}
 * @param rule the rule's id, for example {@code sea.silence}
 * @param ruleVersion the rule's version
 * @param state where it stands
 * @param severity how much it would matter
 * @param subject who could have acted
 * @param assets what is touched
 * @param from start of the span
 * @param to end of the span; null while open
 * @param place where, null where no place is known
 * @param assessment how sure
 * @param reasons why, most telling first
 * @param coverage what could have been seen
 * @param evidence the bytes it rests on
 * @param parties who stands behind subject and assets
 * @param run the run that found it
 */
public record Finding(
    UUID id,
    String rule,
    int ruleVersion,
    State state,
    Severity severity,
    Subject subject,
    List<AssetRef> assets,
    Instant from,
    @Nullable Instant to,
    @Nullable Geometry place,
    Assessment assessment,
    List<Reason> reasons,
    Coverage coverage,
    List<Evidence> evidence,
    List<PartyRef> parties,
    String run) {
  public Finding {
    assets = List.copyOf(assets);
    reasons = List.copyOf(reasons);
    evidence = List.copyOf(evidence);
    parties = List.copyOf(parties);
  }

  /** The same with other reasons. */
  public Finding withReasons(List<Reason> other) {
    return new Finding(
        id,
        rule,
        ruleVersion,
        state,
        severity,
        subject,
        assets,
        from,
        to,
        place,
        assessment,
        other,
        coverage,
        evidence,
        parties,
        run);
  }

  /** The same with another coverage. */
  public Finding withCoverage(Coverage other) {
    return new Finding(
        id,
        rule,
        ruleVersion,
        state,
        severity,
        subject,
        assets,
        from,
        to,
        place,
        assessment,
        reasons,
        other,
        evidence,
        parties,
        run);
  }

  /** The same with what a register says: parties, further reasons, and how much it would matter. */
  public Finding withRegister(List<PartyRef> found, List<Reason> further, Severity moved) {
    List<Reason> all = new ArrayList<>(reasons);
    all.addAll(further);
    return new Finding(
        id,
        rule,
        ruleVersion,
        state,
        moved,
        subject,
        assets,
        from,
        to,
        place,
        assessment,
        all,
        coverage,
        evidence,
        found,
        run);
  }

  /** The same as another run tells it. */
  public Finding withRun(String other) {
    return new Finding(
        id,
        rule,
        ruleVersion,
        state,
        severity,
        subject,
        assets,
        from,
        to,
        place,
        assessment,
        reasons,
        coverage,
        evidence,
        parties,
        other);
  }
}
