package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;

/** Sees conversations begin and end. Not thread safe. */
public interface ConversationListener {
  /** The first packet of a conversation has come; little is known of it yet. */
  default void opened(Conversation conversation) {}

  /** Its protocol is now known. */
  default void identified(Conversation conversation) {}

  /**
   * Payload as it came: of TCP the next bytes in order, without retransmissions, mostly one
   * segment; of UDP one datagram; of others over IP what follows their header. Comes for every
   * conversation, also where no decoder claims it, after {@link #identified} where the same bytes
   * identify it. Holes are not told here. Must be cheap and never throw.
   *
   * @param buffer valid during the call only
   * @param length at least 1
   * @param mark the packet that brought the last of these bytes; reused
   * @return whether to be shown more of this conversation. Who shares the reading with others may
   *     be called again all the same
   */
  default boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    return false;
  }

  /** It has ended, was forgotten for its age, or the capture has ended. Each comes here once. */
  default void closed(Conversation conversation) {}
}
