package org.bellbuoy.port.conversation;

/**
 * One conversation: the packets between two endpoints over one transport. A live view whose numbers
 * grow while packets come; it stays readable after the end. Counts are the capture's health for
 * this conversation: what was lost shows here. Not thread safe.
 */
public interface Conversation {
  /** What carries it. */
  Transport transport();

  /** Who opened it; see {@link #orientation} for how that is known. */
  Endpoint client();

  /** Who was spoken to. */
  Endpoint server();

  /** How client and server were told apart. */
  Orientation orientation();

  /** How far it came. */
  ConnectionState state();

  /** What is spoken, told by content; {@link Protocol#UNKNOWN} as long as that is not known. */
  Protocol protocol();

  /** Time of the first packet, nanoseconds since 1970. */
  long firstNanos();

  /** Time of the latest packet so far. */
  long lastNanos();

  /** Source index of the first packet. */
  int firstSource();

  /** Frame number of the first packet. */
  long firstFrame();

  /** Offset of the first packet in its source. */
  long firstOffset();

  /** Bytes of the first packet's record in its source, 0 where that is not known. */
  int firstLength();

  /** Outermost VLAN of the first packet, −1 where it had none. */
  int vlan();

  /** Packets that way. */
  long packets(Direction direction);

  /** Payload bytes that way, without retransmissions. */
  long payloadBytes(Direction direction);

  /** Payload bytes that were sent but are not in the capture, as far as sequence numbers tell. */
  long missingBytes(Direction direction);

  /** Holes in the stream that way. */
  long gaps(Direction direction);

  /** Packets that brought nothing new. */
  long retransmissions(Direction direction);

  /** Packets that came before their turn. */
  long outOfOrder(Direction direction);

  /** Bytes passed over by a decoder to find the next message. */
  long skippedBytes(Direction direction);

  /** Who sends that way. */
  default Endpoint source(Direction direction) {
    return direction == Direction.TO_SERVER ? client() : server();
  }

  /** Who receives that way. */
  default Endpoint destination(Direction direction) {
    return direction == Direction.TO_SERVER ? server() : client();
  }

  /** Whether only one side was captured although both must have spoken. */
  default boolean oneSided() {
    return (packets(Direction.TO_SERVER) == 0) != (packets(Direction.TO_CLIENT) == 0)
        && state() != ConnectionState.ATTEMPTED
        && state() != ConnectionState.DATAGRAMS;
  }
}
