package org.bellbuoy.server.simulate;

/**
 * An act asked for.
 *
 * @param kind what
 * @param state how far it comes; one of the kind's states
 * @param variant which of the kind's variants
 */
public record StagedAct(ActKind kind, ActState state, int variant) {
  /** Checks that the kind has the state and the variant. */
  public StagedAct {
    if (!kind.states().contains(state)) {
      throw new IllegalArgumentException(
          kind.word() + " cannot be staged as " + state.word() + ", only as " + kind.states());
    }
    if (variant < 0 || variant >= kind.variants()) {
      throw new IllegalArgumentException(
          kind.word() + " has variants 0 to " + (kind.variants() - 1) + ", not " + variant);
    }
  }
}
