package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.IntHashSet;

/**
 * Finds among many records those that may be the one asked about. Built once, then safe for
 * threads; each thread asks through a {@link Searcher} of its own.
 */
public final class EntityIndex {
  private final EntityMatcher matcher;
  private final IndexOptions options;
  private final List<NamedEntity> entities;
  private final List<List<ParsedName>> names;
  private final Int2ObjectHashMap<int[]> postings;
  private final Map<Identifier, List<Integer>> numbers;

  private EntityIndex(
      EntityMatcher matcher,
      IndexOptions options,
      List<NamedEntity> entities,
      List<List<ParsedName>> names,
      Int2ObjectHashMap<int[]> postings,
      Map<Identifier, List<Integer>> numbers) {
    this.matcher = matcher;
    this.options = options;
    this.entities = entities;
    this.names = names;
    this.postings = postings;
    this.numbers = numbers;
  }

  /** An index of those records. Takes about 20 microseconds and one kilobyte for each. */
  public static EntityIndex of(
      List<NamedEntity> entities, EntityMatcher matcher, IndexOptions options) {
    Map<Token, Token> tokens = new HashMap<>();
    Int2ObjectHashMap<IntArrayList> growing = new Int2ObjectHashMap<>();
    Map<Identifier, List<Integer>> numbers = new HashMap<>();
    List<List<ParsedName>> names = new ArrayList<>(entities.size());
    IntHashSet keys = new IntHashSet();
    for (int at = 0; at < entities.size(); at++) {
      NamedEntity entity = entities.get(at);
      List<ParsedName> parsed =
          EntityMatcher.parsed(entity, entity.type()).stream().map(n -> n.shared(tokens)).toList();
      names.add(parsed);
      keys.clear();
      parsed.forEach(name -> BlockingKeys.into(name, keys));
      int id = at;
      keys.forEachInt(key -> growing.computeIfAbsent(key, k -> new IntArrayList(2, -1)).addInt(id));
      for (Identifier number : entity.identifiers()) {
        numbers.computeIfAbsent(number, n -> new ArrayList<>()).add(at);
      }
    }
    Int2ObjectHashMap<int[]> postings = new Int2ObjectHashMap<>(growing.size() * 2, 0.6f);
    growing.forEachInt((key, list) -> postings.put(key, list.toIntArray()));
    return new EntityIndex(
        matcher, options, List.copyOf(entities), List.copyOf(names), postings, Map.copyOf(numbers));
  }

  /** A way to ask, for one thread. */
  public Searcher searcher() {
    return new Searcher(this);
  }

  int size() {
    return entities.size();
  }

  EntityMatcher matcher() {
    return matcher;
  }

  IndexOptions options() {
    return options;
  }

  NamedEntity entity(int at) {
    return entities.get(at);
  }

  List<ParsedName> names(int at) {
    return names.get(at);
  }

  int[] posting(int key) {
    int[] found = postings.get(key);
    return found == null ? Searcher.NOBODY : found;
  }

  List<Integer> withNumber(Identifier number) {
    return numbers.getOrDefault(number, List.of());
  }
}
