package org.bellbuoy.port.zeek;

import java.util.Locale;
import java.util.Map;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.zeek.LogRecord.Connection;

/**
 * A connection of a log as a conversation. Its place is that of the line; what logs do not tell,
 * such as hardware addresses and holes, it does not have. Of packets it says only whether there was
 * any. What is spoken is the sensor's word. Immutable.
 */
public final class LoggedConversation implements Conversation {
  /** Words of Zeek's service and Suricata's app_proto that are not this project's own. */
  private static final Map<String, Protocol> WORDS =
      Map.ofEntries(
          Map.entry("rfb", Protocol.VNC),
          Map.entry("ssl", Protocol.TLS),
          Map.entry("ipsec", Protocol.IKE),
          Map.entry("ikev2", Protocol.IKE),
          Map.entry("dnp3_tcp", Protocol.DNP3),
          Map.entry("dnp3_udp", Protocol.DNP3),
          Map.entry("enip_tcp", Protocol.ENIP),
          Map.entry("enip_udp", Protocol.ENIP),
          Map.entry("ftp-data", Protocol.FTP),
          Map.entry("krb_tcp", Protocol.UNKNOWN));

  private final Connection line;
  private final Endpoint client;
  private final Endpoint server;
  private final Transport transport;
  private final Protocol protocol;

  /** The conversation of a line. */
  public LoggedConversation(Connection line) {
    this.line = line;
    this.client = end(line.ends().client(), line.ends().clientPort());
    this.server = end(line.ends().server(), line.ends().serverPort());
    this.transport =
        switch (line.transport()) {
          case "tcp" -> Transport.TCP;
          case "udp" -> Transport.UDP;
          case "icmp", "ipv6-icmp" -> Transport.ICMP;
          default -> Transport.IP;
        };
    this.protocol = protocol(line.service());
  }

  private static Endpoint end(IpAddress address, int port) {
    return new Endpoint(address, port, Endpoint.NO_MAC);
  }

  /** The first word that is known; Zeek joins several with commas, Spicy puts a prefix before. */
  static Protocol protocol(String service) {
    for (String part : service.toLowerCase(Locale.ROOT).split(",")) {
      String word = part.startsWith("spicy_") ? part.substring(6) : part;
      Protocol known = WORDS.get(word);
      if (known != null && known != Protocol.UNKNOWN) {
        return known;
      }
      for (Protocol protocol : Protocol.values()) {
        if (protocol != Protocol.UNKNOWN
            && (word.equals(protocol.word()) || word.startsWith(protocol.word() + "_"))) {
          return protocol;
        }
      }
    }
    return Protocol.UNKNOWN;
  }

  /** Time and place of the line. */
  public PortTrace trace() {
    return line.trace();
  }

  @Override
  public Transport transport() {
    return transport;
  }

  @Override
  public Endpoint client() {
    return client;
  }

  @Override
  public Endpoint server() {
    return server;
  }

  @Override
  public Orientation orientation() {
    return line.state() == ConnectionState.MIDSTREAM
        ? Orientation.FIRST_PACKET
        : Orientation.HANDSHAKE;
  }

  @Override
  public ConnectionState state() {
    return line.state();
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public long firstNanos() {
    return line.trace().epochNanos();
  }

  @Override
  public long lastNanos() {
    return firstNanos() + Math.max(0, line.durationNanos());
  }

  @Override
  public int firstSource() {
    return line.trace().source();
  }

  @Override
  public long firstFrame() {
    return line.trace().frame();
  }

  @Override
  public long firstOffset() {
    return line.trace().offset();
  }

  @Override
  public int firstLength() {
    return line.trace().length();
  }

  @Override
  public int vlan() {
    return -1;
  }

  @Override
  public long packets(Direction direction) {
    return direction == Direction.TO_SERVER || line.answered() ? 1 : 0;
  }

  /**
   * Payload where the log tells it, else bytes of IP packets; of those that opened nothing, none.
   */
  @Override
  public long payloadBytes(Direction direction) {
    boolean out = direction == Direction.TO_SERVER;
    long payload = out ? line.clientBytes() : line.serverBytes();
    boolean inVain =
        line.state() == ConnectionState.ATTEMPTED || line.state() == ConnectionState.REJECTED;
    if (payload < 0 && inVain) {
      return 0;
    }
    return Math.max(0, payload >= 0 ? payload : out ? line.clientIpBytes() : line.serverIpBytes());
  }

  @Override
  public long missingBytes(Direction direction) {
    return 0;
  }

  @Override
  public long gaps(Direction direction) {
    return 0;
  }

  @Override
  public long retransmissions(Direction direction) {
    return 0;
  }

  @Override
  public long outOfOrder(Direction direction) {
    return 0;
  }

  @Override
  public long skippedBytes(Direction direction) {
    return 0;
  }
}
