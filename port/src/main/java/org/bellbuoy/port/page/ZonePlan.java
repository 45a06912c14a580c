package org.bellbuoy.port.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;

/**
 * Which hosts stand in one box: those of a declared zone, else those of one network (/24, or /64 of
 * IPv6), what is outside by itself. Where there are many networks, those of one /16 with mostly as
 * many hosts of each role, such as one for each crane, share a box.
 */
final class ZonePlan {
  /** So many networks are drawn one by one. */
  static final int FEW = 5;

  private static final double ALIKE = 0.6;

  /** One box. */
  static final class Area {
    final String sort;
    String name;
    String detail;
    final boolean outside;
    final List<Host> hosts = new ArrayList<>();
    final Map<String, Integer> firstRoles = new TreeMap<>();
    int networks = 1;

    private Area(String sort, String name, String detail, boolean outside) {
      this.sort = sort;
      this.name = name;
      this.detail = detail;
      this.outside = outside;
    }

    private Map<String, Integer> roles() {
      Map<String, Integer> roles = new TreeMap<>();
      hosts.forEach(host -> roles.merge(host.role(), 1, Integer::sum));
      return roles;
    }
  }

  private final ZoneNames names;
  private final Networks networks;
  private final List<Area> areas;
  private final Map<Host, Area> areaOf = new HashMap<>();

  ZonePlan(ZoneNames names, Networks networks, Collection<Host> hosts) {
    this.names = names;
    this.networks = networks;
    Map<String, Area> byKey = new TreeMap<>();
    for (Host host : hosts.stream().sorted(Host.ORDER).toList()) {
      Area area = area(host);
      byKey.computeIfAbsent(area.sort + area.name, key -> area).hosts.add(host);
    }
    areas = joined(new ArrayList<>(byKey.values()));
    for (Area area : areas) {
      area.hosts.forEach(host -> areaOf.put(host, area));
    }
  }

  /** In the order in which they are drawn: what is outside first. */
  List<Area> areas() {
    return areas;
  }

  Area of(Host host) {
    Area area = areaOf.get(host);
    if (area == null) {
      throw new IllegalArgumentException("a host that was not planned for: " + host.address());
    }
    return area;
  }

  private Area area(Host host) {
    IpAddress address = host.peer.address();
    ZoneNames.Zone declared = names.zoneOf(address, host.peer.mac());
    if (declared != null) {
      String sort = declared.outside() ? "0" : "1";
      return new Area(sort, declared.name(), declared.detail(), declared.outside());
    }
    if (!host.peer.hasAddress()) {
      return new Area("9", "Without an IP address", "told by hardware addresses", false);
    }
    if (networks.isPublic(address)) {
      return new Area("0", "Outside", "public addresses", true);
    }
    if (Networks.isCarrier(address)) {
      return new Area("05", "Outside: a carrier's network", "100.64.0.0/10", true);
    }
    String network = network(address);
    String place = "2%016x%016x".formatted(masked(address).high(), masked(address).low());
    return new Area(place, network, "", false);
  }

  private static IpAddress masked(IpAddress address) {
    return address.isIpv4()
        ? IpAddress.ipv4(address.asIpv4() & 0xffffff00)
        : new IpAddress(address.high(), 0);
  }

  private static String network(IpAddress address) {
    return masked(address) + (address.isIpv4() ? "/24" : "/64");
  }

  private List<Area> joined(List<Area> single) {
    List<Area> networksOnly = single.stream().filter(area -> area.sort.startsWith("2")).toList();
    List<Area> kept = new ArrayList<>(single);
    if (networksOnly.size() > FEW) {
      kept.removeAll(networksOnly);
      List<Area> groups = new ArrayList<>();
      for (Area area : networksOnly) {
        Area alike =
            groups.stream().filter(group -> areAlike(group, area)).findFirst().orElse(null);
        if (alike == null) {
          area.firstRoles.putAll(area.roles());
          groups.add(area);
        } else {
          alike.networks++;
          alike.hosts.addAll(area.hosts);
          alike.detail = area.name;
        }
      }
      groups.stream()
          .filter(group -> group.networks > 1)
          .forEach(
              group -> {
                group.detail = group.name + " to " + group.detail;
                group.name = group.networks + " networks that are alike";
              });
      kept.addAll(groups);
    }
    for (Area area : kept) {
      String count = area.hosts.size() == 1 ? "1 host" : area.hosts.size() + " hosts";
      area.detail = area.detail.isEmpty() ? count : area.detail + ", " + count;
    }
    kept.sort(Comparator.comparing((Area area) -> area.sort).thenComparing(area -> area.name));
    return kept;
  }

  /**
   * Whether two networks lie in one /16 (/48 of IPv6) and have mostly as many hosts of each role.
   *
   * @param group the first networks of it
   */
  private static boolean areAlike(Area group, Area other) {
    if (!wide(group).equals(wide(other))) {
      return false;
    }
    Map<String, Integer> all = other.roles();
    double both = 0;
    double either = 0;
    for (String role : union(group.firstRoles, all)) {
      both += Math.min(group.firstRoles.getOrDefault(role, 0), all.getOrDefault(role, 0));
      either += Math.max(group.firstRoles.getOrDefault(role, 0), all.getOrDefault(role, 0));
    }
    return both >= ALIKE * either;
  }

  private static Set<String> union(Map<String, Integer> one, Map<String, Integer> other) {
    Set<String> both = new TreeSet<>(one.keySet());
    both.addAll(other.keySet());
    return both;
  }

  private static IpAddress wide(Area area) {
    IpAddress address = area.hosts.getFirst().peer.address();
    return address.isIpv4()
        ? IpAddress.ipv4(address.asIpv4() & 0xffff0000)
        : new IpAddress(address.high() & ~0xffffL, 0);
  }

  /** Index of each area. */
  Map<Area, Integer> indexes() {
    Map<Area, Integer> indexes = new HashMap<>();
    for (int i = 0; i < areas.size(); i++) {
      indexes.put(areas.get(i), i);
    }
    return indexes;
  }
}
