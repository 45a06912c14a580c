package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Conversation;

/** Sees conversations begin and end. Not thread safe. */
public interface ConversationListener {
  /** The first packet of a conversation has come; little is known of it yet. */
  default void opened(Conversation conversation) {}

  /** Its protocol is now known. */
  default void identified(Conversation conversation) {}

  /** It has ended, was forgotten for its age, or the capture has ended. Each comes here once. */
  default void closed(Conversation conversation) {}
}
