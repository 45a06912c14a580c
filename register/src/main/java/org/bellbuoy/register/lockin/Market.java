package org.bellbuoy.register.lockin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A market by its definition: figures of two definitions cannot be compared.
 *
 * @param assetClass what is counted, such as "cable ship"
 * @param region where, or the zone or the capability
 * @param unit what the quantities are
 * @param date as of when
 * @param holdings who holds how much
 * @param othersQuantity known to be held by parties that {@code holdings} does not name, who of
 *     them how much is not known; 0 where there is none
 */
public record Market(
    String assetClass,
    String region,
    Unit unit,
    LocalDate date,
    List<Holding> holdings,
    double othersQuantity) {
  /** What a market is counted in. */
  public enum Unit {
    /** Pieces. */
    COUNT,
    /** Kilometres. */
    KILOMETRES,
    /** Capacity, in one unit throughout. */
    CAPACITY,
    /** Days of ships. */
    SHIP_DAYS
  }

  /**
   * A part of the market.
   *
   * @param holder who holds it; empty where that is not known, and then it is nobody's
   * @param controller who controls the holder in the end, the holder itself where nobody does;
   *     empty where that is not known
   * @param quantity in the market's unit, not below 0
   */
  public record Holding(Optional<String> holder, Optional<String> controller, double quantity) {
    /** Checks the quantity, which callers ask {@link #problem} about first. */
    public Holding {
      problem(quantity)
          .ifPresent(
              text -> {
                throw new IllegalArgumentException(text);
              });
    }

    /** What is wrong with a quantity, in a sentence. */
    public static Optional<String> problem(double quantity) {
      return quantity >= 0 && quantity < Double.POSITIVE_INFINITY
          ? Optional.empty()
          : Optional.of("The quantity " + quantity + " is no number from 0 up.");
    }

    /** A holder of its own. */
    public static Holding of(String holder, double quantity) {
      return new Holding(Optional.of(holder), Optional.of(holder), quantity);
    }

    /** A holder and who controls it. */
    public static Holding of(String holder, String controller, double quantity) {
      return new Holding(Optional.of(holder), Optional.of(controller), quantity);
    }

    /** A part of which nobody knows the holder. */
    public static Holding unknown(double quantity) {
      return new Holding(Optional.empty(), Optional.empty(), quantity);
    }
  }

  /** Keeps a copy. */
  public Market {
    holdings = List.copyOf(holdings);
    Holding.problem(othersQuantity)
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(text);
            });
  }
}
