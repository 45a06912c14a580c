package org.bellbuoy.port.conversation;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as 128 bits; IPv4 is kept as an IPv4-mapped IPv6 address (RFC 4291,
 * 2.5.5.2), so that one form serves both. Ordered by value, IPv4 among itself in numerical order.
 *
 * @param high first 64 bits
 * @param low last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
  /** No address: what stands on layer 2 only. It is the value of {@code ::}. */
  public static final IpAddress NONE = new IpAddress(0, 0);

  private static final long MAPPED = 0xffff_0000_0000L;

  /** The low half of an IPv4 address; its high half is 0. */
  public static long mapped(int ipv4) {
    return MAPPED | (ipv4 & 0xffff_ffffL);
  }

  /** An IPv4 address. */
  public static IpAddress ipv4(int address) {
    return new IpAddress(0, mapped(address));
  }

  /**
   * Reads dotted IPv4, for policy files and tests.
   *
   * @throws IllegalArgumentException when the text is no such address
   */
  public static IpAddress parseIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("'" + text + "' is no IPv4 address.");
    }
    int value = 0;
    for (String part : parts) {
      int octet = part.matches("[0-9]{1,3}") ? Integer.parseInt(part) : 256;
      if (octet > 255) {
        throw new IllegalArgumentException("'" + text + "' is no IPv4 address.");
      }
      value = value << 8 | octet;
    }
    return ipv4(value);
  }

  // Written out: a record's own are slow until they are compiled, and each packet asks.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** Whether this is IPv4. */
  public boolean isIpv4() {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** The IPv4 address as 32 bits; only where {@link #isIpv4}. */
  public int asIpv4() {
    return (int) low;
  }

  @Override
  public int compareTo(IpAddress other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  /** Dotted for IPv4, RFC 5952 for IPv6. */
  @Override
  public String toString() {
    if (isIpv4()) {
      int a = (int) low;
      return (a >>> 24) + "." + (a >>> 16 & 255) + "." + (a >>> 8 & 255) + "." + (a & 255);
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(i + run) == 0) {
        run++;
      }
      if (run > longest) {
        longest = run;
        start = i;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(group(i)));
    }
    return text.toString();
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> 16 * (3 - index % 4)) & 0xffff;
  }
}
