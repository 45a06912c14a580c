package org.bellbuoy.port.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.packet.Wire;
import org.bellbuoy.port.packet.Wire.Host;
import org.junit.jupiter.api.Test;

class SessionRegisterTest {
  private static final long ROUTER = 0x020000000001L;
  private static final Host VENDOR = new Host("198.51.100.7", ROUTER);
  private static final Host STATION = new Host("10.0.0.5", 0x020000000005L);
  private static final Host CRANE = new Host("10.0.0.20", 0x020000000020L);
  private static final byte[] COOKIE = rdp("Cookie: mstshash=vendor\r\n");
  private static final byte[] WRITE_COIL = Wire.hex("0001 0000 0006 01 05 0010 ff00");
  private static final byte[] READ_COILS = Wire.hex("0002 0000 0006 01 01 0010 0001");
  private static final byte[] COIL_READ = Wire.hex("0002 0000 0004 01 01 01 01");

  private static byte[] rdp(String cookie) {
    byte[] text = cookie.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[19 + text.length];
    byte[] head = {3, 0, 0, (byte) request.length, (byte) (request.length - 5), (byte) 0xe0};
    System.arraycopy(head, 0, request, 0, 6);
    System.arraycopy(text, 0, request, 11, text.length);
    byte[] negotiation = {1, 0, 8, 0, 3, 0, 0, 0};
    System.arraycopy(negotiation, 0, request, 11 + text.length, 8);
    return request;
  }

  @Test
  void whatTheReachedHostWroteMeanwhileStandsWithTheSession() {
    Wire wire = new Wire();
    wire.connect(STATION, 41000, CRANE, 502).ask(WRITE_COIL).answer(WRITE_COIL).close();
    wire.later(60_000);
    Wire.Connection session = wire.connect(VENDOR, 50000, STATION, 3389).ask(COOKIE);
    wire.later(1000);
    wire.connect(STATION, 41001, CRANE, 502)
        .ask(READ_COILS)
        .answer(COIL_READ)
        .ask(WRITE_COIL)
        .answer(WRITE_COIL)
        .ask(WRITE_COIL)
        .answer(WRITE_COIL)
        .close();
    session.later(5000).close();
    wire.later(1000);
    wire.connect(STATION, 41002, CRANE, 502).ask(WRITE_COIL).answer(WRITE_COIL).close();

    List<RemoteSession> sessions = Registered.of(wire.bytes());

    assertThat(sessions).hasSize(1);
    RemoteSession told = sessions.getFirst();
    assertThat(told.tool()).isEqualTo(RemoteTool.RDP);
    assertThat(told.account()).isEqualTo("vendor");
    assertThat(told.controller()).hasToString("198.51.100.7");
    assertThat(told.ended()).isTrue();
    assertThat(told.work()).hasSize(2);
    SessionWork first = told.work().getFirst();
    assertThat(first.operationClass()).isEqualTo(OperationClass.WRITE);
    assertThat(first.count()).isEqualTo(2);
    assertThat(first.target()).hasToString("10.0.0.20:502");
    assertThat(first.changes()).isTrue();
    assertThat(told.work().get(1).operationClass()).isEqualTo(OperationClass.READ);
  }

  @Test
  void aShortPauseGoesOnAndALongOneBeginsAnew() {
    Wire wire = new Wire();
    wire.connect(VENDOR, 50000, STATION, 3389).ask(COOKIE).close();
    wire.later(120_000).connect(VENDOR, 50001, STATION, 3389).ask(COOKIE).close();
    wire.later(3_600_000).connect(VENDOR, 50002, STATION, 3389).ask(COOKIE).close();

    assertThat(Registered.of(wire.bytes()))
        .extracting(RemoteSession::connections)
        .containsExactly(2, 1);
  }

  @Test
  void aVncServerThatCallsItsViewerIsControlledByWhoWasCalled() {
    Wire wire = new Wire();
    wire.connect(STATION, 41000, VENDOR, 5500).ask("RFB 003.008\n").answer("RFB 003.008\n").close();

    assertThat(Registered.of(wire.bytes()))
        .singleElement()
        .satisfies(s -> assertThat(s.control()).isEqualTo(Control.BY_ACCEPTOR))
        .satisfies(s -> assertThat(s.controlled()).hasToString("10.0.0.5"));
  }

  @Test
  void keysTypedFromTheCalledSideAreTakenForReverseAccessByTheirTimes() {
    Wire wire = new Wire();
    Wire.Connection ssh = opened(wire);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      ssh.later(120 + random.nextInt(300)).answer(new byte[48]).ask(new byte[64]);
    }
    ssh.close();

    assertThat(Registered.of(wire.bytes()))
        .singleElement()
        .satisfies(s -> assertThat(s.control()).isEqualTo(Control.BY_ACCEPTOR))
        .satisfies(s -> assertThat(s.basis()).isEqualTo(Control.Basis.PACKETS));
  }

  @Test
  void keysTypedByTheClientLeaveTheDirectionToTheProtocol() {
    Wire wire = new Wire();
    Wire.Connection ssh = opened(wire);
    for (int i = 0; i < 40; i++) {
      ssh.later(250).ask(new byte[48]).answer(new byte[64]);
    }
    ssh.close();

    assertThat(Registered.of(wire.bytes()))
        .singleElement()
        .satisfies(s -> assertThat(s.control()).isEqualTo(Control.BY_OPENER))
        .satisfies(s -> assertThat(s.basis()).isEqualTo(Control.Basis.PROTOCOL));
  }

  /** Banners, key exchange of the client and its answer, then encrypted. */
  private static Wire.Connection opened(Wire wire) {
    return wire.connect(STATION, 41000, VENDOR, 8080)
        .ask("SSH-2.0-OpenSSH_9.6\r\n")
        .answer("SSH-2.0-OpenSSH_9.2\r\n")
        .ask(Wire.hex("0000000c 04 14 00000000000000000000"))
        .answer(Wire.hex("0000000c 04 14 00000000000000000000"))
        .ask(Wire.hex("0000000c 04 1e 00000000000000000000"))
        .answer(Wire.hex("0000000c 04 1f 00000000000000000000"));
  }

  @Test
  void pingsThatAreAnsweredWithTheirOwnBytesAreNoTunnel() {
    Wire honest = new Wire();
    Wire tunnel = new Wire();
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] asked = echo(8, i, random);
      byte[] same = asked.clone();
      same[0] = 0;
      honest.ip(STATION, VENDOR, 1, asked).ip(VENDOR, STATION, 1, same);
      tunnel.ip(STATION, VENDOR, 1, asked).ip(VENDOR, STATION, 1, echo(0, i, random));
    }

    assertThat(Registered.of(honest.bytes())).isEmpty();
    assertThat(Registered.of(tunnel.bytes()))
        .singleElement()
        .satisfies(s -> assertThat(s.tool()).isEqualTo(RemoteTool.ICMP_TUNNEL));
  }

  private static byte[] echo(int type, int number, Random random) {
    byte[] message = new byte[64];
    random.nextBytes(message);
    byte[] head = {(byte) type, 0, 0, 0, 1, 1, 0, (byte) number};
    System.arraycopy(head, 0, message, 0, 8);
    return message;
  }

  @Test
  void manyNamesOfOneServiceAreNoTunnelUntilTheyCarrySomething() {
    Wire wire = new Wire();
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      String name = "h" + random.nextInt(40) + ".example.com";
      wire.udp(STATION, 30000 + i, VENDOR, 53, query(name, 1));
    }
    assertThat(Registered.of(wire.bytes())).isEmpty();
    for (int i = 0; i < 60; i++) {
      String data = new BigInteger(150, random).toString(32);
      wire.udp(STATION, 40000 + i, VENDOR, 53, query(data + ".t.example.net", 10));
    }

    assertThat(Registered.of(wire.bytes()))
        .singleElement()
        .satisfies(s -> assertThat(s.tool()).isEqualTo(RemoteTool.DNS_TUNNEL))
        .satisfies(s -> assertThat(s.account()).isEqualTo("example.net"));
  }

  private static byte[] query(String name, int type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    for (String label : name.split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes(new byte[] {0, 0, (byte) type, 0, 1});
    return out.toByteArray();
  }

  @Test
  void randomBytesAreNoToolAndNeverThrow() {
    Random random = new Random(42);
    Wire wire = new Wire();
    int[] starts = {0x17241400, 0x03000013, 0x05010000, 0x01000000, 0x38112233, 0x16030100};
    for (int i = 0; i < 400; i++) {
      byte[] first = bytes(random, starts[random.nextInt(starts.length)]);
      byte[] second = bytes(random, starts[random.nextInt(starts.length)]);
      wire.connect(STATION, 20000 + i, VENDOR, 9000).ask(first).answer(second).ask(first).close();
      wire.udp(STATION, 20000 + i, VENDOR, 9000, first);
      wire.udp(VENDOR, 9000, STATION, 20000 + i, second);
    }
    assertThat(Registered.of(wire.bytes())).isEmpty();
  }

  private static byte[] bytes(Random random, int start) {
    byte[] made = new byte[4 + random.nextInt(200)];
    random.nextBytes(made);
    for (int i = 0; i < 4 && random.nextInt(8) > 0; i++) {
      made[i] = (byte) (start >>> 24 - 8 * i);
    }
    return made;
  }
}
