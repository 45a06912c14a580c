package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.List;

/** An act while it is staged; its frames are known once they are written. */
final class Act {
  /** So many frames that show it are kept; of ordinary traffic as much is enough. */
  private static final int MOST_EVIDENCE = 60;

  private final ActKind kind;
  private final Host actor;
  private final List<Host> targets;
  private final List<PortTruth.Evidence> evidence = new ArrayList<>();
  private String note = "";
  private long frames;
  private long showing;
  private long firstNanos;
  private long lastNanos;

  Act(ActKind kind, Host actor, List<Host> targets) {
    this.kind = kind;
    this.actor = actor;
    this.targets = targets;
  }

  Act note(String text) {
    note = text;
    return this;
  }

  void written(long nanos, String file, long frame, Mark mark) {
    firstNanos = frames == 0 ? nanos : firstNanos;
    lastNanos = nanos;
    frames++;
    if (!mark.what().isEmpty()) {
      showing++;
      if (evidence.size() < MOST_EVIDENCE) {
        evidence.add(
            new PortTruth.Evidence(
                file, frame, Wire.instant(nanos), mark.from(), mark.to(), mark.what()));
      }
    }
  }

  boolean seen() {
    return frames > 0;
  }

  PortTruth.Act truth() {
    return new PortTruth.Act(
        kind,
        note,
        actor.name,
        actor.address(),
        targets.stream().map(Host::address).toList(),
        Wire.instant(firstNanos),
        Wire.instant(lastNanos),
        frames,
        showing,
        evidence);
  }
}
