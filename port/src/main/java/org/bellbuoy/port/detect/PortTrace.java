package org.bellbuoy.port.detect;

import org.bellbuoy.port.conversation.FrameMark;

/**
 * The packet a fact rests on.
 *
 * @param source index of the source among those of the run
 * @param epochNanos when it was captured, nanoseconds since 1970
 * @param offset where its record begins in the source's content, in bytes
 * @param length bytes of its record, 0 where that is not known
 * @param frame its number from 1 in a capture; for logs the line's number from 1
 * @param quote what it says, as text; empty where the bytes are binary. Untrusted text
 */
public record PortTrace(
    int source, long epochNanos, long offset, int length, long frame, String quote) {
  /** The packet that is marked. */
  public static PortTrace of(FrameMark mark) {
    return new PortTrace(
        mark.source(), mark.epochNanos(), mark.offset(), mark.length(), mark.frame(), "");
  }
}
