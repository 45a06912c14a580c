package org.bellbuoy.port.detect;

import java.util.List;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * A rule at work on one reading. It listens to what it needs (the other methods do nothing) and
 * tells its facts when the reading has ended. Its memory is bounded and stated. Not thread safe:
 * all calls come from the thread that reads.
 */
public interface PortDetector {
  /** Operations it wants to see, null for none. */
  default @Nullable OperationSink operations() {
    return null;
  }

  /** Facts about devices it wants to see, null for none. */
  default @Nullable AttributeSink attributes() {
    return null;
  }

  /** Packets it wants to see, null for none. Must be cheap. */
  default @Nullable PacketListener packets() {
    return null;
  }

  /** Conversations it wants to see, null for none. */
  default @Nullable ConversationListener conversations() {
    return null;
  }

  /**
   * Connections that logs of other sensors tell, null where it can judge none. They have no
   * hardware address, and what is spoken only as far as the sensor told it.
   */
  default @Nullable ConversationListener logged() {
    return null;
  }

  /** What it could not judge and why, a sentence each; asked after the facts. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * What came of it, in a fixed order; asked once, after the last packet.
   *
   * @param lastNanos time of the last packet
   */
  List<PortFact> facts(long lastNanos);
}
