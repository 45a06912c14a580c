package org.bellbuoy.port.watch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.packet.Frames;

/**
 * A network of hosts 10.0.0.x that speak Modbus, written packet by packet; for tests. What is said
 * at different times may be given in any order.
 */
public final class Wire {
  private static final long START_NANOS = 1_700_000_000_000_000_000L;

  private record Sent(long nanos, int order, byte[] frame) {}

  private record Exchange(long millis, int client, int server, byte[] ask, byte[] answer) {}

  /** One TCP connection. */
  private static final class Line {
    final int client;
    final int server;
    final int port;
    int clientSequence = 1001;
    int serverSequence = 5001;
    int transaction;

    Line(int client, int server, int port) {
      this.client = client;
      this.server = server;
      this.port = port;
    }
  }

  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, Line> lines = new HashMap<>();
  private int nextPort = 40_000;
  private int id = 1;

  /** A wire on which nothing was said. */
  public Wire() {}

  /** The client asks the server to write one register at that moment, and it does. */
  public Wire write(long millis, int client, int server, int address, int value) {
    byte[] pdu = pdu(6, address, value);
    return exchange(millis, client, server, pdu, pdu);
  }

  /** The client reads one register. */
  public Wire read(long millis, int client, int server, int address) {
    return exchange(millis, client, server, pdu(3, address, 1), new byte[] {3, 2, 0, 7});
  }

  /** The client asks for something and is refused with exception 2. */
  public Wire refused(long millis, int client, int server, int function, int address) {
    return exchange(
        millis,
        client,
        server,
        pdu(function, address, 1),
        new byte[] {(byte) (function | 0x80), 2});
  }

  /** The client restarts the server's communications (function 8, subfunction 1). */
  public Wire restart(long millis, int client, int server) {
    byte[] pdu = pdu(8, 1, 0);
    return exchange(millis, client, server, pdu, pdu);
  }

  /** A connection that nobody answers. */
  public Wire tries(long millis, int client, int server, int port) {
    frame(millis * 1_000_000, client, server, Frames.tcp(nextPort++, port, 1, 0, 2, new byte[0]));
    return this;
  }

  private Wire exchange(long millis, int client, int server, byte[] ask, byte[] answer) {
    exchanges.add(new Exchange(millis, client, server, ask, answer));
    return this;
  }

  /** Sequence numbers follow the order of time, so frames are made at the end. */
  private void send(Exchange exchange) {
    int client = exchange.client();
    int server = exchange.server();
    byte[] ask = exchange.ask();
    byte[] answer = exchange.answer();
    Line line = lines.get(client + ">" + server);
    long at = exchange.millis() * 1_000_000;
    if (line == null) {
      line = new Line(client, server, nextPort++);
      lines.put(client + ">" + server, line);
      frame(at - 3000, client, server, Frames.tcp(line.port, 502, 1000, 0, 2, new byte[0]));
      frame(at - 2000, server, client, Frames.tcp(502, line.port, 5000, 1001, 18, new byte[0]));
      frame(at - 1000, client, server, Frames.tcp(line.port, 502, 1001, 5001, 16, new byte[0]));
    }
    line.transaction++;
    byte[] request = adu(line.transaction, ask);
    byte[] response = adu(line.transaction, answer);
    frame(
        at,
        line.client,
        line.server,
        Frames.tcp(line.port, 502, line.clientSequence, line.serverSequence, 24, request));
    line.clientSequence += request.length;
    frame(
        at + 400_000,
        line.server,
        line.client,
        Frames.tcp(502, line.port, line.serverSequence, line.clientSequence, 24, response));
    line.serverSequence += response.length;
  }

  private void frame(long nanos, int from, int to, byte[] tcp) {
    byte[] ip = Frames.ipv4(from, to, id++ & 0xffff, 0, 6, tcp);
    sent.add(new Sent(START_NANOS + nanos, sent.size(), Frames.ethernet(0x0800, ip)));
  }

  private static byte[] pdu(int function, int address, int value) {
    return ByteBuffer.allocate(5)
        .put((byte) function)
        .putShort((short) address)
        .putShort((short) value)
        .array();
  }

  private static byte[] adu(int transaction, byte[] pdu) {
    return ByteBuffer.allocate(7 + pdu.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (1 + pdu.length))
        .put((byte) 1)
        .put(pdu)
        .array();
  }

  /** The capture, in order of time. */
  public byte[] bytes() {
    Captures capture = Captures.pcap();
    exchanges.stream().sorted(Comparator.comparingLong(Exchange::millis)).forEach(this::send);
    exchanges.clear();
    sent.stream()
        .sorted(Comparator.comparingLong(Sent::nanos).thenComparingInt(Sent::order))
        .forEach(one -> capture.packet(one.nanos(), one.frame()));
    return capture.bytes();
  }
}
