package org.bellbuoy.port.inventory;

import java.util.Locale;
import org.bellbuoy.port.conversation.Protocol;

/**
 * How directly a fact was told. An order, no probability: nothing of it is authenticated, and a
 * device that lies does so in messages of any kind.
 */
public enum Confidence {
  /** Concluded from something else: a hardware address's prefix, one act, another's word. */
  LOW,
  /** Told in passing, in texts that anybody may set: banners, names, certificates, DHCP. */
  MEDIUM,
  /** Told by the device in a message made to identify it, or seen many times over. */
  HIGH;

  /** The word that stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a fact that this protocol told. */
  static Confidence of(Protocol protocol) {
    return switch (protocol) {
      case DHCP, MDNS, LLMNR, NBNS, SSDP, WS_DISCOVERY, HTTP, RTSP, FTP, SSH -> MEDIUM;
      // What a client asks for, or an unchecked certificate says.
      case TLS, UNKNOWN -> LOW;
      default -> HIGH;
    };
  }
}
