package org.bellbuoy.port.policy;

import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/** Kinds of addresses (RFC 6890 and the IANA special-purpose registries), and reading them. */
public final class Addresses {
  private Addresses() {}

  /** Reads an address; null when the text is none. Never asks a name server. */
  static @Nullable IpAddress parse(String text) {
    return text.indexOf(':') >= 0 ? parse6(text) : parse4(text);
  }

  private static @Nullable IpAddress parse4(String text) {
    try {
      return IpAddress.parseIpv4(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable IpAddress parse6(String text) {
    int gap = text.indexOf("::");
    String[] head = split(gap < 0 ? text : text.substring(0, gap));
    String[] tail = split(gap < 0 ? "" : text.substring(gap + 2));
    int given = head.length + tail.length;
    if (gap < 0 ? given != 8 : given > 7) {
      return null;
    }
    long[] halves = new long[2];
    if (!fill(halves, head, 0) || !fill(halves, tail, 8 - tail.length)) {
      return null;
    }
    return new IpAddress(halves[0], halves[1]);
  }

  private static String[] split(String groups) {
    return groups.isEmpty() ? new String[0] : groups.split(":", -1);
  }

  private static boolean fill(long[] halves, String[] groups, int at) {
    for (int i = 0; i < groups.length; i++) {
      if (!groups[i].matches("[0-9a-fA-F]{1,4}")) {
        return false;
      }
      int index = at + i;
      halves[index / 4] |= Long.parseLong(groups[i], 16) << 16 * (3 - index % 4);
    }
    return true;
  }

  /** Whether packets to it go to many: multicast, broadcast to all. */
  public static boolean isToMany(IpAddress address) {
    if (address.isIpv4()) {
      int value = address.asIpv4();
      return value >>> 28 == 14 || value == -1;
    }
    return address.high() >>> 56 == 0xff;
  }

  /** Whether it is routed on the internet: unicast and in no range kept for other uses. */
  public static boolean isPublic(IpAddress address) {
    return address.isIpv4()
        ? public4(address.asIpv4())
        : address.high() >>> 61 == 1 && !documents(address);
  }

  private static boolean documents(IpAddress address) {
    return address.high() >>> 32 == 0x2001_0db8L;
  }

  private static boolean public4(int a) {
    int first = a >>> 24;
    int second = a >>> 16 & 255;
    int third = a >>> 8 & 255;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }
}
