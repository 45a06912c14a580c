package org.bellbuoy.port.stream;

import java.util.HexFormat;
import org.bellbuoy.port.capture.Captures;
import org.bellbuoy.port.packet.Frames;

/** Datagrams between 10.0.0.1 and 10.0.0.2, written one by one; for tests. */
public final class Datagrams {
  private final Captures capture = Captures.pcap();
  private final int firstPort;
  private final int secondPort;
  private long nanos = 1_700_000_000_000_000_000L;
  private int id = 1;

  /** Between those ports. */
  public Datagrams(int firstPort, int secondPort) {
    this.firstPort = firstPort;
    this.secondPort = secondPort;
  }

  /** 10.0.0.1 sends; the payload as hexadecimal digits, blanks allowed. */
  public Datagrams ask(String hex) {
    return send(true, bytes(hex));
  }

  /** 10.0.0.2 sends. */
  public Datagrams answer(String hex) {
    return send(false, bytes(hex));
  }

  /** One of them sends bytes. */
  public Datagrams send(boolean fromFirst, byte[] payload) {
    byte[] udp =
        fromFirst
            ? Frames.udp(firstPort, secondPort, payload)
            : Frames.udp(secondPort, firstPort, payload);
    byte[] ip =
        fromFirst ? Frames.ipv4(1, 2, id++, 0, 17, udp) : Frames.ipv4(2, 1, id++, 0, 17, udp);
    capture.packet(nanos, Frames.ethernet(0x0800, ip));
    nanos += 20_000_000;
    return this;
  }

  /** The capture. */
  public byte[] bytes() {
    return capture.bytes();
  }

  /** Bytes from hexadecimal digits with blanks between. */
  public static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
