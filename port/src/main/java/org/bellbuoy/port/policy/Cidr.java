package org.bellbuoy.port.policy;

import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses (RFC 4632, RFC 4291).
 *
 * @param address its first address
 * @param bits of the 128 that are fixed; 96 more than an IPv4 prefix has
 */
public record Cidr(IpAddress address, int bits) {
  private static final int MAPPED_BITS = 96;

  /** Whether an address is in it. */
  public boolean contains(IpAddress other) {
    return high(other.high()) == address.high() && low(other.low()) == address.low();
  }

  /** A range of one address. */
  public static Cidr of(IpAddress address) {
    return new Cidr(address, 128);
  }

  /**
   * Reads {@code 10.1.0.0/16}, {@code 10.1.2.3}, {@code fd00::/8}.
   *
   * @return null when the text is none, or has bits set behind its prefix
   */
  static @Nullable Cidr parse(String text) {
    int slash = text.indexOf('/');
    IpAddress address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int own = address.isIpv4() ? 32 : 128;
    int prefix = own;
    if (slash >= 0) {
      String number = text.substring(slash + 1);
      if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > own) {
        return null;
      }
      prefix = Integer.parseInt(number);
    }
    Cidr range = new Cidr(address, address.isIpv4() ? MAPPED_BITS + prefix : prefix);
    return range.contains(address) ? range : null;
  }

  private long high(long value) {
    return bits >= 64 ? value : bits == 0 ? 0 : value & -1L << 64 - bits;
  }

  private long low(long value) {
    return bits <= 64 ? 0 : bits == 128 ? value : value & -1L << 128 - bits;
  }

  @Override
  public String toString() {
    boolean four = address.isIpv4() && bits >= MAPPED_BITS;
    int prefix = four ? bits - MAPPED_BITS : bits;
    return prefix == (four ? 32 : 128) ? address.toString() : address + "/" + prefix;
  }
}
