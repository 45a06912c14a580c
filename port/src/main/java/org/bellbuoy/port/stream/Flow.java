package org.bellbuoy.port.stream;

import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.packet.PacketView;
import org.jspecify.annotations.Nullable;

/** A conversation while it lasts. Side 0 is who sent the first packet, side 1 the other. */
final class Flow implements Conversation {
  final int hash;
  final Transport transport;
  final Endpoint first;
  final Endpoint second;
  final long firstHigh;
  final long firstLow;
  final long secondHigh;
  final long secondLow;
  final int firstPort;
  final int secondPort;
  final int ipProtocol;
  final int etherType;
  final long[] packets = new long[2];
  final long[] payloadBytes = new long[2];
  final long[] missingBytes = new long[2];
  final long[] gaps = new long[2];
  final long[] retransmissions = new long[2];
  final long[] outOfOrder = new long[2];
  final long[] skippedBytes = new long[2];
  private final int vlan;
  private final long firstNanos;
  private final int firstSource;
  private final long firstFrame;
  private final long firstOffset;
  private final int firstLength;

  boolean firstIsClient;
  Orientation orientation;
  ConnectionState state;
  Protocol protocol = Protocol.UNKNOWN;
  long lastNanos;
  boolean over;
  boolean told;

  /** Whether the listener has said that it wants no more of the payload. */
  boolean unwatched;

  // Of the table: the list by last use.
  @Nullable Flow older;
  @Nullable Flow newer;

  // Of TCP, of datagrams, and of what is not identified yet.
  final @Nullable Half @Nullable [] halves;
  @Nullable StreamFeed feed;
  @Nullable DatagramFeed datagrams;

  Flow(int hash, Transport transport, PacketView view, FrameMark mark) {
    this.hash = hash;
    this.transport = transport;
    boolean link = transport == Transport.LINK;
    boolean ports = transport == Transport.TCP || transport == Transport.UDP;
    this.first =
        new Endpoint(
            link ? IpAddress.NONE : new IpAddress(view.sourceHigh(), view.sourceLow()),
            ports ? view.sourcePort() : 0,
            view.sourceMac());
    this.second =
        new Endpoint(
            link ? IpAddress.NONE : new IpAddress(view.destinationHigh(), view.destinationLow()),
            ports ? view.destinationPort() : 0,
            view.destinationMac());
    this.firstHigh = first.address().high();
    this.firstLow = first.address().low();
    this.secondHigh = second.address().high();
    this.secondLow = second.address().low();
    this.firstPort = first.port();
    this.secondPort = second.port();
    this.ipProtocol = view.ipProtocol();
    this.etherType = view.etherType();
    this.vlan = view.vlan();
    this.firstNanos = mark.epochNanos();
    this.lastNanos = firstNanos;
    this.firstSource = mark.source();
    this.firstFrame = mark.frame();
    this.firstOffset = mark.offset();
    this.firstLength = mark.length();
    this.halves = transport == Transport.TCP ? new @Nullable Half[2] : null;
    this.state = transport == Transport.TCP ? ConnectionState.MIDSTREAM : ConnectionState.DATAGRAMS;
    this.protocol = byIpProtocol(transport, ipProtocol);
    this.firstIsClient = true;
    this.orientation = Orientation.FIRST_PACKET;
    if (ports) {
      orientByPorts(view.sourcePort(), view.destinationPort());
    }
  }

  /** What the IP header itself says; what TCP and UDP carry is told by content. */
  private static Protocol byIpProtocol(Transport transport, int ipProtocol) {
    return switch (transport) {
      case ICMP -> Protocol.ICMP;
      case IP ->
          switch (ipProtocol) {
            case 2 -> Protocol.IGMP;
            case 50 -> Protocol.ESP;
            default -> Protocol.UNKNOWN;
          };
      case TCP, UDP, LINK -> Protocol.UNKNOWN;
    };
  }

  /** The lower port is the server's, where one of them is below those given out at random. */
  private void orientByPorts(int source, int destination) {
    if (source != destination && Math.min(source, destination) < 32768) {
      firstIsClient = destination < source;
      orientation = Orientation.PORTS;
    }
  }

  /** Whether the first side is the client is now known better, unless it was known better yet. */
  void orient(boolean firstIsClient, Orientation by) {
    if (by.compareTo(orientation) <= 0) {
      this.firstIsClient = firstIsClient;
      orientation = by;
    }
  }

  Direction direction(int side) {
    return (side == 0) == firstIsClient ? Direction.TO_SERVER : Direction.TO_CLIENT;
  }

  private int side(Direction direction) {
    return (direction == Direction.TO_SERVER) == firstIsClient ? 0 : 1;
  }

  /** Shows payload to the listener as long as it wants any. */
  void show(
      ConversationListener listener,
      int side,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    if (!unwatched && length > 0) {
      unwatched = !listener.payload(this, direction(side), buffer, offset, length, mark);
    }
  }

  Half half(int side) {
    @Nullable Half[] both = halves;
    if (both == null) {
      throw new IllegalStateException("only TCP has halves");
    }
    Half half = both[side];
    if (half == null) {
      half = new Half();
      both[side] = half;
    }
    return half;
  }

  @Override
  public Transport transport() {
    return transport;
  }

  @Override
  public Endpoint client() {
    return firstIsClient ? first : second;
  }

  @Override
  public Endpoint server() {
    return firstIsClient ? second : first;
  }

  @Override
  public Orientation orientation() {
    return orientation;
  }

  @Override
  public ConnectionState state() {
    return state;
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public long firstNanos() {
    return firstNanos;
  }

  @Override
  public long lastNanos() {
    return lastNanos;
  }

  @Override
  public int firstSource() {
    return firstSource;
  }

  @Override
  public long firstFrame() {
    return firstFrame;
  }

  @Override
  public long firstOffset() {
    return firstOffset;
  }

  @Override
  public int firstLength() {
    return firstLength;
  }

  @Override
  public int vlan() {
    return vlan;
  }

  @Override
  public long packets(Direction direction) {
    return packets[side(direction)];
  }

  @Override
  public long payloadBytes(Direction direction) {
    return payloadBytes[side(direction)];
  }

  @Override
  public long missingBytes(Direction direction) {
    return missingBytes[side(direction)];
  }

  @Override
  public long gaps(Direction direction) {
    return gaps[side(direction)];
  }

  @Override
  public long retransmissions(Direction direction) {
    return retransmissions[side(direction)];
  }

  @Override
  public long outOfOrder(Direction direction) {
    return outOfOrder[side(direction)];
  }

  @Override
  public long skippedBytes(Direction direction) {
    return skippedBytes[side(direction)];
  }

  @Override
  public String toString() {
    return transport + " " + client() + " > " + server();
  }
}
