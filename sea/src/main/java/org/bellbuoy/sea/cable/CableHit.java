package org.bellbuoy.sea.cable;

/** Where {@link CableIndex#nearestWithin} puts its answer; made once and used again by a thread. */
public final class CableHit {
  int cable = -1;
  double distanceMetres;
  double kilometresAlong;

  /** Position of the cable in {@link CableIndex#cables}, −1 before the first answer. */
  public int cable() {
    return cable;
  }

  /** Metres from the place to the charted route. */
  public double distanceMetres() {
    return distanceMetres;
  }

  /** Kilometres from the cable's start to the nearest place on its route. */
  public double kilometresAlong() {
    return kilometresAlong;
  }
}
