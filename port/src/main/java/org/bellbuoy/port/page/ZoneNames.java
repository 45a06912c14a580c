package org.bellbuoy.port.page;

import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/** Declared zones, as the page needs them. */
@FunctionalInterface
public interface ZoneNames {
  /** Nothing is declared: addresses are put together by their networks. */
  ZoneNames NONE = (address, mac) -> null;

  /**
   * The zone of a device, null where none is declared for it.
   *
   * @param address {@link IpAddress#NONE} where it has none
   * @param mac {@code Endpoint.NO_MAC} where it is not known
   */
  @Nullable Zone zoneOf(IpAddress address, long mac);

  /**
   * One zone.
   *
   * @param name as declared
   * @param detail a few words, for example its level
   * @param outside whether it is a remote party or what is far away
   */
  record Zone(String name, String detail, boolean outside) {}
}
