package org.bellbuoy.server.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what went wrong: each kind is counted, its first cases are named. */
final class Problems {
  /** Cases of one kind that are named. */
  static final int NAMED = 20;

  /** Longest name that is shown, in characters. */
  private static final int SHOWN_CHARS = 200;

  private final Map<String, List<String>> named = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /**
   * Notes a case.
   *
   * @param kind the end of the sentence, the same for all of its kind
   * @param name what it happened to; shown safely
   */
  void add(String kind, String name) {
    if (counts.merge(kind, 1L, Long::sum) <= NAMED) {
      named.computeIfAbsent(kind, k -> new ArrayList<>()).add(shown(name) + " " + kind);
    }
  }

  /** One sentence a case, and one for the rest of each kind. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    named.forEach(
        (kind, sentences) -> {
          all.addAll(sentences);
          long more = counts.getOrDefault(kind, 0L) - sentences.size();
          if (more > 0) {
            all.add("%d more: %s".formatted(more, kind));
          }
        });
    return all;
  }

  /** A name from a collected tree without control characters, cut. */
  static String shown(String name) {
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .limit(SHOWN_CHARS)
        .forEach(
            c ->
                out.appendCodePoint(
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? '\uFFFD'
                        : c));
    return name.codePointCount(0, name.length()) > SHOWN_CHARS ? out + "…" : out.toString();
  }
}
