package org.bellbuoy.port.watch;

import java.util.List;

/**
 * How well a capture could see: counts over all inputs, with what limits any judgement on them.
 *
 * @param packets packets read
 * @param bytes captured bytes of packets
 * @param cutPackets packets whose end the capture cut off
 * @param unreadPackets packets of link types that are not read
 * @param droppedPackets packets that the capturing machine says it dropped
 * @param backwardsPackets packets with a time before that of the one before them in their capture
 * @param furthestBackNanos the furthest such step
 * @param duplicates packets that a mirror port delivered again
 * @param malformed packets with headers that cannot be
 * @param cutHeaders packets cut off within their headers
 * @param fragmentsJoined datagrams put together of fragments
 * @param fragmentsAbandoned datagrams of which fragments were missing
 * @param conversations conversations seen
 * @param oneSided TCP conversations of which only one side was captured
 * @param midstream TCP conversations whose beginning was not captured
 * @param gaps holes in TCP streams
 * @param missingBytes payload bytes that were sent and are not in the capture
 * @param skippedBytes payload bytes in which decoders found no message
 * @param firstNanos time of the first packet, {@link Long#MAX_VALUE} where there was none
 * @param lastNanos the latest time of a packet, {@link Long#MIN_VALUE} where there was none
 * @param brokenOff captures that break off within something
 * @param passedOver places in captures that hold nothing that can be read
 * @param passedOverBytes bytes of captures at these places
 * @param breaks what of each capture was not read, phrases that name it
 */
public record CaptureHealth(
    long packets,
    long bytes,
    long cutPackets,
    long unreadPackets,
    long droppedPackets,
    long backwardsPackets,
    long furthestBackNanos,
    long duplicates,
    long malformed,
    long cutHeaders,
    long fragmentsJoined,
    long fragmentsAbandoned,
    long conversations,
    long oneSided,
    long midstream,
    long gaps,
    long missingBytes,
    long skippedBytes,
    long firstNanos,
    long lastNanos,
    long brokenOff,
    long passedOver,
    long passedOverBytes,
    List<String> breaks) {
  public CaptureHealth {
    breaks = List.copyOf(breaks);
  }

  /**
   * Share of what was sent that was read, 0 to 1, as far as sequence numbers and lengths tell; that
   * of what was captured, where a capture breaks off.
   */
  public double readShare() {
    double all = bytes + (double) missingBytes + passedOverBytes;
    return all <= 0 ? 0 : bytes / all;
  }
}
