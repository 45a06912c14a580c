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
import org.bellbuoy.port.session.SessionRegister;
import org.jspecify.annotations.Nullable;

/**
 * All detectors and rules of the port watch, from whichever room they come. A room with detectors
 * of its own gets its lines here, for {@code detect} does not know those that build on it.
 */
public final class PortJudging {
  private final RemoteSessionDetector sessions;
  private final EgressDetector egress;
  private final List<PortDetector> detectors;

  private PortJudging(
      RemoteSessionDetector sessions, EgressDetector egress, List<PortDetector> detectors) {
    this.sessions = sessions;
    this.egress = egress;
    this.detectors = List.copyOf(detectors);
  }

  /** All rules, in the order people read them. */
  public static List<Rule> rules() {
    List<Rule> all = new ArrayList<>(PortRules.all());
    all.addAll(BorderRuleTexts.all());
    return List.copyOf(all);
  }

  /**
   * Detectors that have seen nothing yet.
   *
   * @param pairs filled by the detector of {@code port.control}, to be asked afterwards
   * @param border what is declared of the border, by the policy too
   * @param baseline pairs of a capture known to be good, null for none
   */
  static PortJudging of(
      PairTable pairs,
      PortWatchOptions options,
      BorderOptions border,
      @Nullable PairTable baseline) {
    PolicyFile declared = options.policy();
    Policy policy = declared == null ? null : declared.policy();
    RemoteSessionDetector sessions = new RemoteSessionDetector(border.sessions());
    List<PortDetector> all =
        new ArrayList<>(
            PortDetectors.of(pairs, options.control(), options.scan(), baseline, policy));
    all.add(sessions);
    EgressDetector egress = new EgressDetector(border.border());
    all.add(egress);
    all.add(new SecondGatewayDetector(border.border()));
    all.add(new SpoofDetector());
    all.add(new ClearCredentialsDetector());
    all.add(new FileIntoOtDetector(border.watched()));
    all.add(new BeaconDetector(border.beacons()));
    return new PortJudging(sessions, egress, all);
  }

  /** All of them. */
  List<PortDetector> detectors() {
    return detectors;
  }

  /** What is across the border, to be told of connections in logs. */
  EgressDetector egress() {
    return egress;
  }

  /** The register of remote sessions, to be asked afterwards. */
  SessionRegister register() {
    return sessions.register();
  }
}
