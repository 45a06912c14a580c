package org.bellbuoy.port.simulate;

import java.nio.charset.StandardCharsets;

/** Remote sessions: what their openings look like, then a little traffic until they end. */
final class Screen {
  private static final long PACE = 40 * Stage.SECOND;

  private final Stage stage;
  private final Tcp tcp;
  private final Chance chance;
  private final Mark plain;
  private final Act act;

  private Screen(Stage stage, Act act, Host client, Host server, int port) {
    this.stage = stage;
    this.act = act;
    this.plain = Mark.of(act);
    this.tcp = new Tcp(stage, client, server, port, plain);
    this.chance = stage.chance("session " + client.name + " " + server.name);
  }

  private Mark shows(String what) {
    return Mark.shows(act, tcp.client, tcp.server, what);
  }

  /** RDP: the cookie, then TLS. */
  static void rdp(Stage stage, Act act, Host client, Host server, long from, long to) {
    Screen screen = new Screen(stage, act, client, server, 3389);
    Tcp tcp = screen.tcp;
    byte[] request = AppBytes.rdpRequest("simvendor");
    long at = tcp.send(tcp.open(from), true, request, screen.shows("rdp request by simvendor"));
    at = tcp.send(at, false, AppBytes.rdpConfirm());
    at = Talk.tls(tcp, at, "sim-desktop", screen.chance, screen.plain, 180, 260);
    screen.goOn(at, to, AppBytes::tlsData, AppBytes::tlsData);
  }

  private interface Message {
    byte[] of(int length, Chance chance);
  }

  /** Small ones from the client, larger ones from the server, at the pace of somebody who works. */
  private void goOn(long from, long to, Message small, Message large) {
    stage.clock.repeat(
        from + PACE,
        nanos -> {
          if (nanos >= to) {
            tcp.close(nanos);
            return Long.MAX_VALUE;
          }
          byte[] ask = small.of(40 + chance.below(30), chance);
          long at = tcp.send(nanos, true, ask);
          byte[] shown = large.of(200 + chance.below(500), chance);
          tcp.settle(tcp.send(at + 5 * Stage.MILLI, false, shown));
          return nanos + chance.about(PACE, 0.6);
        });
  }

  /** RFB, with a challenge that is answered (RFC 6143, 7.1 to 7.6). */
  static void vnc(Stage stage, Act act, Host client, Host server, long from, long to) {
    Screen screen = new Screen(stage, act, client, server, 5900);
    Tcp tcp = screen.tcp;
    byte[] version = "RFB 003.008\n".getBytes(StandardCharsets.US_ASCII);
    Mark greets = Mark.shows(act, server, client, "rfb version 003.008");
    long at = tcp.send(tcp.open(from, screen.shows("tcp 5900 opened")), false, version, greets);
    at = tcp.send(at, true, version);
    at = tcp.send(at, false, new byte[] {1, 2});
    at = tcp.send(at, true, new byte[] {2});
    at = tcp.send(at, false, screen.chance.bytes(16));
    at = tcp.send(at, true, screen.chance.bytes(16));
    at = tcp.send(at, false, new byte[4]);
    at = tcp.send(at, true, new byte[] {1});
    ByteWriter init = new ByteWriter().u16(1280).u16(1024).hex("2018000100ff00ff00ff100800000000");
    String name = "SIMULATED engineering";
    at = tcp.send(at, false, init.u32(name.length()).text(name).bytes());
    at = tcp.send(at, true, new ByteWriter().hex("020000010000000003010000000004000400").bytes());
    screen.goOn(at, to, Screen::keys, Screen::pixels);
  }

  /** A key pressed and let go, and the request for what the screen shows then. */
  private static byte[] keys(int length, Chance chance) {
    int key = 0x61 + chance.below(26);
    ByteWriter out = new ByteWriter().hex("04010000").u32(key).hex("04000000").u32(key);
    return out.hex("03010000000000080008").bytes();
  }

  /** One rectangle of eight by eight points, as they are. */
  private static byte[] pixels(int length, Chance chance) {
    return new ByteWriter()
        .u32(1)
        .u16(chance.below(1200))
        .u16(chance.below(1000))
        .hex("0008000800000000")
        .add(chance.bytes(256))
        .bytes();
  }

  /** What is seen of TeamViewer's frames in public captures: two magics, a kind, a length. */
  static void teamViewer(Stage stage, Act act, Host client, Host relay, long from, long to) {
    Screen screen = new Screen(stage, act, client, relay, 5938);
    Tcp tcp = screen.tcp;
    Mark mark = screen.shows("teamviewer frame 17 24");
    long at = tcp.send(tcp.open(from), true, outward(32, screen.chance), mark);
    at = tcp.send(at, false, inward(24, screen.chance));
    screen.goOn(at, to, Screen::outward, Screen::inward);
  }

  private static byte[] outward(int length, Chance chance) {
    ByteWriter out = new ByteWriter().hex("17240a").u8(length).u8(length >> 8);
    return out.add(chance.bytes(length)).bytes();
  }

  private static byte[] inward(int length, Chance chance) {
    ByteWriter out = new ByteWriter().hex("11303600").u8(length).u8(length >> 8).zeros(18);
    return out.add(chance.bytes(length)).bytes();
  }
}
