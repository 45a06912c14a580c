package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.agrona.collections.IntArrayList;

/**
 * Asks an index. Keeps room for every record, so make one a thread and keep it; not safe for
 * threads.
 *
 * <p>Keys of the names asked about are followed from the rarest on, each giving its records {@code
 * weight * ln(records / holders)}; when the budget is spent, frequent keys are left out. The best
 * are held against the record asked about. A record found by a number comes in whatever its name.
 */
public final class Searcher {
  static final int[] NOBODY = {};

  private record Key(int key, int holders, float weight) {}

  private record Best(int at, float points) {}

  private final EntityIndex index;
  private final float[] points;
  private final IntArrayList touched = new IntArrayList();

  Searcher(EntityIndex index) {
    this.index = index;
    this.points = new float[index.size()];
  }

  /**
   * Records that may be that one, best first.
   *
   * @param most how many to give at most
   * @return results with {@code asked} on the left; those told to be different are left out
   */
  public List<MatchResult> find(NamedEntity asked, int most) {
    List<MatchResult> found = new ArrayList<>();
    Map<EntityType, List<ParsedName>> read = new EnumMap<>(EntityType.class);
    for (int at : candidates(asked)) {
      NamedEntity other = index.entity(at);
      EntityType type = EntityMatcher.common(asked.type(), other.type());
      List<ParsedName> left = read.computeIfAbsent(type, t -> EntityMatcher.parsed(asked, t));
      List<ParsedName> right =
          type == other.type() ? index.names(at) : EntityMatcher.parsed(other, type);
      if (!index.matcher().worthComparing(asked, left, other, right)) {
        continue;
      }
      MatchResult result = index.matcher().compare(asked, left, other, right);
      if (result.verdict() != MatchResult.Verdict.DIFFERENT) {
        found.add(result);
      }
    }
    found.sort(
        Comparator.comparing(MatchResult::verdict)
            .thenComparing(Comparator.comparingDouble(MatchResult::score).reversed())
            .thenComparing(MatchResult::rightId));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /** Positions of the records that would be held against that one. */
  List<Integer> candidates(NamedEntity asked) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (Identifier number : asked.identifiers()) {
      List<Integer> holders = index.withNumber(number);
      chosen.addAll(holders.subList(0, Math.min(holders.size(), index.options().candidates())));
    }
    Map<Integer, Float> keys = new HashMap<>();
    for (String name : asked.names()) {
      BlockingKeys.of(ParsedName.of(name, asked.type()))
          .forEach((key, weight) -> keys.merge(key, weight, Math::max));
    }
    List<Key> ordered = new ArrayList<>();
    keys.forEach((key, weight) -> ordered.add(new Key(key, index.posting(key).length, weight)));
    ordered.sort(
        Comparator.<Key>comparingInt(key -> key.holders)
            .thenComparing(key -> key.weight, Comparator.reverseOrder()));
    int left = index.options().entries();
    for (Key key : ordered) {
      left -= key.holders;
      if (left < 0) {
        break;
      }
      give(key);
    }
    best(asked.type(), chosen);
    return List.copyOf(chosen);
  }

  private void give(Key key) {
    float share = key.weight * (float) Math.log(1 + (double) index.size() / (1 + key.holders));
    for (int at : index.posting(key.key)) {
      if (points[at] == 0) {
        touched.addInt(at);
      }
      points[at] += share;
    }
  }

  private void best(EntityType type, Set<Integer> chosen) {
    int most = index.options().candidates();
    PriorityQueue<Best> heap =
        new PriorityQueue<>(
            Comparator.comparingDouble((Best b) -> b.points)
                .thenComparing(b -> b.at, Comparator.reverseOrder()));
    for (int i = 0; i < touched.size(); i++) {
      int at = touched.getInt(i);
      float score = points[at];
      points[at] = 0;
      if (heap.size() < most || score > heap.peek().points) {
        if (type.compatible(index.entity(at).type())) {
          heap.add(new Best(at, score));
          if (heap.size() > most) {
            heap.poll();
          }
        }
      }
    }
    touched.clear();
    List<Best> sorted = new ArrayList<>(heap);
    sorted.sort(Comparator.comparingDouble((Best b) -> -b.points).thenComparingInt(b -> b.at));
    for (Best b : sorted) {
      chosen.add(b.at);
    }
  }
}
