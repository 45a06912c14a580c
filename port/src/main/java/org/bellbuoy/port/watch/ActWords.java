package org.bellbuoy.port.watch;

import org.bellbuoy.core.finding.Finding;

/** What was done, in words of the page: the kinds of some rules say little by themselves. Pure. */
final class ActWords {
  private ActWords() {}

  static String of(Finding finding) {
    String act = finding.subject().ids().getOrDefault("act", finding.rule());
    return switch (finding.rule()) {
      case "port.scan" ->
          switch (act) {
            case "addresses", "ports", "functions", "points" -> "tried many " + act;
            default -> plain(act);
          };
      case "port.spoof" ->
          switch (act) {
            case "arp-conflict" -> "claims an address that another claims";
            case "arp-change" -> "took over the address of another";
            case "dhcp-rival" -> "answers beside another DHCP server";
            default -> plain(act);
          };
      case "port.clear-credentials" ->
          act.equals("prompt") ? "login in clear at a prompt" : "login in clear, " + plain(act);
      default -> plain(act);
    };
  }

  private static String plain(String act) {
    return act.replace('-', ' ');
  }
}
