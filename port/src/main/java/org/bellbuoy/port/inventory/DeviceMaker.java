package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.Attribute;
import org.jspecify.annotations.Nullable;

/** Puts devices together from what was gathered. Used once. */
final class DeviceMaker {
  private static final Comparator<Device> ORDER =
      Comparator.comparing(Device::outside)
          .thenComparing(device -> device.addresses().isEmpty())
          .thenComparing(
              device ->
                  device.addresses().isEmpty() ? IpAddress.NONE : device.addresses().getFirst())
          .thenComparing(Device::id);

  private final AddressPairs pairs;
  private final Facts facts;
  private final Joining joining;
  private final Map<IpAddress, Behaviour> behaviours;
  private final Map<Long, Behaviour> linkBehaviours;
  private final MacPrefixes makers;
  private final Map<Long, Draft> byMac = new LinkedHashMap<>();
  private final Map<IpAddress, Draft> byAddress = new LinkedHashMap<>();

  DeviceMaker(
      AddressPairs pairs,
      Facts facts,
      Joining joining,
      Map<IpAddress, Behaviour> behaviours,
      Map<Long, Behaviour> linkBehaviours,
      MacPrefixes makers) {
    this.pairs = pairs;
    this.facts = facts;
    this.joining = joining;
    this.behaviours = behaviours;
    this.linkBehaviours = linkBehaviours;
    this.makers = makers;
  }

  Inventory make(long leftOutPackets, long leftOutFacts) {
    for (int pair = 0; pair < pairs.size(); pair++) {
      take(pair);
    }
    // An address that a device claims is its own, also where it sent nothing from it.
    joining.claimed(
        (device, address) -> {
          Draft draft = byMac.get(device);
          if (draft != null) {
            draft.addresses.add(address);
          }
        });
    long toldOnly = assignFacts();
    for (Map.Entry<IpAddress, Behaviour> entry : behaviours.entrySet()) {
      Draft draft = of(entry.getKey(), Endpoint.NO_MAC);
      if (draft != null) {
        draft.behaviours.add(entry.getValue());
      }
    }
    for (Map.Entry<Long, Behaviour> entry : linkBehaviours.entrySet()) {
      Draft draft = byMac.get(joining.device(entry.getKey()));
      if (draft != null) {
        draft.behaviours.add(entry.getValue());
      }
    }
    List<Device> devices = new ArrayList<>();
    long outside = 0;
    List<Draft> drafts = new ArrayList<>(byMac.values());
    drafts.addAll(byAddress.values());
    for (Draft draft : drafts) {
      Device device = device(draft);
      if (device == null) {
        continue;
      }
      if (device.outside() && draft.behaviours.stream().noneMatch(DeviceMaker::commands)) {
        outside++;
      } else {
        devices.add(device);
      }
    }
    devices.sort(ORDER);
    return new Inventory(devices, outside, toldOnly, leftOutPackets, leftOutFacts);
  }

  /** Whether it took part in operations, not only offered services. */
  private static boolean commands(Behaviour behaviour) {
    return behaviour.answered > 0 || behaviour.reported > 0 || !behaviour.askedIn.isEmpty();
  }

  private void take(int pair) {
    long mac = pairs.macs[pair];
    IpAddress address = Joining.address(pairs, pair);
    boolean ip = pairs.hops[pair] >= 0;
    Draft link = mac == Endpoint.NO_MAC ? null : ofMac(mac);
    if (link != null && (!ip || joining.owns(joining.device(mac), address))) {
      link.seen(pairs, pair);
      if (ip) {
        link.addresses.add(address);
      }
      return;
    }
    Draft device = ofAddress(address);
    device.seen(pairs, pair);
    if (link != null) {
      device.through.add(mac);
      link.relays(address, pairs.first(pair));
    }
  }

  private Draft ofMac(long mac) {
    Draft draft = byMac.computeIfAbsent(joining.device(mac), key -> new Draft());
    draft.macs.add(mac);
    return draft;
  }

  /** The draft of whoever owns an address, made where there is none yet. */
  private Draft ofAddress(IpAddress address) {
    List<Joining.Owner> owners = joining.owners(address);
    Draft draft =
        owners.isEmpty()
            ? byAddress.computeIfAbsent(address, key -> new Draft())
            : byMac.computeIfAbsent(owners.getFirst().mac(), key -> new Draft());
    draft.addresses.add(address);
    return draft;
  }

  /** The draft of an address, with that hardware address where it has several owners. */
  private @Nullable Draft of(IpAddress address, long mac) {
    if (mac != Endpoint.NO_MAC) {
      Draft draft = byMac.get(joining.device(mac));
      boolean own = address.equals(IpAddress.NONE) || joining.owns(joining.device(mac), address);
      if (draft != null && own) {
        return draft;
      }
      if (address.equals(IpAddress.NONE)) {
        return null;
      }
    }
    List<Joining.Owner> owners = joining.owners(address);
    return owners.isEmpty() ? byAddress.get(address) : byMac.get(owners.getFirst().mac());
  }

  /** Gives facts to their devices; returns how many addresses were told of but never sent. */
  private long assignFacts() {
    Set<IpAddress> unseen = new HashSet<>();
    Set<Long> unseenMacs = new HashSet<>();
    for (Facts.Fact fact : facts.all()) {
      Attribute told = fact.first;
      Draft draft = of(told.address(), told.mac());
      if (draft != null && draft.first != null) {
        draft.facts.add(fact);
      } else if (told.address().equals(IpAddress.NONE)) {
        unseenMacs.add(told.mac());
      } else {
        unseen.add(told.address());
      }
    }
    return (long) unseen.size() + unseenMacs.size();
  }

  /** The device of a draft; null where it sent nothing and only others' words speak for it. */
  private @Nullable Device device(Draft draft) {
    Proof first = draft.first;
    if (first == null) {
      if (draft.firstRelayed == null) {
        return null;
      }
      // A router that was seen only passing on what others sent.
      first = draft.firstRelayed;
    }
    for (IpAddress address : draft.addresses) {
      List<Joining.Owner> owners = joining.owners(address);
      boolean weak =
          owners.size() == 1 && owners.getFirst().strength() == Joining.Strength.ONLY_ONE;
      if (weak) {
        draft.notes.add(
            address
                + " was joined to "
                + Endpoint.macText(owners.getFirst().mac())
                + " only because that sends no other; it may be a router's");
      }
      if (owners.size() > 1) {
        StringBuilder note = new StringBuilder(address.toString());
        note.append(" was used from several hardware addresses:");
        owners.forEach(owner -> note.append(' ').append(Endpoint.macText(owner.mac())));
        draft.notes.add(note.toString());
      }
    }
    List<DeviceAttribute> attributes = Attributes.of(draft, makers);
    boolean outside =
        draft.macs.isEmpty() && draft.addresses.stream().noneMatch(DeviceMaker::isPrivate);
    return new Device(
        List.copyOf(draft.macs),
        List.copyOf(draft.addresses),
        List.copyOf(draft.through),
        attributes,
        new RoleJudge(draft, attributes, makers).roles(),
        outside,
        draft.packets,
        first,
        Math.max(draft.lastNanos, first.epochNanos()),
        draft.notes);
  }

  /** RFC 1918, 3927, 6598, 4193, and link-local IPv6. */
  static boolean isPrivate(IpAddress address) {
    if (address.isIpv4()) {
      int a = address.asIpv4();
      int first = a >>> 24;
      return first == 10
          || a >>> 20 == 0xac1
          || a >>> 16 == 0xc0a8
          || a >>> 16 == 0xa9fe
          || a >>> 22 == 0x6440 >>> 6;
    }
    return address.high() >>> 57 == 0xfc >>> 1 || address.high() >>> 54 == 0xfe80 >>> 6;
  }
}
