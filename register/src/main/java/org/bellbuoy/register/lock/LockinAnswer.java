package org.bellbuoy.register.lock;

import java.time.LocalDate;
import java.util.List;

/**
 * How concentrated what a register tells of is.
 *
 * @param asOf the day for controllers and ships; markets have dates of their own
 * @param markets figures of the tables of markets
 * @param fleets figures of the register's own ships, by the work they do
 * @param zones maintenance zones
 */
public record LockinAnswer(
    LocalDate asOf, List<MarketFigure> markets, List<MarketFigure> fleets, List<ZoneFigure> zones) {
  public LockinAnswer {
    markets = List.copyOf(markets);
    fleets = List.copyOf(fleets);
    zones = List.copyOf(zones);
  }
}
