package org.bellbuoy.port.detect;

import org.jspecify.annotations.Nullable;

/**
 * What is usual: pairs of a capture known to be good, else those of the first part of this one.
 * Pure.
 */
final class Usual {
  /** Where it is known from. */
  enum Basis {
    /** Another capture, said to be good. */
    BASELINE,
    /** The first part of the same capture. */
    FIRST_PART,
    /** Nothing: the capture is too short to be compared with itself. */
    NOTHING
  }

  private final @Nullable PairTable baseline;
  private final long learntUntilNanos;
  private final Basis basis;

  private Usual(@Nullable PairTable baseline, long learntUntilNanos, Basis basis) {
    this.baseline = baseline;
    this.learntUntilNanos = learntUntilNanos;
    this.basis = basis;
  }

  static Usual of(PairTable seen, @Nullable PairTable baseline, ControlOptions options) {
    if (baseline != null && baseline.operations() > 0) {
      return new Usual(baseline, Long.MIN_VALUE, Basis.BASELINE);
    }
    if (seen.spanNanos() < options.leastLearnNanos() || options.learnShare() <= 0) {
      return new Usual(null, Long.MIN_VALUE, Basis.NOTHING);
    }
    long until = seen.firstNanos() + (long) (seen.spanNanos() * options.learnShare());
    return new Usual(null, until, Basis.FIRST_PART);
  }

  Basis basis() {
    return basis;
  }

  /** End of the part that is taken as usual; only for {@link Basis#FIRST_PART}. */
  long learntUntilNanos() {
    return learntUntilNanos;
  }

  /** How new commands of that kind are. */
  Novelty of(ControlPair pair, ControlKind kind) {
    return switch (basis) {
      case NOTHING -> Novelty.UNKNOWN;
      case FIRST_PART -> firstPart(pair, kind);
      case BASELINE -> baseline(pair, kind);
    };
  }

  private Novelty firstPart(ControlPair pair, ControlKind kind) {
    ControlPair.History history = pair.history(kind);
    if (history != null && history.firstNanos <= learntUntilNanos) {
      return Novelty.KNOWN;
    }
    if (pair.firstNanos <= learntUntilNanos) {
      return Novelty.NEW_KIND;
    }
    return pair.actorRole.firstAskedNanos <= learntUntilNanos
        ? Novelty.NEW_TARGET
        : Novelty.NEW_ACTOR;
  }

  private Novelty baseline(ControlPair pair, ControlKind kind) {
    PairTable known = baseline;
    ControlPair before = known == null ? null : known.find(pair.actor, pair.target);
    if (before != null) {
      return before.history(kind) == null ? Novelty.NEW_KIND : Novelty.KNOWN;
    }
    Role role = known == null ? null : known.role(pair.actor);
    if (role == null) {
      return Novelty.NEW_ACTOR;
    }
    return role.asks() ? Novelty.NEW_TARGET : Novelty.TURNED;
  }

  /** The same pair where it is usual, null where it is not known there. */
  @Nullable ControlPair before(ControlPair pair) {
    PairTable known = baseline;
    return known == null ? null : known.find(pair.actor, pair.target);
  }
}
