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
  private int length;

  /** A mark at no place. */
  public FrameMark() {}

  /** Sets all. */
  public void set(long epochNanos, int source, long frame, long offset, int length) {
    this.epochNanos = epochNanos;
    this.source = source;
    this.frame = frame;
    this.offset = offset;
    this.length = length;
  }

  /** Sets all where the length of the record is not known. */
  public void set(long epochNanos, int source, long frame, long offset) {
    set(epochNanos, source, frame, offset, 0);
  }

  /** Takes the values of another. */
  public void set(FrameMark other) {
    set(other.epochNanos, other.source, other.frame, other.offset, other.length);
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

  /** Bytes of the packet's record with its own header, 0 where that is not known. */
  public int length() {
    return length;
  }
}
