package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;

/** What is known of a device, sorted, and marked where it contradicts itself. */
final class Attributes {
  private static final Comparator<DeviceAttribute> ORDER =
      Comparator.comparing(DeviceAttribute::name)
          .thenComparingInt(DeviceAttribute::unit)
          .thenComparing(DeviceAttribute::confidence, Comparator.reverseOrder())
          .thenComparing(Comparator.comparingLong(DeviceAttribute::count).reversed())
          .thenComparing(DeviceAttribute::source)
          .thenComparing(DeviceAttribute::value);

  private Attributes() {}

  static List<DeviceAttribute> of(Draft draft, MacPrefixes makers) {
    List<DeviceAttribute> attributes = new ArrayList<>();
    for (Facts.Fact fact : draft.facts) {
      Attribute told = fact.first;
      boolean address =
          told.name() == AttributeName.IP
              || told.name() == AttributeName.MAC
              || told.name() == AttributeName.CHASSIS;
      if (!address) {
        attributes.add(
            new DeviceAttribute(
                told.name(),
                told.value(),
                told.unit(),
                told.protocol().word(),
                Confidence.of(told.protocol()),
                fact.count,
                Proof.of(told),
                fact.lastNanos,
                false));
      }
    }
    for (Behaviour behaviour : draft.behaviours) {
      behaviour.services.forEach(
          (service, proof) -> attributes.add(seen(AttributeName.SERVICE, service, proof)));
    }
    maker(draft, makers, attributes);
    unite(attributes);
    mark(attributes);
    attributes.sort(ORDER);
    return attributes;
  }

  /** What several of its addresses told stands once, with the first proof. */
  private static void unite(List<DeviceAttribute> attributes) {
    Map<String, DeviceAttribute> united = new LinkedHashMap<>();
    for (DeviceAttribute attribute : attributes) {
      String key =
          attribute.name().word()
              + ' '
              + attribute.unit()
              + ' '
              + attribute.source()
              + ' '
              + attribute.value();
      united.merge(key, attribute, Attributes::both);
    }
    attributes.clear();
    attributes.addAll(united.values());
  }

  private static DeviceAttribute both(DeviceAttribute a, DeviceAttribute b) {
    DeviceAttribute first = a.proof().epochNanos() <= b.proof().epochNanos() ? a : b;
    return new DeviceAttribute(
        a.name(),
        a.value(),
        a.unit(),
        a.source(),
        a.confidence(),
        a.count() + b.count(),
        first.proof(),
        Math.max(a.lastNanos(), b.lastNanos()),
        false);
  }

  private static DeviceAttribute seen(AttributeName name, String value, Proof proof) {
    return new DeviceAttribute(
        name, value, -1, "traffic", Confidence.HIGH, 1, proof, proof.epochNanos(), false);
  }

  /** The maker of the first of its hardware addresses whose maker is known. */
  private static void maker(Draft draft, MacPrefixes makers, List<DeviceAttribute> attributes) {
    Proof proof = draft.first == null ? draft.firstRelayed : draft.first;
    for (long mac : draft.macs) {
      MacPrefixes.Maker maker = makers.of(mac);
      if (maker != null && proof != null) {
        attributes.add(
            new DeviceAttribute(
                AttributeName.VENDOR,
                maker.name(),
                -1,
                DeviceAttribute.MAC_PREFIX,
                Confidence.LOW,
                1,
                proof,
                proof.epochNanos(),
                false));
        return;
      }
    }
  }

  /** Attributes of which a device, or a unit behind it, has one; two values contradict. */
  private static boolean single(AttributeName name) {
    return switch (name) {
      case VENDOR, MODEL, ORDER_NUMBER, DEVICE_TYPE, FIRMWARE, HARDWARE_REVISION, SERIAL_NUMBER ->
          true;
      default -> false;
    };
  }

  private static void mark(List<DeviceAttribute> attributes) {
    Map<AttributeName, Map<Integer, Set<String>>> values = new EnumMap<>(AttributeName.class);
    for (DeviceAttribute attribute : attributes) {
      if (compared(attribute)) {
        values
            .computeIfAbsent(attribute.name(), key -> new HashMap<>())
            .computeIfAbsent(attribute.unit(), key -> new HashSet<>())
            .add(attribute.value().strip().toLowerCase(Locale.ROOT));
      }
    }
    attributes.replaceAll(
        attribute -> {
          Map<Integer, Set<String>> units = values.get(attribute.name());
          Set<String> told = units == null ? null : units.get(attribute.unit());
          return compared(attribute) && told != null && told.size() > 1
              ? attribute.contradictory()
              : attribute;
        });
  }

  /** A prefix tells the maker of the interface, which need not be that of the device. */
  private static boolean compared(DeviceAttribute attribute) {
    return single(attribute.name()) && !attribute.source().equals(DeviceAttribute.MAC_PREFIX);
  }
}
