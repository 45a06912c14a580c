package org.bellbuoy.port.detect;

import java.util.List;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;

/** The rules of the port watch, as people read them. */
public final class PortRules {
  private static final ControlOptions COMMANDS = ControlOptions.defaults();
  private static final ScanOptions SCANS = ScanOptions.defaults();

  /** Commands of those who are not known to give them. */
  public static final Rule CONTROL =
      new Rule(
          "port.control",
          3,
          "Command that nothing shows to be allowed or usual",
          "Somebody gave a device a command that the policy does not allow, or that was not seen"
              + " where things were usual; stops, restarts, forces, programs and firmware are always"
              + " told. One finding for each actor, kind and day, with all targets.",
          "That the command was meant to harm, or that the device obeyed where no answer was"
              + " captured. Who sat at the keyboard is not known.",
          List.of(
              number(
                  "learn-share",
                  Double.toString(COMMANDS.learnShare()),
                  "share of the capture",
                  "Without a policy and --learn-from, what is seen so early is taken as usual."),
              number(
                  "least-learn",
                  COMMANDS.leastLearnNanos() / PortWords.MINUTE + "m",
                  "time",
                  "A shorter capture is not compared with itself."),
              number(
                  "slave-answers",
                  Integer.toString(COMMANDS.slaveAnswers()),
                  "answers",
                  "So many before it first asks make a slave."),
              number(
                  "slave-span",
                  COMMANDS.slaveNanos() / PortWords.SECOND + "s",
                  "time",
                  "Over so long."),
              number(
                  "sweep-targets",
                  Integer.toString(COMMANDS.sweepTargets()),
                  "targets",
                  "So many in one finding are told as a sweep."),
              number(
                  "probe-requests",
                  Integer.toString(COMMANDS.probeRequests()),
                  "requests",
                  "So many different ones that one device refuses are probing."),
              number(
                  "probe-share",
                  Double.toString(COMMANDS.probeShare()),
                  "share of requests",
                  "With at least this share refused."),
              number(
                  "least-writes",
                  Integer.toString(COMMANDS.leastWrites()),
                  "writes",
                  "Ranges and values are learnt from so many.")),
          List.of(
              "Modbus Application Protocol V1.1b3, for classes of functions",
              "CSET 2016 Modbus dataset, for a remote unit turned master",
              "Digital Bond Quickdraw, for stops, restarts and downloads",
              "MITRE ATT&CK for ICS T0855, T0858, T0816, T0843, T0839"),
          List.of(
              "An engineer at work, with or without an order",
              "A new or replaced master, or a master that took over from its twin",
              "A controller that by design writes to its neighbours, but seldom",
              "A commissioning or a test in a maintenance window that nobody declared",
              "A gateway that answers for some devices and asks others"));

  /** Traffic that the declared policy does not permit. */
  public static final Rule POLICY =
      new Rule(
          "port.policy",
          2,
          "Traffic that the policy does not permit",
          "A conversation for which the declared policy has no conduit, or not for this protocol or"
              + " hour, or an operation of a class that the conduit does not permit. Commands are"
              + " told by port.control. One finding for each actor, kind and day.",
          "That anything was harmed, or that the policy says what its keepers mean. Traffic sent to"
              + " many at a time is not judged, nor a connection in a log of another sensor where"
              + " what the log does not tell could make the difference.",
          List.of(
              number(
                  "policy",
                  "none",
                  "file",
                  "Zones, conduits, remote parties, gateways and maintenance windows; without it"
                      + " this rule says nothing.")),
          List.of("IEC 62443-3-2 and 3-3 SR 5.1, 5.2: zones and conduits", "33 CFR 101.650(h)"),
          List.of(
              "A policy that is older than the network",
              "A device that got another address",
              "Name service, time and printing that nobody thought of",
              "A conversation whose beginning was not captured, so that who opened it is guessed"));

  /** Feeling over of hosts, ports, functions and points. */
  public static final Rule SCAN =
      new Rule(
          "port.scan",
          2,
          "Hosts, ports, functions or points felt over",
          "One actor tried many hosts or ports in vain on a day, or asked one device for many"
              + " functions of which many are not there, or for many points once each.",
          "That it was an attack: inventories are made so, too. Scans that are answered everywhere"
              + " are not told, nor are those over UDP or ICMP. Logs of other sensors show hosts and"
              + " ports only.",
          List.of(
              number(
                  "scan-targets",
                  Integer.toString(SCANS.leastTargets()),
                  "hosts",
                  "So many tried in vain on a day."),
              number(
                  "scan-ports",
                  Integer.toString(SCANS.leastPorts()),
                  "ports",
                  "So many of one host tried in vain on a day."),
              number(
                  "scan-most-tries",
                  Integer.toString(SCANS.mostTries()),
                  "tries",
                  "What is tried more often is waited for and does not count."),
              number(
                  "scan-functions",
                  Integer.toString(SCANS.leastFunctions()),
                  "functions",
                  "So many different ones, a third of them refused."),
              number(
                  "scan-points",
                  Integer.toString(SCANS.leastPoints()),
                  "points",
                  "So many different ones, most of them asked once, some refused."),
              number(
                  "scan-walk-points",
                  Integer.toString(SCANS.walkPoints()),
                  "points",
                  "So many where none is refused and most lie one next to another.")),
          List.of(
              "Jung, Paxson, Berger, Balakrishnan 2004: scanners are told by what fails",
              "Digital Bond Quickdraw: function code scan, points list scan",
              "MITRE ATT&CK for ICS T0846, T0861"),
          List.of(
              "An inventory or vulnerability scan that the owner ordered",
              "A management station that looks for devices that are switched off",
              "An engineering tool that reads out a whole device once",
              "An HMI at its start"));

  private PortRules() {}

  /** All rules, in the order people read them. */
  public static List<Rule> all() {
    return List.of(CONTROL, POLICY, SCAN);
  }

  private static Parameter number(String name, String value, String unit, String meaning) {
    return new Parameter(name, value, unit, meaning);
  }
}
