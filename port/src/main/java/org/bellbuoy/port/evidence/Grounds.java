package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.Inventory;
import org.bellbuoy.port.session.RemoteSession;
import org.bellbuoy.port.watch.CaptureHealth;
import org.jspecify.annotations.Nullable;

/**
 * All that one reading gathered, to be asked for each kind of evidence.
 *
 * @param facts what the shared detectors told, by rule
 * @param sessions the register of remote access
 * @param sessionsNotKept sessions for which there was no room
 * @param approved the keeper's list of devices, null where none was given
 */
record Grounds(
    Declared declared,
    EvidenceOptions options,
    Sight sight,
    CaptureHealth health,
    Map<String, List<PortFact>> facts,
    List<RemoteSession> sessions,
    long sessionsNotKept,
    Inventory inventory,
    @Nullable Approved approved,
    FlowBook flows,
    CommandBook commands,
    LoginBook logins,
    ServiceBook services,
    RateBook rates) {

  List<PortFact> facts(String rule) {
    return facts.getOrDefault(rule, List.of());
  }

  /** Whether a host counts as OT: as declared, else by speaking a protocol of control. */
  boolean isOt(IpAddress address) {
    Boolean told = declared.isOt(new Endpoint(address, 0, Endpoint.NO_MAC));
    return told == null ? declared.networks().isInside(address) && commands.speaks(address) : told;
  }

  /** What OT means here, a sentence; empty where it is declared. */
  String whatOtIs() {
    return declared.zones() == null
        ? " No OT network is declared; hosts that speak protocols of control were taken for OT."
        : "";
  }

  /** What was not counted as OT because its addresses are not watched, a sentence; else empty. */
  String unwatched() {
    long count = commands.unwatched();
    return count == 0
        ? ""
        : " %s of protocols of control passed between addresses that are not declared as watched and"
                .formatted(PortWords.count(count, "operation", "operations"))
            + " were not counted; declare them with --inside.";
  }

  /** Devices of the watched networks that sent something. */
  List<Device> devices() {
    return inventory.devices().stream().filter(device -> !device.outside()).toList();
  }

  /** Devices of the watched networks that count as OT. */
  List<Device> otDevices() {
    List<Device> found = new ArrayList<>();
    for (Device device : devices()) {
      if (device.addresses().stream().anyMatch(this::isOt)) {
        found.add(device);
      }
    }
    return found;
  }

  /** Addresses of what a fact was done to. */
  static List<IpAddress> targets(PortFact fact) {
    List<IpAddress> addresses = new ArrayList<>();
    for (PortFact.Target target : fact.targets()) {
      String id = target.id();
      int space = id.indexOf(' ');
      IpAddress address = IpText.parse(space < 0 ? id : id.substring(0, space));
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** Address of who did it, null where it is none. */
  static @Nullable IpAddress actor(PortFact fact) {
    String ip = fact.actor().get("ip");
    return ip == null ? null : IpText.parse(ip);
  }

  /** A fact in one line. */
  static String line(PortFact fact) {
    StringBuilder line = new StringBuilder();
    line.append(PortWords.time(fact.fromNanos())).append(' ');
    line.append(String.join(" ", fact.actor().values())).append(' ').append(fact.kind());
    if (!fact.targets().isEmpty()) {
      line.append(": ").append(fact.targets().getFirst().id());
      int more = fact.targets().size() - 1;
      if (more > 0) {
        line.append(" and ").append(more).append(" more");
      }
    }
    line.append(", ").append(PortWords.times(fact.count()));
    fact.reasons().stream()
        .filter(reason -> reason.code().equals("accounts") || reason.code().equals("services"))
        .map(Reason::text)
        .forEach(text -> line.append("; ").append(text));
    return line.toString();
  }
}
