package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.packet.PacketView;

/**
 * Sees every packet, for what shows in headers only: next hops, hop limits, address conflicts. Must
 * be cheap. Not thread safe.
 */
@FunctionalInterface
public interface PacketListener {
  /** Looks at one packet; view and mark are reused. */
  void packet(PacketView view, FrameMark mark);

  /**
   * Looks at a duplicate, which no decoder sees: the same packet at another place of the network.
   */
  default void duplicate(PacketView view, FrameMark mark) {}
}
