package org.bellbuoy.port.policy;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;

/** What of a conversation policies are about. */
public final class Traffic {
  private static final long GROUP_BIT = 1L << 40;

  private Traffic() {}

  /**
   * Whether it goes between two: what is sent to many, and what speaks no known protocol below IP,
   * no conduit is about.
   */
  public static boolean betweenTwo(Conversation conversation) {
    return one(conversation.client())
        && one(conversation.server())
        && (conversation.transport() != Transport.LINK
            || conversation.protocol() != Protocol.UNKNOWN);
  }

  private static boolean one(Endpoint endpoint) {
    boolean group = endpoint.mac() != Endpoint.NO_MAC && (endpoint.mac() & GROUP_BIT) != 0;
    boolean silent = endpoint.address().equals(IpAddress.NONE) && endpoint.mac() == Endpoint.NO_MAC;
    return !group && !silent && !Addresses.isToMany(endpoint.address());
  }

  /** Whether it is only guessed who opened it, so that both ways are asked. */
  public static boolean eitherWay(Conversation conversation) {
    return switch (conversation.orientation()) {
      case HANDSHAKE, CONTENT -> false;
      case PORTS -> conversation.transport() != Transport.TCP;
      case FIRST_PACKET -> true;
    };
  }

  /** What is spoken: by content where that is known, else by transport and the server's port. */
  public static Service service(Conversation conversation) {
    if (conversation.protocol() != Protocol.UNKNOWN) {
      return Service.of(conversation.protocol());
    }
    int port = conversation.server().port();
    return Service.of(conversation.transport(), port > 0 ? port : -1);
  }
}
