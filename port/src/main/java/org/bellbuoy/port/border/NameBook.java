package org.bellbuoy.port.border;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.packet.DnsMessage;
import org.bellbuoy.port.packet.TlsHello;

/**
 * Names of remote parties: as DNS gave them, as TLS or HTTP asked for them. Keeps the first {@link
 * #MOST_NAMES} addresses. A name is what was asked for, not who answered.
 */
final class NameBook {
  static final int MOST_NAMES = 16_384;

  private final Map<IpAddress, String> names = new HashMap<>();

  /** Takes a datagram that may be an answer of DNS. */
  void datagram(byte[] b, int offset, int length) {
    DnsMessage answer = DnsMessage.answer(b, offset, length);
    for (IpAddress address : answer.addresses()) {
      put(address, answer.name());
    }
  }

  /** Takes the first bytes that a client sends to an address. */
  void opening(IpAddress server, byte[] b, int offset, int length) {
    String name = TlsHello.serverName(b, offset, length);
    put(server, name.isEmpty() ? httpHost(b, offset, length) : name);
  }

  void put(IpAddress address, String name) {
    if (!name.isEmpty() && (names.size() < MOST_NAMES || names.containsKey(address))) {
      names.put(address, name.toLowerCase(Locale.ROOT));
    }
  }

  /** The last name, empty where none was seen. */
  String of(IpAddress address) {
    return names.getOrDefault(address, "");
  }

  private static String httpHost(byte[] b, int offset, int length) {
    boolean letter = length > 16 && b[offset] >= 'A' && b[offset] <= 'Z';
    if (!letter) {
      return "";
    }
    String head = new String(b, offset, Math.min(length, 1024), StandardCharsets.ISO_8859_1);
    int line = head.indexOf(" HTTP/1.");
    int host = head.indexOf("\r\nHost: ");
    if (line < 0 || host < line) {
      return "";
    }
    int end = head.indexOf("\r\n", host + 8);
    String name = end < 0 ? "" : head.substring(host + 8, end);
    int port = name.lastIndexOf(':');
    return port > 0 ? name.substring(0, port) : name;
  }
}
