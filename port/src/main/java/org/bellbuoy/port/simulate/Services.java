package org.bellbuoy.port.simulate;

/** What every network has: ARP, DHCP, DNS, NTP, SNMP, LLDP, VRRP, and a report to a party. */
final class Services {
  static final String COMMUNITY = "simulated-read";
  private static final long LLDP_GROUP = 0x0180c200000eL;
  private static final long VRRP_GROUP_MAC = 0x01005e000012L;
  private static final int VRRP_GROUP = Host.ip(224, 0, 0, 18);

  private final Stage stage;
  private final Terminal t;
  private boolean secondIsMaster;

  private Services(Stage stage) {
    this.stage = stage;
    this.t = stage.terminal;
  }

  static void plan(Stage stage) {
    Services services = new Services(stage);
    for (Host host : stage.terminal.hosts) {
      if (host.local) {
        services.local(host);
      }
    }
    services.routers();
    services.cloud();
    services.nightly();
  }

  private void local(Host host) {
    Chance chance = stage.chance("services " + host.name);
    long start = stage.scenario.startNanos() + chance.nanos(Stage.SECOND, 2 * Stage.MINUTE);
    long arp = stage.every(6 * Stage.HOUR, Stage.MINUTE);
    stage.clock.repeat(
        start,
        nanos -> {
          resolve(stage, host, host.crane == 0 ? t.services : t.controller(host.crane), nanos);
          gateway(host, nanos + 2 * Stage.MILLI);
          return nanos + chance.about(arp, 0.1);
        });
    long ntp = stage.every(6 * Stage.HOUR, 64 * Stage.SECOND);
    switch (host.role) {
      case MODBUS_CONTROLLER, S7_CONTROLLER, PANEL, SCADA, HISTORIAN, ENGINEERING, SWITCH ->
          stage.clock.repeat(
              start + Stage.SECOND, nanos -> time(host, nanos) + chance.about(ntp, 0.05));
      case CAMERA ->
          stage.clock.repeat(start, nanos -> lease(stage, host, nanos) + 11 * Stage.HOUR);
      default -> {}
    }
    if (host.role == Role.SWITCH) {
      long lldp = stage.every(3 * Stage.HOUR, 30 * Stage.SECOND);
      byte[] frame = Frames.link(host.mac, LLDP_GROUP, 0x88cc, AppBytes.lldp(host));
      stage.clock.repeat(
          start + 2 * Stage.SECOND,
          nanos -> {
            stage.wire.send(nanos, frame, Mark.NONE);
            return nanos + lldp;
          });
      long snmp = stage.every(3 * Stage.HOUR, Stage.MINUTE);
      stage.clock.repeat(
          start + 3 * Stage.SECOND, nanos -> describe(host, nanos, Mark.NONE) + snmp);
    }
  }

  static void resolve(Stage stage, Host asks, Host asked, long nanos) {
    if (asks == asked) {
      return;
    }
    stage.wire.send(nanos, Frames.arp(1, asks.mac, asks.ip, 0, asked.ip), Mark.NONE);
    stage.wire.send(
        nanos + 300_000, Frames.arp(2, asked.mac, asked.ip, asks.mac, asks.ip), Mark.NONE);
  }

  /** Asks for the gateway and is told the virtual address, whichever router is master. */
  private void gateway(Host asks, long nanos) {
    if (asks.role == Role.ROUTER) {
      return;
    }
    int ip = t.gateway.ip;
    stage.wire.send(nanos, Frames.arp(1, asks.mac, asks.ip, 0, ip), Mark.NONE);
    byte[] answer = Frames.arp(2, Terminal.VIRTUAL_MAC, ip, asks.mac, asks.ip);
    stage.wire.send(nanos + 300_000, answer, Mark.NONE);
  }

  private long time(Host host, long nanos) {
    stage.udp(nanos, host, t.services, 123, 123, AppBytes.ntp(false, nanos), Mark.NONE);
    byte[] answer = AppBytes.ntp(true, nanos + 200_000);
    return stage.udp(nanos + 400_000, t.services, host, 123, 123, answer, Mark.NONE);
  }

  /** A lease from the known server, asked for anew and given. */
  static long lease(Stage stage, Host host, long nanos) {
    Terminal t = stage.terminal;
    int id = (int) (nanos / 1000) ^ host.ip;
    int server = t.services.ip;
    int router = t.gateway.ip;
    byte[] ask = AppBytes.dhcp(3, id, host.mac, host.ip, server, router, host.name);
    byte[] give = AppBytes.dhcp(5, id, host.mac, host.ip, server, router, host.name);
    stage.wire.send(
        nanos, stage.frames.udpTo(host, 0, Frames.BROADCAST, -1, 68, 67, ask), Mark.NONE);
    return stage.udp(nanos + Stage.MILLI, t.services, host, 67, 68, give, Mark.NONE);
  }

  private long describe(Host host, long nanos, Mark mark) {
    int id = (int) (nanos / 1_000_000);
    int port = t.management.nextPort();
    byte[] ask = AppBytes.snmp(id, COMMUNITY, "");
    byte[] tell = AppBytes.snmp(id, COMMUNITY, "SIMULATED " + host.role.word() + " V3.1");
    long at = stage.udp(nanos, t.management, host, port, 161, ask, mark);
    return stage.udp(at, host, t.management, 161, port, tell, Mark.of(mark.act()));
  }

  /** A pair of routers; on the first afternoon the second is master for twenty minutes. */
  private void routers() {
    Act act =
        stage
            .act(ActKind.ROUTER_FAILOVER, t.routerTwo)
            .note("The second router of the declared pair takes the virtual address for 20 min");
    long every = stage.every(15 * Stage.MINUTE, Stage.SECOND);
    stage.clock.repeat(
        stage.scenario.startNanos() + Stage.SECOND / 2,
        nanos -> {
          advertise(nanos, Mark.NONE);
          return nanos + every;
        });
    takeOver(stage.at(0, 16, 0), true, act);
    takeOver(stage.at(0, 16, 20), false, act);
  }

  private void takeOver(long nanos, boolean second, Act act) {
    stage.clock.once(
        nanos,
        at -> {
          secondIsMaster = second;
          Host master = second ? t.routerTwo : t.routerOne;
          t.gateway.from = master.mac;
          advertise(at, Mark.shows(act, master, master, "vrrp advertisement of the new master"));
          byte[] frame =
              Frames.arp(2, Terminal.VIRTUAL_MAC, t.gateway.ip, Frames.BROADCAST, t.gateway.ip);
          stage.wire.send(
              at + Stage.MILLI,
              frame,
              Mark.shows(act, master, master, "gratuitous arp for the virtual address"));
        });
  }

  private void advertise(long nanos, Mark mark) {
    Host master = secondIsMaster ? t.routerTwo : t.routerOne;
    byte[] data = AppBytes.vrrp(secondIsMaster ? 100 : 200, master.ip, t.gateway.ip);
    byte[] frame =
        stage.frames.ip(
            Terminal.VIRTUAL_MAC, VRRP_GROUP_MAC, master, VRRP_GROUP, 255, Frames.VRRP, data);
    stage.wire.send(nanos, frame, mark);
  }

  /** The historian reports to a declared party, always after the same time. */
  private void cloud() {
    Act act =
        stage
            .act(ActKind.DECLARED_CLOUD, t.historian, t.declaredCloud)
            .note("The historian reports to a declared party each half hour");
    Chance chance = stage.chance("declared cloud");
    String name = "reports.example.org";
    stage.clock.repeat(
        stage.scenario.startNanos() + 7 * Stage.MINUTE,
        nanos -> {
          long at = lookUp(stage, t.historian, name, t.declaredCloud, nanos);
          Tcp tcp = new Tcp(stage, t.historian, t.declaredCloud, 443, Mark.of(act));
          Mark mark = Mark.shows(act, t.historian, t.declaredCloud, "tls to " + name);
          tcp.close(Talk.tls(tcp, tcp.open(at), name, chance, mark, 420, 90));
          return nanos + 30 * Stage.MINUTE;
        });
  }

  /** Asks the known server for a name. */
  static long lookUp(Stage stage, Host host, String name, Host found, long nanos) {
    Host server = stage.terminal.services;
    int port = host.nextPort();
    int id = port * 7 & 0xffff;
    long at = stage.udp(nanos, host, server, port, 53, AppBytes.dns(id, name, 0), Mark.NONE);
    byte[] answer = AppBytes.dns(id, name, found.ip);
    return stage.udp(at, server, host, 53, port, answer, Mark.NONE);
  }

  /** Each night the management station looks whether all are there. */
  private void nightly() {
    Act act =
        stage
            .act(ActKind.DECLARED_SCANNER, t.management)
            .note("The management station pings every host and asks switches each night at 04:00");
    for (int day = 0; stage.has(day); day++) {
      stage.clock.once(
          stage.at(day, 4, 0),
          nanos -> {
            long at = nanos;
            int sequence = 0;
            for (Host host : t.hosts) {
              if (host.local && host != t.management) {
                at = ping(act, host, at, ++sequence);
              }
            }
          });
    }
  }

  private long ping(Act act, Host host, long nanos, int sequence) {
    Mark mark = Mark.shows(act, t.management, host, "icmp echo request");
    stage.wire.send(nanos, stage.frames.icmp(t.management, host, 8, sequence), mark);
    stage.wire.send(
        nanos + 400_000, stage.frames.icmp(host, t.management, 0, sequence), Mark.of(act));
    long at = nanos + 100 * Stage.MILLI;
    if (host.role == Role.SWITCH) {
      at = describe(host, at, Mark.shows(act, t.management, host, "snmp get"));
    }
    return at + 100 * Stage.MILLI;
  }
}
