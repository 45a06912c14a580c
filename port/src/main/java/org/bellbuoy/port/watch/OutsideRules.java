package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.port.beacon.BeaconRules;

/** The rules on who reaches in, what leaves, and by which way, as people read them. */
final class OutsideRules {
  private static final BeaconRules BEACONS = BeaconRules.usual();

  private static final List<Parameter> POLICY =
      List.of(
          new Parameter(
              "policy",
              "none",
              "file",
              "Its zones count as watched besides private addresses, its remote parties as approved,"
                  + " its gateways as declared."));

  private OutsideRules() {}

  static List<Rule> all() {
    return List.of(
        rule(
            "port.remote-session",
            "Remote access",
            "Somebody worked on a host from elsewhere by a tool of remote access, told by what it"
                + " says and not by its port: one finding for each party, tool and host, with what"
                + " the host asked of others meanwhile.",
            "That the session was not wanted, who sat at the keyboard, or what happened inside an"
                + " encrypted session. What the host asked meanwhile may be its ordinary work.",
            POLICY,
            List.of("33 CFR 101.650(f)(3)", "MITRE ATT&CK for ICS T0886, T0822"),
            List.of(
                "A service session that was ordered",
                "An administrator who works from another room",
                "A tool that waits for a caller and is never used")),
        rule(
            "port.egress",
            "A watched host and a public address",
            "A watched host called or tried to call a public address, or was called from one. Tries"
                + " without an answer count too. One finding for each host and party.",
            "That anything left that should not: names and bytes are told, not content. Whose an"
                + " address is is not looked up.",
            POLICY,
            List.of("33 CFR 101.650(e)(3)(iv), (v)", "MITRE ATT&CK for ICS T0883, T0885"),
            List.of(
                "Updates, time and name service that nobody forbade",
                "A cloud service that was bought with the device",
                "A laptop that brought its habits along")),
        rule(
            "port.second-gateway",
            "Signs of a second way out",
            "Traffic to other networks goes through more next hops than declared, or one of a"
                + " modem's maker; an address is handed out, or a route offered, by somebody"
                + " undeclared; one hardware address speaks for many hosts; a host answers somebody"
                + " who never came in by the known gateway.",
            "That there is a modem. A modem on another port of a controller or panel cannot be seen"
                + " here at all, so nothing found is no all-clear.",
            POLICY,
            List.of(
                "House Homeland Security and Select Committee, cranes and modems, September 2024",
                "RFC 5798 and RFC 2281, for virtual routers"),
            List.of(
                "A pair of routers that share an address (VRRP, HSRP)",
                "A router that was replaced during the capture",
                "A mirror port that shows two sides of one router",
                "A phone or laptop that shares its connection in good faith")),
        rule(
            "port.spoof",
            "Two that claim one address",
            "An IP address was claimed by different hardware addresses in turn, or two servers"
                + " answered one DHCP request differently.",
            "That anybody stood between others. Replaced devices and twins look the same at first.",
            List.of(),
            List.of("RFC 826, RFC 5227", "MITRE ATT&CK for ICS T0830"),
            List.of(
                "A device that was replaced",
                "A standby that took over its twin's address",
                "An address given twice by mistake")),
        rule(
            "port.clear-credentials",
            "Login that everybody on the way can read",
            "A password or its like went over the network unencrypted. The account is told, the"
                + " secret is never kept.",
            "That the login was wrong or was read by anybody.",
            List.of(),
            List.of("33 CFR 101.650(a)", "IEC 62443-3-3 SR 1.5, 4.1", "MITRE ATT&CK for ICS T0859"),
            List.of("Devices that know no better", "A test account")),
        rule(
            "port.file-into-ot",
            "Program or firmware that moved in",
            "A file that begins as a program, an installer, a script or firmware does was sent to a"
                + " watched host over HTTP, FTP, TFTP or SMB.",
            "That it was harmful or was run. Encrypted transfers and files within files are not"
                + " seen.",
            POLICY,
            List.of("33 CFR 101.650(b)(2)", "MITRE ATT&CK for ICS T0867, T0839"),
            List.of("An update in a maintenance window", "Sharing of tools among engineers")),
        rule(
            "port.beacon",
            "Calls across the border at even intervals",
            "A host opens connections to a party outside at intervals, with sizes, and over a time"
                + " so even that a program must do it.",
            "That the program is hostile: most that call so are not.",
            List.of(
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
                "A monitoring station outside")));
  }

  private static Rule rule(
      String id,
      String title,
      String claim,
      String notClaimed,
      List<Parameter> parameters,
      List<String> sources,
      List<String> innocent) {
    return new Rule(id, 1, title, claim, notClaimed, parameters, sources, innocent);
  }
}
