package org.bellbuoy.port.simulate;

import org.bellbuoy.port.simulate.Polling.Manner;

/** What goes on all the time: polling, orders, cameras. Much of it is a twin of something worse. */
final class Background {
  private static final int VIDEO_PORT = 50_000;

  private Background() {}

  static void plan(Stage stage) {
    Terminal t = stage.terminal;
    long quarter = stage.every(15 * Stage.MINUTE, Stage.SECOND / 10);
    long half = stage.every(30 * Stage.MINUTE, Stage.SECOND / 5);
    long hour = stage.every(Stage.HOUR, Stage.SECOND);
    Act writes =
        stage
            .act(ActKind.CYCLIC_WRITES, t.scada)
            .note("Panels and SCADA write watchdogs and set points from the first hour on");
    Act drives =
        stage
            .act(ActKind.CONTROLLER_AS_CLIENT, t.controller(1))
            .note("Every controller asks and commands its own two drives from the first hour on");
    Act collected =
        stage
            .act(ActKind.DECLARED_POLLER, t.historian)
            .note("The historian reads every controller at a fixed interval");
    Act orders =
        stage
            .act(ActKind.TERMINAL_ORDERS, t.operating)
            .note("The terminal operating server gives job orders over its declared conduit");
    for (int i = 0; i < t.controllers.size(); i++) {
      Host controller = t.controllers.get(i);
      Host panel = t.panels.get(i);
      new Polling(stage, panel, controller, Manner.COMMANDING, quarter, writes).begin();
      new Polling(stage, t.scada, controller, Manner.COMMANDING, half, writes).begin();
      new Polling(stage, t.historian, controller, Manner.COLLECTING, half, collected).begin();
      new Polling(stage, t.operating, controller, Manner.ORDERING, hour, orders).begin();
      for (int d = 0; d < 2; d++) {
        Host drive = t.drives.get(2 * i + d);
        new Polling(stage, controller, drive, Manner.COMMANDING, hour, drives).begin();
      }
      camera(stage, panel, t.cameras.get(i));
    }
  }

  /** RTSP once (RFC 2326), then bursts of RTP: a stand-in for a stream, which would fill disks. */
  private static void camera(Stage stage, Host panel, Host camera) {
    Chance chance = stage.chance("camera " + camera.name);
    long start = stage.scenario.startNanos() + chance.nanos(Stage.SECOND, Stage.MINUTE);
    stage.clock.once(start, nanos -> describe(stage, panel, camera, nanos));
    long every = stage.every(Stage.HOUR, Stage.SECOND / 4);
    int[] sequence = {chance.below(60_000)};
    stage.clock.repeat(
        start + Stage.MINUTE,
        nanos -> {
          long at = nanos;
          for (int i = 0; i < 3; i++) {
            int length = 160 + chance.below(80);
            int number = sequence[0]++ & 0xffff;
            long time = (nanos / 11_111) & 0xffff_ffffL;
            byte[] data = AppBytes.rtp(number, time, camera.ip, length, chance);
            at = stage.udp(at, camera, panel, VIDEO_PORT, VIDEO_PORT, data, Mark.NONE);
          }
          return nanos + chance.about(every, 0.02);
        });
  }

  private static void describe(Stage stage, Host panel, Host camera, long nanos) {
    Tcp tcp = new Tcp(stage, panel, camera, 554, Mark.NONE);
    String url = "rtsp://" + camera.address() + "/video";
    long at = Talk.turn(tcp, tcp.open(nanos), "OPTIONS " + url + " RTSP/1.0\r\nCSeq: 1\r\n\r\n");
    at = Talk.answer(tcp, at, "RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: SIMULATED camera\r\n\r\n");
    String ports = VIDEO_PORT + "-" + (VIDEO_PORT + 1);
    String transport = "Transport: RTP/AVP;unicast;client_port=" + ports;
    String setup = "SETUP " + url + " RTSP/1.0\r\nCSeq: 2\r\n" + transport + "\r\n\r\n";
    at = Talk.turn(tcp, at, setup);
    String chosen = transport + ";server_port=" + ports + "\r\nSession: 1\r\n\r\n";
    at = Talk.answer(tcp, at, "RTSP/1.0 200 OK\r\nCSeq: 2\r\n" + chosen);
    at = Talk.turn(tcp, at, "PLAY " + url + " RTSP/1.0\r\nCSeq: 3\r\nSession: 1\r\n\r\n");
    at = Talk.answer(tcp, at, "RTSP/1.0 200 OK\r\nCSeq: 3\r\nSession: 1\r\n\r\n");
    tcp.settle(at);
  }
}
