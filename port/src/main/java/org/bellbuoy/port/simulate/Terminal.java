package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The hosts of a terminal. The crane network is 10.20.0.0/16, flat behind a pair of routers; the
 * office is 10.30.0.0/16. Hosts outside have addresses that are kept for documentation (RFC 5737)
 * or for carriers (RFC 6598).
 */
final class Terminal {
  static final String CRANES = "cranes";
  static final String CONTROL = "control";
  static final String BORDER = "border";
  static final String OFFICE = "office";
  static final String OUTSIDE = "outside";

  /** VRRP group 20 (RFC 5798, 7.3). */
  static final long VIRTUAL_MAC = 0x00005e000114L;

  final List<Host> hosts = new ArrayList<>();
  final List<Host> controllers = new ArrayList<>();
  final List<Host> panels = new ArrayList<>();
  final List<Host> cameras = new ArrayList<>();
  final List<Host> switches = new ArrayList<>();
  final List<Host> drives = new ArrayList<>();

  final Host routerOne = add("router-1", Host.ip(10, 20, 0, 2), Role.ROUTER, CONTROL, true);
  final Host routerTwo = add("router-2", Host.ip(10, 20, 0, 3), Role.ROUTER, CONTROL, true);
  final Host services = add("services", Host.ip(10, 20, 100, 5), Role.SERVICES, CONTROL, true);
  final Host scada = add("scada", Host.ip(10, 20, 100, 10), Role.SCADA, CONTROL, true);
  final Host historian = add("historian", Host.ip(10, 20, 100, 12), Role.HISTORIAN, CONTROL, true);
  final Host engineering =
      add("engineering", Host.ip(10, 20, 100, 20), Role.ENGINEERING, CONTROL, true);
  final Host management =
      add("management", Host.ip(10, 20, 100, 40), Role.MANAGEMENT, CONTROL, true);
  final Host jumpHost = add("jump-host", Host.ip(10, 20, 200, 10), Role.JUMP_HOST, BORDER, true);
  final Host operating =
      add("terminal-operating", Host.ip(10, 30, 0, 20), Role.OPERATING_SYSTEM, OFFICE, false);
  final Host files = add("office-files", Host.ip(10, 30, 0, 30), Role.OFFICE, OFFICE, false);
  final Host office = add("office-pc", Host.ip(10, 30, 0, 77), Role.OFFICE, OFFICE, false);
  final Host vendor = outside("vendor-approved", Host.ip(192, 0, 2, 10));
  final Host declaredCloud = outside("cloud-declared", Host.ip(192, 0, 2, 50));
  final Host stranger = outside("vendor-unapproved", Host.ip(203, 0, 113, 66));
  final Host relay = outside("remote-relay", Host.ip(203, 0, 113, 80));
  final Host drop = outside("drop-site", Host.ip(203, 0, 113, 90));
  final Host beaconed = outside("beacon-site", Host.ip(198, 51, 100, 77));
  final Host makerCloud = outside("maker-cloud", Host.ip(198, 51, 100, 21));
  final Host modemPeer = outside("modem-peer", Host.ip(198, 51, 100, 40));
  final Host carrierPeer = outside("carrier-peer", Host.ip(100, 72, 13, 5));
  final Host modem = new Host("modem", Host.ip(10, 20, 0, 254), Role.MODEM, CRANES, 0, true);

  boolean modemCame;

  final Gateway gateway = new Gateway(Host.ip(10, 20, 0, 1), VIRTUAL_MAC, routerOne.mac, 3);
  final Gateway modemWay = new Gateway(modem.ip, modem.mac, modem.mac, 9);

  Terminal(int cranes) {
    for (Host beyondModem : List.of(makerCloud, modemPeer, carrierPeer)) {
      beyondModem.way = modemWay;
    }
    for (int n = 1; n <= cranes; n++) {
      Role kind = n % 2 == 1 ? Role.MODBUS_CONTROLLER : Role.S7_CONTROLLER;
      switches.add(crane(n, "switch", 2, Role.SWITCH));
      controllers.add(crane(n, "controller", 10, kind));
      drives.add(crane(n, "hoist-drive", 21, Role.DRIVE));
      drives.add(crane(n, "trolley-drive", 22, Role.DRIVE));
      panels.add(crane(n, "panel", 30, Role.PANEL));
      cameras.add(crane(n, "camera", 60, Role.CAMERA));
    }
  }

  private Host crane(int n, String what, int last, Role role) {
    Host host =
        new Host("crane-" + n + "-" + what, Host.ip(10, 20, n, last), role, CRANES, n, true);
    hosts.add(host);
    return host;
  }

  private Host add(String name, int ip, Role role, String zone, boolean local) {
    Host host = new Host(name, ip, role, zone, 0, local);
    hosts.add(host);
    return host;
  }

  private Host outside(String name, int ip) {
    return add(name, ip, Role.PUBLIC, OUTSIDE, false);
  }

  /** A Modbus controller, counted from 0; numbers beyond the last begin anew. */
  Host modbus(int index) {
    return controllers.get(2 * (index % ((controllers.size() + 1) / 2)));
  }

  /** An S7 controller, counted from 0; numbers beyond the last begin anew. */
  Host s7(int index) {
    return controllers.get(2 * (index % (controllers.size() / 2)) + 1);
  }

  /** The controller of a crane. */
  Host controller(int crane) {
    return controllers.get(crane - 1);
  }

  Host camera(int crane) {
    return cameras.get((crane - 1) % cameras.size());
  }

  Host panel(int crane) {
    return panels.get((crane - 1) % panels.size());
  }

  Host drive(int crane) {
    return drives.get((crane - 1) * 2 % drives.size());
  }

  /** All hosts, and the modem where it came. */
  List<Host> everybody() {
    List<Host> all = new ArrayList<>(hosts);
    if (modemCame) {
      all.add(modem);
    }
    return all;
  }

  /** The way to a host beyond the crane network, and from it. */
  Gateway way(Host beyond) {
    Gateway own = beyond.way;
    return own == null ? gateway : own;
  }
}
