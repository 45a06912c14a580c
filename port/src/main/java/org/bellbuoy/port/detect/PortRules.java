package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;

/** The rules of the port watch, as people read them. */
public final class PortRules {
  private static final ControlOptions COMMANDS = ControlOptions.defaults();

  /** Commands of those who are not known to give them. */
  public static final Rule CONTROL =
      new Rule(
          "port.control",
          1,
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

  private PortRules() {}

  /** All rules, in the order people read them. */
  public static List<Rule> all() {
    List<Rule> all = new ArrayList<>(List.of(CONTROL));
    all.addAll(BorderRuleTexts.all());
    return List.copyOf(all);
  }

  private static Parameter number(String name, String value, String unit, String meaning) {
    return new Parameter(name, value, unit, meaning);
  }
}
