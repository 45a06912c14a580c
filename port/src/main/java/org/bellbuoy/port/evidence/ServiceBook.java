package org.bellbuoy.port.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;

/**
 * Which hosts send their log away by syslog (RFC 5424, 6: a message begins with its priority in
 * angle brackets) and which are answered by an NTP server (RFC 5905, 7.3: mode 4). Keeps 16,384
 * hosts of each, under 4 MB. Not thread safe.
 */
final class ServiceBook implements PortDetector, ConversationListener {
  private static final int MOST = 1 << 14;
  private static final int NTP_PORT = 123;
  private static final int NTP_BYTES = 48;

  private final Map<IpAddress, PortTrace> syslog = new LinkedHashMap<>();
  private final Map<IpAddress, PortTrace> time = new LinkedHashMap<>();
  private long messages;
  private long answers;

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] b,
      int offset,
      int length,
      FrameMark mark) {
    boolean udp = conversation.transport() == Transport.UDP;
    if (!udp && conversation.transport() != Transport.TCP) {
      return false;
    }
    if (udp
        && conversation.source(direction).port() == NTP_PORT
        && length >= NTP_BYTES
        && (b[offset] & 7) == 4) {
      answers++;
      keep(time, conversation.destination(direction).address(), mark);
      return true;
    }
    boolean usual = conversation.server().port() == 514 || conversation.server().port() == 601;
    if (usual && direction == Direction.TO_SERVER && priority(b, offset, length)) {
      messages++;
      keep(syslog, conversation.client().address(), mark);
      return true;
    }
    return udp && (usual || conversation.server().port() == NTP_PORT);
  }

  private static boolean priority(byte[] b, int offset, int length) {
    int at = offset;
    int end = Math.min(offset + length, offset + 12);
    // Over TCP a count of bytes may stand before it (RFC 6587, 3.4.1).
    while (at < end && (b[at] >= '0' && b[at] <= '9' || b[at] == ' ')) {
      at++;
    }
    if (at >= end || b[at] != '<') {
      return false;
    }
    int digits = 0;
    for (at++; at < end && b[at] >= '0' && b[at] <= '9'; at++) {
      digits++;
    }
    return digits > 0 && digits <= 3 && at < end && b[at] == '>';
  }

  private static void keep(Map<IpAddress, PortTrace> map, IpAddress host, FrameMark mark) {
    if (map.size() < MOST && !map.containsKey(host)) {
      map.put(host, PortTrace.of(mark));
    }
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return List.of();
  }

  /** Hosts that sent syslog, with the first message. */
  Map<IpAddress, PortTrace> syslog() {
    return syslog;
  }

  /** Hosts that an NTP server answered, with the first answer. */
  Map<IpAddress, PortTrace> time() {
    return time;
  }

  long messages() {
    return messages;
  }

  long answers() {
    return answers;
  }
}
