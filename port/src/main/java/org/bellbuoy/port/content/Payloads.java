package org.bellbuoy.port.content;

import java.util.function.Consumer;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;

/** Gives payloads of UDP to one, of TCP with the end of its conversations to another. */
final class Payloads implements ConversationListener {
  /** Looks at a payload; true to see more of the conversation. */
  interface Look {
    boolean at(
        Conversation conversation,
        Direction direction,
        byte[] buffer,
        int offset,
        int length,
        FrameMark mark);
  }

  private final Look datagrams;
  private final Look segments;
  private final Consumer<Conversation> closed;

  Payloads(Look datagrams, Look segments, Consumer<Conversation> closed) {
    this.datagrams = datagrams;
    this.segments = segments;
    this.closed = closed;
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    return switch (conversation.transport()) {
      case UDP -> datagrams.at(conversation, direction, buffer, offset, length, mark);
      case TCP -> segments.at(conversation, direction, buffer, offset, length, mark);
      case ICMP, IP, LINK -> false;
    };
  }

  @Override
  public void closed(Conversation conversation) {
    if (conversation.transport() == Transport.TCP) {
      closed.accept(conversation);
    }
  }
}
