package org.bellbuoy.port.decode;

import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.Ledger;

/**
 * Where decoders put what they find.
 *
 * @param ledger operations
 * @param attributes facts about devices
 * @param rejects messages that could not be read
 */
public record DecodeContext(Ledger ledger, AttributeSink attributes, Consumer<Reject> rejects) {
  /**
   * Tells that a message could not be read.
   *
   * @param reason short stable word, for example {@code modbus-length}
   * @param mark the packet that brought it
   * @param detail a sentence that names field and value; it gets the frame's number before it
   */
  public void reject(String reason, FrameMark mark, String detail) {
    rejects.accept(
        new Reject(
            reason, mark.source(), mark.offset(), 0, 0, "frame " + mark.frame() + ": " + detail));
  }
}
