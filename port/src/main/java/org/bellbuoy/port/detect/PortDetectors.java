package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The detectors of this room. A new one gets its line here. */
public final class PortDetectors {
  private PortDetectors() {}

  /**
   * Detectors that have seen nothing yet.
   *
   * @param pairs filled by the detector of {@code port.control}, to be asked afterwards
   * @param control thresholds of {@code port.control}
   * @param scan thresholds of {@code port.scan}
   * @param baseline pairs of a capture known to be good, null for none
   * @param policy what is declared, null for nothing
   */
  public static List<PortDetector> of(
      PairTable pairs,
      ControlOptions control,
      ScanOptions scan,
      @Nullable PairTable baseline,
      @Nullable Policy policy) {
    List<PortDetector> all = new ArrayList<>();
    all.add(new ControlDetector(pairs, control, scan, baseline));
    if (policy != null) {
      all.add(new PolicyDetector(policy, pairs));
    }
    all.add(new ScanDetector(pairs, scan));
    return List.copyOf(all);
  }
}
