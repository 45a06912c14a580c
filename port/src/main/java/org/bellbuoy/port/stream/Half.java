package org.bellbuoy.port.stream;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.FrameMark;

/** One direction of a TCP connection: what comes next, and what came before its turn. */
final class Half {
  /** A segment that waits for those before it. */
  static final class Held {
    int sequence;
    byte[] bytes = new byte[0];
    int missing;
    final FrameMark mark = new FrameMark();

    int wireLength() {
      return bytes.length + missing;
    }
  }

  boolean started;
  boolean finished;
  int next;
  boolean acknowledged;
  int acknowledgedTo;
  final List<Held> held = new ArrayList<>(0);
  int heldBytes;

  Half() {}

  /** Keeps a segment in its order; false where it adds nothing. */
  boolean hold(int sequence, byte[] buffer, int offset, int length, int missing, FrameMark mark) {
    int at = held.size();
    while (at > 0 && held.get(at - 1).sequence - sequence > 0) {
      at--;
    }
    if (at > 0) {
      Held before = held.get(at - 1);
      if (before.sequence + before.wireLength() - (sequence + length + missing) >= 0) {
        return false;
      }
    }
    Held one = new Held();
    one.sequence = sequence;
    one.bytes = new byte[length];
    System.arraycopy(buffer, offset, one.bytes, 0, length);
    one.missing = missing;
    one.mark.set(mark);
    held.add(at, one);
    heldBytes += length;
    return true;
  }
}
