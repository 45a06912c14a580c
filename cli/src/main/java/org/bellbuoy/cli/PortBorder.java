package org.bellbuoy.cli;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.watch.BorderOptions;
import picocli.CommandLine.Option;

/** What findings on the border of a watched network depend on. */
final class PortBorder {
  @Option(
      names = "--network",
      paramLabel = "CIDR",
      split = ",",
      description =
          "Watched addresses, such as 10.20.0.0/16, or private for private and link-local ones; other"
              + " public ones are outside. May be given more than once. Default: private.")
  List<String> networks = new ArrayList<>();

  @Option(
      names = "--gateway",
      paramLabel = "MAC",
      split = ",",
      description =
          "Hardware address of a known way out; any other is told. Default: the one used most.")
  List<String> gateways = new ArrayList<>();

  @Option(
      names = "--name-server",
      paramLabel = "IP",
      split = ",",
      description = "Known DHCP or DNS server; any other is told. Default: those used most.")
  List<String> servers = new ArrayList<>();

  @Option(
      names = "--approved-remote",
      paramLabel = "CIDR",
      split = ",",
      description =
          "Remote party that may reach in or be reached; findings on it weigh less. Default: none.")
  List<String> approved = new ArrayList<>();

  @Option(
      names = "--beacon-score",
      paramLabel = "SCORE",
      defaultValue = "0.8",
      description =
          "Calls across the border whose evenness scores so much, 0 to 1, are told; those with a"
              + " sure period whatever they score. Default:"
              + " ${DEFAULT-VALUE}.")
  double beaconScore;

  @Option(
      names = "--beacon-connections",
      paramLabel = "N",
      defaultValue = "8",
      description = "Fewer calls are never told; 4 or more. Default: ${DEFAULT-VALUE}.")
  int beaconConnections;

  BorderOptions options() {
    try {
      return BorderOptions.of(networks, gateways, servers, approved)
          .withBeacons(beaconScore, beaconConnections);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }
}
