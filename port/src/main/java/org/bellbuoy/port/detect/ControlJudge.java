package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.port.policy.Permission;
import org.bellbuoy.port.policy.Verdict;

/** Says which commands are told, and how sure and how grave each is. Pure: used once. */
final class ControlJudge {
  private static final String TURNED = "slave-turned-master";

  /** A sweep over many targets is half as grave again. */
  private static final double SWEEP = 1.5;

  private record Key(Party actor, String kind, long day) {}

  private final PairTable seen;
  private final Usual usual;
  private final ControlOptions options;
  private final ScanOptions scan;
  private final Map<Key, FactGroup> groups = new LinkedHashMap<>();

  ControlJudge(PairTable seen, Usual usual, ControlOptions options, ScanOptions scan) {
    this.seen = seen;
    this.usual = usual;
    this.options = options;
    this.scan = scan;
  }

  List<PortFact> facts() {
    for (ControlPair pair : seen.pairs()) {
      boolean turned = turned(pair);
      for (ControlKind kind : ControlKind.values()) {
        ControlPair.History history = pair.history(kind);
        if (history != null) {
          history.days.stream()
              .filter(acts -> !isPartOfMore(pair, kind, acts))
              .forEach(acts -> command(pair, kind, acts, turned));
        }
      }
      if (turned) {
        asks(pair);
      }
      pair.newPoints.forEach(acts -> unusual(pair, acts, "new-point"));
      pair.newValues.forEach(acts -> unusual(pair, acts, "new-value"));
      probing(pair);
    }
    List<PortFact> facts = new ArrayList<>();
    for (FactGroup group : groups.values()) {
      if (group.targetCount() >= options.sweepTargets()) {
        group.scale(SWEEP);
      }
      facts.add(group.fact(PortRules.CONTROL.id(), against(group)));
    }
    return facts;
  }

  private FactGroup group(Party actor, String kind, long day) {
    return groups.computeIfAbsent(
        new Key(actor, kind, day), key -> new FactGroup(key.actor(), key.kind()));
  }

  /** Whether the actor had only answered, often and for long, before it first asked anybody. */
  private boolean turned(ControlPair pair) {
    Role role = pair.actorRole;
    if (permitted(pair)) {
      return false;
    }
    boolean here =
        role.asks()
            && role.answeredBefore >= options.slaveAnswers()
            && role.firstAskedNanos - role.firstAnsweredNanos >= options.slaveNanos();
    return switch (usual.basis()) {
      case BASELINE -> usual.of(pair, ControlKind.WRITE) == Novelty.TURNED;
      case FIRST_PART -> here && !askedFromTheStart(role);
      case NOTHING -> here;
    };
  }

  /**
   * Whether it asked within the part that is taken as usual already, and went on for longer than it
   * had only answered before: a controller that answers an HMI and commands its own drives.
   */
  private boolean askedFromTheStart(Role role) {
    return role.firstAskedNanos < usual.learntUntilNanos()
        && role.lastAskedNanos - role.firstAskedNanos
            > role.firstAskedNanos - role.firstAnsweredNanos;
  }

  /** Whether a policy permits all that the pair does. */
  private static boolean permitted(ControlPair pair) {
    boolean asked = false;
    for (ControlKind kind : ControlKind.values()) {
      ControlPair.History history = pair.history(kind);
      if (history != null) {
        for (Acts acts : history.days) {
          if (!acts.permitted()) {
            return false;
          }
          asked = true;
        }
      }
    }
    return asked || (pair.hasPolicy() && pair.forbidden.isEmpty());
  }

  /** An engineering tool unlocks a controller in the course of what is told anyway. */
  private static boolean isPartOfMore(ControlPair pair, ControlKind kind, Acts acts) {
    if (kind != ControlKind.ACCESS || acts.forbidden()) {
      return false;
    }
    for (ControlKind more : ControlKind.values()) {
      ControlPair.History history = pair.history(more);
      if (more != kind
          && more.always()
          && history != null
          && history.days.stream().anyMatch(other -> other.day == acts.day)) {
        return true;
      }
    }
    return false;
  }

  private void command(ControlPair pair, ControlKind kind, Acts acts, boolean turned) {
    Novelty novelty = turned ? Novelty.TURNED : usual.of(pair, kind);
    boolean across = acts.verdict == null && Outside.between(pair.actor, pair.target);
    boolean told =
        acts.forbidden() || (acts.permitted() ? kind.always() : told(kind, novelty) || across);
    if (!told) {
      return;
    }
    boolean asTurned = turned && !kind.always() && !acts.permitted();
    String word = asTurned ? TURNED : kind.word() + (acts.permitted() ? "-permitted" : "");
    double weight = kind.weight() * weight(kind, acts, novelty) * distance(acts, across);
    FactGroup group = group(pair.actor, word, acts.day);
    group.add(acts, relation(kind), level(acts, novelty), acts.permitted() ? weight / 4 : weight);
    PortTrace answer = pair.actorRole.firstAnswer;
    if (turned && !acts.permitted()) {
      group.reason(turnedReason(pair));
      if (answer != null) {
        group.trace(answer);
      }
    }
    group.reason(
        Reason.of(
            kind.word(),
            "%s %s at %s: %s. The first: %s."
                .formatted(
                    pair.actor, kind.did(), acts.target(), acts.functions(), acts.firstInWords()),
            (double) acts.count,
            "operations"));
    Verdict verdict = acts.verdict;
    Permission permission = acts.permission;
    if (verdict != null && permission != null) {
      group.reason(
          Reason.of(
              PolicyDetector.word(verdict),
              PolicyDetector.sentence(permission, verdict, "such commands")));
    }
    if (across) {
      group.reason(
          Reason.of("public-address", "One of the two has an address of the public internet."));
    }
    if (!turned && (verdict == null || usual.basis() == Usual.Basis.BASELINE)) {
      group.reason(noveltyReason(novelty));
    }
  }

  /**
   * What the first part of the same capture shows may be the intruder already, and what is
   * forbidden is no better for being usual.
   */
  private double weight(ControlKind kind, Acts acts, Novelty novelty) {
    boolean doubtful = acts.forbidden() || (kind.always() && usual.basis() != Usual.Basis.BASELINE);
    return doubtful ? Math.max(Novelty.UNKNOWN.weight(), novelty.weight()) : novelty.weight();
  }

  /** From 1 within a level to 2 where one of the two is outside. */
  private static double distance(Acts acts, boolean across) {
    Permission permission = acts.permission;
    if (permission == null) {
      return across ? 2 : 1;
    }
    boolean outside = !permission.from().declared() || permission.from().remote();
    return outside ? 2 : Math.min(2, 1 + Math.max(0, permission.distance() - 1) / 3);
  }

  private Level level(Acts acts, Novelty novelty) {
    if (acts.forbidden()) {
      return Level.LIKELY;
    }
    return acts.permitted() ? Level.UNLIKELY : level(novelty);
  }

  private boolean told(ControlKind kind, Novelty novelty) {
    if (kind.always()) {
      return true;
    }
    return switch (novelty) {
      case TURNED, NEW_ACTOR, NEW_TARGET -> true;
      // Whoever polls a device in the first hours and writes to it later is no news.
      case NEW_KIND -> usual.basis() == Usual.Basis.BASELINE;
      case KNOWN, NEW_POINT, UNKNOWN -> false;
    };
  }

  private Level level(Novelty novelty) {
    return switch (novelty) {
      case TURNED, NEW_ACTOR, NEW_TARGET, NEW_KIND ->
          usual.basis() == Usual.Basis.BASELINE ? Level.LIKELY : Level.POSSIBLE;
      case UNKNOWN, NEW_POINT -> Level.POSSIBLE;
      case KNOWN -> usual.basis() == Usual.Basis.BASELINE ? Level.UNLIKELY : Level.POSSIBLE;
    };
  }

  private static String relation(ControlKind kind) {
    return switch (kind) {
      case WRITE -> "written";
      case PROGRAM_READ -> "read-out";
      case CONFIGURATION, ACCESS, CONTROL, FORCE, RUN_STATE, PROGRAM, FIRMWARE -> "commanded";
    };
  }

  /** A device that turned master is told also where it only reads. */
  private void asks(ControlPair pair) {
    var first = pair.first;
    if (first == null || first.epochNanos() == Long.MAX_VALUE) {
      return;
    }
    for (ControlKind kind : ControlKind.values()) {
      if (pair.history(kind) != null) {
        return;
      }
    }
    FactGroup group = group(pair.actor, TURNED, PortWords.day(pair.firstNanos));
    group
        .weigh(level(Novelty.TURNED), Novelty.TURNED.weight())
        .span(pair.firstNanos, pair.lastNanos)
        .count(pair.asked, first.destination().toString(), "asked")
        .trace(PortTrace.of(first.request()))
        .reason(turnedReason(pair))
        .reason(
            Reason.of(
                "asked",
                "%s asked %s %s, and gave no command."
                    .formatted(pair.actor, first.destination(), PortWords.times(pair.asked)),
                (double) pair.asked,
                "operations"));
    PortTrace answer = pair.actorRole.firstAnswer;
    if (answer != null) {
      group.trace(answer);
    }
  }

  private static Reason turnedReason(ControlPair pair) {
    Role role = pair.actorRole;
    if (role.answeredBefore == 0) {
      return Reason.of(
          "only-answered-before", pair.actor + " only ever answered in the known-good capture.");
    }
    return Reason.of(
        "only-answered-before",
        "%s had answered %s over %s before it first asked another device itself."
            .formatted(
                pair.actor,
                PortWords.count(role.answeredBefore, "request", "requests"),
                PortWords.span(role.firstAskedNanos - role.firstAnsweredNanos)),
        (double) role.answeredBefore,
        "answers");
  }

  private Reason noveltyReason(Novelty novelty) {
    String where =
        switch (usual.basis()) {
          case BASELINE -> "in the known-good capture";
          case FIRST_PART ->
              "before "
                  + PortWords.time(usual.learntUntilNanos())
                  + ", in the part of this capture that is taken as usual";
          case NOTHING -> "";
        };
    return Reason.of(
        "novelty",
        switch (novelty) {
          case KNOWN -> "It did so " + where + " too.";
          case NEW_POINT -> "It never touched this " + where + ".";
          case UNKNOWN ->
              "What is usual here is not known: there is neither a policy nor a known-good capture,"
                  + " and this capture is too short to be compared with itself.";
          case NEW_KIND -> "It asked this device " + where + ", but for nothing of this kind.";
          case NEW_TARGET -> "It asked other devices " + where + ", but never this one.";
          case NEW_ACTOR, TURNED -> "It asked nobody " + where + ".";
        });
  }

  /** A known writer writes what it never wrote; told as forbidden where a policy forbids it. */
  private void unusual(ControlPair pair, Acts acts, String word) {
    if (acts.forbidden() || usual.of(pair, ControlKind.WRITE) != Novelty.KNOWN) {
      return;
    }
    group(pair.actor, word, acts.day)
        .add(
            acts,
            "written",
            Level.POSSIBLE,
            ControlKind.WRITE.weight() * Novelty.NEW_POINT.weight())
        .reason(
            Reason.of(
                word,
                (word.equals("new-point")
                            ? "%s wrote %s to points of %s that it never wrote in the known-good capture."
                            : "%s wrote %s values to %s that lie outside of what it wrote there in the"
                                + " known-good capture.")
                        .formatted(pair.actor, PortWords.times(acts.count), acts.target())
                    + " The first: "
                    + acts.firstInWords()
                    + ".",
                (double) acts.count,
                "operations"));
  }

  /** Different requests that a device refuses are how somebody feels his way. */
  private void probing(ControlPair pair) {
    if (pair.refusedRequests.size() < options.probeRequests()
        || pair.refused < options.probeShare() * pair.asked
        || PairScan.of(pair, scan) != null) {
      return;
    }
    FactGroup group = group(pair.actor, "probing", PortWords.day(pair.firstNanos));
    group.weigh(Level.POSSIBLE, usual.of(pair, ControlKind.WRITE) == Novelty.KNOWN ? 2 : 4);
    group
        .span(pair.firstNanos, pair.lastNanos)
        .count(pair.refused, pair.target.toString(), "asked");
    pair.firstRefused.forEach(
        operation ->
            group
                .trace(PortTrace.of(operation.request()))
                .trace(PortTrace.of(operation.response())));
    group.reason(
        Reason.of(
            "refused",
            "%s refused %,d of %,d requests of %s, %d different ones at least."
                .formatted(
                    pair.target, pair.refused, pair.asked, pair.actor, pair.refusedRequests.size()),
            (double) pair.refused,
            "requests"));
  }

  /** What speaks against it, or weakens it. */
  private List<Reason> against(FactGroup group) {
    List<Reason> reasons = new ArrayList<>();
    if (group.targetCount() >= options.sweepTargets()) {
      reasons.add(
          Reason.of(
              "many-targets",
              "It did so at %d targets%s on one day."
                  .formatted(group.targetCount(), group.hasMoreTargets() ? " or more" : ""),
              (double) group.targetCount(),
              "targets"));
    }
    boolean probing = group.kind.equals("probing");
    if (group.refused() > 0 && !probing) {
      reasons.add(
          Reason.of(
              "refused",
              "%,d of %,d were refused.".formatted(group.refused(), group.count()),
              (double) group.refused(),
              "operations"));
    }
    if (group.unanswered() > 0) {
      reasons.add(
          Reason.of(
              "unanswered",
              "Of %,d of %,d no answer was captured; whether they came through is not known."
                  .formatted(group.unanswered(), group.count()),
              (double) group.unanswered(),
              "operations"));
    }
    boolean permitted = group.kind.endsWith("-permitted");
    reasons.add(
        Reason.of(
            "not-known",
            permitted || group.forbidden()
                ? "Whether somebody had ordered it, traffic cannot tell."
                : notKnown()));
    return reasons;
  }

  private String notKnown() {
    return switch (usual.basis()) {
      case BASELINE -> "Whether somebody had ordered it, traffic cannot tell.";
      case FIRST_PART ->
          "Usual is here only what the first part of this capture shows; without a policy or a"
              + " known-good capture no more than possible is said.";
      case NOTHING -> "Without a policy, whether it was allowed cannot be told.";
    };
  }
}
