package org.bellbuoy.port.policy;

import java.util.List;
import java.util.Set;

/**
 * Assets with one level of trust (IEC 62443-3-2), or a remote party, which is a zone far away.
 *
 * @param name for people and conduits
 * @param level Purdue level 0 to 5, also 3.5; remote parties and the internet have 5
 * @param ranges addresses that belong to it
 * @param macs hardware addresses that belong to it
 * @param tags tags of assets that belong to it
 * @param remote whether it is a remote party
 */
public record Zone(
    String name,
    double level,
    List<Cidr> ranges,
    Set<Long> macs,
    Set<String> tags,
    boolean remote) {
  /** What conduits call public addresses that no zone holds. */
  public static final String PUBLIC = "public";

  /** What conduits call other addresses that no zone holds. */
  public static final String UNKNOWN = "unknown";

  /** Level of what is outside. */
  public static final double OUTSIDE = 5;

  static final Zone PUBLIC_ZONE = new Zone(PUBLIC, OUTSIDE, List.of(), Set.of(), Set.of(), false);
  static final Zone UNKNOWN_ZONE = new Zone(UNKNOWN, OUTSIDE, List.of(), Set.of(), Set.of(), false);

  public Zone {
    ranges = List.copyOf(ranges);
    macs = Set.copyOf(macs);
    tags = Set.copyOf(tags);
  }

  /** Whether it is declared, not one of the two that stand for the rest. */
  public boolean declared() {
    return !equals(PUBLIC_ZONE) && !equals(UNKNOWN_ZONE);
  }

  /** Whether it is that of addresses of which nothing is declared. */
  public boolean unknown() {
    return equals(UNKNOWN_ZONE);
  }
}
