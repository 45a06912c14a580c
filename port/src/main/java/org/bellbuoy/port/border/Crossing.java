package org.bellbuoy.port.border;

import java.util.TreeSet;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.detect.PortTrace;

/** All conversations between one inside host and one remote party that one of them opened. */
final class Crossing {
  private static final int MOST_SERVICES = 12;

  final IpAddress host;
  final IpAddress party;
  final TreeSet<String> services = new TreeSet<>();
  PortTrace trace;
  long firstNanos;
  long lastNanos;
  long conversations;
  long answered;
  long bytesOut;
  long bytesIn;

  Crossing(IpAddress host, IpAddress party, Conversation conversation) {
    this.host = host;
    this.party = party;
    this.trace =
        new PortTrace(
            conversation.firstSource(),
            conversation.firstNanos(),
            conversation.firstOffset(),
            conversation.firstLength(),
            conversation.firstFrame(),
            "");
    this.firstNanos = conversation.firstNanos();
    this.lastNanos = conversation.lastNanos();
  }

  void add(Conversation conversation, boolean outward) {
    conversations++;
    answered += isAnswered(conversation) ? 1 : 0;
    Direction out = outward ? Direction.TO_SERVER : Direction.TO_CLIENT;
    bytesOut += conversation.payloadBytes(out);
    bytesIn += conversation.payloadBytes(out.opposite());
    lastNanos = Math.max(lastNanos, conversation.lastNanos());
    if (services.size() < MOST_SERVICES) {
      services.add(service(conversation));
    }
  }

  static String service(Conversation conversation) {
    Transport transport = conversation.transport();
    String protocol =
        conversation.protocol() == Protocol.UNKNOWN ? "" : " " + conversation.protocol().word();
    return switch (transport) {
      case TCP -> "tcp/" + conversation.server().port() + protocol;
      case UDP -> "udp/" + conversation.server().port() + protocol;
      case ICMP -> "icmp";
      case IP -> "ip" + protocol;
      case LINK -> "link" + protocol;
    };
  }

  /** Whether the other side answered with more than a refusal. */
  static boolean isAnswered(Conversation conversation) {
    boolean back = conversation.packets(Direction.TO_CLIENT) > 0;
    return switch (conversation.state()) {
      case ATTEMPTED, REJECTED -> false;
      // Data that goes on means that somebody acknowledges it, be it on another way.
      case MIDSTREAM -> back || conversation.payloadBytes(Direction.TO_SERVER) > 0;
      case ESTABLISHED, CLOSED, RESET, DATAGRAMS -> back;
    };
  }
}
