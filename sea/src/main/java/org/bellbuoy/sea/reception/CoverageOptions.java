package org.bellbuoy.sea.reception;

/**
 * From where on words are used for coverage.
 *
 * @param independence share of each further ten-minute slot of one ship that counts as new: misses
 *     come in runs
 * @param littleShips ships below which nothing is known
 * @param littleSlots vessel-slots below which nothing is known
 * @param wellShips ships from which much is known
 * @param wellWidth width of the interval up to which much is known
 * @param heard share from which the verdict is heard
 * @param notHeard share up to which the verdict is not heard
 */
public record CoverageOptions(
    double independence,
    int littleShips,
    int littleSlots,
    int wellShips,
    double wellWidth,
    double heard,
    double notHeard) {
  /** Checks the numbers; the message of what is thrown is a sentence. */
  public CoverageOptions {
    share("independence", independence);
    share("well-known-width", wellWidth);
    share("heard", heard);
    share("not-heard", notHeard);
    if (notHeard >= heard) {
      throw new IllegalArgumentException(
          "--not-heard is " + notHeard + "; it must be less than --heard, which is " + heard + ".");
    }
    least("little-known-ships", littleShips);
    least("little-known-slots", littleSlots);
    least("well-known-ships", wellShips);
    if (wellShips < littleShips) {
      throw new IllegalArgumentException(
          "--well-known-ships is "
              + wellShips
              + "; it must not be less than --little-known-ships, which is "
              + littleShips
              + ".");
    }
  }

  /** The defaults shown in help. */
  public static CoverageOptions defaults() {
    return new CoverageOptions(0.35, 2, 6, 5, 0.3, 0.8, 0.2);
  }

  /** The same, under which nothing is ever known. */
  CoverageOptions withoutKnowledge() {
    return new CoverageOptions(
        independence,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        wellWidth,
        heard,
        notHeard);
  }

  /** The side of this that an interval must lie on for a share to be called heard or not heard. */
  double middle() {
    return (heard + notHeard) / 2;
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("--" + name + " is " + value + "; it must be 0 to 1.");
    }
  }

  private static void least(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("--" + name + " is " + value + "; it must be 1 or more.");
    }
  }
}
