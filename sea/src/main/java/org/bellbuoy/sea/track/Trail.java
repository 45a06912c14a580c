package org.bellbuoy.sea.track;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last fixes of a hull, thinned to one a minute and bounded, for pictures and for the ship's
 * own recent behaviour. Oldest first. Not thread safe.
 */
public final class Trail {
  private static final long SPACING_MILLIS = 60_000;

  private final int capacity;
  private final long[] epochMillis;
  private final int[] latitudeE7;
  private final int[] longitudeE7;
  private int start;
  private int size;

  /** A trail of at most that many fixes. */
  public Trail(int capacity) {
    this.capacity = capacity;
    epochMillis = new long[capacity];
    latitudeE7 = new int[capacity];
    longitudeE7 = new int[capacity];
  }

  /** Adds a fix unless the last one is less than a minute old; drops the oldest when full. */
  public void add(long fixMillis, int fixLatitudeE7, int fixLongitudeE7) {
    if (size > 0 && fixMillis - epochMillis(size - 1) < SPACING_MILLIS) {
      return;
    }
    int at;
    if (size < capacity) {
      at = (start + size) % capacity;
      size++;
    } else {
      at = start;
      start = (start + 1) % capacity;
    }
    epochMillis[at] = fixMillis;
    latitudeE7[at] = fixLatitudeE7;
    longitudeE7[at] = fixLongitudeE7;
  }

  /** Whether no more fixes fit without losing the oldest. */
  public boolean isFull() {
    return size == capacity;
  }

  /** Number of fixes. */
  public int size() {
    return size;
  }

  /** Time of a fix, 0 the oldest. */
  public long epochMillis(int index) {
    return epochMillis[(start + index) % capacity];
  }

  /** Latitude of a fix in 1e-7 degree. */
  public int latitudeE7(int index) {
    return latitudeE7[(start + index) % capacity];
  }

  /** Longitude of a fix in 1e-7 degree. */
  public int longitudeE7(int index) {
    return longitudeE7[(start + index) % capacity];
  }

  /** A trail of its own with the same fixes, no larger than they are. */
  public Trail copy() {
    Trail copy = new Trail(Math.max(1, size));
    for (int i = 0; i < size; i++) {
      copy.add(epochMillis(i), latitudeE7(i), longitudeE7(i));
    }
    return copy;
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(capacity);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(epochMillis(i));
      out.writeInt(latitudeE7(i));
      out.writeInt(longitudeE7(i));
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Trail read(DataInput in) throws IOException {
    Trail trail = new Trail(in.readInt());
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      trail.add(in.readLong(), in.readInt(), in.readInt());
    }
    return trail;
  }
}
