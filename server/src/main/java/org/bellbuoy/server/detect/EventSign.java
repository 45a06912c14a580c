package org.bellbuoy.server.detect;

/** What a Windows event can show, with how much it says and how far it came. */
enum EventSign {
  SHELL_CHILD(
      "child-process",
      Strength.STRONG,
      "A web or mail process started a program that" + " such processes have no use for"),
  OTHER_CHILD("child-process", Strength.MEDIUM, "A web or mail process started another program"),
  POOL_ACCOUNT(
      "pool-account-process",
      Strength.MEDIUM,
      "A program for looking around ran under the" + " account of a web application"),
  PASSWORDS("appcmd-passwords", Strength.STRONG, "The passwords of IIS were listed"),
  LISTING(
      "appcmd-listing",
      Strength.MEDIUM,
      "The configuration of IIS was listed under the account" + " of a web application"),
  SCRIPT_BY_SERVER(
      "web-script-written",
      Strength.STRONG,
      "A web, shell or script process wrote a" + " script into a web folder"),
  SCRIPT_BY_SHARE(
      "web-script-written",
      Strength.STRONG,
      "The system itself, so most likely somebody"
          + " over a network share, wrote a script into a folder of Exchange in which nobody puts any"),
  SCRIPT_DEPLOYED(
      "web-script-written",
      Strength.MEDIUM,
      "A script was copied into a web folder over a network share or from a command line, as who"
          + " deploys one does too"),
  SCRIPT_BY_OTHER(
      "web-script-written",
      Strength.MEDIUM,
      "A program that is no known installer wrote a" + " script into a web folder"),
  CONFIG_WRITTEN(
      "web-config-written",
      Strength.MEDIUM,
      "A web, shell or script process wrote a" + " configuration of IIS"),
  AGENT_CONFIG(
      "transport-agent-config",
      Strength.MEDIUM,
      "The list of transport agents was changed" + " by a program that is not part of Exchange"),
  COMPILED("page-compiled", Strength.WEAK, "The page was compiled: it was asked for"),
  LOCAL_TUNNEL(
      "worker-connects",
      Strength.STRONG,
      "A web process connected to remote desktop, file"
          + " sharing or remote management: what a tunnel does"),
  FILE_SHARE(
      "worker-connects",
      Strength.MEDIUM,
      "A web process connected to another machine's file" + " sharing"),
  VIEW_STATE_INVALID(
      "view-state-invalid",
      Strength.STRONG,
      "View state was invalid though its MAC" + " had passed: the sender may hold the machine key"),
  VIEW_STATE_FORGED(
      "view-state-forged",
      Strength.MEDIUM,
      "View state with types used in attacks" + " failed the integrity check"),
  VIEW_STATE_MAC("view-state-mac", Strength.WEAK, "View state failed the integrity check"),
  MODULE("iis-module", Strength.MEDIUM, "A module that IIS does not bring was added"),
  LOGGING_OFF("logging-off", Strength.STRONG, "Logging of requests was switched off"),
  DIRECTORY_SCRIPT(
      "virtual-directory-script",
      Strength.STRONG,
      "The URL of a virtual directory was" + " set to text with a tag in it"),
  EXPORT_SCRIPT(
      "mailbox-export-script",
      Strength.STRONG,
      "A mailbox was exported to a file that the" + " web server would run"),
  EXPORT_ROLE("mailbox-export-role", Strength.MEDIUM, "The right to export mailboxes was given"),
  CERTIFICATE_SCRIPT(
      "certificate-script",
      Strength.STRONG,
      "A certificate request was written to a" + " file that the web server would run"),
  TRANSPORT_AGENT("transport-agent", Strength.MEDIUM, "A transport agent was installed"),
  UNIFIED_MESSAGING(
      "unified-messaging-cast",
      Strength.MEDIUM,
      "Unified Messaging met an invalid cast," + " as when CVE-2021-26857 is tried");

  private final String technique;
  private final Strength strength;
  private final String sentence;

  EventSign(String technique, Strength strength, String sentence) {
    this.technique = technique;
    this.strength = strength;
    this.sentence = sentence;
  }

  String technique() {
    return technique;
  }

  Strength strength() {
    return strength;
  }

  String sentence() {
    return sentence;
  }
}
