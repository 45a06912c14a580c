package org.bellbuoy.port.protocol.bacnet;

import java.util.Arrays;
import org.bellbuoy.port.conversation.FrameMark;

/**
 * One message in parts, put together. Bounded: what goes beyond {@link #MOST_BYTES} is let go. Only
 * parts in order are taken; devices send parts again that were lost.
 */
final class Segments {
  /** The longest message kept whole; most devices take less. */
  static final int MOST_BYTES = 1 << 16;

  final FrameMark mark = new FrameMark();
  private byte[] bytes = new byte[0];
  private int length;
  private boolean active;
  private boolean cut;
  private long key;
  private int service;
  private int next;

  /** Begins a message with its first part. */
  void begin(long key, int service, FrameMark at, byte[] b, int from, int to) {
    active = true;
    cut = false;
    length = 0;
    this.key = key;
    this.service = service;
    next = 1;
    append(at, b, from, to);
  }

  /** Whether that part is the next of the message under way. */
  boolean continues(long key, int service, int sequence) {
    return active && this.key == key && this.service == service && (next & 0xff) == sequence;
  }

  /** Takes the next part. */
  void add(FrameMark at, byte[] b, int from, int to) {
    next++;
    append(at, b, from, to);
  }

  private void append(FrameMark at, byte[] b, int from, int to) {
    mark.set(at);
    int taken = Math.min(to - from, MOST_BYTES - length);
    cut |= taken < to - from;
    if (bytes.length < length + taken) {
      bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(2048, 2 * (length + taken))));
    }
    System.arraycopy(b, from, bytes, length, taken);
    length += taken;
  }

  /** Whether a message is under way. */
  boolean active() {
    return active;
  }

  /** Whether part of it was let go. */
  boolean cut() {
    return cut;
  }

  /** The message under way is done with. */
  void end() {
    active = false;
  }

  long key() {
    return key;
  }

  int service() {
    return service;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
