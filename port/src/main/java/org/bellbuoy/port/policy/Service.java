package org.bellbuoy.port.policy;

import java.util.Locale;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What may be spoken: a protocol, told by content, or a transport with the server's port.
 *
 * @param protocol null where transport and port tell
 * @param transport null where the protocol tells
 * @param port of the server, −1 for any
 */
public record Service(@Nullable Protocol protocol, @Nullable Transport transport, int port) {
  /** By content. */
  public static Service of(Protocol protocol) {
    return new Service(protocol, null, -1);
  }

  /** By transport and port. */
  public static Service of(Transport transport, int port) {
    return new Service(null, transport, port);
  }

  /** Whether what is spoken is this. */
  public boolean covers(Protocol spoken, Transport over, int serverPort) {
    return protocol != null
        ? protocol == spoken
        : transport == over && (port < 0 || port == serverPort);
  }

  /** Reads {@code modbus}, {@code tcp/445}, {@code icmp}. */
  static @Nullable Service parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    // Transports first: ICMP is known by its number, whatever is told of its content.
    for (Transport transport : Transport.values()) {
      String name = transport.name().toLowerCase(Locale.ROOT);
      if (word.equals(name)) {
        return of(transport, -1);
      }
      if (word.startsWith(name + "/") && word.substring(name.length() + 1).matches("[0-9]{1,5}")) {
        int port = Integer.parseInt(word.substring(name.length() + 1));
        return port <= 65_535 ? of(transport, port) : null;
      }
    }
    for (Protocol protocol : Protocol.values()) {
      if (protocol != Protocol.UNKNOWN && protocol.word().equals(word)) {
        return of(protocol);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    if (protocol != null) {
      return protocol.word();
    }
    String name = transport == null ? "" : transport.name().toLowerCase(Locale.ROOT);
    return port < 0 ? name : name + "/" + port;
  }
}
