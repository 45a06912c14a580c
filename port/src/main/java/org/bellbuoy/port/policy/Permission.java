package org.bellbuoy.port.policy;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of one kind of traffic between two, whatever the time; so that it is worked
 * out once and then asked for each packet. Immutable.
 */
public final class Permission {
  private final Zone from;
  private final Zone to;
  private final List<Conduit> covering;
  private final List<Maintenance> windows;
  private final Verdict refusal;
  private final ZoneId zoneId;

  /** What it says at any time, null where that depends on the time. */
  private final @Nullable Verdict constant;

  Permission(
      Zone from,
      Zone to,
      List<Conduit> covering,
      List<Maintenance> windows,
      Verdict refusal,
      ZoneId zoneId) {
    this.from = from;
    this.to = to;
    this.covering = List.copyOf(covering);
    this.windows = List.copyOf(windows);
    this.refusal = refusal;
    this.zoneId = zoneId;
    this.constant = constant();
  }

  private @Nullable Verdict constant() {
    for (Conduit conduit : covering) {
      if (conduit.hours().isEmpty()) {
        return new Verdict(Verdict.Answer.PERMITTED, conduit.name());
      }
    }
    return covering.isEmpty() && windows.isEmpty() ? refusal : null;
  }

  /** Zone of who asks. */
  public Zone from() {
    return from;
  }

  /** Zone of who is asked. */
  public Zone to() {
    return to;
  }

  /** Difference of the two levels, 0 to 5. */
  public double distance() {
    return Math.abs(from.level() - to.level());
  }

  /** What it says of a moment. */
  public Verdict at(long epochNanos) {
    Verdict always = constant;
    if (always != null) {
      return always;
    }
    for (int i = 0; i < covering.size(); i++) {
      Conduit conduit = covering.get(i);
      if (conduit.open(epochNanos, zoneId)) {
        return new Verdict(Verdict.Answer.PERMITTED, conduit.name());
      }
    }
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).open(epochNanos, zoneId)) {
        return new Verdict(Verdict.Answer.MAINTENANCE, windows.get(i).name());
      }
    }
    return covering.isEmpty()
        ? refusal
        : new Verdict(Verdict.Answer.HOURS, covering.getFirst().name());
  }
}
