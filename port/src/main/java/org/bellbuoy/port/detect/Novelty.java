package org.bellbuoy.port.detect;

/** How new it is that this actor commands that target. */
enum Novelty {
  /** It did so before. */
  KNOWN(1),
  /** It gave it commands of this kind before, but not of this target or value. */
  NEW_POINT(1),
  /** Nothing tells what is usual. */
  UNKNOWN(2),
  /** It asked that target before, but for nothing of this kind. */
  NEW_KIND(2),
  /** It asked others before, but not this target. */
  NEW_TARGET(2.5),
  /** It was never seen to ask anybody. */
  NEW_ACTOR(3),
  /** It was asked by others before and never asked itself. */
  TURNED(4);

  private final double weight;

  Novelty(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }
}
