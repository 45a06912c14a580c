package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;

/**
 * Which addresses are one device. Hardware addresses are joined where LLDP, CDP or spanning tree
 * tell the same chassis. An IP address belongs to a hardware address that claims it (ARP, DHCP,
 * LLDP, CDP, DCP), or that sends its packets with as many hops left as systems begin with (32, 64,
 * 128, 255), which a router would have lessened. A private address that belongs to none so is given
 * to a hardware address that sends no other, unless it has one hop less than systems begin with;
 * that is the weakest sign. All that remains came through a router.
 */
final class Joining {
  /** A hardware address with more addresses that only hops speak for is a router's or a proxy's. */
  private static final int MOST_BY_HOPS = 8;

  /** How an address belongs. */
  enum Strength {
    ONLY_ONE,
    HOPS,
    CLAIMED
  }

  /** A hardware address, standing for its device, that an IP address belongs to. */
  record Owner(long mac, Strength strength, long packets) {}

  private static final Comparator<Owner> STRONGEST =
      Comparator.comparing(Owner::strength)
          .thenComparingLong(Owner::packets)
          .reversed()
          .thenComparingLong(Owner::mac);

  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<IpAddress, Map<Long, Owner>> owners = new HashMap<>();

  Joining(AddressPairs pairs, Facts facts) {
    joinMacs(facts);
    joinManaged(pairs, facts);
    Map<Long, Integer> claims = claims(facts);
    Map<Long, Integer> byHops = new HashMap<>();
    Map<Long, Integer> all = new HashMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.macs[pair] != Endpoint.NO_MAC && ipv4(pairs, pair)) {
        long device = device(pairs.macs[pair]);
        all.merge(device, 1, Integer::sum);
        byHops.merge(device, begins(pairs.hops[pair]) ? 1 : 0, Integer::sum);
      }
    }
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.macs[pair] == Endpoint.NO_MAC || pairs.hops[pair] < 0) {
        continue;
      }
      long device = device(pairs.macs[pair]);
      boolean ipv4 = ipv4(pairs, pair);
      boolean local = !ipv4 && pairs.highs[pair] >>> 54 == 0xfe80 >>> 6;
      boolean hops = begins(pairs.hops[pair]) && byHops.getOrDefault(device, 0) <= MOST_BY_HOPS;
      if (local || hops) {
        own(address(pairs, pair), device, Strength.HOPS, pairs.packets[pair]);
      }
    }
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.macs[pair] == Endpoint.NO_MAC || !ipv4(pairs, pair)) {
        continue;
      }
      long device = device(pairs.macs[pair]);
      IpAddress address = address(pairs, pair);
      boolean onlyOne =
          all.getOrDefault(device, 0) == 1
              && !claims.containsKey(device)
              && !owners.containsKey(address)
              && DeviceMaker.isPrivate(address)
              && !begins(pairs.hops[pair] + 1);
      if (onlyOne) {
        own(address, device, Strength.ONLY_ONE, pairs.packets[pair]);
      }
    }
  }

  static IpAddress address(AddressPairs pairs, int pair) {
    return new IpAddress(pairs.highs[pair], pairs.lows[pair]);
  }

  private static boolean ipv4(AddressPairs pairs, int pair) {
    return pairs.hops[pair] >= 0 && pairs.highs[pair] == 0 && pairs.lows[pair] >>> 32 == 0xffff;
  }

  private static boolean begins(int hops) {
    return hops == 32 || hops == 64 || hops == 128 || hops == 255;
  }

  private void joinMacs(Facts facts) {
    Map<String, Long> chassis = new HashMap<>();
    for (Facts.Fact fact : facts.all()) {
      Attribute told = fact.first;
      if (told.mac() == Endpoint.NO_MAC) {
        continue;
      }
      if (told.name() == AttributeName.CHASSIS) {
        Long other = chassis.putIfAbsent(told.protocol() + told.value(), told.mac());
        if (other != null) {
          join(other, told.mac());
        }
      } else if (told.name() == AttributeName.MAC && joins(told.protocol())) {
        long mac = mac(told.value());
        if (mac > 0) {
          join(mac, told.mac());
        }
      }
    }
  }

  /**
   * A port that tells a management address (LLDP, CDP) is of the device that uses it, where one
   * other hardware address claims it by ARP or sends from it first hand.
   */
  private void joinManaged(AddressPairs pairs, Facts facts) {
    Map<IpAddress, Set<Long>> users = new HashMap<>();
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.macs[pair] != Endpoint.NO_MAC && begins(pairs.hops[pair])) {
        users.computeIfAbsent(address(pairs, pair), key -> new HashSet<>(2)).add(pairs.macs[pair]);
      }
    }
    for (Facts.Fact fact : facts.all()) {
      if (fact.first.name() == AttributeName.IP && fact.first.protocol() == Protocol.ARP) {
        users.computeIfAbsent(fact.first.address(), key -> new HashSet<>(2)).add(fact.first.mac());
      }
    }
    for (Facts.Fact fact : facts.all()) {
      Attribute told = fact.first;
      boolean managed =
          told.name() == AttributeName.IP
              && told.mac() != Endpoint.NO_MAC
              && (told.protocol() == Protocol.LLDP || told.protocol() == Protocol.CDP);
      Set<Long> user = managed ? users.get(told.address()) : null;
      if (user != null && user.size() == 1) {
        join(user.iterator().next(), told.mac());
      }
    }
  }

  /** In others the address may be of a device behind the one that tells it. */
  private static boolean joins(Protocol protocol) {
    return protocol == Protocol.LLDP || protocol == Protocol.STP;
  }

  /** A hardware address of text as {@link Endpoint#macText} gives it; −1 for another text. */
  static long mac(String text) {
    return text.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")
        ? Long.parseLong(text.replace(":", ""), 16)
        : -1;
  }

  private void join(long first, long second) {
    long a = device(first);
    long b = device(second);
    if (a != b) {
      parents.put(Math.max(a, b), Math.min(a, b));
    }
  }

  /** The lowest hardware address of the device. */
  long device(long mac) {
    long at = mac;
    Long parent = parents.get(at);
    while (parent != null) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }

  private Map<Long, Integer> claims(Facts facts) {
    Map<Long, Integer> claims = new HashMap<>();
    for (Facts.Fact fact : facts.all()) {
      Attribute told = fact.first;
      if (told.name() == AttributeName.IP && told.mac() != Endpoint.NO_MAC) {
        IpAddress address = told.address();
        if (address.equals(IpAddress.NONE) && told.value().matches("[0-9]+(\\.[0-9]+){3}")) {
          address = parsed(told.value());
        }
        if (!address.equals(IpAddress.NONE)) {
          long device = device(told.mac());
          claims.merge(device, 1, Integer::sum);
          own(address, device, Strength.CLAIMED, fact.count);
        }
      }
    }
    return claims;
  }

  private static IpAddress parsed(String text) {
    try {
      return IpAddress.parseIpv4(text);
    } catch (IllegalArgumentException e) {
      // A device may tell any text.
      return IpAddress.NONE;
    }
  }

  private void own(IpAddress address, long device, Strength strength, long packets) {
    owners
        .computeIfAbsent(address, key -> new HashMap<>(2))
        .merge(
            device,
            new Owner(device, strength, packets),
            (a, b) ->
                new Owner(
                    device,
                    a.strength().compareTo(b.strength()) >= 0 ? a.strength() : b.strength(),
                    a.packets() + b.packets()));
  }

  /** Devices that an address belongs to, the strongest first; empty where none is known. */
  List<Owner> owners(IpAddress address) {
    Map<Long, Owner> own = owners.get(address);
    if (own == null) {
      return List.of();
    }
    List<Owner> sorted = new ArrayList<>(own.values());
    sorted.sort(STRONGEST);
    return sorted;
  }

  /** Tells each address that a device claims. */
  void claimed(BiConsumer<Long, IpAddress> claim) {
    owners.forEach(
        (address, own) ->
            own.values().stream()
                .filter(owner -> owner.strength() == Strength.CLAIMED)
                .forEach(owner -> claim.accept(owner.mac(), address)));
  }

  boolean owns(long device, IpAddress address) {
    Map<Long, Owner> own = owners.get(address);
    return own != null && own.containsKey(device);
  }
}
