package org.bellbuoy.port.conversation;

/**
 * When and where something was read: a packet's time and place. Reused for each packet: copy the
 * values, do not keep the object. Not thread safe.
 */
public final class FrameMark {
  private long epochNanos;
  private int source;
  private long frame;
  private long offset;

  /** A mark at no place. */
  public FrameMark() {}

  /** Sets all. */
  public void set(long epochNanos, int source, long frame, long offset) {
    this.epochNanos = epochNanos;
    this.source = source;
    this.frame = frame;
    this.offset = offset;
  }

  /** Takes the values of another. */
  public void set(FrameMark other) {
    set(other.epochNanos, other.source, other.frame, other.offset);
  }

  /** Time of capture, nanoseconds since 1970. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Index of the source among those of the run. */
  public int source() {
    return source;
  }

  /** Number of the packet in its source, from 1, as other tools count. */
  public long frame() {
    return frame;
  }

  /** Where the packet's record begins in its source's content, in bytes. */
  public long offset() {
    return offset;
  }
}
