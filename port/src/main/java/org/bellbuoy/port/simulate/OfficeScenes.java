package org.bellbuoy.port.simulate;

/** What goes wrong inside: a border crossed, a beacon, a password in clear, a drive that asks. */
final class OfficeScenes {
  private OfficeScenes() {}

  static void plan(Stage stage) {
    if (stage.has(1)) {
      beacon(stage);
      officeReads(stage);
      executable(stage);
    }
    if (stage.has(2)) {
      clearLogin(stage);
      turnedMaster(stage);
    }
  }

  private static void beacon(Stage stage) {
    Terminal t = stage.terminal;
    Host panel = t.panel(1);
    Act act =
        stage
            .act(ActKind.BEACON, panel, t.beaconed)
            .note("A panel calls one public address each 20 min, 12 % more or less, to the end");
    Chance chance = stage.chance("beacon");
    stage.clock.repeat(
        stage.at(1, 5, 0) + chance.nanos(0, 10 * Stage.MINUTE),
        nanos -> {
          Tcp tcp = new Tcp(stage, panel, t.beaconed, 443, Mark.of(act));
          Mark mark = Mark.shows(act, panel, t.beaconed, "tls to cdn.example.com");
          tcp.close(Talk.tls(tcp, tcp.open(nanos), "cdn.example.com", chance, mark, 96, 48));
          return nanos + chance.about(20 * Stage.MINUTE, 0.12);
        });
  }

  private static void officeReads(Stage stage) {
    Terminal t = stage.terminal;
    Host modbus = t.modbus(0);
    Host s7 = t.s7(1);
    Act act =
        stage
            .act(ActKind.OFFICE_READS, t.office, modbus, s7)
            .note("An office computer reads two controllers; no conduit allows it");
    stage.clock.once(
        stage.at(1, 15, 0) + stage.chance("office").nanos(0, 10 * Stage.MINUTE),
        nanos -> {
          ModbusClient client = new ModbusClient(stage, t.office, modbus, act);
          long at = client.open(nanos);
          for (int i = 0; i < 5; i++) {
            at = client.read(at + 2 * Stage.SECOND, 3, 100, 20);
          }
          at = client.tcp.close(at);
          S7Client other = new S7Client(stage, t.office, s7, act);
          at = other.read(other.open(at + 20 * Stage.SECOND), 10, 0, 20);
          other.tcp.close(at + Stage.SECOND);
        });
  }

  private static void executable(Stage stage) {
    Terminal t = stage.terminal;
    Host panel = t.panel(1);
    Act act =
        stage
            .act(ActKind.EXECUTABLE_INTO_OT, panel, t.drop)
            .note("A panel fetches a file with an executable's heading; its content is filler");
    stage.clock.once(
        stage.at(1, 4, 20),
        nanos ->
            BenignScenes.fetch(
                stage,
                act,
                panel,
                t.drop,
                "update.exe",
                "application/x-msdownload",
                heading(),
                6000,
                nanos));
  }

  /** The two letters and the offset that tell an executable of Windows; no code behind them. */
  private static String heading() {
    return "MZ" + "\0".repeat(58) + "@\0\0\0" + "PE\0\0" + "\0".repeat(20);
  }

  private static void clearLogin(Stage stage) {
    Terminal t = stage.terminal;
    Host controller = t.s7(1);
    Host to = t.switches.get(2);
    Act act =
        stage
            .act(ActKind.CLEAR_LOGIN, t.engineering, controller, to)
            .note("A login by FTP at a controller and one by telnet at a switch");
    stage.clock.once(
        stage.at(2, 13, 0),
        nanos -> {
          Tcp tcp = new Tcp(stage, t.engineering, controller, 21, Mark.of(act));
          long at = Talk.answer(tcp, tcp.open(nanos), "220 SIMULATED controller\r\n");
          Mark user = Mark.shows(act, t.engineering, controller, "ftp user");
          at = Talk.turn(tcp, at + Stage.SECOND, "USER simservice\r\n", user);
          at = Talk.answer(tcp, at, "331 Password\r\n");
          Mark password = Mark.shows(act, t.engineering, controller, "ftp password");
          at = Talk.turn(tcp, at + Stage.SECOND, "PASS simulated-secret\r\n", password);
          at = Talk.answer(tcp, at, "230 Logged in\r\n");
          at = Talk.turn(tcp, at + Stage.SECOND, "QUIT\r\n");
          tcp.close(tcp.settle(Talk.answer(tcp, at, "221 Bye\r\n")));
          telnet(stage, act, t.engineering, to, nanos + 5 * Stage.MINUTE);
        });
  }

  /** Options, then a login (RFC 854). */
  private static void telnet(Stage stage, Act act, Host client, Host server, long nanos) {
    Tcp tcp = new Tcp(stage, client, server, 23, Mark.of(act));
    long at = tcp.send(tcp.open(nanos), false, new ByteWriter().hex("fffb01fffb03").bytes());
    at = tcp.send(at, true, new ByteWriter().hex("fffd01fffd03").bytes());
    at = Talk.answer(tcp, at, "SIMULATED switch\r\nlogin: ");
    at = Talk.turn(tcp, at + Stage.SECOND, "simadmin\r\n", shows(act, tcp, "telnet user"));
    at = Talk.answer(tcp, at, "simadmin\r\nPassword: ");
    at = Talk.turn(tcp, at + Stage.SECOND, "simulated\r\n", shows(act, tcp, "telnet password"));
    at = Talk.answer(tcp, at, "\r\nswitch> ");
    at = Talk.turn(tcp, at + Stage.SECOND, "exit\r\n");
    tcp.close(tcp.settle(at));
  }

  private static Mark shows(Act act, Tcp tcp, String what) {
    return Mark.shows(act, tcp.client, tcp.server, what);
  }

  private static void turnedMaster(Stage stage) {
    Terminal t = stage.terminal;
    Host drive = t.drive(1);
    Host target = t.modbus(1);
    Act act =
        stage
            .act(ActKind.SLAVE_TURNED_MASTER, drive, target)
            .note("A drive that only answered opens another crane's controller, sets one coil");
    stage.clock.once(
        stage.at(2, 21, 30) + stage.chance("turned").nanos(0, 10 * Stage.MINUTE),
        nanos -> {
          ModbusClient client = new ModbusClient(stage, drive, target, act);
          long at = client.writeCoil(client.open(nanos), 3, true);
          client.tcp.close(at + Stage.SECOND);
        });
  }
}
