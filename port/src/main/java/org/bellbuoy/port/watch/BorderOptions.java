package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.beacon.BeaconRules;
import org.bellbuoy.port.border.BorderRules;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.session.SessionRules;

/**
 * What is declared of the network's border: the rules of remote sessions, egress and second
 * gateways judge by it.
 *
 * @param networks which addresses are watched
 * @param gateways hardware addresses of declared ways out; empty for those that are used most
 * @param servers addresses of declared DHCP and DNS servers; empty for those that are used most
 * @param approved remote parties that may reach in or be reached
 * @param beaconScore mean score from which on calls at even intervals are told, 0 to 1
 * @param beaconConnections fewer calls are never told, 4 or more
 */
public record BorderOptions(
    List<Networks.Prefix> networks,
    Set<Long> gateways,
    Set<IpAddress> servers,
    List<Networks.Prefix> approved,
    double beaconScore,
    int beaconConnections) {
  private static final String PRIVATE = "private";
  private static final BeaconRules BEACONS = BeaconRules.usual();

  /** With fewer there are too few intervals to say anything of. */
  private static final int FEWEST_BEACONS = 4;

  public BorderOptions {
    networks = List.copyOf(networks);
    gateways = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(gateways));
    servers = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(servers));
    approved = List.copyOf(approved);
    if (!(beaconScore >= 0 && beaconScore <= 1)) {
      throw new IllegalArgumentException(
          "The beacon score is " + beaconScore + "; it must be from 0 to 1.");
    }
    if (beaconConnections < FEWEST_BEACONS) {
      throw new IllegalArgumentException(
          "The number of beacon connections is "
              + beaconConnections
              + "; it must be "
              + FEWEST_BEACONS
              + " or more.");
    }
  }

  BorderOptions(
      List<Networks.Prefix> networks,
      Set<Long> gateways,
      Set<IpAddress> servers,
      List<Networks.Prefix> approved) {
    this(networks, gateways, servers, approved, BEACONS.leastScore(), BEACONS.leastConnections());
  }

  /**
   * The same with other thresholds of {@code port.beacon}.
   *
   * @throws IllegalArgumentException a sentence, when one cannot be
   */
  public BorderOptions withBeacons(double score, int connections) {
    return new BorderOptions(networks, gateways, servers, approved, score, connections);
  }

  /** Nothing declared, private addresses watched. */
  public static BorderOptions defaults() {
    return new BorderOptions(Networks.usual().inside(), Set.of(), Set.of(), List.of());
  }

  /**
   * As people write them.
   *
   * @param networks {@code 10.0.0.0/8} and the like, {@code private} for private and link-local
   *     addresses; empty for those
   * @throws IllegalArgumentException a sentence, when one cannot be read
   */
  public static BorderOptions of(
      List<String> networks, List<String> gateways, List<String> servers, List<String> approved) {
    Set<Long> macs = new LinkedHashSet<>();
    gateways.forEach(text -> macs.add(mac(text)));
    Set<IpAddress> addresses = new LinkedHashSet<>();
    servers.forEach(text -> addresses.add(address(text)));
    return new BorderOptions(
        networks.isEmpty() ? Networks.usual().inside() : prefixes(networks),
        macs,
        addresses,
        prefixes(approved));
  }

  private static List<Networks.Prefix> prefixes(List<String> texts) {
    List<Networks.Prefix> prefixes = new ArrayList<>();
    for (String text : texts) {
      if (text.equals(PRIVATE)) {
        prefixes.addAll(Networks.usual().inside());
      } else {
        prefixes.add(Networks.Prefix.of(text));
      }
    }
    return prefixes;
  }

  private static long mac(String text) {
    String hex = text.toLowerCase(Locale.ROOT).replace(":", "").replace("-", "");
    if (!hex.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no hardware address like 00:0e:8c:01:02:03.");
    }
    return Long.parseLong(hex, 16);
  }

  private static IpAddress address(String text) {
    IpAddress address = IpText.parse(text);
    if (address == null) {
      throw new IllegalArgumentException("'" + text + "' is no IP address.");
    }
    return address;
  }

  /** The watched networks. */
  Networks watched() {
    return new Networks(networks);
  }

  /** The rules of egress and second gateways. */
  BorderRules border() {
    return new BorderRules(watched(), gateways, servers, approved);
  }

  /** The rules of remote sessions. */
  SessionRules sessions() {
    return new SessionRules(watched(), approved);
  }

  /** The rules of calls at even intervals. */
  BeaconRules beacons() {
    return new BeaconRules(watched(), List.of(), beaconScore, beaconConnections);
  }

  /** All of them by name, for the ledger; lists with blanks between. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("network", texts(networks));
    all.put("gateway", String.join(" ", gateways.stream().map(Endpoint::macText).toList()));
    all.put("name-server", String.join(" ", servers.stream().map(IpAddress::toString).toList()));
    all.put("approved-remote", texts(approved));
    all.put("beacon-score", Double.toString(beaconScore));
    all.put("beacon-connections", Integer.toString(beaconConnections));
    return all;
  }

  private static String texts(List<Networks.Prefix> prefixes) {
    return String.join(
        " ",
        prefixes.stream()
            .map(p -> p.address() + "/" + (p.address().isIpv4() ? p.bits() - 96 : p.bits()))
            .toList());
  }

  /**
   * What a ledger tells; where it tells nothing, as older ones do, the defaults.
   *
   * @throws IllegalArgumentException a sentence, when a parameter cannot be
   */
  static BorderOptions fromParameters(Map<String, String> told) {
    BorderOptions border =
        of(
            list(told, "network"),
            list(told, "gateway"),
            list(told, "name-server"),
            list(told, "approved-remote"));
    String score = told.getOrDefault("beacon-score", Double.toString(BEACONS.leastScore()));
    String connections =
        told.getOrDefault("beacon-connections", Integer.toString(BEACONS.leastConnections()));
    return border.withBeacons(Double.parseDouble(score), Integer.parseInt(connections));
  }

  private static List<String> list(Map<String, String> told, String name) {
    String value = told.getOrDefault(name, "").strip();
    return value.isEmpty() ? List.of() : List.of(value.split(" +"));
  }
}
