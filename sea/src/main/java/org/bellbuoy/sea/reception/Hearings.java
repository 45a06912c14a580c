package org.bellbuoy.sea.reception;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.sea.geo.Sphere;
import org.jspecify.annotations.Nullable;

/**
 * Who was there to be heard, two-minute slot by slot, and who was: the witnesses of every silence.
 *
 * <p>A ship is a witness in a slot when it was heard in it or in the forty minutes before; it is
 * taken to be where it was last heard. So what is known of a slot depends on that slot and earlier
 * ones alone, and an answer about slots up to a moment uses nothing after it. Ships that lie still
 * and say so transmit too seldom to tell anything in two minutes and are left out.
 *
 * <p>Each receiver's reception is its own. A question names the receivers that had heard the silent
 * ship: witnesses then are ships that those receivers heard in the forty minutes, and heard means
 * heard by one of them. That others hear its neighbours with better antennas says nothing of a ship
 * they never heard. Where no receiver is named, all count as one.
 *
 * <p>Slots are closed in order by {@link #closeUntil}; closed ones never change and may be asked
 * from many threads. Memory: 13 bytes for each witness in each slot, 21 where receivers are named,
 * and 22 for each slot in which a ship was heard.
 */
public final class Hearings {
  /** A ship not heard for longer is no witness: nobody knows whether it is there at all. */
  static final int WITNESS_SLOTS = 20;

  /** Stations that send more seldom are no witnesses of two minutes. */
  static final int SLOWEST_MILLIS = 60_000;

  /** Squared distance in kernel widths beyond which a witness counts nothing. */
  private static final double FAR = 30;

  private static final double METRES_PER_DEGREE = Math.toRadians(1) * Sphere.RADIUS_METRES;

  /** Stands for every slot without a witness. */
  private static final Slot NOBODY = nobody();

  private final List<HearingSeries> series = new ArrayList<>();
  private int[] cursor = new int[0];
  private Slot[] slots = new Slot[64];
  private int firstSlot = Integer.MIN_VALUE;
  private int endSlot;
  private boolean forgotten;
  private final StationSets sets = new StationSets();

  /** One slot's witnesses. */
  private static final class Slot {
    int size;
    int[] mmsi = new int[16];
    float[] latitude = new float[16];
    float[] longitude = new float[16];
    byte[] flags = new byte[16];

    /**
     * Receivers that heard each in this slot, and in the forty minutes; null where none is named.
     */
    int @Nullable [][] now;

    int @Nullable [][] lately;

    void add(
        int who,
        double lat,
        double lon,
        boolean heard,
        boolean classB,
        int[] heardNow,
        int[] heardLately) {
      if (heardLately.length > 0 && lately == null) {
        now = new int[mmsi.length][];
        lately = new int[mmsi.length][];
        Arrays.fill(now, StationSets.NONE);
        Arrays.fill(lately, StationSets.NONE);
      }
      if (size == mmsi.length) {
        mmsi = Arrays.copyOf(mmsi, size * 2);
        latitude = Arrays.copyOf(latitude, size * 2);
        longitude = Arrays.copyOf(longitude, size * 2);
        flags = Arrays.copyOf(flags, size * 2);
        if (now != null && lately != null) {
          now = Arrays.copyOf(now, size * 2);
          lately = Arrays.copyOf(lately, size * 2);
        }
      }
      if (now != null && lately != null) {
        now[size] = heardNow;
        lately[size] = heardLately;
      }
      mmsi[size] = who;
      latitude[size] = (float) lat;
      longitude[size] = (float) lon;
      flags[size] = (byte) ((heard ? 1 : 0) | (classB ? 2 : 0));
      size++;
    }

    void trim() {
      mmsi = Arrays.copyOf(mmsi, size);
      latitude = Arrays.copyOf(latitude, size);
      longitude = Arrays.copyOf(longitude, size);
      flags = Arrays.copyOf(flags, size);
      if (now != null && lately != null) {
        now = Arrays.copyOf(now, size);
        lately = Arrays.copyOf(lately, size);
      }
    }

    /** Whether one of the receivers asked for heard a witness lately. */
    boolean counts(int index, int[] stations) {
      return stations.length == 0 || lately == null || StationSets.meet(lately[index], stations);
    }

    /** Whether one of the receivers asked for heard a witness in this slot. */
    boolean heard(int index, int[] stations) {
      return (flags[index] & 1) != 0
          && (stations.length == 0 || now == null || StationSets.meet(now[index], stations));
    }
  }

  /**
   * One witness of a slot.
   *
   * @param mmsi who
   * @param latitude where it was last heard, degrees
   * @param longitude where it was last heard, degrees
   * @param heard whether it was heard in the slot
   */
  public record Witness(int mmsi, double latitude, double longitude, boolean heard) {}

  /** All slots of finished logs, closed. */
  public static Hearings of(List<HearingSeries> all) {
    Hearings hearings = new Hearings();
    int end = Integer.MIN_VALUE;
    for (HearingSeries one : all) {
      if (one.size() > 0) {
        end = Math.max(end, one.slotAt(one.size() - 1) + 1);
      }
    }
    hearings.closeUntil(end, all);
    return hearings;
  }

  /**
   * Closes all slots before {@code slot}.
   *
   * @param all every series there is, those of earlier calls included, in a fixed order; nothing
   *     may be added to a closed slot afterwards
   */
  public void closeUntil(int slot, List<HearingSeries> all) {
    if (firstSlot == Integer.MIN_VALUE) {
      int first = Integer.MAX_VALUE;
      for (HearingSeries one : all) {
        if (one.size() > 0) {
          first = Math.min(first, one.slotAt(0));
        }
      }
      if (first >= slot) {
        return;
      }
      firstSlot = first;
      endSlot = first;
    }
    adopt(all);
    while (endSlot < slot) {
      Slot one = new Slot();
      for (int i = 0; i < series.size(); i++) {
        HearingSeries s = series.get(i);
        while (cursor[i] + 1 < s.size() && s.slotAt(cursor[i] + 1) <= endSlot) {
          cursor[i]++;
        }
        int at = cursor[i];
        if (at < 0 || s.slotAt(at) > endSlot || endSlot - s.slotAt(at) > WITNESS_SLOTS) {
          continue;
        }
        if (s.intervalAt(at) <= SLOWEST_MILLIS) {
          boolean heard = s.slotAt(at) == endSlot;
          one.add(
              s.mmsi,
              s.latitudeAt(at),
              s.longitudeAt(at),
              heard,
              s.classB,
              heard ? s.stationsAt(at) : StationSets.NONE,
              lately(s, at));
        }
      }
      int next = endSlot + 1;
      if (one.size > 0) {
        one.trim();
      } else {
        // Nobody is a witness until somebody is heard again; a wrong clock may leave decades.
        one = NOBODY;
        next = Math.min(slot, nextHeard());
      }
      int from = endSlot - firstSlot;
      int to = next - firstSlot;
      if (to > slots.length) {
        slots = Arrays.copyOf(slots, Math.max(to, slots.length * 2));
      }
      Arrays.fill(slots, from, to, one);
      endSlot = next;
    }
  }

  /** Receivers that heard a hull in the slot being closed or the forty minutes before. */
  private int[] lately(HearingSeries s, int at) {
    int[] all = s.stationsAt(at);
    for (int i = at - 1; i >= 0 && endSlot - s.slotAt(i) <= WITNESS_SLOTS; i--) {
      all = sets.union(all, s.stationsAt(i));
    }
    return all;
  }

  /** The slot after the one being closed in which somebody is heard next. */
  private int nextHeard() {
    int next = Integer.MAX_VALUE;
    for (int i = 0; i < series.size(); i++) {
      HearingSeries s = series.get(i);
      if (cursor[i] + 1 < s.size()) {
        next = Math.min(next, s.slotAt(cursor[i] + 1));
      }
    }
    return next;
  }

  private static Slot nobody() {
    Slot slot = new Slot();
    slot.trim();
    return slot;
  }

  /** New series take their place in the order; the cursors of known ones stay. */
  private void adopt(List<HearingSeries> all) {
    if (all.size() == series.size() && !forgotten) {
      return;
    }
    java.util.IdentityHashMap<HearingSeries, Integer> known = new java.util.IdentityHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      known.put(series.get(i), cursor[i]);
    }
    int[] moved = new int[all.size()];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = known.getOrDefault(all.get(i), -1);
    }
    forgotten = false;
    series.clear();
    series.addAll(all);
    cursor = moved;
  }

  /**
   * Forgets slots before one, and of each series entries before another.
   *
   * @param slot closed slots before are forgotten
   * @param ownSlot entries of series before are forgotten
   */
  public void forgetBefore(int slot, int ownSlot) {
    if (firstSlot == Integer.MIN_VALUE) {
      return;
    }
    // Some series may leave the log now: the next call looks again which there are.
    forgotten = true;
    for (int i = 0; i < series.size(); i++) {
      cursor[i] = Math.max(-1, cursor[i] - series.get(i).forgetBefore(ownSlot));
    }
    int gone = Math.min(slot, endSlot) - firstSlot;
    if (gone > 0) {
      slots = Arrays.copyOfRange(slots, gone, slots.length + gone);
      firstSlot += gone;
    }
  }

  /** The first slot that is not closed yet. */
  public int endSlot() {
    return endSlot;
  }

  /** Witness entries held, for telling the memory taken. */
  public long witnesses() {
    long sum = 0;
    for (int i = 0; firstSlot != Integer.MIN_VALUE && i < endSlot - firstSlot; i++) {
      sum += slots[i].size;
    }
    return sum;
  }

  /**
   * Adds to a sum how others of a class near a place were heard in a slot.
   *
   * @param slot nothing is added for one that is not closed or before the data
   * @param rangeMetres distance of the place from the receiver, which sets how far "near" is
   * @param exceptMmsi the ship that is judged: its own silence must not argue for poor reception
   * @param stations receivers whose reception is asked for, sorted; none for all taken as one
   */
  public void addTo(
      NearbyShare sum,
      int slot,
      double latitude,
      double longitude,
      double rangeMetres,
      boolean classB,
      int exceptMmsi,
      int[] stations) {
    if (slot < firstSlot || slot >= endSlot || firstSlot == Integer.MIN_VALUE) {
      return;
    }
    Slot one = slots[slot - firstSlot];
    double eastMetres = METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    double b0 = NearbyShare.bandwidthMetres(0, rangeMetres);
    double b1 = NearbyShare.bandwidthMetres(1, rangeMetres);
    double b2 = NearbyShare.bandwidthMetres(2, rangeMetres);
    double far = FAR * b2 * b2;
    int wanted = classB ? 2 : 0;
    for (int i = 0; i < one.size; i++) {
      if ((one.flags[i] & 2) != wanted || one.mmsi[i] == exceptMmsi || !one.counts(i, stations)) {
        continue;
      }
      double north = (one.latitude[i] - latitude) * METRES_PER_DEGREE;
      double turn = one.longitude[i] - longitude;
      double east = (turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn) * eastMetres;
      double squared = north * north + east * east;
      if (squared > far) {
        continue;
      }
      boolean heard = one.heard(i, stations);
      sum.addWitness(0, kernel(squared / (b0 * b0)), heard);
      sum.addWitness(1, kernel(squared / (b1 * b1)), heard);
      sum.addWitness(2, kernel(squared / (b2 * b2)), heard);
    }
    sum.endSlot();
  }

  /** (1 + q/4)^-2: near a Gaussian's middle, with longer tails, and quick. */
  private static double kernel(double q) {
    double k = 1 / (1 + q / 4);
    return k * k;
  }

  /** Every witness of a slot for some receivers, as in {@link #addTo}; for pictures. */
  public void witnesses(
      int slot, boolean classB, int exceptMmsi, int[] stations, Consumer<Witness> out) {
    if (firstSlot == Integer.MIN_VALUE || slot < firstSlot || slot >= endSlot) {
      return;
    }
    Slot one = slots[slot - firstSlot];
    for (int i = 0; i < one.size; i++) {
      if ((one.flags[i] & 2) == (classB ? 2 : 0)
          && one.mmsi[i] != exceptMmsi
          && one.counts(i, stations)) {
        out.accept(
            new Witness(one.mmsi[i], one.latitude[i], one.longitude[i], one.heard(i, stations)));
      }
    }
  }
}
