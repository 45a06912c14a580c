package org.bellbuoy.port.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All detectors of a run. A new one gets its line here. */
public final class PortDetectors {
  private PortDetectors() {}

  /**
   * Detectors that have seen nothing yet.
   *
   * @param pairs filled by the detector of {@code port.control}, to be asked afterwards
   * @param control thresholds of {@code port.control}
   * @param baseline pairs of a capture known to be good, null for none
   */
  public static List<PortDetector> of(
      PairTable pairs, ControlOptions control, @Nullable PairTable baseline) {
    return List.of(new ControlDetector(pairs, control, baseline));
  }
}
