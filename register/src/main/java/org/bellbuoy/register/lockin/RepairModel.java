package org.bellbuoy.register.lockin;

/** A way to reckon how long repairs wait. */
public sealed interface RepairModel permits ErlangC, RepairSimulation {
  /** How long repairs of that zone wait. */
  RepairOutcome of(RepairLoad load);
}
