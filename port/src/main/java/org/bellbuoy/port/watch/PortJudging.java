package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.port.beacon.BeaconDetector;
import org.bellbuoy.port.border.EgressDetector;
import org.bellbuoy.port.border.SecondGatewayDetector;
import org.bellbuoy.port.border.SpoofDetector;
import org.bellbuoy.port.content.ClearCredentialsDetector;
import org.bellbuoy.port.content.FileIntoOtDetector;
import org.bellbuoy.port.detect.PairTable;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortDetectors;
import org.bellbuoy.port.detect.PortRules;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.session.RemoteSessionDetector;
import org.jspecify.annotations.Nullable;

/**
 * All detectors and rules of the port watch, from whichever room they come. A room with detectors
 * of its own gets its lines here, for {@code detect} does not know those that build on it.
 */
public final class PortJudging {
  private PortJudging() {}

  /** All rules, in the order people read them. */
  public static List<Rule> rules() {
    List<Rule> all = new ArrayList<>(PortRules.all());
    all.addAll(OutsideRules.all());
    return List.copyOf(all);
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
    Policy policy = declared == null ? null : declared.policy();
    List<PortDetector> all =
        new ArrayList<>(
            PortDetectors.of(pairs, options.control(), options.scan(), baseline, policy));
    PortDeclared border = PortDeclared.of(policy);
    all.add(new RemoteSessionDetector(border.sessions()));
    all.add(new EgressDetector(border.border()));
    all.add(new SecondGatewayDetector(border.border()));
    all.add(new SpoofDetector());
    all.add(new ClearCredentialsDetector());
    all.add(new FileIntoOtDetector(border.networks()));
    all.add(new BeaconDetector(border.beacons()));
    return List.copyOf(all);
  }
}
