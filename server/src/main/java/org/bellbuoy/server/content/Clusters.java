package org.bellbuoy.server.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds which scripts are the same or variants of one another. Those of one identity are joined
 * first. Of the others only those are compared that share one of {@value #BANDS} bands of MinHash
 * values (locality-sensitive hashing, Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets",
 * chapter 3): a pair that shares half its runs is missed once in eight thousand times, one that
 * shares a third of them twice in three. A script joins where it is near the one seen first. Time
 * about n log n in the number of unlike scripts, memory 16 bytes each besides their prints. Depends
 * on nothing but the sightings, in any order.
 */
public final class Clusters {
  /** Bands of MinHash values. */
  static final int BANDS = 64;

  private static final int ROWS = MinHash.FUNCTIONS / BANDS;

  /**
   * In a band shared by very many, each is compared with so many before it that are near to none of
   * one another.
   */
  private static final int MOST_HEADS = 16;

  private final List<List<Sighting>> identities;
  private final ScriptPrint[] prints;
  private final int[] parents;

  private Clusters(Collection<Sighting> sightings) {
    List<Sighting> sorted = new ArrayList<>(sightings);
    sorted.sort(Sighting.FIRST_SEEN);
    Map<String, List<Sighting>> byIdentity = new LinkedHashMap<>();
    for (Sighting s : sorted) {
      byIdentity.computeIfAbsent(s.print().identity(), key -> new ArrayList<>()).add(s);
    }
    identities = new ArrayList<>(byIdentity.values());
    prints = new ScriptPrint[identities.size()];
    parents = new int[identities.size()];
    for (int i = 0; i < parents.length; i++) {
      prints[i] = identities.get(i).getFirst().print();
      parents[i] = i;
    }
  }

  /**
   * Clusters of two sightings and more: those on most servers first, then those of most members,
   * then those seen first.
   */
  public static List<Cluster> of(Collection<Sighting> sightings) {
    Clusters clusters = new Clusters(sightings);
    for (int band = 0; band < BANDS; band++) {
      clusters.joinBand(band * ROWS);
    }
    return clusters.collect();
  }

  private void joinBand(int first) {
    long[] keys = new long[prints.length];
    Integer[] order = new Integer[prints.length];
    int n = 0;
    for (int i = 0; i < prints.length; i++) {
      if (prints[i].tokens() >= Likeness.TELLING_TOKENS) {
        keys[i] = prints[i].minHash().band(first, ROWS);
        order[n++] = i;
      }
    }
    Arrays.sort(
        order,
        0,
        n,
        Comparator.comparingLong((Integer i) -> keys[i]).thenComparing(Comparator.naturalOrder()));
    int[] heads = new int[MOST_HEADS];
    int known = 0;
    for (int k = 0; k < n; k++) {
      int i = order[k];
      if (k == 0 || keys[order[k - 1]] != keys[i]) {
        known = 0;
      }
      boolean joined = false;
      for (int h = 0; h < known; h++) {
        if (root(heads[h]) == root(i)) {
          joined = true;
        } else if (Likeness.between(prints[root(heads[h])], prints[root(i)]).near()) {
          // Leaders are compared, lest chance pairs chain unlike scripts together.
          join(heads[h], i);
          joined = true;
        }
      }
      if (!joined && known < MOST_HEADS) {
        heads[known++] = i;
      }
    }
  }

  private int root(int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** The one seen first leads. */
  private void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  private List<Cluster> collect() {
    Map<Integer, List<Sighting>> byRoot = new TreeMap<>();
    for (int i = 0; i < parents.length; i++) {
      byRoot.computeIfAbsent(root(i), key -> new ArrayList<>()).addAll(identities.get(i));
    }
    List<Cluster> clusters = new ArrayList<>();
    for (List<Sighting> members : byRoot.values()) {
      if (members.size() > 1) {
        members.sort(Sighting.FIRST_SEEN);
        ScriptPrint first = members.getFirst().print();
        clusters.add(
            new Cluster(
                members, members.stream().map(m -> Likeness.between(first, m.print())).toList()));
      }
    }
    clusters.sort(
        Comparator.comparingInt((Cluster c) -> -c.hosts().size())
            .thenComparingInt(c -> -c.members().size())
            .thenComparing(c -> c.members().getFirst(), Sighting.FIRST_SEEN));
    return clusters;
  }
}
