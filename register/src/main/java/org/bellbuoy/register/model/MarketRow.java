package org.bellbuoy.register.model;

import java.util.List;

/**
 * What one source says of a part of a market.
 *
 * @param market what is counted, such as "cable ships"
 * @param region where; empty for the world
 * @param measure how it is counted, such as "fleet"; figures of two measures cannot be compared
 * @param parties whose part it is; several hold it together, and how they divide it is not told;
 *     none for the whole of the market
 * @param value how much, in {@code unit}
 * @param unit {@code percent}, or what is counted
 * @param asOf the day, month or year it is told for
 * @param statement who says so
 */
public record MarketRow(
    String market,
    String region,
    String measure,
    List<String> parties,
    double value,
    String unit,
    PartialDate asOf,
    Statement statement) {
  /** The unit of shares. */
  public static final String PERCENT = "percent";

  public MarketRow {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("No part of a market: " + value);
    }
    parties = List.copyOf(parties);
  }

  /** The same as another source says it. */
  public MarketRow with(Statement other) {
    return new MarketRow(market, region, measure, parties, value, unit, asOf, other);
  }
}
