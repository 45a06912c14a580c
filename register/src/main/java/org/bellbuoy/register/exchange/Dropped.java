package org.bellbuoy.register.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a format cannot hold, so that it can be said. Not thread safe. */
public final class Dropped {
  private final Map<String, Long> counts = new TreeMap<>();

  /** One more of a kind, named in the plural: {@code "licences of sources"}. */
  public void add(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Whether nothing was dropped. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** One entry a kind, such as {@code "licences of sources: 3"}. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((what, count) -> lines.add(what + ": " + count));
    return lines;
  }
}
