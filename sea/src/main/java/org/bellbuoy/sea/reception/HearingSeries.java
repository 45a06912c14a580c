package org.bellbuoy.sea.reception;

import java.util.Arrays;

/**
 * When and where one hull was heard, and by which receivers: an entry for each two-minute slot with
 * a fix in it, about 22 bytes each. Written by the one worker that follows the hull, in order of
 * time; read by others only when that worker rests.
 */
public final class HearingSeries {
  /** Length of a slot. */
  public static final long SLOT_MILLIS = 120_000;

  /** Whose. */
  public final int mmsi;

  /** Which of its hulls. */
  public final int hull;

  /** Whether it is of class B, whose signals are weaker. */
  public final boolean classB;

  private boolean shortened;
  private int size;
  private int[] slot = new int[8];
  private int[] latitudeE7 = new int[8];
  private int[] longitudeE7 = new int[8];
  private short[] heard = new short[8];
  private int[] intervalMillis = new int[8];
  private int[][] stations = new int[8][];

  /** The series of a hull not heard yet. */
  public HearingSeries(int mmsi, int hull, boolean classB) {
    this.mmsi = mmsi;
    this.hull = hull;
    this.classB = classB;
  }

  /** The slot of a time. */
  public static int slot(long epochMillis) {
    return Math.toIntExact(Math.floorDiv(epochMillis, SLOT_MILLIS));
  }

  /** Counts a fix of a feed that does not name its receivers. */
  public void add(long epochMillis, int fixLatitudeE7, int fixLongitudeE7, int interval) {
    add(epochMillis, fixLatitudeE7, fixLongitudeE7, interval, -1, new StationSets());
  }

  /** Counts a fix; a fix of an earlier slot than the last counts for the last. */
  void add(
      long epochMillis,
      int fixLatitudeE7,
      int fixLongitudeE7,
      int interval,
      int station,
      StationSets sets) {
    int at = slot(epochMillis);
    if (size > 0 && at <= slot[size - 1]) {
      heard[size - 1] = (short) Math.min(Short.MAX_VALUE, heard[size - 1] + 1);
    } else {
      if (size == slot.length) {
        int more = size * 2;
        slot = Arrays.copyOf(slot, more);
        latitudeE7 = Arrays.copyOf(latitudeE7, more);
        longitudeE7 = Arrays.copyOf(longitudeE7, more);
        heard = Arrays.copyOf(heard, more);
        intervalMillis = Arrays.copyOf(intervalMillis, more);
        stations = Arrays.copyOf(stations, more);
      }
      slot[size] = at;
      heard[size] = 1;
      stations[size] = StationSets.NONE;
      size++;
    }
    latitudeE7[size - 1] = fixLatitudeE7;
    longitudeE7[size - 1] = fixLongitudeE7;
    intervalMillis[size - 1] = interval;
    stations[size - 1] = sets.with(stations[size - 1], station);
  }

  /** Counts that a receiver heard what another heard first, in the same slot. */
  void alsoHeard(long epochMillis, int station, StationSets sets) {
    if (size > 0 && slot(epochMillis) == slot[size - 1]) {
      stations[size - 1] = sets.with(stations[size - 1], station);
    }
  }

  /**
   * Forgets entries before a slot, but for the last of all.
   *
   * @return how many
   */
  int forgetBefore(int wanted) {
    int count = Math.min(size - 1, lastAtOrBefore(wanted - 1) + 1);
    if (count <= 0) {
      return 0;
    }
    shortened = true;
    slot = Arrays.copyOfRange(slot, count, size);
    latitudeE7 = Arrays.copyOfRange(latitudeE7, count, size);
    longitudeE7 = Arrays.copyOfRange(longitudeE7, count, size);
    heard = Arrays.copyOfRange(heard, count, size);
    intervalMillis = Arrays.copyOfRange(intervalMillis, count, size);
    stations = Arrays.copyOfRange(stations, count, size);
    size -= count;
    return count;
  }

  /** Whether its beginning was forgotten: its first entry is not when it was first heard. */
  public boolean isShortened() {
    return shortened;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** Slot of an entry. */
  public int slotAt(int index) {
    return slot[index];
  }

  /** Fixes heard in an entry's slot. */
  public int heardAt(int index) {
    return heard[index];
  }

  /** Last latitude of an entry, degrees. */
  public double latitudeAt(int index) {
    return latitudeE7[index] * 1e-7;
  }

  /** Last longitude of an entry, degrees. */
  public double longitudeAt(int index) {
    return longitudeE7[index] * 1e-7;
  }

  /** Receivers that heard it in an entry's slot: not to be changed. */
  int[] stationsAt(int index) {
    return stations[index];
  }

  /** What the hull's class, status and speed made due at an entry, as an interval. */
  public int intervalAt(int index) {
    return intervalMillis[index];
  }

  /** The last entry at or before a slot, −1 for none. */
  public int lastAtOrBefore(int wanted) {
    int found = Arrays.binarySearch(slot, 0, size, wanted);
    return found >= 0 ? found : -found - 2;
  }

  /** Fixes heard from one slot on until before another. */
  public int heardIn(int fromSlot, int toSlot) {
    int sum = 0;
    for (int i = lastAtOrBefore(toSlot - 1); i >= 0 && slot[i] >= fromSlot; i--) {
      sum += heard[i];
    }
    return sum;
  }
}
