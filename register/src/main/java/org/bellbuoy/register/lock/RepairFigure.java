package org.bellbuoy.register.lock;

import java.util.Optional;
import org.bellbuoy.register.lockin.ErlangC;
import org.bellbuoy.register.lockin.RepairLoad;
import org.bellbuoy.register.lockin.RepairModel;
import org.bellbuoy.register.lockin.RepairOutcome;

/**
 * How long repairs wait with so many ships, reckoned twice.
 *
 * @param ships that repair
 * @param byFormula by Erlang C; empty where there is no ship or no input
 * @param bySimulation SIMULATED; empty likewise
 */
public record RepairFigure(
    int ships, Optional<RepairOutcome> byFormula, Optional<RepairOutcome> bySimulation) {
  static RepairFigure of(int ships, RepairInputs inputs, RepairModel simulation) {
    Optional<RepairLoad> load = inputs.load(ships);
    return new RepairFigure(ships, load.map(new ErlangC()::of), load.map(simulation::of));
  }
}
