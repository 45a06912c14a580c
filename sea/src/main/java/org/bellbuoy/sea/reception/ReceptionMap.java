package org.bellbuoy.sea.reception;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Expected and received transmissions by cell, ten-minute slot and class, kept apart for each
 * vessel so that any one can be left out.
 *
 * <p>Maps merge associatively and commutatively: the merge of parts is the map of the whole,
 * whatever the order. Memory is about 16 bytes for each vessel in each cell and slot in which it
 * was expected. Not thread safe while being built; safe to ask from many threads once it is
 * complete.
 */
public final class ReceptionMap {
  /** Length of a slot. */
  public static final long SLOT_MILLIS = 600_000;

  /** Thousandths, so that sums come out the same in any order. */
  private static final int MILLI = 1000;

  private final Long2ObjectHashMap<Entries> table = new Long2ObjectHashMap<>();

  /** Vessels of one cell, slot and class. */
  static final class Entries {
    int size;
    int[] mmsi = new int[4];
    int[] expectedMilli = new int[4];
    int[] received = new int[4];

    int indexOf(int wanted) {
      for (int i = size - 1; i >= 0; i--) {
        if (mmsi[i] == wanted) {
          return i;
        }
      }
      if (size == mmsi.length) {
        mmsi = Arrays.copyOf(mmsi, size * 2);
        expectedMilli = Arrays.copyOf(expectedMilli, size * 2);
        received = Arrays.copyOf(received, size * 2);
      }
      mmsi[size] = wanted;
      return size++;
    }
  }

  /** The slot of a time. */
  public static long slot(long epochMillis) {
    return Math.floorDiv(epochMillis, SLOT_MILLIS);
  }

  /**
   * Counts what was expected of a vessel and what was received.
   *
   * @param expected transmissions that were due, fractions allowed
   * @param received transmissions heard
   */
  public void add(int cell, long slot, boolean classB, int mmsi, double expected, int received) {
    long key = key(cell, slot, classB);
    Entries entries = table.get(key);
    if (entries == null) {
      entries = new Entries();
      table.put(key, entries);
    }
    int i = entries.indexOf(mmsi);
    long sum = entries.expectedMilli[i] + Math.round(expected * MILLI);
    entries.expectedMilli[i] = (int) Math.min(Integer.MAX_VALUE, sum);
    entries.received[i] += received;
  }

  /** Adds all of another map, which is left as it was. */
  public void merge(ReceptionMap other) {
    other.table.forEachLong(
        (key, theirs) -> {
          Entries mine = table.get(key);
          if (mine == null) {
            mine = new Entries();
            table.put(key, mine);
          }
          for (int j = 0; j < theirs.size; j++) {
            int i = mine.indexOf(theirs.mmsi[j]);
            mine.expectedMilli[i] =
                (int)
                    Math.min(
                        Integer.MAX_VALUE, (long) mine.expectedMilli[i] + theirs.expectedMilli[j]);
            mine.received[i] += theirs.received[j];
          }
        });
  }

  /** Forgets slots before one. */
  public void forgetBefore(long slot) {
    table.keySet().removeIf(key -> (key << 22 >> 23) < slot);
  }

  /** Number of cell, slot and class combinations. */
  public int size() {
    return table.size();
  }

  /** What others of that class did in a cell and slot, a vessel left out, added to {@code sum}. */
  void addOthers(int cell, long slot, boolean classB, int exceptMmsi, Sum sum) {
    Entries entries = table.get(key(cell, slot, classB));
    if (entries == null) {
      return;
    }
    for (int i = 0; i < entries.size; i++) {
      if (entries.mmsi[i] != exceptMmsi && entries.expectedMilli[i] >= MILLI) {
        sum.add(entries.mmsi[i], entries.expectedMilli[i] / (double) MILLI, entries.received[i]);
      }
    }
  }

  /**
   * What some vessels were expected to send and what was heard, slot by slot, over all cells.
   *
   * @return by vessel, by slot: expected, then received
   */
  public Map<Integer, Map<Long, double[]>> histories(IntPredicate wanted) {
    Map<Integer, Map<Long, double[]>> histories = new HashMap<>();
    table.forEachLong(
        (key, entries) -> {
          long slot = key << 22 >> 23;
          for (int i = 0; i < entries.size; i++) {
            if (wanted.test(entries.mmsi[i])) {
              double[] sums =
                  histories
                      .computeIfAbsent(entries.mmsi[i], m -> new TreeMap<>())
                      .computeIfAbsent(slot, s -> new double[2]);
              sums[0] += entries.expectedMilli[i] / (double) MILLI;
              sums[1] += entries.received[i];
            }
          }
        });
    return histories;
  }

  /** Takes what one vessel did in one cell and slot. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes one.
     *
     * @param expectedMilli thousandths of a transmission that were due
     * @param received transmissions heard
     */
    void visit(int cell, long slot, boolean classB, int mmsi, int expectedMilli, int received);
  }

  /** Shows every vessel-slot in which at least one transmission was due, in no order. */
  public void forEach(Visitor visitor) {
    table.forEachLong(
        (key, entries) -> {
          for (int i = 0; i < entries.size; i++) {
            if (entries.expectedMilli[i] >= MILLI) {
              visitor.visit(
                  (int) (key >>> 42),
                  key << 22 >> 23,
                  (key & 1) != 0,
                  entries.mmsi[i],
                  entries.expectedMilli[i],
                  entries.received[i]);
            }
          }
        });
  }

  /** What all vessels but one did in one cell, over a span of slots. */
  public Sum in(int cell, long fromSlot, long toSlot, boolean classB, int exceptMmsi) {
    Sum sum = new Sum();
    for (long slot = fromSlot; slot <= toSlot; slot++) {
      addOthers(cell, slot, classB, exceptMmsi, sum);
    }
    return sum;
  }

  /** Sums over others. */
  public static final class Sum {
    private int[] vessels = new int[16];
    private int vesselCount;

    /** Vessel-slots in which something was due. */
    public int vesselSlots;

    /** Vessel-slots of those in which something was heard. */
    public int heardVesselSlots;

    /** Transmissions due. */
    public double expected;

    /** Transmissions heard. */
    public long received;

    void add(int mmsi, double vesselExpected, int vesselReceived) {
      vesselSlots++;
      if (vesselReceived > 0) {
        heardVesselSlots++;
      }
      expected += vesselExpected;
      received += vesselReceived;
      for (int i = 0; i < vesselCount; i++) {
        if (vessels[i] == mmsi) {
          return;
        }
      }
      if (vesselCount == vessels.length) {
        vessels = Arrays.copyOf(vessels, vesselCount * 2);
      }
      vessels[vesselCount++] = mmsi;
    }

    /** Distinct vessels. */
    public int vesselCount() {
      return vesselCount;
    }

    /** Share of vessel-slots heard, with half a miss and half a hit added. */
    public double shareHeard() {
      return (heardVesselSlots + 0.5) / (vesselSlots + 1.0);
    }
  }

  /**
   * What others of the class did around a place and time: in the cell first, in the cells around it
   * when the cell alone held too few.
   *
   * @param slotsAround slots before and after that are counted too
   * @param enoughVessels distinct other vessels that suffice
   * @param enoughVesselSlots vessel-slots that suffice
   * @return the sums; too few of them mean that reception there is not known
   */
  public Sum others(
      int cell,
      long slot,
      boolean classB,
      int exceptMmsi,
      int slotsAround,
      int enoughVessels,
      int enoughVesselSlots) {
    Sum near = new Sum();
    for (long s = slot - slotsAround; s <= slot + slotsAround; s++) {
      addOthers(cell, s, classB, exceptMmsi, near);
    }
    if (near.vesselCount() >= enoughVessels && near.vesselSlots >= enoughVesselSlots) {
      return near;
    }
    Sum wide = new Sum();
    for (int neighbour : Cells.around(cell)) {
      for (long s = slot - slotsAround; s <= slot + slotsAround; s++) {
        addOthers(neighbour, s, classB, exceptMmsi, wide);
      }
    }
    return wide;
  }

  private static long key(int cell, long slot, boolean classB) {
    // 21 bits of cell, 41 of slot (enough until the year 4,000,000), 1 of class.
    return (long) cell << 42 | (slot & (1L << 41) - 1) << 1 | (classB ? 1 : 0);
  }
}
