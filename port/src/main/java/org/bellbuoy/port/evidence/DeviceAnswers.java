package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.DeviceAttribute;
import org.bellbuoy.port.inventory.Proof;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/** Which devices there are, and what they offer and use. */
final class DeviceAnswers {
  private static final List<AttributeName> TOLD =
      List.of(
          AttributeName.VENDOR,
          AttributeName.MODEL,
          AttributeName.FIRMWARE,
          AttributeName.SERIAL_NUMBER,
          AttributeName.NAME);

  private DeviceAnswers() {}

  static Answer inventory(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.INVENTORY);
    List<Device> devices = grounds.devices();
    Approved approved = grounds.approved();
    long unlisted = 0;
    long identified = 0;
    for (Device device : devices) {
      boolean missing =
          approved != null && approved.of(device).state() == Approved.State.NOT_ON_LIST;
      unlisted += missing ? 1 : 0;
      identified += device.text(AttributeName.MODEL).isEmpty() ? 0 : 1;
      draft.item(line(device) + (missing ? "; not on the list" : ""));
      if (missing || approved == null) {
        draft.frame(trace(device.first()));
      }
    }
    draft
        .count("devices", devices.size())
        .count("with-model", identified)
        .count("outside-addresses", grounds.inventory().outsideAddresses())
        .count("addresses-only-spoken-of", grounds.inventory().toldOnly());
    if (approved != null) {
      draft.count("not-on-the-list", unlisted);
    }
    if (devices.isEmpty()) {
      return draft.cannotTell(
          "No device of the watched networks sent anything." + grounds.unwatched());
    }
    String all = PortWords.count(devices.size(), "device", "devices");
    if (unlisted > 0) {
      return draft.contradicts(
          "%d of %s that sent something are not on the list that was given."
              .formatted(unlisted, all));
    }
    String what =
        approved == null
            ? "%s sent something; they are listed here with what they told of themselves."
                .formatted(all)
            : "%s sent something, and all are on the list that was given.".formatted(all);
    return grounds.sight().enough()
        ? draft.supports(what)
        : draft.cannotTell("In what was captured, " + what + grounds.sight().why());
  }

  static Answer unlisted(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.UNLISTED_DEVICES);
    List<Device> devices = grounds.devices();
    Approved approved = grounds.approved();
    draft.count("devices", devices.size());
    if (approved == null) {
      return draft.cannotTell("No list of approved devices was given (--approved).");
    }
    long missing = 0;
    long differs = 0;
    long notShown = 0;
    for (Device device : devices) {
      Approved.Verdict verdict = approved.of(device);
      switch (verdict.state()) {
        case APPROVED -> {}
        case NOT_SHOWN -> notShown++;
        case DIFFERS, NOT_ON_LIST -> {
          boolean unlisted = verdict.state() == Approved.State.NOT_ON_LIST;
          missing += unlisted ? 1 : 0;
          differs += unlisted ? 0 : 1;
          draft
              .item(line(device) + ": " + String.join("; ", verdict.differences()))
              .frame(trace(device.first()))
              .frames(proofs(device));
        }
      }
    }
    List<String> notSeen = approved.notSeen(devices);
    draft
        .count("not-on-the-list", missing)
        .count("different", differs)
        .count("properties-not-shown", notShown)
        .count("on-the-list-and-not-seen", notSeen.size());
    if (missing + differs > 0) {
      return draft.contradicts(
          "%s not on the list, and %s from what it says."
              .formatted(
                  PortWords.count(missing, "device is", "devices are"),
                  PortWords.count(differs, "device differs", "devices differ")));
    }
    if (devices.isEmpty() || notShown > 0) {
      return draft.cannotTell(
          devices.isEmpty()
              ? "No device of the watched networks sent anything." + grounds.unwatched()
              : "All are on the list; of %s it demands what the capture does not show."
                  .formatted(PortWords.count(notShown, "device", "devices")));
    }
    String what =
        "each of %s that sent something is on the list and as it says."
            .formatted(PortWords.count(devices.size(), "device", "devices"));
    return grounds.sight().enough()
        ? draft.supports(what)
        : draft.cannotTell("In what was captured, " + what + grounds.sight().why());
  }

  static Answer newHardware(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.NEW_HARDWARE);
    Approved approved = grounds.approved();
    Sight sight = grounds.sight();
    long first = grounds.health().firstNanos();
    long window = grounds.health().lastNanos() - first;
    long from = first + (long) (window * grounds.options().newAfterShare());
    long later = 0;
    long missing = 0;
    for (Device device : grounds.devices()) {
      if (device.macs().isEmpty() || device.first().epochNanos() < from) {
        continue;
      }
      later++;
      boolean listed =
          approved != null && approved.of(device).state() != Approved.State.NOT_ON_LIST;
      if (!listed) {
        missing++;
        draft
            .item(PortWords.time(device.first().epochNanos()) + " " + line(device))
            .frame(trace(device.first()));
      }
    }
    draft.count("appeared-later", later);
    draft.count(approved == null ? "not-compared-with-a-list" : "not-on-the-list", missing);
    String since = PortWords.time(from);
    if (missing > 0) {
      String what =
          PortWords.count(missing, "device first sent something", "devices first sent something");
      return approved == null
          ? draft.cannotTell(
              "%s after %s; no list of approved devices was given (--approved)."
                  .formatted(what, since))
          : draft.contradicts(
              "%s after %s and %s not on the list of approved devices."
                  .formatted(what, since, missing == 1 ? "is" : "are"));
    }
    String none =
        later == 0
            ? "no device first sent something after %s.".formatted(since)
            : "every device that first sent something after %s is on the list.".formatted(since);
    return sight.enough(Place.DEVICES)
        ? draft.supports(none + sight.stated(Place.DEVICES))
        : draft.cannotTell("In what was captured, " + none + sight.why(Place.DEVICES));
  }

  static Answer logsAndTime(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.SYSLOG_AND_TIME_SOURCES);
    List<Device> ot = grounds.otDevices();
    long logs = 0;
    long time = 0;
    long both = 0;
    for (Device device : ot) {
      boolean sends =
          device.addresses().stream().anyMatch(grounds.services().syslog()::containsKey);
      boolean asks = device.addresses().stream().anyMatch(grounds.services().time()::containsKey);
      logs += sends ? 1 : 0;
      time += asks ? 1 : 0;
      both += sends && asks ? 1 : 0;
      if (!sends || !asks) {
        String lacks = sends ? "no answer of NTP" : asks ? "no syslog" : "neither syslog nor NTP";
        draft.item(line(device) + ": " + lacks);
      }
    }
    for (IpAddress host : grounds.services().syslog().keySet()) {
      draft.frames(proof(grounds.services().syslog().get(host)));
    }
    for (IpAddress host : grounds.services().time().keySet()) {
      draft.frames(proof(grounds.services().time().get(host)));
    }
    draft
        .count("ot-devices", ot.size())
        .count("that-send-syslog", logs)
        .count("that-ntp-answers", time)
        .count("syslog-messages", grounds.services().messages())
        .count("ntp-answers", grounds.services().answers());
    if (ot.isEmpty()) {
      return draft.cannotTell(
          "No OT device was seen among the watched addresses."
              + grounds.unwatched()
              + grounds.whatOtIs());
    }
    String what =
        "%d of %s sent syslog and %d had an answer of NTP."
            .formatted(logs, PortWords.count(ot.size(), "OT device", "OT devices"), time);
    return both == ot.size() && grounds.sight().enough()
        ? draft.supports(what + grounds.whatOtIs())
        : draft.cannotTell(
            "In what was captured, "
                + what
                + (both == ot.size() ? grounds.sight().why() : "")
                + grounds.whatOtIs());
  }

  private static List<PortTrace> proof(@Nullable PortTrace trace) {
    return trace == null ? List.of() : List.of(trace);
  }

  static Answer services(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.SERVICES_OFFERED);
    long services = 0;
    long devices = 0;
    for (Device device : grounds.devices()) {
      List<String> offered = new ArrayList<>();
      for (DeviceAttribute attribute : device.attributes()) {
        if (attribute.name() == AttributeName.SERVICE) {
          offered.add(attribute.value());
          draft.frame(trace(attribute.proof()));
        }
      }
      services += offered.size();
      devices += offered.isEmpty() ? 0 : 1;
      if (!offered.isEmpty()) {
        draft.item(line(device) + ": " + String.join(", ", offered));
      }
    }
    draft.count("devices", devices).count("services", services);
    return draft.cannotTell(
        "%s offered %s that answered somebody; which are needed does not show."
            .formatted(
                PortWords.count(devices, "device", "devices"),
                PortWords.count(services, "service", "services")));
  }

  private static List<PortTrace> proofs(Device device) {
    List<PortTrace> traces = new ArrayList<>();
    for (AttributeName name : TOLD) {
      device.best(name).ifPresent(attribute -> traces.add(trace(attribute.proof())));
    }
    return traces;
  }

  private static PortTrace trace(Proof proof) {
    return new PortTrace(proof.source(), proof.epochNanos(), proof.offset(), 0, proof.frame(), "");
  }

  /** A device in one line. Untrusted text. */
  private static String line(Device device) {
    StringBuilder line = new StringBuilder(device.id());
    device.addresses().stream().limit(3).forEach(address -> line.append(' ').append(address));
    for (AttributeName name : TOLD) {
      String value = device.text(name);
      if (!value.isEmpty()) {
        line.append(", ").append(name.word()).append(' ').append(value);
      }
    }
    device.roles().stream()
        .limit(2)
        .forEach(role -> line.append(", ").append(role.role().word()).append('?'));
    return line.toString();
  }
}
