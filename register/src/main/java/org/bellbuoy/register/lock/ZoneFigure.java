package org.bellbuoy.register.lock;

import java.util.List;
import org.bellbuoy.register.lockin.CutSets;

/**
 * A maintenance zone or agreement.
 *
 * @param id of the zone
 * @param ships that repair and belong to it, sorted
 * @param otherShips that belong to it and are told not to repair, sorted
 * @param providers who provides maintenance, sorted
 * @param providersComplete whether the register says that all of them are named
 * @param fleet concentration of its repair ships by operator
 * @param inputs what the wait was reckoned from
 * @param repair the wait
 * @param problem why there is no wait; empty where there is
 * @param cuts parties and countries without one or two of which no ship is left
 */
public record ZoneFigure(
    String id,
    List<String> ships,
    List<String> otherShips,
    List<String> providers,
    boolean providersComplete,
    MarketFigure fleet,
    RepairInputs inputs,
    RepairFigure repair,
    String problem,
    CutSets.Found cuts) {
  public ZoneFigure {
    ships = List.copyOf(ships);
    otherShips = List.copyOf(otherShips);
    providers = List.copyOf(providers);
  }
}
