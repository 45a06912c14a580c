package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.packet.PacketView;

/**
 * Sees every packet that is no duplicate, for what shows in headers only: next hops, hop limits,
 * address conflicts. Must be cheap. Not thread safe.
 */
@FunctionalInterface
public interface PacketListener {
  /** Looks at one packet; view and mark are reused. */
  void packet(PacketView view, FrameMark mark);
}
