package org.bellbuoy.register.control;

/**
 * Thresholds of answers about control, as fractions of one.
 *
 * @param likelyPower from which voting power on control without a majority is told as likely
 * @param closeLink from which integrated ownership on two parties are told as closely linked
 * @param mostListed most owners, links and controlled parties that an answer lists
 */
public record ControlOptions(double likelyPower, double closeLink, int mostListed) {
  /** Power of 0.75, links of 0.20, twenty of each. */
  public static ControlOptions defaults() {
    return new ControlOptions(0.75, 0.20, 20);
  }
}
