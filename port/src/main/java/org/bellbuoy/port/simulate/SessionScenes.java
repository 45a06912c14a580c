package org.bellbuoy.port.simulate;

/** Who comes in from outside: the vendor as agreed, and others. */
final class SessionScenes {
  private SessionScenes() {}

  static void plan(Stage stage) {
    if (stage.has(1)) {
      unapproved(stage);
      maintenance(stage);
    }
    if (stage.has(2)) {
      relay(stage);
    }
  }

  /** The second night: 40 minutes of VNC, and writes meanwhile from the host that is watched. */
  private static void unapproved(Stage stage) {
    Terminal t = stage.terminal;
    Host modbus = t.modbus(1);
    Host s7 = t.s7(0);
    Act act =
        stage
            .act(ActKind.UNAPPROVED_SESSION, t.stranger, t.engineering, modbus, s7)
            .note("VNC from an address nobody approved, at night; then writes by the same host");
    Chance chance = stage.chance("unapproved session");
    long from = stage.at(1, 1, 30) + chance.nanos(0, 20 * Stage.MINUTE);
    stage.clock.once(
        from, at -> Screen.vnc(stage, act, t.stranger, t.engineering, at, at + 40 * Stage.MINUTE));
    stage.clock.once(
        from + 12 * Stage.MINUTE,
        nanos -> {
          ModbusClient client = new ModbusClient(stage, t.engineering, modbus, act);
          client.readsShowNothing = true;
          long at = client.read(client.open(nanos), 3, 300, 8);
          for (int i = 0; i < 4; i++) {
            at = client.writeRegister(at + 9 * Stage.SECOND, 300 + i, chance.between(2000, 9000));
          }
          client.tcp.close(at + Stage.SECOND);
        });
    stage.clock.once(
        from + 21 * Stage.MINUTE,
        nanos -> {
          S7Client client = new S7Client(stage, t.engineering, s7, act);
          client.readsShowNothing = true;
          long at = client.read(client.open(nanos), 30, 0, 16);
          at = client.write(at + 7 * Stage.SECOND, 30, 4, chance.between(2000, 9000));
          at = client.write(at + 8 * Stage.SECOND, 30, 6, chance.between(2000, 9000));
          client.tcp.close(at + Stage.SECOND);
        });
  }

  /** The morning after: the vendor as agreed, through the jump host, with a new program. */
  private static void maintenance(Stage stage) {
    Terminal t = stage.terminal;
    Host modbus = t.modbus(0);
    Host s7 = t.s7(3);
    Act act =
        stage
            .act(ActKind.MAINTENANCE_SESSION, t.vendor, t.jumpHost, t.engineering, modbus, s7)
            .note("The approved vendor by RDP through the jump host, in a maintenance window");
    Chance chance = stage.chance("maintenance");
    long from = stage.at(1, 9, 20) + chance.nanos(0, 10 * Stage.MINUTE);
    long to = from + 90 * Stage.MINUTE;
    stage.clock.once(from, at -> Screen.rdp(stage, act, t.vendor, t.jumpHost, at, to));
    stage.clock.once(
        from + 2 * Stage.MINUTE,
        at -> Screen.rdp(stage, act, t.jumpHost, t.engineering, at, to - Stage.MINUTE));
    stage.clock.once(
        from + 14 * Stage.MINUTE,
        nanos -> {
          ModbusClient client = new ModbusClient(stage, t.engineering, modbus, act);
          long at = client.identify(client.open(nanos));
          at = client.read(at + 20 * Stage.SECOND, 3, 300, 12);
          at = client.writeRegisters(at + Stage.MINUTE, 300, chance.between(900, 1100), 4, 1);
          at = client.writeCoil(at + 5 * Stage.SECOND, 12, true);
          client.tcp.close(at + Stage.SECOND);
        });
    stage.clock.once(
        from + 33 * Stage.MINUTE,
        nanos -> {
          S7Client client = new S7Client(stage, t.engineering, s7, act);
          long at = client.identify(client.open(nanos));
          at = client.stop(at + 30 * Stage.SECOND);
          at = client.download(at + 5 * Stage.SECOND, 1, 4, true);
          at = client.start(at + 20 * Stage.SECOND);
          at = client.write(at + 10 * Stage.SECOND, 11, 0, chance.between(1, 99));
          client.tcp.close(at + Stage.SECOND);
        });
  }

  /** The third evening: a panel calls a relay, as such tools do from the inside. */
  private static void relay(Stage stage) {
    Terminal t = stage.terminal;
    Host panel = t.panel(2);
    Act act =
        stage
            .act(ActKind.UNAPPROVED_RELAY, panel, t.relay)
            .note("TeamViewer from a panel to a public relay, late in the evening");
    long from = stage.at(2, 23, 0) + stage.chance("relay").nanos(0, 10 * Stage.MINUTE);
    stage.clock.once(
        from,
        nanos -> {
          String name = "relay.example.net";
          long at = Services.lookUp(stage, panel, name, t.relay, nanos);
          Screen.teamViewer(stage, act, panel, t.relay, at, at + 25 * Stage.MINUTE);
        });
  }
}
