package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;

/** A protocol over UDP: tells it by content and opens decoders, one for each pair of endpoints. */
public interface DatagramProtocol {
  /** Which protocol. */
  Protocol protocol();

  /** Ports usual for it, in any order. Alone they decide nothing. */
  int[] usualPorts();

  /** Whether one datagram looks like this protocol; see {@link StreamProtocol#identify}. */
  Identity identify(byte[] buffer, int offset, int length);

  /** A decoder for the datagrams between two endpoints. */
  DatagramDecoder open(Conversation conversation, DecodeContext context);
}
