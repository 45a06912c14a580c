package org.bellbuoy.sea.reception;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of receivers, each kept once: most ships are heard by the same few again and again. A set is
 * a sorted array that nobody changes. Not thread safe.
 *
 * <p>Where hundreds of receivers hear a ship in ever other company there is no end of sets. So at
 * most {@link #MOST} are known at a time: then all are forgotten and known anew, which costs only
 * that equal ones may be kept twice.
 */
final class StationSets {
  /** Of a feed that does not name its receivers. */
  static final int[] NONE = {};

  /** Sets known at most: some tens of megabytes with ten receivers each. */
  static final int MOST = 65_536;

  private final Map<List<Integer>, int[]> sets = new HashMap<>();

  /** The set with one more receiver; a negative number is none. */
  int[] with(int[] set, int station) {
    if (station < 0 || Arrays.binarySearch(set, station) >= 0) {
      return set;
    }
    int[] more = Arrays.copyOf(set, set.length + 1);
    more[set.length] = station;
    Arrays.sort(more);
    return kept(more);
  }

  /** The set of all receivers of two. */
  int[] union(int[] a, int[] b) {
    int[] all = a;
    for (int station : b) {
      all = with(all, station);
    }
    return all;
  }

  /** Whether two sets share a receiver. */
  static boolean meet(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Sets known now. */
  int size() {
    return sets.size();
  }

  private int[] kept(int[] set) {
    if (sets.size() >= MOST) {
      sets.clear();
    }
    int[] known = sets.putIfAbsent(Arrays.stream(set).boxed().toList(), set);
    return known == null ? set : known;
  }
}
