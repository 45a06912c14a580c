package org.bellbuoy.port.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * One TCP connection (RFC 9293) with both sides. Each call gives the moment at which it is done;
 * acknowledgments ride on answers, or go alone when {@link #settle} is called.
 */
final class Tcp {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int PSH = 8;
  static final int ACK = 16;

  private static final int LONGEST_SEGMENT = 1460;
  private static final long REPEAT_LEAST_NANOS = 200_000_000;
  private static final long REPEAT_MOST_NANOS = 320_000_000;

  private final Stage stage;
  private final Chance chance;
  final Host client;
  final Host server;
  private final int clientPort;
  private final int serverPort;
  private final Mark plain;
  private final long latency;
  private final long[] next = new long[2];
  private boolean clientOwesAck;
  private boolean serverOwesAck;

  /** Whether what the client sends does not pass by the mirror port. */
  boolean clientUnseen;

  /** What each segment with data from the server shows; empty for nothing of its own. */
  String serverShows = "";

  Tcp(Stage stage, Host client, Host server, int serverPort, Mark plain) {
    this.stage = stage;
    this.client = client;
    this.server = server;
    this.clientPort = client.nextPort();
    this.serverPort = serverPort;
    this.plain = plain;
    this.chance =
        Chance.of(
            stage.scenario.seed(), client.address() + clientPort + server.address() + serverPort);
    boolean far = client.zone.equals(Terminal.OUTSIDE) || server.zone.equals(Terminal.OUTSIDE);
    this.latency = far ? 18_000_000 : 250_000;
    next[0] = chance.nanos(1, 0xffff_ffffL);
    next[1] = chance.nanos(1, 0xffff_ffffL);
  }

  long open(long nanos) {
    return open(nanos, plain);
  }

  /** The handshake; the first frame shows something. */
  long open(long nanos, Mark mark) {
    segment(nanos, true, SYN, new byte[0], mark);
    next[0]++;
    long at = nanos + travel(1);
    segment(at, false, SYN | ACK, new byte[0], plain);
    next[1]++;
    at += travel(1);
    segment(at, true, ACK, new byte[0], plain);
    return at + travel(0.1);
  }

  /** A connection that is asked for, granted, and broken off at once. */
  long probe(long nanos, Mark mark) {
    segment(nanos, true, SYN, new byte[0], mark);
    next[0]++;
    long at = nanos + travel(1);
    segment(at, false, SYN | ACK, new byte[0], plain);
    next[1]++;
    at += travel(1);
    segment(at, true, RST, new byte[0], plain);
    return at + travel(1);
  }

  /** A connection that is asked for and refused. */
  long refused(long nanos, Mark mark) {
    segment(nanos, true, SYN, new byte[0], mark);
    next[0]++;
    next[1] = 0;
    long at = nanos + travel(1);
    segment(at, false, RST | ACK, new byte[0], plain);
    return at + travel(1);
  }

  /** A connection that is asked for and never answered. */
  long unanswered(long nanos, Mark mark) {
    segment(nanos, true, SYN, new byte[0], mark);
    return nanos + travel(2);
  }

  long send(long nanos, boolean byClient, byte[] data) {
    return send(nanos, byClient, data, plain);
  }

  /** Data in as many segments as it takes; what it shows is shown by the last. */
  long send(long nanos, boolean byClient, byte[] data, Mark mark) {
    long at = nanos;
    for (int from = 0; from < data.length; from += LONGEST_SEGMENT) {
      int to = Math.min(data.length, from + LONGEST_SEGMENT);
      boolean last = to == data.length;
      byte[] part = Arrays.copyOfRange(data, from, to);
      boolean shown = !byClient && !serverShows.isEmpty();
      Mark own = shown ? Mark.shows(plain.act(), server, client, serverShows) : mark;
      segment(at, byClient, ACK | (last ? PSH : 0), part, last ? own : plain);
      if (chance.chance(stage.scenario.retransmitShare())) {
        // Its acknowledgment came too late: the same bytes again.
        stage.wire.repeated++;
        Mark again = new Mark(mark.act(), List.of(), "", "", "");
        long later = at + chance.nanos(REPEAT_LEAST_NANOS, REPEAT_MOST_NANOS);
        segment(later, byClient, ACK | PSH, part, again);
      }
      next[byClient ? 0 : 1] += part.length;
      at += travel(0.05);
    }
    if (byClient) {
      serverOwesAck = true;
      clientOwesAck = false;
    } else {
      clientOwesAck = true;
      serverOwesAck = false;
    }
    return at + travel(1);
  }

  /** Acknowledges what no answer has acknowledged. */
  long settle(long nanos) {
    if (clientOwesAck || serverOwesAck) {
      segment(nanos, clientOwesAck, ACK, new byte[0], plain);
      clientOwesAck = false;
      serverOwesAck = false;
    }
    return nanos + travel(0.2);
  }

  /** Both sides end it, the client first. */
  long close(long nanos) {
    segment(nanos, true, FIN | ACK, new byte[0], plain);
    next[0]++;
    long at = nanos + travel(1);
    segment(at, false, FIN | ACK, new byte[0], plain);
    next[1]++;
    at += travel(1);
    segment(at, true, ACK, new byte[0], plain);
    clientOwesAck = false;
    serverOwesAck = false;
    return at + travel(1);
  }

  private long travel(double latencies) {
    return 1000 + (long) (latency * latencies * (0.7 + 0.6 * chance.uniform()));
  }

  private void segment(long nanos, boolean byClient, int flags, byte[] data, Mark mark) {
    if (byClient && clientUnseen) {
      return;
    }
    Host from = byClient ? client : server;
    Host to = byClient ? server : client;
    int fromPort = byClient ? clientPort : serverPort;
    int toPort = byClient ? serverPort : clientPort;
    int side = byClient ? 0 : 1;
    stage.wire.send(
        nanos,
        stage.frames.tcp(from, to, fromPort, toPort, next[side], next[1 - side], flags, data),
        mark);
  }
}
