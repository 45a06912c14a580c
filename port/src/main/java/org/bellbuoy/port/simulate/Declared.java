package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.List;

/** What the keeper of the terminal would declare. */
final class Declared {
  private static final int WINDOW_FROM_HOUR = 9;
  private static final int WINDOW_TO_HOUR = 13;

  private Declared() {}

  static PortTruth.Policy of(Stage stage) {
    Terminal t = stage.terminal;
    List<PortTruth.Zone> zones =
        List.of(
            new PortTruth.Zone(Terminal.CRANES, 10, cranes(stage)),
            new PortTruth.Zone(Terminal.CONTROL, 20, List.of("10.20.0.0/24", "10.20.100.0/24")),
            new PortTruth.Zone(Terminal.BORDER, 35, List.of("10.20.200.0/24")),
            new PortTruth.Zone(Terminal.OFFICE, 40, List.of("10.30.0.0/16")));
    List<String> gateways =
        List.of(
            Host.macText(Terminal.VIRTUAL_MAC),
            Host.macText(t.routerOne.mac),
            Host.macText(t.routerTwo.mac));
    String cranes = "zone cranes";
    String all = "10.20.0.0/16";
    List<PortTruth.Approved> approved = new ArrayList<>();
    approved.add(may(t.vendor, "remote session in a window", t.jumpHost.address()));
    approved.add(may(t.jumpHost, "remote session in a window", t.engineering.address()));
    approved.add(may(t.engineering, "read, write, control, program in a window", cranes));
    approved.add(may(t.engineering, "ssh", cranes));
    approved.add(may(t.engineering, "http", t.files.address()));
    approved.add(may(t.scada, "read, write", cranes));
    approved.add(may(t.historian, "read at a fixed interval", cranes));
    approved.add(may(t.historian, "report at a fixed interval", t.declaredCloud.address()));
    approved.add(may(t.management, "discovery, snmp", all));
    approved.add(may(t.operating, "read, write", cranes));
    for (String zone : List.of(cranes, "zone control", "zone border")) {
      String what = "dns, dhcp, ntp";
      approved.add(new PortTruth.Approved(zone, "every host", what, t.services.address()));
    }
    for (int i = 0; i < t.controllers.size(); i++) {
      Host controller = t.controllers.get(i);
      approved.add(may(t.panels.get(i), "read, write", controller.address()));
      approved.add(may(controller, "read, write", t.drives.get(2 * i).address()));
      approved.add(may(controller, "read, write", t.drives.get(2 * i + 1).address()));
      approved.add(may(t.panels.get(i), "video", t.cameras.get(i).address()));
    }
    return new PortTruth.Policy(
        zones,
        gateways,
        List.of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
        approved,
        windows(stage));
  }

  private static List<String> cranes(Stage stage) {
    List<String> networks = new ArrayList<>();
    for (int n = 1; n <= stage.scenario.cranes(); n++) {
      networks.add("10.20." + n + ".0/24");
    }
    return networks;
  }

  private static PortTruth.Approved may(Host host, String what, String to) {
    return new PortTruth.Approved(host.address(), host.name, what, to);
  }

  /** Every other day from the second on, in the morning. */
  private static List<PortTruth.Window> windows(Stage stage) {
    List<PortTruth.Window> windows = new ArrayList<>();
    for (int day = 1; stage.has(day); day += 2) {
      windows.add(
          new PortTruth.Window(
              Wire.instant(stage.at(day, WINDOW_FROM_HOUR, 0)),
              Wire.instant(stage.at(day, WINDOW_TO_HOUR, 0))));
    }
    return windows;
  }
}
