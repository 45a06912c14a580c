package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.port.beacon.BeaconRules;

/** The rules of who reaches in and out, as people read them. */
final class BorderRuleTexts {
  private static final BeaconRules BEACONS = BeaconRules.usual();

  private static final Parameter NETWORK =
      new Parameter(
          "network",
          "private",
          "networks",
          "These addresses and all zones of --policy are watched, private and link-local ones where"
              + " nothing is said; other public ones are outside.");

  private static final Parameter APPROVED =
      new Parameter(
          "approved-remote",
          "none",
          "networks",
          "Remote parties that may reach in or be reached, with those of --policy; findings on them"
              + " weigh less.");

  private static final Rule SESSION =
      new Rule(
          "port.remote-session",
          3,
          "Remote access to a host",
          "Somebody worked, or could work, a host from another over a tool for remote access or a"
              + " tunnel, told by content. One finding for each party, tool and host, with what the"
              + " ends asked of controllers meanwhile.",
          "Who the person was, whether it was agreed, or that the session caused what was asked"
              + " meanwhile. What is encrypted is told by its ends, sizes and times.",
          List.of(NETWORK, APPROVED),
          List.of(
              "33 CFR 101.650(f)(3), third-party remote connections",
              "RFC 4253 (SSH), RFC 6143 (RFB), MS-RDPBCGR, RFC 7296 (IKEv2), RFC 1928 (SOCKS)",
              "MITRE ATT&CK for ICS T0822, T0886"),
          List.of(
              "Maintenance that was ordered, by a party that nobody declared",
              "An administrator of the site at work",
              "A test of a tool that shares its handshake"));

  private static final Rule EGRESS =
      new Rule(
          "port.egress",
          2,
          "Traffic between a watched host and a public address",
          "A watched host called, or tried to call, a public address, or was called from one.",
          "Whose address it is, what was said, or that it was meant to harm. A try without an answer"
              + " counts, for a blocked call home is evidence of the caller.",
          List.of(NETWORK, APPROVED),
          List.of(
              "33 CFR 101.650(e)(3)(v), OT that is reachable from outside",
              "RFC 6890, addresses that are not public",
              "MITRE ATT&CK for ICS T0883"),
          List.of(
              "Updates, time and names from servers outside",
              "A cloud service that was bought with the device",
              "A network with public addresses of its own, which --network should name",
              "Of calls from outside: an expected vendor whom nobody declared, or scans of the"
                  + " internet"));

  private static final Rule GATEWAY =
      new Rule(
          "port.second-gateway",
          1,
          "Sign of another way out of the network",
          "Something shows another way out than the known one: another next hop, another server that"
              + " offers routes or names, hardware of a maker of modems, several machines behind one"
              + " address, peers in carriers' networks, conversations of which one half passes"
              + " elsewhere.",
          "That there is a modem, or that somebody used it. A modem on another port of a controller"
              + " leaves no sign here.",
          List.of(
              NETWORK,
              new Parameter(
                  "gateway",
                  "",
                  "hardware addresses",
                  "Declared ways out, with those of --policy; else the most used one."),
              new Parameter(
                  "name-server",
                  "",
                  "addresses",
                  "Declared DHCP and DNS servers; else those seen."),
              APPROVED),
          List.of(
              "RFC 2131 (DHCP), RFC 4861 (router advertisements), RFC 6598 (carriers' addresses)",
              "IEEE registry of hardware addresses, as of 2022",
              "House Homeland Security and Select Committee, 12 September 2024, on modems in cranes"),
          List.of(
              "A pair of routers of which one took over (VRRP, HSRP)",
              "A router to another site that nobody declared",
              "A mirror port that shows one direction only"));

  private static final Rule SPOOF =
      new Rule(
          "port.spoof",
          2,
          "Two devices that claim one address, or answer for one server",
          "Two hardware addresses claimed one IP address by ARP, or two servers answered one DHCP"
              + " transaction.",
          "Which of the two is the right one, or that traffic was diverted.",
          List.of(),
          List.of(
              "RFC 826 (ARP), RFC 5227 (address conflicts), RFC 2131 (DHCP)",
              "MITRE ATT&CK for ICS T0830"),
          List.of(
              "A device that was replaced, or took over from its twin",
              "A lease that was given to another",
              "Two DHCP servers that share the work, or a relay"));

  private static final Rule CREDENTIALS =
      new Rule(
          "port.clear-credentials",
          2,
          "Login that everybody on the way can read",
          "A host sent an account, password or community string in clear. The secret is not kept.",
          "That the login succeeded, or that somebody read it.",
          List.of(),
          List.of(
              "RFC 959 (FTP), RFC 854 (telnet), RFC 7617 (HTTP Basic), RFC 1157 (SNMP)",
              "33 CFR 101.650(a)(2), (c)(2)"),
          List.of(
              "A device that knows no other way, on a network kept apart for it",
              "A test or a trap with an invented account"));

  private static final Rule FILE =
      new Rule(
          "port.file-into-ot",
          1,
          "Program or firmware that moved to a watched host",
          "A file that begins as a program, script, archive or firmware does came to a watched host"
              + " over HTTP, FTP, TFTP or SMB.",
          "What the file does, that it arrived whole, or that it was run. Files in encrypted"
              + " traffic, and packed ones, are not seen.",
          List.of(NETWORK),
          List.of(
              "File headings: PE, ELF, ZIP, gzip and others",
              "33 CFR 101.650(b)(2)",
              "MITRE ATT&CK for ICS T0867, T0843"),
          List.of(
              "An update that was planned",
              "A backup or a shared folder of the site",
              "A file that only begins like one"));

  private static final Rule BEACON =
      new Rule(
          "port.beacon",
          2,
          "Calls across the border at even intervals",
          "A host opens connections to a party outside at intervals, with sizes, and over a time"
              + " so even that a program must do it; or with a sure period, whatever the score: of at"
              + " least 12 connections those about a period apart (a fifth more or less; up to the"
              + " third after each, calls at once counted as one) are more than those half a period"
              + " and one and a half apart, by 4 standard deviations and by 40 % of both together.",
          "That the program is hostile: most that call so are not.",
          List.of(
              NETWORK,
              new Parameter(
                  "beacon-score",
                  Double.toString(BEACONS.leastScore()),
                  "0 to 1",
                  "Mean of timing, size, duration and histogram from which on it is told."),
              new Parameter(
                  "beacon-connections",
                  Integer.toString(BEACONS.leastConnections()),
                  "connections",
                  "Fewer are never told.")),
          List.of(
              "RITA 5 by Active Countermeasures, for the four scores",
              "Lomb 1976, Scargle 1982, for periods under jitter"),
          List.of(
              "Time, updates and licences that are asked for at intervals",
              "A cloud service of the maker",
              "A monitoring station outside"));

  /** What a call from outside that was answered, or tried, could also be. */
  static final List<String> INNOCENT_CALLS_IN =
      List.of(
          "A vendor or remote worker who is expected and whom nobody declared",
          "Scans of the internet that reach every public address, where no answer was given",
          "A network with public addresses of its own, which --network should name");

  private BorderRuleTexts() {}

  static List<Rule> all() {
    return List.of(SESSION, EGRESS, GATEWAY, SPOOF, CREDENTIALS, FILE, BEACON);
  }
}
