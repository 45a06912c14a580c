package org.bellbuoy.port.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * Which addresses belong to the networks that are watched, and which are public. Thread safe.
 *
 * @param inside the watched networks
 */
public record Networks(List<Prefix> inside) {
  /**
   * Addresses that begin with the same bits.
   *
   * @param address the network's own address
   * @param bits how many, of the 128 of {@link IpAddress}; of an IPv4 network 96 more than written
   */
  public record Prefix(IpAddress address, int bits) {
    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException with a sentence when it is none
     */
    public static Prefix of(String text) {
      int slash = text.indexOf('/');
      String host = slash < 0 ? text : text.substring(0, slash);
      IpAddress address = IpText.parse(host);
      if (address == null) {
        throw new IllegalArgumentException("'" + text + "' is no network.");
      }
      int most = address.isIpv4() ? 32 : 128;
      String size = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
      if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) > most) {
        throw new IllegalArgumentException(
            "'%s' is no network: its size is a number from 0 to %d.".formatted(text, most));
      }
      return new Prefix(address, Integer.parseInt(size) + 128 - most);
    }

    /** Whether the network holds an address. */
    public boolean holds(long high, long low) {
      if (bits <= 64) {
        return bits == 0 || (high ^ address.high()) >>> 64 - bits == 0;
      }
      return high == address.high() && (low ^ address.low()) >>> 128 - bits == 0;
    }

    /** Whether the network holds an address. */
    public boolean holds(IpAddress other) {
      return holds(other.high(), other.low());
    }
  }

  private static final Prefix CARRIER = Prefix.of("100.64.0.0/10");

  /** Not public, by RFC 6890; blocks kept for documentation count as public, for tests use them. */
  private static final List<Prefix> SPECIAL =
      prefixes(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/3");

  private static final Prefix GLOBAL = Prefix.of("2000::/3");

  public Networks {
    inside = List.copyOf(inside);
  }

  /** Private, link-local and unique local addresses (RFC 1918, 3927, 4193, 4291). */
  public static Networks usual() {
    return of(
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10");
  }

  /**
   * Networks as text.
   *
   * @throws IllegalArgumentException with a sentence when one cannot be read
   */
  public static Networks of(String... networks) {
    return new Networks(prefixes(networks));
  }

  private static List<Prefix> prefixes(String... networks) {
    List<Prefix> read = new ArrayList<>();
    for (String network : networks) {
      read.add(Prefix.of(network));
    }
    return List.copyOf(read);
  }

  /** Whether an address is watched. */
  public boolean isInside(long high, long low) {
    for (int i = 0; i < inside.size(); i++) {
      if (inside.get(i).holds(high, low)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address is watched. */
  public boolean isInside(IpAddress address) {
    return isInside(address.high(), address.low());
  }

  /** Whether an address is neither watched nor of a special kind: somebody on the internet. */
  public boolean isPublic(long high, long low) {
    if (isInside(high, low)) {
      return false;
    }
    if (high != 0 || low >>> 32 != 0xffff) {
      return GLOBAL.holds(high, low);
    }
    for (int i = 0; i < SPECIAL.size(); i++) {
      if (SPECIAL.get(i).holds(high, low)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an address is neither watched nor of a special kind. */
  public boolean isPublic(IpAddress address) {
    return isPublic(address.high(), address.low());
  }

  /** Whether an address is of those that carriers give out behind their NAT (RFC 6598). */
  public static boolean isCarrier(IpAddress address) {
    return CARRIER.holds(address);
  }
}
