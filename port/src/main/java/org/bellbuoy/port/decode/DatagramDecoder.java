package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;

/**
 * Decodes the datagrams between two endpoints. Never throws for what they hold. Not thread safe.
 */
public interface DatagramDecoder {
  /**
   * Reads one datagram.
   *
   * @param buffer valid during the call only
   * @param missingBytes bytes of the datagram that the capture cut off
   * @param mark its packet; reused
   * @return whether it was one of this protocol. After several that were not, the conversation is
   *     identified anew.
   */
  boolean datagram(
      Direction direction, byte[] buffer, int offset, int length, int missingBytes, FrameMark mark);

  /** The conversation is forgotten: requests that wait are told as unanswered. */
  void close();
}
