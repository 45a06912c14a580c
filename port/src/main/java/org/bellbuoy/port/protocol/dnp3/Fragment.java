package org.bellbuoy.port.protocol.dnp3;

import java.util.Arrays;
import org.bellbuoy.port.conversation.Direction;

/** One application message in segments of the transport function (IEEE 1815, clause 8). Reused. */
final class Fragment {
  /** Longest message put together; devices take 2048 bytes, and few send more. */
  static final int MOST_BYTES = 4096;

  private byte[] bytes = new byte[0];
  private int length;
  private boolean active;
  private Direction direction = Direction.TO_SERVER;
  private int destination;
  private int source;
  private int sequence;

  boolean of(Direction direction, int destination, int source) {
    return active
        && this.direction == direction
        && this.destination == destination
        && this.source == source;
  }

  void begin(Direction direction, int destination, int source, int sequence) {
    active = true;
    length = 0;
    this.direction = direction;
    this.destination = destination;
    this.source = source;
    this.sequence = sequence;
  }

  /** Appends a segment; false where it is too long for the whole. */
  boolean append(byte[] b, int from, int count, int sequence) {
    this.sequence = sequence;
    if (length + count > MOST_BYTES) {
      return false;
    }
    if (bytes.length < length + count) {
      bytes = Arrays.copyOf(bytes, Math.max(512, Math.min(MOST_BYTES, 2 * (length + count))));
    }
    System.arraycopy(b, from, bytes, length, count);
    length += count;
    return true;
  }

  boolean follows(int next) {
    return (sequence + 1 & 0x3f) == next;
  }

  void end() {
    active = false;
  }

  boolean active() {
    return active;
  }

  Direction direction() {
    return direction;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
