package org.bellbuoy.port.capture;

import org.jspecify.annotations.Nullable;

/** What a capture held, for its health. Grows while it is read. Not thread safe. */
public final class CaptureTally {
  long packets;
  long bytes;
  long cut;
  long backwards;
  long furthestBackNanos;
  long unread;
  long dropped;
  long passedOver;
  long passedOverBytes;
  @Nullable String firstPassedOver;
  @Nullable String brokenOff;
  boolean simulated;

  CaptureTally() {}

  /** Packets read. */
  public long packets() {
    return packets;
  }

  /** Captured bytes of these packets. */
  public long bytes() {
    return bytes;
  }

  /** Packets whose end the capture cut off. */
  public long cut() {
    return cut;
  }

  /** Packets with a time before that of the packet before them. */
  public long backwards() {
    return backwards;
  }

  /** The furthest such step back, nanoseconds. */
  public long furthestBackNanos() {
    return furthestBackNanos;
  }

  /** Packets of link types that are not read. */
  public long unread() {
    return unread;
  }

  /** Packets that the capturing machine says it dropped; 0 where it says nothing. */
  public long dropped() {
    return dropped;
  }

  /** Places whose lengths cannot be, or whose packet belongs to no interface; none was read. */
  public long passedOver() {
    return passedOver;
  }

  /** Bytes of the capture at these places. */
  public long passedOverBytes() {
    return passedOverBytes;
  }

  /** What the first of these places is, a sentence; null where there is none. */
  public @Nullable String firstPassedOver() {
    return firstPassedOver;
  }

  /** Within what the capture breaks off, a phrase; null where it ends behind a packet. */
  public @Nullable String brokenOff() {
    return brokenOff;
  }

  /** Whether the capture says of itself that it is SIMULATED, as those of this program do. */
  public boolean simulated() {
    return simulated;
  }
}
