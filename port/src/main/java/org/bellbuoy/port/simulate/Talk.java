package org.bellbuoy.port.simulate;

import java.nio.charset.StandardCharsets;

/** Conversations in lines of text, and in records that nobody can read. */
final class Talk {
  private Talk() {}

  /** The client says something. */
  static long turn(Tcp tcp, long nanos, String text) {
    return tcp.send(nanos, true, text.getBytes(StandardCharsets.US_ASCII)) + 2 * Stage.MILLI;
  }

  /** The client says something that shows what is done. */
  static long turn(Tcp tcp, long nanos, String text, Mark mark) {
    return tcp.send(nanos, true, text.getBytes(StandardCharsets.US_ASCII), mark) + 2 * Stage.MILLI;
  }

  /** The server says something. */
  static long answer(Tcp tcp, long nanos, String text) {
    return tcp.send(nanos, false, text.getBytes(StandardCharsets.US_ASCII)) + 2 * Stage.MILLI;
  }

  /** TLS from its beginning: hellos, then records of both sides with about those lengths. */
  static long tls(Tcp tcp, long nanos, String name, Chance chance, Mark mark, int... lengths) {
    long at = tcp.send(nanos, true, AppBytes.clientHello(name, chance), mark);
    at = tcp.send(at, false, AppBytes.serverHello(chance));
    boolean byClient = true;
    for (int length : lengths) {
      at = tcp.send(at, byClient, AppBytes.tlsData(length, chance));
      byClient = !byClient;
    }
    return tcp.settle(at);
  }
}
