package org.bellbuoy.port.conversation;

/** How it is known who is client and who is server. */
public enum Orientation {
  /** The opening of the connection was seen. */
  HANDSHAKE,
  /** A decoder told requests from responses. */
  CONTENT,
  /** One side has a port that is usual for servers, or the lower port. */
  PORTS,
  /** The first packet seen came from whom is called the client. */
  FIRST_PACKET
}
