package org.bellbuoy.port.simulate;

import java.util.List;

/** The fourth night: somebody sits in a camera, looks round, and then commands. */
final class IntruderScenes {
  private static final int[] PORTS = {22, 80, 102, 443, 502, 5900, 44818};
  private static final int CLAIMS = 24;

  /** Functions that read nothing and write nothing, and a body of the form that each wants. */
  private record Probe(int function, String body) {}

  private static final List<Probe> PROBES =
      List.of(
          new Probe(7, ""),
          new Probe(8, "00000000"),
          new Probe(11, ""),
          new Probe(12, ""),
          new Probe(17, ""),
          new Probe(20, "0706000100000001"),
          new Probe(24, "0000"),
          new Probe(65, ""),
          new Probe(66, ""),
          new Probe(67, ""),
          new Probe(68, ""),
          new Probe(100, ""),
          new Probe(101, ""),
          new Probe(102, ""));

  private final Stage stage;
  private final Terminal t;
  private final Host camera;
  private final Chance chance;

  private IntruderScenes(Stage stage) {
    this.stage = stage;
    this.t = stage.terminal;
    this.camera = t.camera(4);
    this.chance = stage.chance("intruder");
  }

  static void plan(Stage stage) {
    if (stage.has(3)) {
      IntruderScenes scenes = new IntruderScenes(stage);
      scenes.spoof(stage.at(3, 1, 50));
      scenes.scan(stage.at(3, 2, 10));
      scenes.sweep(stage.at(3, 2, 40));
      scenes.writes(stage.at(3, 3, 5));
      scenes.stop(stage.at(3, 3, 25));
      scenes.download(stage.at(3, 3, 45));
    }
  }

  private long within(long nanos) {
    return nanos + chance.nanos(0, 8 * Stage.MINUTE);
  }

  private void spoof(long from) {
    Act act =
        stage
            .act(ActKind.GATEWAY_SPOOF, camera, t.services)
            .note("A camera answers for the gateway's address with its own interface");
    int[] claims = {0};
    stage.clock.repeat(
        within(from),
        nanos -> {
          Host fooled = t.services;
          Mark mark = Mark.shows(act, camera, fooled, "arp reply, gateway is at the camera");
          byte[] frame = Frames.arp(2, camera.mac, t.gateway.ip, fooled.mac, fooled.ip);
          stage.wire.send(nanos, frame, mark);
          return ++claims[0] < CLAIMS ? nanos + 2 * Stage.SECOND : Long.MAX_VALUE;
        });
  }

  private void scan(long from) {
    Act act =
        stage
            .act(ActKind.SCAN, camera)
            .note("A camera asks controllers, drives and panels on " + PORTS.length + " ports");
    stage.clock.once(
        within(from),
        nanos -> {
          long at = nanos;
          for (Host host : t.hosts) {
            if (host.local && host.crane > 0 && host != camera) {
              for (int port : PORTS) {
                at = probe(act, host, port, at) + chance.nanos(5, 40) * Stage.MILLI;
              }
            }
          }
        });
  }

  private long probe(Act act, Host host, int port, long nanos) {
    Tcp tcp = new Tcp(stage, camera, host, port, Mark.of(act));
    Mark mark = Mark.shows(act, camera, host, "tcp syn to port " + port);
    boolean open =
        switch (host.role) {
          case MODBUS_CONTROLLER, DRIVE -> port == ModbusClient.PORT;
          case S7_CONTROLLER -> port == S7Client.PORT;
          case SWITCH -> port == 22;
          default -> false;
        };
    if (open) {
      return tcp.probe(nanos, mark);
    }
    return host.role == Role.PANEL ? tcp.unanswered(nanos, mark) : tcp.refused(nanos, mark);
  }

  private void sweep(long from) {
    Host target = t.modbus(3);
    Act act =
        stage
            .act(ActKind.FUNCTION_SWEEP, camera, target)
            .note("A camera asks one controller for function after function; most are refused");
    stage.clock.once(
        within(from),
        nanos -> {
          ModbusClient client = new ModbusClient(stage, camera, target, act);
          long at = client.open(nanos);
          for (int function = 1; function <= 4; function++) {
            at = client.read(at + 300 * Stage.MILLI, function, 0, 1);
          }
          for (Probe probe : PROBES) {
            at = client.refused(at + 300 * Stage.MILLI, probe.function, probe.body);
          }
          at = client.identify(at + 300 * Stage.MILLI);
          for (int address = 0; address < 1000; address += 100) {
            at = client.read(at + 300 * Stage.MILLI, 3, address, 100);
          }
          client.tcp.close(at);
        });
  }

  private void writes(long from) {
    Host target = t.modbus(3);
    Act act =
        stage
            .act(ActKind.FIRST_WRITES, camera, target)
            .note("A camera writes registers and coils; it never wrote before");
    stage.clock.once(
        within(from),
        nanos -> {
          ModbusClient client = new ModbusClient(stage, camera, target, act);
          client.readsShowNothing = true;
          long at = client.read(client.open(nanos), 3, 40, 4);
          for (int i = 0; i < 8; i++) {
            at = client.writeRegister(at + 2 * Stage.SECOND, 42, chance.between(2000, 30_000));
          }
          int high = chance.between(5000, 9999);
          at = client.writeRegisters(at + Stage.SECOND, 42, high, high + 1, high + 2);
          at = client.writeCoil(at + Stage.SECOND, 7, true);
          at = client.writeCoil(at + Stage.SECOND, 7, false);
          client.tcp.close(at);
        });
  }

  private void stop(long from) {
    Host target = t.s7(1);
    Act act =
        stage
            .act(ActKind.CONTROLLER_STOP, camera, target)
            .note("A camera tells a controller to stop");
    stage.clock.once(
        within(from),
        nanos -> {
          S7Client client = new S7Client(stage, camera, target, act);
          client.tcp.close(client.stop(client.open(nanos) + 4 * Stage.SECOND) + Stage.SECOND);
        });
  }

  private void download(long from) {
    Host target = t.s7(2);
    Act act =
        stage
            .act(ActKind.DOWNLOAD_START, camera, target)
            .note("A camera asks to move a block into a controller, and leaves off after a part");
    stage.clock.once(
        within(from),
        nanos -> {
          S7Client client = new S7Client(stage, camera, target, act);
          long at = client.download(client.open(nanos) + 3 * Stage.SECOND, 2, 8, false);
          client.tcp.close(at + Stage.SECOND);
        });
  }
}
