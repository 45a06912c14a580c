package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.port.border.EgressDetector;
import org.bellbuoy.port.border.SecondGatewayDetector;
import org.bellbuoy.port.border.SpoofDetector;
import org.bellbuoy.port.content.ClearCredentialsDetector;
import org.bellbuoy.port.content.FileIntoOtDetector;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.session.RemoteSessionDetector;

/** Detectors of who reaches in and out, beside those of commands. */
record BorderDetectors(RemoteSessionDetector sessions, List<PortDetector> all) {
  /** Detectors that have seen nothing yet. */
  static BorderDetectors of(BorderOptions options) {
    RemoteSessionDetector sessions = new RemoteSessionDetector(options.sessions());
    return new BorderDetectors(
        sessions,
        List.of(
            sessions,
            new EgressDetector(options.border()),
            new SecondGatewayDetector(options.border()),
            new SpoofDetector(),
            new ClearCredentialsDetector(),
            new FileIntoOtDetector(new Networks(options.networks()))));
  }
}
