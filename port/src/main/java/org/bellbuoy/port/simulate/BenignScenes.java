package org.bellbuoy.port.simulate;

/** What looks like something worse and is not. */
final class BenignScenes {
  private BenignScenes() {}

  static void plan(Stage stage) {
    encrypted(stage);
    document(stage);
    if (stage.has(1)) {
      replaced(stage);
    }
  }

  private static void encrypted(Stage stage) {
    Terminal t = stage.terminal;
    Host to = t.switches.get(1);
    Act act =
        stage
            .act(ActKind.ENCRYPTED_LOGIN, t.engineering, to)
            .note("The engineering station administers a switch by SSH");
    stage.clock.once(
        stage.at(0, 14, 0),
        nanos -> {
          Tcp tcp = new Tcp(stage, t.engineering, to, 22, Mark.of(act));
          Mark mark = Mark.shows(act, t.engineering, to, "ssh banner");
          long at = Talk.turn(tcp, tcp.open(nanos), "SSH-2.0-SIMULATED_client\r\n", mark);
          at = Talk.answer(tcp, at, "SSH-2.0-SIMULATED_switch\r\n");
          Chance chance = stage.chance("ssh");
          at = keyExchange(tcp, at, true, chance);
          at = keyExchange(tcp, at, false, chance);
          for (int i = 0; i < 12; i++) {
            at = tcp.send(at + 2 * Stage.SECOND, true, chance.bytes(36));
            at = tcp.settle(tcp.send(at, false, chance.bytes(36 + 16 * chance.below(6))));
          }
          tcp.close(at);
        });
  }

  /** A packet with the algorithms offered (RFC 4253, 6 and 7.1). */
  private static long keyExchange(Tcp tcp, long nanos, boolean byClient, Chance chance) {
    String[] names = {
      "curve25519-sha256", "ssh-ed25519", "aes256-ctr", "aes256-ctr", "hmac-sha2-256",
      "hmac-sha2-256", "none", "none", "", ""
    };
    ByteWriter body = new ByteWriter().u8(20).add(chance.bytes(16));
    for (String name : names) {
      body.u32(name.length()).text(name);
    }
    body.u8(0).u32(0);
    int padding = 8 - (body.size() + 5) % 8 + 8;
    ByteWriter packet = new ByteWriter().u32(body.size() + padding + 1).u8(padding);
    return tcp.send(nanos, byClient, packet.add(body.bytes()).zeros(padding).bytes());
  }

  private static void document(Stage stage) {
    Terminal t = stage.terminal;
    Act act =
        stage
            .act(ActKind.DOCUMENT_INTO_OT, t.engineering, t.files)
            .note("The engineering station fetches a document from the office");
    stage.clock.once(
        stage.at(0, 14, 40),
        nanos ->
            fetch(
                stage,
                act,
                t.engineering,
                t.files,
                "manual.pdf",
                "application/pdf",
                "%PDF-1.4\n% SIMULATED document\n",
                3000,
                nanos));
  }

  /** Fetches a file by HTTP: what it begins with, then filler that says SIMULATED. */
  static long fetch(
      Stage stage,
      Act act,
      Host client,
      Host server,
      String name,
      String type,
      String beginning,
      int length,
      long nanos) {
    Tcp tcp = new Tcp(stage, client, server, 80, Mark.of(act));
    String get = "GET /" + name + " HTTP/1.1\r\nHost: " + server.name + ".example.net\r\n\r\n";
    long at = Talk.turn(tcp, tcp.open(nanos), get, Mark.shows(act, client, server, "GET " + name));
    ByteWriter body = new ByteWriter(length + 200);
    body.text("HTTP/1.1 200 OK\r\nServer: SIMULATED\r\nContent-Type: " + type + "\r\n");
    body.text("Content-Length: " + length + "\r\n\r\n").text(beginning);
    for (int left = length - beginning.length(); left > 0; left -= 10) {
      body.text("SIMULATED ".substring(0, Math.min(10, left)));
    }
    Mark mark = Mark.shows(act, server, client, "ends " + name + ", " + type);
    return tcp.close(tcp.settle(tcp.send(at, false, body.bytes(), mark)));
  }

  private static void replaced(Stage stage) {
    Host camera = stage.terminal.camera(2);
    long newMac = camera.mac + 8;
    Act act =
        stage
            .act(ActKind.CAMERA_REPLACED, camera)
            .note("A camera is replaced in a window; before it was at " + Host.macText(camera.mac));
    stage.clock.once(
        stage.at(1, 10, 50),
        nanos -> {
          camera.mac = newMac;
          Mark mark = Mark.shows(act, camera, camera, "gratuitous arp of the new camera");
          stage.wire.send(nanos, Frames.arp(1, camera.mac, camera.ip, 0, camera.ip), mark);
          Services.lease(stage, camera, nanos + Stage.SECOND);
        });
  }
}
