package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bellbuoy.register.lockin.Market.Holding;

/**
 * How concentrated a market is, with what is not known as a range.
 *
 * <p>Shares are of the whole, the unknown included. What is known to be others' is at least spread
 * over many and at most one party's. What is of nobody known adds nothing to the lower bound, and
 * to the upper bound as if it were all the largest party's.
 *
 * @param shares parties with their shares, largest first, then by id
 * @param coverage share of the whole whose party is known, 0 to 1; others that are not named do not
 *     count as known
 * @param othersShare share known to be others', 0 to 1
 * @param unknownShare share of nobody known, 0 to 1
 * @param hhi sum of squared shares in per cent, 0 to 10,000 (Herfindahl-Hirschman)
 * @param cr1 share of the largest, 0 to 1
 * @param cr4 share of the four largest, 0 to 1
 */
public record Concentration(
    List<Share> shares,
    double coverage,
    double othersShare,
    double unknownShare,
    Bounds hhi,
    Bounds cr1,
    Bounds cr4) {
  /** A party and its share of the whole, 0 to 1. */
  public record Share(String party, double share) {}

  private static final int LARGEST = 4;
  private static final double PERCENT_SQUARED = 10_000;

  /** By those who hold. Empty where the market has no quantity. */
  public static Optional<Concentration> byHolder(Market market) {
    return of(market, Holding::holder);
  }

  /**
   * By those who control the holders in the end. A holder whose controller is not known counts as
   * unknown here, for it may belong to any of them. Empty where the market has no quantity.
   */
  public static Optional<Concentration> byController(Market market) {
    return of(market, holding -> holding.holder().flatMap(holder -> holding.controller()));
  }

  /**
   * The same where others are not known to be missing: the parts are of the named alone, so of the
   * whole the largest may have nearly nothing or nearly all.
   */
  public Concentration ofNamedAlone() {
    return new Concentration(
        shares,
        coverage,
        othersShare,
        unknownShare,
        new Bounds(0, PERCENT_SQUARED),
        new Bounds(0, 1),
        new Bounds(0, 1));
  }

  private static Optional<Concentration> of(
      Market market, Function<Holding, Optional<String>> party) {
    Map<String, Double> known = new HashMap<>();
    double unknown = 0;
    double whole = market.othersQuantity();
    for (Holding holding : market.holdings()) {
      Optional<String> who = party.apply(holding);
      if (who.isPresent()) {
        known.merge(who.get(), holding.quantity(), Double::sum);
      } else {
        unknown += holding.quantity();
      }
      whole += holding.quantity();
    }
    if (!(whole > 0) || Double.isInfinite(whole)) {
      return Optional.empty();
    }
    double all = whole;
    List<Share> shares =
        known.entrySet().stream()
            .map(entry -> new Share(entry.getKey(), entry.getValue() / all))
            .sorted(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::party))
            .toList();
    double others = market.othersQuantity() / whole;
    double nobody = unknown / whole;
    return Optional.of(
        new Concentration(
            shares,
            1 - others - nobody,
            others,
            nobody,
            hhi(shares, others, nobody),
            largest(shares, others, nobody, 1),
            largest(shares, others, nobody, LARGEST)));
  }

  private static Bounds hhi(List<Share> shares, double others, double unknown) {
    double squares = 0;
    for (Share share : shares) {
      squares += share.share * share.share;
    }
    double first = shares.isEmpty() ? 0 : shares.getFirst().share;
    double most = Math.max(first, others);
    double high = squares + others * others - most * most + (most + unknown) * (most + unknown);
    return new Bounds(
        PERCENT_SQUARED * squares,
        others == 0 && unknown == 0 ? PERCENT_SQUARED * squares : PERCENT_SQUARED * high);
  }

  private static Bounds largest(List<Share> shares, double others, double unknown, int count) {
    double low = 0;
    for (Share share : shares.subList(0, Math.min(count, shares.size()))) {
      low += share.share;
    }
    List<Double> parts = new ArrayList<>(shares.stream().map(Share::share).toList());
    parts.add(others);
    parts.sort(Comparator.reverseOrder());
    double high = unknown;
    for (double part : parts.subList(0, Math.min(count, parts.size()))) {
      high += part;
    }
    return new Bounds(low, others == 0 && unknown == 0 ? low : Math.min(1, high));
  }
}
