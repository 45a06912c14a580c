package org.bellbuoy.port.stream;

import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.packet.Frames;

/** One TCP connection from 10.0.0.1:40000 to 10.0.0.2, written packet by packet; for tests. */
public final class Talk {
  private final Captures capture = Captures.pcap();
  private final int port;
  private long nanos = 1_700_000_000_000_000_000L;
  private int id = 1;

  /** A talk with that port of the server. */
  public Talk(int port) {
    this.port = port;
  }

  /** The opening: the client's first byte is number 1001, the server's 5001. */
  public Talk open() {
    segment(true, 1000, 0, 2, new byte[0]);
    segment(false, 5000, 1001, 18, new byte[0]);
    return segment(true, 1001, 5001, 16, new byte[0]);
  }

  /** Lets time pass. */
  public Talk later(long millis) {
    nanos += millis * 1_000_000;
    return this;
  }

  /** The client sends bytes that begin at a sequence number, acknowledging all before another. */
  public Talk ask(int sequence, int ack, byte[] payload) {
    return segment(true, sequence, ack, 24, payload);
  }

  /** The server sends. */
  public Talk answer(int sequence, int ack, byte[] payload) {
    return segment(false, sequence, ack, 24, payload);
  }

  /** Any segment. */
  public Talk segment(boolean fromClient, int sequence, int ack, int flags, byte[] payload) {
    byte[] tcp =
        fromClient
            ? Frames.tcp(40000, port, sequence, ack, flags, payload)
            : Frames.tcp(port, 40000, sequence, ack, flags, payload);
    byte[] ip =
        fromClient ? Frames.ipv4(1, 2, id++, 0, 6, tcp) : Frames.ipv4(2, 1, id++, 0, 6, tcp);
    capture.packet(nanos, Frames.ethernet(0x0800, ip));
    nanos += 20_000_000;
    return this;
  }

  /** The capture. */
  public byte[] bytes() {
    return capture.bytes();
  }
}
