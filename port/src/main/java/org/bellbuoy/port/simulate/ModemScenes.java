package org.bellbuoy.port.simulate;

/**
 * The third day: a cellular router on the crane network gives a controller its address and its way
 * out, keeps calling a maker's cloud, and lets others in.
 */
final class ModemScenes {
  private static final String CLOUD = "telemetry.example.com";

  private ModemScenes() {}

  static void plan(Stage stage) {
    if (!stage.has(2)) {
      return;
    }
    Terminal t = stage.terminal;
    Host controller = t.modbus(2);
    Act act =
        stage
            .act(ActKind.HIDDEN_MODEM, t.modem, controller)
            .note(
                "A second way out with a router's hardware address; it gives leases, relays names,"
                    + " and a controller calls a cloud and answers strangers through it");
    Chance chance = stage.chance("modem");
    long from = stage.at(2, 3, 10) + chance.nanos(0, 20 * Stage.MINUTE);
    stage.clock.once(from, nanos -> arrive(stage, act, controller, nanos));
    long every = stage.every(20 * Stage.MINUTE, Stage.MINUTE);
    stage.clock.repeat(
        from + Stage.MINUTE,
        nanos -> {
          call(stage, act, controller, nanos, chance);
          return nanos + chance.about(every, 0.03);
        });
    stage.clock.once(from + 35 * Stage.MINUTE, nanos -> unseenPeer(stage, act, controller, nanos));
    writes(stage, controller, from + 2 * Stage.HOUR);
  }

  private static void arrive(Stage stage, Act act, Host controller, long nanos) {
    Terminal t = stage.terminal;
    Host modem = t.modem;
    t.modemCame = true;
    Wire wire = stage.wire;
    wire.send(
        nanos,
        Frames.arp(1, modem.mac, modem.ip, 0, modem.ip),
        Mark.shows(act, modem, modem, "arp announcement of the modem"));
    int id = (int) (nanos / 1000);
    long at = nanos + 20 * Stage.SECOND;
    for (int ask = 1; ask <= 3; ask += 2) {
      byte[] asks =
          AppBytes.dhcp(
              ask, id, controller.mac, controller.ip, modem.ip, modem.ip, controller.name);
      wire.send(
          at, stage.frames.udpTo(controller, 0, Frames.BROADCAST, -1, 68, 67, asks), Mark.of(act));
      int give = ask == 1 ? 2 : 5;
      byte[] gives =
          AppBytes.dhcp(
              give, id, controller.mac, controller.ip, modem.ip, modem.ip, controller.name);
      String what = ask == 1 ? "dhcp offer, router is the modem" : "dhcp ack, router is the modem";
      at = at + 2 * Stage.MILLI;
      Mark mark = Mark.shows(act, modem, controller, what);
      at = stage.udp(at, modem, controller, 67, 68, gives, mark) + 2 * Stage.MILLI;
    }
    wire.send(
        at,
        Frames.arp(1, controller.mac, controller.ip, 0, modem.ip),
        Mark.shows(act, controller, modem, "arp request for the modem"));
    wire.send(
        at + 300_000,
        Frames.arp(2, modem.mac, modem.ip, controller.mac, controller.ip),
        Mark.of(act));
  }

  /** A keep-alive: the name from the modem's relay, then a short TLS connection through it. */
  private static void call(Stage stage, Act act, Host controller, long nanos, Chance chance) {
    Terminal t = stage.terminal;
    int port = controller.nextPort();
    int id = port * 11 & 0xffff;
    Mark asks = Mark.shows(act, controller, t.modem, "dns question to the modem");
    long at = stage.udp(nanos, controller, t.modem, port, 53, AppBytes.dns(id, CLOUD, 0), asks);
    byte[] answer = AppBytes.dns(id, CLOUD, t.makerCloud.ip);
    at = stage.udp(at + 60 * Stage.MILLI, t.modem, controller, 53, port, answer, Mark.of(act));
    Tcp tcp = new Tcp(stage, controller, t.makerCloud, 8883, Mark.of(act));
    Mark mark = Mark.shows(act, controller, t.makerCloud, "tls to " + CLOUD + " by the modem");
    tcp.close(Talk.tls(tcp, tcp.open(at), CLOUD, chance, mark, 64, 40));
  }

  /** A peer whose packets the mirror port does not see; only the controller's answers are. */
  private static void unseenPeer(Stage stage, Act act, Host controller, long nanos) {
    Host peer = stage.terminal.modemPeer;
    ModbusClient client = new ModbusClient(stage, peer, controller, act);
    client.tcp.clientUnseen = true;
    client.tcp.serverShows = "answers a peer that never came in by the gateway";
    long at = client.open(nanos);
    for (int i = 0; i < 10; i++) {
      at = client.read(at + 4 * Stage.SECOND, 3, 100 + 10 * i, 10);
    }
    client.tcp.close(at);
  }

  private static void writes(Stage stage, Host controller, long from) {
    Terminal t = stage.terminal;
    Act act =
        stage
            .act(ActKind.WRITES_THROUGH_MODEM, t.carrierPeer, controller)
            .note("A peer from a carrier's range comes in through the modem and writes");
    Chance chance = stage.chance("modem writes");
    stage.clock.once(
        from,
        nanos -> {
          ModbusClient client = new ModbusClient(stage, t.carrierPeer, controller, act);
          client.readsShowNothing = true;
          long at = client.read(client.open(nanos), 3, 40, 6);
          for (int i = 0; i < 3; i++) {
            at = client.writeRegister(at + 6 * Stage.SECOND, 60 + i, chance.between(1, 4000));
          }
          at = client.writeCoil(at + 3 * Stage.SECOND, 20, true);
          client.tcp.close(at + Stage.SECOND);
        });
  }
}
