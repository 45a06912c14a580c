package org.bellbuoy.port.inventory;

import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.operation.Attribute;

/**
 * The packet that shows a fact.
 *
 * @param epochNanos when, nanoseconds since 1970
 * @param source index of the source
 * @param frame number of the packet in it, from 1
 * @param offset of the packet's record in it, in bytes
 */
public record Proof(long epochNanos, int source, long frame, long offset) {
  static Proof at(FrameMark mark) {
    return new Proof(mark.epochNanos(), mark.source(), mark.frame(), mark.offset());
  }

  static Proof of(Attribute attribute) {
    return new Proof(
        attribute.epochNanos(), attribute.source(), attribute.frame(), attribute.offset());
  }
}
