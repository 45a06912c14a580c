package org.bellbuoy.port.watch;

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
    long lastNanos) {}
