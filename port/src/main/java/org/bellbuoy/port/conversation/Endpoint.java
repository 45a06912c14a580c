package org.bellbuoy.port.conversation;

import java.util.Locale;

/**
 * One end of a conversation. Made once for each conversation, not for each packet.
 *
 * @param address IP address, {@link IpAddress#NONE} where only layer 2 speaks
 * @param port TCP or UDP port, 0 where there is none
 * @param mac hardware address of the frames that came from or went to it when the conversation was
 *     first seen, {@link #NO_MAC} where the link has none. Behind a router it is the router's.
 */
public record Endpoint(IpAddress address, int port, long mac) {
  /** The link tells no hardware address. */
  public static final long NO_MAC = -1;

  /** Address and port, or the hardware address where there is no IP address. */
  @Override
  public String toString() {
    if (address.equals(IpAddress.NONE)) {
      return macText(mac);
    }
    String host = address.isIpv4() || port == 0 ? address.toString() : "[" + address + "]";
    return port == 0 ? host : host + ":" + port;
  }

  /** A hardware address as {@code 00:0e:8c:ef:75:c5}; empty for {@link #NO_MAC}. */
  public static String macText(long mac) {
    if (mac == NO_MAC) {
      return "";
    }
    String hex = String.format(Locale.ROOT, "%012x", mac & 0xffff_ffff_ffffL);
    StringBuilder text = new StringBuilder(17);
    for (int i = 0; i < 12; i += 2) {
      text.append(i == 0 ? "" : ":").append(hex, i, i + 2);
    }
    return text.toString();
  }
}
