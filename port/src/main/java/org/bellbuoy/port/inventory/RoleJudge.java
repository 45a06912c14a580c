package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.OperationClass;

/**
 * Concludes roles from what a device did and said. A role says what was seen, not what was meant:
 * an intruder who loads a program looks like an engineer.
 */
final class RoleJudge {
  /** So many reads make a panel or control centre of who asks; fewer may be a test. */
  private static final long POLLING_READS = 20;

  /** So many answers to others' requests make sure that it is no accident. */
  private static final long SURE_ANSWERS = 10;

  /** So many units behind one address make a gateway; some devices answer under two or three. */
  private static final int GATEWAY_UNITS = 4;

  private static final Pattern MODEM =
      Pattern.compile(
          "\\b(modem|cellular|lte|gprs|umts|teltonika|rut[0-9]{3}|airlink|oncell|robustel"
              + "|four-faith|inhand|hongdian|cradlepoint|sierra wireless)\\b");
  private static final Pattern CAMERA =
      Pattern.compile(
          "\\b(network camera|ip camera|ipcam|webcam|hikvision[a-z-]*|dnvrs-webs|mobotix)\\b");

  private final Draft draft;
  private final List<DeviceAttribute> attributes;
  private final MacPrefixes makers;
  private final Map<Role, List<DeviceRole.Reason>> reasons = new EnumMap<>(Role.class);
  private final Map<Role, Confidence> confidences = new EnumMap<>(Role.class);

  RoleJudge(Draft draft, List<DeviceAttribute> attributes, MacPrefixes makers) {
    this.draft = draft;
    this.attributes = attributes;
    this.makers = makers;
  }

  /** All roles that anything speaks for, the surest first. */
  List<DeviceRole> roles() {
    for (Behaviour behaviour : draft.behaviours) {
      answers(behaviour);
      asks(behaviour);
    }
    relays();
    words();
    prefixes();
    List<DeviceRole> roles = new ArrayList<>();
    reasons.forEach(
        (role, why) ->
            roles.add(new DeviceRole(role, confidences.getOrDefault(role, Confidence.LOW), why)));
    roles.sort(
        Comparator.comparing(DeviceRole::confidence).reversed().thenComparing(DeviceRole::role));
    return roles;
  }

  private void because(Role role, Confidence confidence, Proof proof, String text) {
    reasons
        .computeIfAbsent(role, key -> new ArrayList<>(1))
        .add(new DeviceRole.Reason(text, proof));
    confidences.merge(role, confidence, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private void answers(Behaviour behaviour) {
    if (behaviour.firstAnswered != null) {
      because(
          Role.CONTROLLER,
          behaviour.answered >= SURE_ANSWERS ? Confidence.HIGH : Confidence.MEDIUM,
          behaviour.firstAnswered,
          "answered %,d requests of %s from %s"
              .formatted(
                  behaviour.answered, words(behaviour.answeredIn), peers(behaviour.answeredTo)));
      if (behaviour.units.cardinality() >= GATEWAY_UNITS
          && behaviour.answeredIn.contains(Protocol.MODBUS)) {
        because(
            Role.GATEWAY,
            Confidence.MEDIUM,
            behaviour.firstAnswered,
            "answered for %d units".formatted(behaviour.units.cardinality()));
      }
    }
    if (behaviour.firstReported != null) {
      because(
          Role.CONTROLLER,
          Confidence.MEDIUM,
          behaviour.firstReported,
          "reported values %,d times unasked in %s"
              .formatted(behaviour.reported, words(behaviour.reportedIn)));
    }
  }

  private void asks(Behaviour behaviour) {
    long reads = behaviour.askedFor(OperationClass.READ);
    if (reads >= POLLING_READS) {
      because(
          Role.HMI,
          behaviour.answered > 0 ? Confidence.LOW : Confidence.MEDIUM,
          behaviour.firstAskedFor(OperationClass.READ),
          "asked %s for values %,d times in %s"
              .formatted(peers(behaviour.askedOf), reads, words(behaviour.askedIn)));
      commands(behaviour, OperationClass.WRITE);
      commands(behaviour, OperationClass.CONTROL);
    }
    for (OperationClass kind : EnumSet.of(OperationClass.PROGRAM, OperationClass.FIRMWARE)) {
      if (behaviour.askedFor(kind) > 0) {
        because(
            Role.ENGINEERING_STATION,
            Confidence.MEDIUM,
            behaviour.firstAskedFor(kind),
            "asked for %,d operations of class %s"
                .formatted(behaviour.askedFor(kind), kind.word()));
      }
    }
  }

  private void commands(Behaviour behaviour, OperationClass kind) {
    if (behaviour.askedFor(kind) > 0) {
      because(
          Role.HMI,
          Confidence.LOW,
          behaviour.firstAskedFor(kind),
          "asked for %,d operations of class %s".formatted(behaviour.askedFor(kind), kind.word()));
    }
  }

  private static String words(Set<Protocol> protocols) {
    Set<String> words = new TreeSet<>();
    protocols.forEach(protocol -> words.add(protocol.word()));
    return String.join(", ", words);
  }

  private static String peers(Set<IpAddress> peers) {
    IpAddress first = peers.isEmpty() ? IpAddress.NONE : peers.iterator().next();
    return peers.size() == 1
        ? first.equals(IpAddress.NONE) ? "one other" : first.toString()
        : peers.size() + " others";
  }

  private void relays() {
    Proof proof = draft.firstRelayed;
    if (proof != null) {
      because(
          Role.GATEWAY,
          draft.relayed.size() > 1 ? Confidence.HIGH : Confidence.MEDIUM,
          proof,
          draft.relayed.size() == 1
              ? "passed on packets of one address that is not its own"
              : "passed on packets of %,d addresses that are not its own"
                  .formatted(draft.relayed.size()));
    }
  }

  /** Roles that were told, and words in banners and descriptions. */
  private void words() {
    Set<String> told = new HashSet<>();
    for (DeviceAttribute attribute : attributes) {
      if (attribute.name() == AttributeName.ROLE) {
        Role role = Role.of(attribute.value());
        // Motor starters and the like have two ports for a line of devices, and set the bit too.
        boolean portsOnly =
            role == Role.SWITCH
                && attribute.source().equals(Protocol.LLDP.word())
                && speaksProfinet();
        if (role != null && !portsOnly && told.add(attribute.source() + role)) {
          because(
              role,
              attribute.confidence(),
              attribute.proof(),
              attribute.value().equals(role.word())
                  ? "%s tells so".formatted(attribute.source())
                  : "%s tells that it is a %s".formatted(attribute.source(), attribute.value()));
        }
      } else if (describes(attribute)) {
        String text = attribute.value().toLowerCase(Locale.ROOT);
        word(Role.MODEM, MODEM, text, attribute);
        word(Role.CAMERA, CAMERA, text, attribute);
      }
    }
  }

  /** Whether it is a device of PROFINET IO: it answers as one, or tells its station by DCP. */
  private boolean speaksProfinet() {
    return draft.behaviours.stream()
            .anyMatch(behaviour -> behaviour.answeredIn.contains(Protocol.PROFINET_IO))
        || attributes.stream().anyMatch(one -> one.source().equals(Protocol.PROFINET_DCP.word()));
  }

  private static boolean describes(DeviceAttribute attribute) {
    return switch (attribute.name()) {
      case VENDOR, MODEL, DESCRIPTION, SOFTWARE, DEVICE_TYPE ->
          !attribute.source().equals(DeviceAttribute.MAC_PREFIX);
      default -> false;
    };
  }

  private void word(Role role, Pattern pattern, String text, DeviceAttribute attribute) {
    var found = pattern.matcher(text);
    if (found.find()) {
      because(
          role,
          Confidence.MEDIUM,
          attribute.proof(),
          "'%s' stands in its %s (%s)"
              .formatted(found.group(), attribute.name().word(), attribute.source()));
    }
  }

  private void prefixes() {
    Proof proof = draft.first == null ? draft.firstRelayed : draft.first;
    for (long mac : draft.macs) {
      MacPrefixes.Maker maker = makers.of(mac);
      if (maker != null && maker.role() != null && proof != null) {
        because(
            maker.role(),
            Confidence.LOW,
            proof,
            "%s is of a maker of such devices, %s".formatted(Endpoint.macText(mac), maker.name()));
      }
    }
  }
}
