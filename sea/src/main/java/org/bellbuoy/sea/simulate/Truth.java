package org.bellbuoy.sea.simulate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened.
 *
 * @param scenario what was asked for
 * @param acts what was staged, in the scenario's order
 * @param vessels all ships, the acting ones and the innocent twins last
 * @param stations the receivers
 * @param cables the invented cables
 */
public record Truth(
    Scenario scenario,
    List<Act> acts,
    List<Vessel> vessels,
    List<Station> stations,
    List<Cable> cables) {

  /** Copies the lists. */
  public Truth {
    acts = List.copyOf(acts);
    vessels = List.copyOf(vessels);
    stations = List.copyOf(stations);
    cables = List.copyOf(cables);
  }

  /**
   * One act.
   *
   * @param kind what happened
   * @param mmsi whose, null in an outage
   * @param station which went down, null otherwise
   * @param from first instant
   * @param to last instant, the scenario's end where it lasts longer
   * @param ends whether it ends before the scenario does
   * @param fromPlace where the ship, or the station, is at the first instant
   * @param toPlace where it is at the last
   * @param crossing of a cable during the act, null where there is none
   */
  public record Act(
      ActKind kind,
      @Nullable Integer mmsi,
      @Nullable String station,
      Instant from,
      Instant to,
      boolean ends,
      LatLon fromPlace,
      LatLon toPlace,
      @Nullable Crossing crossing) {}

  /**
   * A cable crossed.
   *
   * @param cable its id
   * @param alongKm from the first point of its line
   * @param at when
   * @param place where
   */
  public record Crossing(String cable, double alongKm, Instant at, LatLon place) {}

  /**
   * A ship.
   *
   * @param mmsi which two ships may share
   * @param name as sent
   * @param equipment A, B_SELF_ORGANISING or B_CARRIER_SENSE
   * @param shipType as sent
   * @param role what it is there for
   */
  public record Vessel(int mmsi, String name, String equipment, int shipType, String role) {}
}
