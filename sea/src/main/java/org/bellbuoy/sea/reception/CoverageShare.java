package org.bellbuoy.sea.reception;

/**
 * How well ships were heard somewhere, and how much is known of it.
 *
 * @param ships different ships of which at least one transmission was due
 * @param slots vessel-slots: one ship in one cell and ten minutes
 * @param heardSlots those of them in which anything was heard
 * @param expected transmissions due
 * @param received transmissions heard
 * @param effective independent tries that the slots are worth
 * @param interval of the share of slots heard
 * @param known how much is known
 * @param verdict what that comes to
 */
public record CoverageShare(
    int ships,
    long slots,
    long heardSlots,
    double expected,
    long received,
    double effective,
    BetaInterval interval,
    Known known,
    Verdict verdict) {

  /** How much is known. */
  public enum Known {
    /** Enough ships, and a narrow interval. */
    WELL("well known"),
    /** Some ships and slots. */
    LITTLE("little known"),
    /** Too few ships or slots, or none. */
    NOT("not known");

    private final String word;

    Known(String word) {
      this.word = word;
    }

    /** The word in files. */
    public String word() {
      return word;
    }
  }

  /** What it comes to. */
  public enum Verdict {
    /** Ships there were heard. */
    HEARD("heard"),
    /** Ships there were heard in part of their time. */
    PARTLY_HEARD("partly heard"),
    /** Ships were there and were not heard. */
    NOT_HEARD("not heard"),
    /** Too little is known. */
    CANNOT_TELL("cannot tell");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word in files. */
    public String word() {
      return word;
    }
  }

  /**
   * Weighs counts.
   *
   * <p>One ship's slots are not independent tries. The first slot of each ship counts whole, each
   * further one by {@code independence}: {@code effective = ships + independence × (slots −
   * ships)}. The interval is that of the share heard in so many tries.
   */
  static CoverageShare of(
      int ships,
      long slots,
      long heardSlots,
      double expected,
      long received,
      CoverageOptions options) {
    double effective = ships + options.independence() * (slots - ships);
    double hits = slots == 0 ? 0 : heardSlots == slots ? effective : effective * heardSlots / slots;
    BetaInterval interval = BetaInterval.jeffreys(hits, effective);
    Known known = known(ships, slots, interval, options);
    return new CoverageShare(
        ships,
        slots,
        heardSlots,
        expected,
        received,
        effective,
        interval,
        known,
        verdict(known, slots == 0 ? 0 : (double) heardSlots / slots, interval, options));
  }

  /** Share of vessel-slots heard; NaN where there was none. */
  public double share() {
    return slots == 0 ? Double.NaN : (double) heardSlots / slots;
  }

  private static Known known(
      int ships, long slots, BetaInterval interval, CoverageOptions options) {
    if (ships < options.littleShips() || slots < options.littleSlots()) {
      return Known.NOT;
    }
    return ships >= options.wellShips() && interval.width() <= options.wellWidth()
        ? Known.WELL
        : Known.LITTLE;
  }

  private static Verdict verdict(
      Known known, double share, BetaInterval interval, CoverageOptions options) {
    boolean anything = interval.low() <= options.notHeard() && interval.high() >= options.heard();
    if (known == Known.NOT || anything) {
      return Verdict.CANNOT_TELL;
    }
    if (share >= options.heard()) {
      return interval.low() >= options.middle() ? Verdict.HEARD : Verdict.CANNOT_TELL;
    }
    if (share <= options.notHeard()) {
      return interval.high() <= options.middle() ? Verdict.NOT_HEARD : Verdict.CANNOT_TELL;
    }
    return Verdict.PARTLY_HEARD;
  }
}
