package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.port.detect.PairTable;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortDetectors;
import org.bellbuoy.port.detect.PortRules;
import org.jspecify.annotations.Nullable;

/**
 * All detectors and rules of the port watch, from whichever room they come. A room with detectors
 * of its own gets its lines here, for {@code detect} does not know those that build on it.
 */
public final class PortJudging {
  private PortJudging() {}

  /** All rules, in the order people read them. */
  public static List<Rule> rules() {
    return PortRules.all();
  }

  /**
   * Detectors that have seen nothing yet.
   *
   * @param pairs filled by the detector of {@code port.control}, to be asked afterwards
   * @param baseline pairs of a capture known to be good, null for none
   */
  static List<PortDetector> detectors(
      PairTable pairs, PortWatchOptions options, @Nullable PairTable baseline) {
    PolicyFile declared = options.policy();
    return PortDetectors.of(
        pairs,
        options.control(),
        options.scan(),
        baseline,
        declared == null ? null : declared.policy());
  }
}
