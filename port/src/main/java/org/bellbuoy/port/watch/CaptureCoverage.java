package org.bellbuoy.port.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.port.detect.PortWords;
import org.jspecify.annotations.Nullable;

/** What a capture could have shown, in words and numbers: the coverage of all its findings. */
public final class CaptureCoverage {
  private static final String TALK = "TCP conversation";
  private static final String TALKS = "TCP conversations";
  private static final String PACKET = "packet";
  private static final String PACKETS = "packets";

  /** What no capture of a network shows, whatever its quality. */
  public static final List<String> BLIND_SPOTS =
      List.of(
          "Only what passed the place of capture was seen: traffic between devices on one switch,"
              + " serial lines and other networks are not in it.",
          "A modem or second network on another port of a controller or panel is invisible here.",
          "What is encrypted is told by its ends, length and time only.",
          "Commands given at a device's own panel or by its program leave no packet.");

  /** So many of them are named. */
  private static final int MOST_BREAKS = 8;

  private static final long CLOCK_JUMP_NANOS = 1_000_000_000L;

  private CaptureCoverage() {}

  /** The coverage of every finding of a reading. */
  public static Coverage of(CaptureHealth health) {
    List<String> faults = faults(health);
    String twice =
        health.duplicates() == 0
            ? ""
            : " (%s of a mirror port counted once)"
                .formatted(PortWords.count(health.duplicates(), "duplicate", "duplicates"));
    String summary =
        "%s%s from %s to %s, %s. %s A modem on a controller's second port is invisible here."
            .formatted(
                PortWords.count(health.packets(), "packet", "packets"),
                twice,
                health.packets() == 0 ? "-" : PortWords.time(health.firstNanos()),
                health.packets() == 0 ? "-" : PortWords.time(health.lastNanos()),
                PortWords.count(health.conversations(), "conversation", "conversations"),
                faults.isEmpty()
                    ? "No loss shows in it."
                    : "What was missed: " + String.join("; ", faults) + ".");
    return new Coverage(summary, observable(health), detail(health));
  }

  /** The same of a reading of logs too. */
  static Coverage of(CaptureHealth health, LogSight logs) {
    Coverage captures = of(health);
    if (!logs.any()) {
      return captures;
    }
    String told =
        "%s in %s of Zeek or Suricata from %s to %s. %s"
            .formatted(
                PortWords.count(logs.connections(), "connection", "connections"),
                PortWords.count(logs.lines(), "line", "lines"),
                logs.connections() == 0 ? "-" : PortWords.time(logs.firstNanos()),
                logs.connections() == 0 ? "-" : PortWords.time(logs.lastNanos()),
                LogSight.BLIND);
    boolean packets = health.packets() > 0;
    ObjectNode detail = detail(health);
    detail.put("logLines", logs.lines());
    detail.put("loggedConnections", logs.connections());
    return new Coverage(
        packets ? captures.summary() + " " + told : told,
        packets ? captures.observable() : null,
        detail);
  }

  /** What is wrong with the capture, a phrase each; empty where nothing shows. */
  public static List<String> faults(CaptureHealth health) {
    List<String> faults = new ArrayList<>(breaks(health.breaks()));
    add(faults, health.missingBytes(), "byte", "bytes", "of TCP streams");
    add(faults, health.gaps(), "hole", "holes", "in TCP streams");
    add(faults, health.oneSided(), TALK, TALKS, "with one side only");
    add(faults, health.midstream(), TALK, TALKS, "captured without the beginning");
    add(faults, health.cutPackets(), PACKET, PACKETS, "cut short by the capture");
    add(faults, health.cutHeaders(), "of them", "of them", "within the headers");
    add(faults, health.malformed(), PACKET, PACKETS, "with headers that cannot be");
    add(faults, health.droppedPackets(), PACKET, PACKETS, "dropped by the capturing machine");
    add(faults, health.unreadPackets(), PACKET, PACKETS, "of links that are not read");
    add(faults, health.fragmentsAbandoned(), "datagram", "datagrams", "with missing fragments");
    add(faults, health.skippedBytes(), "byte", "bytes", "in which no message was found");
    if (health.furthestBackNanos() >= CLOCK_JUMP_NANOS) {
      faults.add(
          "the clock went back %s, up to %s"
              .formatted(
                  PortWords.times(health.backwardsPackets()),
                  PortWords.span(health.furthestBackNanos())));
    }
    return faults;
  }

  /** What of which capture was not read, a few in words. */
  private static List<String> breaks(List<String> all) {
    if (all.size() <= MOST_BREAKS) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST_BREAKS));
    some.add("%d more such places in other captures".formatted(all.size() - MOST_BREAKS));
    return some;
  }

  private static void add(List<String> faults, long count, String one, String many, String what) {
    if (count > 0) {
      faults.add(PortWords.count(count, one, many) + " " + what);
    }
  }

  /**
   * Share of the bytes on the wire that were read, as far as sequence numbers and lengths tell;
   * null where a capture breaks off, for how much is lost behind that nothing tells.
   */
  private static @Nullable Double observable(CaptureHealth health) {
    return health.brokenOff() > 0 ? null : Math.floor(health.readShare() * 1000) / 1000;
  }

  private static ObjectNode detail(CaptureHealth health) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("packets", health.packets());
    detail.put("bytes", health.bytes());
    detail.put("conversations", health.conversations());
    detail.put("missingBytes", health.missingBytes());
    detail.put("gaps", health.gaps());
    detail.put("oneSided", health.oneSided());
    detail.put("midstream", health.midstream());
    detail.put("duplicates", health.duplicates());
    detail.put("cutPackets", health.cutPackets());
    detail.put("cutHeaders", health.cutHeaders());
    detail.put("malformed", health.malformed());
    detail.put("droppedPackets", health.droppedPackets());
    detail.put("unreadPackets", health.unreadPackets());
    detail.put("fragmentsAbandoned", health.fragmentsAbandoned());
    detail.put("skippedBytes", health.skippedBytes());
    detail.put("backwardsPackets", health.backwardsPackets());
    detail.put("brokenOff", health.brokenOff());
    detail.put("passedOver", health.passedOver());
    detail.put("passedOverBytes", health.passedOverBytes());
    detail.put("furthestBackMillis", health.furthestBackNanos() / 1_000_000);
    BLIND_SPOTS.forEach(detail.putArray("blindSpots")::add);
    return detail;
  }
}
