package org.bellbuoy.port.protocol.enip;

import org.bellbuoy.port.packet.Bytes;

/**
 * Connections that Forward Open made in one TCP connection: requests bear the identifier of one
 * direction, answers that of the other, and neither says which slot is meant. Bounded; the oldest
 * is forgotten first. Not thread safe.
 */
final class Connections {
  private static final int MOST = 32;

  private final long[] toTarget = new long[MOST];
  private final long[] toOriginator = new long[MOST];
  private final long[] slots = new long[MOST];
  private int next;
  private int size;

  Connections() {}

  /** Takes the answer to a Forward Open: both identifiers stand at its beginning. */
  void opened(byte[] b, int at, int length, long slot) {
    if (length < 8) {
      return;
    }
    long target = Bytes.u32Little(b, at);
    int place = indexOf(toTarget, target);
    if (place < 0) {
      place = next;
      next = (next + 1) % MOST;
      size = Math.min(size + 1, MOST);
    }
    toTarget[place] = target;
    toOriginator[place] = Bytes.u32Little(b, at + 4);
    slots[place] = slot;
  }

  /** Index of a connection by the identifier that requests bear, −1 where it is not known. */
  int ofRequest(long identifier) {
    return indexOf(toTarget, identifier);
  }

  /** Index of a connection by the identifier that answers bear, −1 where it is not known. */
  int ofResponse(long identifier) {
    return indexOf(toOriginator, identifier);
  }

  /** The slot where a connection ends, {@link CipPath#NONE} where that is not known. */
  long slot(int index) {
    return index < 0 ? CipPath.NONE : slots[index];
  }

  private int indexOf(long[] identifiers, long identifier) {
    for (int i = 0; i < size; i++) {
      if (identifiers[i] == identifier) {
        return i;
      }
    }
    return -1;
  }
}
