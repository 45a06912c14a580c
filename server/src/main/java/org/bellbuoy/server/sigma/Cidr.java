package org.bellbuoy.server.sigma;

import org.jspecify.annotations.Nullable;

/** A network of IPv4 or IPv6 addresses. Asks no name service. */
final class Cidr {
  @SuppressWarnings("ImmutableMember") // never changed
  private final byte[] network;

  private final int bits;

  private Cidr(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /** Reads address, slash and number of bits. */
  static Cidr parse(String text) throws SigmaRuleException {
    int slash = text.indexOf('/');
    byte[] address = address(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new SigmaRuleException(SigmaRuleException.quote(text) + " is no network");
    }
    int bits = address.length * 8;
    if (slash >= 0) {
      String told = text.substring(slash + 1);
      if (told.isEmpty()
          || told.length() > 3
          || !told.chars().allMatch(c -> c >= '0' && c <= '9')
          || Integer.parseInt(told) > bits) {
        throw new SigmaRuleException(SigmaRuleException.quote(text) + " is no network");
      }
      bits = Integer.parseInt(told);
    }
    return new Cidr(address, bits);
  }

  /** Whether the text is an address of the network. */
  boolean contains(String text) {
    byte[] address = address(text.strip());
    if (address == null) {
      return false;
    }
    if (address.length == 16 && network.length == 4) {
      address = mapped(address);
    }
    if (address == null || address.length != network.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (((address[i >> 3] ^ network[i >> 3]) >> (7 - (i & 7)) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The IPv4 address inside ::ffff:0:0/96, else null. */
  private static byte @Nullable [] mapped(byte[] address) {
    for (int i = 0; i < 12; i++) {
      if (address[i] != (i < 10 ? 0 : (byte) 0xff)) {
        return null;
      }
    }
    return new byte[] {address[12], address[13], address[14], address[15]};
  }

  /** Bytes of an address, null where the text is none. */
  static byte @Nullable [] address(String text) {
    return text.indexOf(':') >= 0 ? six(text) : four(text);
  }

  private static byte @Nullable [] four(String text) {
    byte[] address = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c >= '0' && c <= '9') {
        value = (value < 0 ? 0 : value * 10) + c - '0';
        if (value > 255) {
          return null;
        }
      } else if (c == '.' && value >= 0 && part < 4) {
        address[part++] = (byte) value;
        value = -1;
      } else {
        return null;
      }
    }
    return part == 4 ? address : null;
  }

  private static byte @Nullable [] six(String text) {
    int zone = text.indexOf('%');
    String whole = zone < 0 ? text : text.substring(0, zone);
    int gap = whole.indexOf("::");
    byte[] head = groups(gap < 0 ? whole : whole.substring(0, gap));
    byte[] tail = gap < 0 ? new byte[0] : groups(whole.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int length = head.length + tail.length;
    if (gap < 0 ? length != 16 : length > 14) {
      return null;
    }
    byte[] address = new byte[16];
    System.arraycopy(head, 0, address, 0, head.length);
    System.arraycopy(tail, 0, address, 16 - tail.length, tail.length);
    return address;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 8) {
      return null;
    }
    byte[] bytes = new byte[parts.length * 2];
    int n = 0;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (i == parts.length - 1 && part.indexOf('.') >= 0) {
        byte[] four = four(part);
        if (four == null) {
          return null;
        }
        byte[] longer = java.util.Arrays.copyOf(bytes, n + 4);
        System.arraycopy(four, 0, longer, n, 4);
        return longer;
      }
      if (part.isEmpty() || part.length() > 4) {
        return null;
      }
      int value = 0;
      for (int k = 0; k < part.length(); k++) {
        int digit = Character.digit(part.charAt(k), 16);
        if (digit < 0 || part.charAt(k) > 127) {
          return null;
        }
        value = value * 16 + digit;
      }
      bytes[n++] = (byte) (value >> 8);
      bytes[n++] = (byte) value;
    }
    return bytes;
  }
}
