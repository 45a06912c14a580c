package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;

/** A protocol over TCP: tells it by content and opens decoders, one for each connection. */
public interface StreamProtocol {
  /** Which protocol. */
  Protocol protocol();

  /** Server ports usual for it, in any order. Alone they decide nothing. */
  int[] usualPorts();

  /**
   * Whether the payload of one segment looks like messages of this protocol. Called for the first
   * segments of a connection that is not identified yet, at every boundary of segments, also in the
   * middle of a connection. Must be cheap, make no objects and never throw. More than one message
   * may be there, and the last may be cut by the end of the segment.
   *
   * @param length at least 1
   */
  Identity identify(byte[] buffer, int offset, int length);

  /** A decoder for one connection. */
  StreamDecoder open(Conversation conversation, DecodeContext context);
}
