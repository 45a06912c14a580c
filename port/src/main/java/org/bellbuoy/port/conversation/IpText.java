package org.bellbuoy.port.conversation;

import org.jspecify.annotations.Nullable;

/** Reads IP addresses as people and logs write them. */
public final class IpText {
  private IpText() {}

  /**
   * Reads dotted IPv4 or IPv6 (RFC 4291, 2.2), without a zone.
   *
   * @return null where the text is no address
   */
  public static @Nullable IpAddress parse(String text) {
    if (text.indexOf(':') < 0) {
      int value = ipv4(text, 0, text.length());
      return value == 0 && !isZero(text) ? null : IpAddress.ipv4(value);
    }
    return ipv6(text);
  }

  private static boolean isZero(String text) {
    return text.matches("0{1,3}(\\.0{1,3}){3}");
  }

  /** The address, 0 where it is none. */
  private static int ipv4(String text, int from, int end) {
    int value = 0;
    int octet = -1;
    int octets = 0;
    for (int i = from; i <= end; i++) {
      char c = i < end ? text.charAt(i) : '.';
      if (c == '.') {
        if (octet < 0) {
          return 0;
        }
        value = value << 8 | octet;
        octets++;
        octet = -1;
      } else if (c >= '0' && c <= '9') {
        octet = Math.max(0, octet) * 10 + c - '0';
        if (octet > 255) {
          return 0;
        }
      } else {
        return 0;
      }
    }
    return octets == 4 ? value : 0;
  }

  private static @Nullable IpAddress ipv6(String text) {
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int at = 0;
    int end = text.length();
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < end) {
      int next = text.indexOf(':', at);
      int stop = next < 0 ? end : next;
      if (text.indexOf('.', at) >= 0 && next < 0) {
        int last = ipv4(text, at, end);
        if (count > 6 || (last == 0 && !isZero(text.substring(at)))) {
          return null;
        }
        groups[count++] = last >>> 16;
        groups[count++] = last & 0xffff;
        at = end;
        break;
      }
      int group = hex(text, at, stop);
      if (group < 0 || count == 8) {
        return null;
      }
      groups[count++] = group;
      at = stop;
      if (at < end) {
        at++;
        if (at == end) {
          return null;
        }
        if (text.charAt(at) == ':') {
          if (gap >= 0) {
            return null;
          }
          gap = count;
          at++;
        }
      }
    }
    if (gap < 0 ? count != 8 : count > 7) {
      return null;
    }
    return joined(groups, count, gap);
  }

  private static IpAddress joined(int[] groups, int count, int gap) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      int group;
      if (gap < 0 || i < gap) {
        group = groups[i];
      } else {
        int fromEnd = 8 - i;
        group = fromEnd <= count - gap ? groups[count - fromEnd] : 0;
      }
      if (i < 4) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return new IpAddress(high, low);
  }

  private static int hex(String text, int from, int end) {
    if (end <= from || end - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
